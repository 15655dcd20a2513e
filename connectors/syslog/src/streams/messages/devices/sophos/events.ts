import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId, lifecycleStepOf } from '../../events/application-lifecycle.ts';
import { Activity, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { dhcpActivity, DhcpActivityId } from '../../events/dhcp-activity.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import { nobodyNamed } from '../../events/user.ts';
import { userOf, type SophosLog } from './sophos-log.ts';
import { beginning } from '../../text/phrase.ts';

/** Log type Event: logons, tunnels, changes by administrators, and the life of the appliance. */
export function readEvent(log: SophosLog): MappedEvent | undefined {
  const { fields, component, subtype } = log;
  const message = fields.peek('message') ?? '';
  const words = `${component} ${message}`.toLowerCase();
  if (subtype === 'Authentication' || /\blog(?:ged|in|out)\b|\bauthenticat/.test(words)) return readLogon(log, words);
  if (/vpn|ipsec|l2tp|pptp|\bred\b/i.test(component)) return readTunnel(log);
  if (subtype === 'Admin') return readChange(log, message);
  if (component === 'DHCP Server' && fields.peek('ipaddress') !== undefined) return readLease(log);
  return readLife(log, message);
}

function outcomeOf(status: string | undefined, words: string): Outcome {
  const text = `${status ?? ''} ${words}`.toLowerCase();
  if (/\b(?:fail\w*|denied|wrong|invalid|error|unsuccessful)\b/.test(text)) return Outcome.Failure;
  return /\b(?:success\w*|established|allowed|logged (?:in|out)|terminated)\b/.test(text)
    ? Outcome.Success
    : Outcome.Unknown;
}

function readLogon({ received, fields, head, component }: SophosLog, words: string): MappedEvent {
  const status = fields.take('status');
  const outcome = outcomeOf(status, words);
  const source = fields.takeFirst('src_ip', 'sourceip');
  const user = userOf(fields);
  return authenticationEvent(received, {
    ...head,
    activityId: /log(?:ged)? ?out|logoff/.test(words) ? Activity.Logoff : Activity.Logon,
    statusId: outcome === Outcome.Unknown ? Status.Unknown : outcome,
    statusDetail: fields.take('reason') ?? status,
    user: user ?? nobodyNamed,
    source: source === undefined ? undefined : { host: source },
    isRemote: source === undefined ? undefined : true,
    logonTypeId: source === undefined ? undefined : LogonType.Network,
    service: component,
    unmapped: fields.rest(),
  });
}

function readTunnel({ received, fields, head, component }: SophosLog): MappedEvent {
  const status = fields.take('status');
  const step = (status ?? '').toLowerCase();
  const isUp = /establish|connect(?:ed)?$|up$/.test(step);
  const isDown = /terminat|disconnect|down$/.test(step);
  return tunnelActivity(received, {
    ...head,
    activityId: isDown ? TunnelActivityId.Close : isUp ? TunnelActivityId.Open : TunnelActivityId.Other,
    activityName: isUp || isDown ? undefined : (status ?? component),
    outcome: isUp || isDown ? Outcome.Success : outcomeOf(status, ''),
    source: { host: fields.takeFirst('src_ip', 'remote_ip', 'remoteip') },
    destination: { host: fields.takeFirst('dst_ip', 'local_ip', 'localgateway') },
    user: userOf(fields),
    tunnelType: component,
    tunnelName: fields.takeFirst('connectionname', 'con_name'),
    unmapped: fields.rest(),
  });
}

function readChange({ received, fields, head, component }: SophosLog, message: string): MappedEvent {
  const status = fields.take('status');
  return entityManagement(received, {
    ...head,
    activityId: /\badded|created\b/i.test(message)
      ? EntityActivityId.Create
      : /\bdeleted|removed\b/i.test(message)
        ? EntityActivityId.Delete
        : EntityActivityId.Update,
    outcome: outcomeOf(status, ''),
    entity: message === '' ? component : beginning(message, 1024),
    entityType: component,
    actor: userOf(fields),
    source: { host: fields.take('src_ip') },
    unmapped: fields.rest(),
  });
}

/** What became of an address that the appliance lent. */
function readLease({ received, fields, head, component }: SophosLog): MappedEvent {
  const status = fields.take('status');
  const step = leases.get(status?.toLowerCase() ?? '');
  return dhcpActivity(received, {
    ...head,
    activityId: step ?? DhcpActivityId.Other,
    activityName: step === undefined ? (status ?? component) : undefined,
    source: { service: component },
    destination: {
      host: fields.take('ipaddress'),
      hostname: fields.take('client_host_name'),
      mac: fields.take('client_physical_address'),
    },
    unmapped: fields.rest(),
  });
}

const leases: ReadonlyMap<string, DhcpActivityId> = new Map([
  ['renew', DhcpActivityId.Ack],
  ['lease', DhcpActivityId.Ack],
  ['release', DhcpActivityId.Release],
]);

function readLife({ received, fields, head, component, subtype }: SophosLog, message: string): MappedEvent {
  const status = fields.take('status');
  const activityId = lifecycleStepOf(`${component} service ${message}`);
  return applicationLifecycle(received, {
    ...head,
    activityId,
    activityName: activityId === LifecycleActivityId.Other ? `${component} ${subtype}`.trim() : undefined,
    application: { name: component, vendor_name: 'Sophos' },
    outcome: outcomeOf(status, ''),
    statusDetail: status,
    unmapped: fields.rest(),
  });
}
