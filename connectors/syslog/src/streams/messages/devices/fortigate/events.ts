import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId, lifecycleStepOf } from '../../events/application-lifecycle.ts';
import { Activity, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { dhcpActivity, DhcpActivityId } from '../../events/dhcp-activity.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import { nobodyNamed } from '../../events/user.ts';
import { intOf, secondsOf } from '../../events/values.ts';
import { userOf, type FortigateLog } from './fortigate-event.ts';
import { readInspected } from './utm.ts';

/**
 * Logs of type event: by what they tell first, and else as something in the life of a part of the device; undefined for
 * what is no event of any class.
 */
export function readEvent(log: FortigateLog): MappedEvent | undefined {
  const { fields, subtype } = log;
  if (fields.peek('dhcp_msg') !== undefined) return readDhcp(log);
  if (fields.peek('cfgpath') !== undefined || fields.peek('logdesc') === 'Configuration changed') {
    return readConfiguration(log);
  }
  if (subtype === 'rest-api') return readApi(log);
  const action = fields.peek('action')?.toLowerCase() ?? '';
  const logon = logons.get(action);
  if (logon !== undefined) return readLogon(log, logon);
  if (managerLogin.test(fields.peek('desc') ?? '')) return readManagerLogin(log);
  const tunnel = subtype === 'vpn' || subtype === 'endpoint' ? tunnels.get(action) : undefined;
  if (subtype === 'vpn' || tunnel !== undefined) return readTunnel(log, tunnel);
  if (fields.peek('srcip') !== undefined && fields.peek('dstip') !== undefined) return readInspected(log);
  return isMeasurement(log) ? undefined : readLifecycle(log);
}

/** Figures that the device reports from time to time: nothing began, ended or changed. */
function isMeasurement({ fields }: FortigateLog): boolean {
  return /\b(?:statistics|performance|SLA information)\b/i.test(fields.peek('logdesc') ?? fields.peek('action') ?? '');
}

/** What happens to whom; the outcome stands in `status` where it is not certain. */
interface Logon {
  readonly activityId: Activity;
  readonly statusId?: Status;
  readonly service: string;
}

const logons: ReadonlyMap<string, Logon> = new Map<string, Logon>([
  ['login', { activityId: Activity.Logon, service: 'FortiGate administration' }],
  ['logout', { activityId: Activity.Logoff, service: 'FortiGate administration' }],
  ['authentication', { activityId: Activity.Logon, service: 'FortiGate authentication' }],
  ['auth-logon', { activityId: Activity.Logon, statusId: Status.Success, service: 'FortiGate authentication' }],
  ['auth-logout', { activityId: Activity.Logoff, statusId: Status.Success, service: 'FortiGate authentication' }],
  ['auth-logoff', { activityId: Activity.Logoff, statusId: Status.Success, service: 'FortiGate authentication' }],
  ['auth-timeout', { activityId: Activity.Logoff, statusId: Status.Success, service: 'FortiGate authentication' }],
  ['fsso-logon', { activityId: Activity.Logon, statusId: Status.Success, service: 'FSSO' }],
  ['fsso-logoff', { activityId: Activity.Logoff, statusId: Status.Success, service: 'FSSO' }],
  ['ssl-login-fail', { activityId: Activity.Logon, statusId: Status.Failure, service: 'SSL VPN' }],
  ['ssl-login', { activityId: Activity.Logon, service: 'SSL VPN' }],
]);

function readLogon({ received, fields, head }: FortigateLog, logon: Logon): MappedEvent {
  fields.take('action');
  const status = fields.take('status');
  const reason = fields.take('reason');
  const ui = fields.take('ui');
  const source = fields.takeFirst('srcip', 'remip') ?? /\(([^()]{1,64})\)/.exec(ui ?? '')?.[1];
  const group = fields.take('group');
  const session = fields.takeFirst('sn', 'tunnelid');
  return authenticationEvent(received, {
    ...head,
    activityId: logon.activityId,
    statusId: logon.statusId ?? statusOf(status),
    statusDetail: reason === 'none' ? undefined : reason,
    user: { name: fields.take('user') ?? nobodyNamed.name, groups: group === undefined ? [] : [group] },
    source: source === undefined ? undefined : { host: source, port: fields.take('srcport') },
    destination: { host: fields.take('dstip') },
    isRemote: source === undefined ? undefined : true,
    logonTypeId: source === undefined ? undefined : LogonType.Network,
    isCleartext: cleartext.get(fields.peek('method') ?? ''),
    session: session === undefined ? undefined : { uid: session },
    service: logon.service,
    unmapped: { ...fields.rest(), ...(ui === undefined ? {} : { ui }) },
  });
}

const managerLogin = /^User log(?:in|out|in\/logout)\b/i;

/**
 * FortiManager and FortiAnalyzer: `desc="User login/logout successful" user="alice" userfrom="JSON(192.0.2.7)" msg="user
 * 'alice' … login accepted from …"`.
 */
function readManagerLogin({ received, fields, head }: FortigateLog): MappedEvent {
  const description = fields.take('desc') ?? '';
  const from = fields.take('userfrom');
  const source = fields.take('remote_ip') ?? /\(([^()]{1,64})\)/.exec(from ?? '')?.[1];
  const isFailure = /\bfail/i.test(description);
  return authenticationEvent(received, {
    ...head,
    activityId: /\blog(?:ged )?out\b/i.test(head.words ?? description.replace('login/logout', ''))
      ? Activity.Logoff
      : Activity.Logon,
    statusId: isFailure ? Status.Failure : /\bsuccess/i.test(description) ? Status.Success : Status.Unknown,
    user: { name: fields.take('user') ?? nobodyNamed.name },
    source: source === undefined ? undefined : { host: source, port: fields.take('remote_port') },
    isRemote: source === undefined ? undefined : true,
    session: { uid: fields.take('session_id') },
    service: `${head.product?.name ?? 'Fortinet'} administration`,
    unmapped: { ...fields.rest(), desc: description, ...(from === undefined ? {} : { userfrom: from }) },
  });
}

const cleartext: ReadonlyMap<string, boolean> = new Map([
  ['ssh', false],
  ['https', false],
  ['http', true],
  ['telnet', true],
]);

function statusOf(word: string | undefined): Status {
  if (word === undefined) return Status.Unknown;
  if (/^(?:success|succeeded|logon|logout|ok)/i.test(word)) return Status.Success;
  return /fail|error|denied|reject|timeout/i.test(word) ? Status.Failure : Status.Unknown;
}

function outcomeOf(status: Status): Outcome | undefined {
  if (status === Status.Success) return Outcome.Success;
  return status === Status.Failure ? Outcome.Failure : undefined;
}

interface TunnelStep {
  readonly activityId: TunnelActivityId;
  readonly outcome: Outcome;
}

const up: TunnelStep = { activityId: TunnelActivityId.Open, outcome: Outcome.Success };
const down: TunnelStep = { activityId: TunnelActivityId.Close, outcome: Outcome.Success };

const tunnels: ReadonlyMap<string, TunnelStep> = new Map([
  ['tunnel-up', up],
  ['phase2-up', up],
  ['add', up],
  ['tunnel-down', down],
  ['phase2-down', down],
  ['delete_phase1_sa', down],
  ['delete_ipsec_sa', down],
  ['close', down],
  ['ssl-tunnel-down', down],
]);

function readTunnel({ received, fields, head }: FortigateLog, step: TunnelStep | undefined): MappedEvent {
  const action = fields.take('action');
  const status = fields.take('status');
  const peer = fields.takeFirst('remip', 'ip', 'srcip');
  const user = userOf(fields);
  const outcome = step?.outcome ?? outcomeOf(statusOf(status ?? fields.peek('result')));
  return tunnelActivity(received, {
    ...head,
    activityId: step?.activityId ?? TunnelActivityId.Other,
    outcome,
    activityName: step === undefined ? (action ?? 'vpn') : undefined,
    statusDetail: fields.takeFirst('reason', 'error_reason'),
    source: { host: peer, port: fields.take('remport') },
    destination: {
      host: fields.takeFirst('locip', 'dstip'),
      port: fields.take('locport'),
      interface: fields.take('outintf'),
    },
    // A gateway that calls itself by its address is nobody.
    user: user?.name === peer ? undefined : user,
    sessionUid: fields.take('tunnelid'),
    tunnelType: fields.takeFirst('tunneltype', 'connection_type'),
    tunnelName: fields.take('vpntunnel'),
    innerAddress: fields.takeFirst('tunnelip', 'assignip'),
    durationMs: secondsOf(fields.take('duration')),
    traffic: { bytesIn: fields.take('sentbyte'), bytesOut: fields.take('rcvdbyte') },
    unmapped: fields.rest(),
  });
}

const dhcpSteps: ReadonlyMap<string, DhcpActivityId> = new Map([
  ['discover', DhcpActivityId.Discover],
  ['offer', DhcpActivityId.Offer],
  ['request', DhcpActivityId.Request],
  ['decline', DhcpActivityId.Decline],
  ['ack', DhcpActivityId.Ack],
  ['nak', DhcpActivityId.Nak],
  ['release', DhcpActivityId.Release],
  ['inform', DhcpActivityId.Inform],
]);

/** What the server says goes to the client; what the client says comes from it. */
function readDhcp({ received, fields, head }: FortigateLog): MappedEvent {
  const activityId = dhcpSteps.get(fields.take('dhcp_msg')?.toLowerCase() ?? '') ?? DhcpActivityId.Other;
  const name = fields.take('interface');
  const client = { host: fields.take('ip'), hostname: fields.take('hostname'), mac: fields.take('mac') };
  const isAnswer = [DhcpActivityId.Offer, DhcpActivityId.Ack, DhcpActivityId.Nak].some((id) => id === activityId);
  const server = { interface: name };
  return dhcpActivity(received, {
    ...head,
    activityId,
    source: isAnswer ? server : client,
    destination: isAnswer ? client : server,
    leaseSeconds: intOf(fields.take('lease')),
    unmapped: fields.rest(),
  });
}

const edits: ReadonlyMap<string, EntityActivityId> = new Map([
  ['add', EntityActivityId.Create],
  ['edit', EntityActivityId.Update],
  ['delete', EntityActivityId.Delete],
  ['move', EntityActivityId.Move],
  ['purge', EntityActivityId.Delete],
  ['get', EntityActivityId.Read],
  ['post', EntityActivityId.Create],
  ['put', EntityActivityId.Update],
]);

function readConfiguration({ received, fields, head }: FortigateLog): MappedEvent {
  const ui = fields.take('ui');
  const path = fields.take('cfgpath') ?? 'configuration';
  const object = fields.take('cfgobj');
  const action = fields.take('action');
  const activityId = edits.get(action?.toLowerCase() ?? '');
  return entityManagement(received, {
    ...head,
    activityId: activityId ?? EntityActivityId.Other,
    activityName: activityId === undefined ? (action ?? 'Change') : undefined,
    outcome: Outcome.Success,
    entity: object === undefined ? path : `${path} ${object}`,
    entityType: path,
    entityUid: object,
    comment: fields.take('cfgattr'),
    actor: userOf(fields),
    source: { host: /\(([^()]{1,64})\)/.exec(ui ?? '')?.[1] },
    unmapped: { ...fields.rest(), ...(ui === undefined ? {} : { ui }) },
  });
}

function readApi({ received, fields, head }: FortigateLog): MappedEvent {
  const ui = fields.take('ui');
  const status = fields.take('status');
  const isFailure = status !== undefined && /^[45]\d\d$/.test(status);
  const method = fields.take('method');
  const activityId = edits.get(method?.toLowerCase() ?? '');
  return entityManagement(received, {
    ...head,
    activityId: activityId ?? EntityActivityId.Other,
    activityName: activityId === undefined ? (method ?? 'Request') : undefined,
    outcome: isFailure ? Outcome.Failure : Outcome.Success,
    statusCode: status,
    entity: fields.take('path') ?? fields.peek('url') ?? 'REST API',
    entityType: 'REST API',
    comment: fields.take('url'),
    actor: userOf(fields),
    source: { host: /\(([^()]{1,64})\)/.exec(ui ?? '')?.[1] },
    unmapped: { ...fields.rest(), ...(ui === undefined ? {} : { ui }) },
  });
}

/** A part of the device, named by the subtype, said something of itself. */
function readLifecycle({ received, fields, head, subtype }: FortigateLog): MappedEvent {
  const description = fields.take('logdesc');
  const status = fields.take('status');
  const activityId = lifecycleStepOf(description ?? '');
  return applicationLifecycle(received, {
    ...head,
    activityId,
    activityName:
      activityId === LifecycleActivityId.Other ? (description ?? fields.peek('action') ?? subtype) : undefined,
    application: { name: `FortiOS ${subtype}`, vendor_name: 'Fortinet' },
    outcome: outcomeOf(statusOf(status)),
    statusDetail: fields.take('reason') ?? status,
    actor: userOf(fields),
    unmapped: fields.rest(),
  });
}
