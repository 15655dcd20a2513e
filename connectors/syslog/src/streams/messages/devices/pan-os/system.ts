import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId, lifecycleStepOf } from '../../events/application-lifecycle.ts';
import { Activity, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { dhcpActivity, DhcpActivityId } from '../../events/dhcp-activity.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import { qualifiedName } from '../../events/user.ts';
import { beginning, before, behind, phrase } from '../../text/phrase.ts';
import type { PanLog } from './pan-os-log.ts';

const authenticated = phrase("authenticated for user '{user*}'.");
const failed = phrase("failed authentication for user '{user*}'.");
const loggedIn = phrase('User {user*} logged in via {service} from {source}');
const loggedOut = phrase('User {user*} logged out via {service} from {source}');

const olderFailed = phrase("user '{user*}' failed authentication.");
const olderAuthenticated = phrase("user '{user*}' authenticated.");
const timedOut = phrase('session for user {user*} via {service} from {source} timed out');
const warned = phrase("when authenticating user '{user*}' from '{source}', {warning}");
/** Some releases leave the quotes out; a name with a blank in it is not read then. */
const unquoted = /^(failed authentication|authenticated) for user ([^' ]{1,256}?)\.(?: |$)/;

/** SYSTEM: logins, tunnels and leases where it tells of them, else the life of a part of the firewall. */
export function readSystem(log: PanLog): MappedEvent {
  const { received, fields, head, subtype } = log;
  const words = fields.take('opaque');
  const said = { ...log, head: { ...head, words } };
  const specific = words === undefined ? undefined : (readLogon(said, words) ?? readService(said, words));
  if (specific !== undefined) return specific;
  const eventId = fields.take('eventid') ?? subtype;
  const activityId = lifecycleStepOf(`${eventId} ${words ?? ''}`);
  const isSuccess = /success|succeeded/i.test(eventId) || /\bsucceeded\b/.test(words ?? '');
  const isFailure = /fail/i.test(eventId) || /\bfailed\b/.test(words ?? '');
  return applicationLifecycle(received, {
    ...head,
    words,
    activityId,
    activityName: activityId === LifecycleActivityId.Other ? eventId : undefined,
    application: { name: `PAN-OS ${subtype}`, vendor_name: 'Palo Alto Networks' },
    outcome: isFailure ? Outcome.Failure : isSuccess ? Outcome.Success : undefined,
    unmapped: fields.rest(),
  });
}

interface Login {
  readonly user: string;
  readonly isFailure?: boolean;
  readonly isLogoff?: boolean;
  readonly service?: string;
  readonly source?: string | undefined;
}

/** Who logs on to the firewall or is asked by it for a password, in the words of releases 7 to 11. */
function readWords(text: string): Login | undefined {
  const admin = loggedIn(text);
  if (admin !== undefined) return admin;
  const left = loggedOut(text);
  if (left !== undefined) return { ...left, isLogoff: true };
  // Releases differ in how they begin.
  const words = text.charAt(0).toLowerCase() + text.slice(1);
  const over = timedOut(words);
  if (over !== undefined) return { ...over, isLogoff: true };
  const refused = failed(words) ?? olderFailed(words);
  if (refused !== undefined) return { ...refused, isFailure: true };
  const accepted = authenticated(words) ?? olderAuthenticated(words);
  if (accepted !== undefined) return accepted;
  const [, verb, user] = unquoted.exec(beginning(words, 320)) ?? [];
  return user === undefined ? undefined : { user, isFailure: verb !== 'authenticated' };
}

function readLogon(log: PanLog, words: string): MappedEvent | undefined {
  const { received, fields, head } = log;
  const found = readWords(words);
  if (found === undefined) return readWarning(log, words);
  const isFailure = found.isFailure === true;
  const named =
    /From: ([^ ,]{2,64}?)\.?$/.exec(words)?.[1] ?? (found.source && before(found.source, ' '))?.replace(/\.$/, '');
  const source = named === 'Console' ? undefined : named;
  const reason = /Reason: (.{1,200}?)(?:\. ?auth profile|\.? From:|$)/.exec(words)?.[1];
  return authenticationEvent(received, {
    ...head,
    activityId: found.isLogoff === true ? Activity.Logoff : Activity.Logon,
    statusId: isFailure ? Status.Failure : Status.Success,
    statusDetail: isFailure ? reason : undefined,
    user: qualifiedName(found.user),
    source: source === undefined ? undefined : { host: source },
    isRemote: source === undefined ? undefined : true,
    logonTypeId: source === undefined ? undefined : LogonType.Network,
    service: found.service ?? 'PAN-OS',
    unmapped: fields.rest(),
  });
}

/** `When authenticating user 'alice' from '192.0.2.7', a less secure authentication method PAP is used`: beside the logon. */
function readWarning({ received, fields, head }: PanLog, words: string): MappedEvent | undefined {
  const found = warned(words.charAt(0).toLowerCase() + words.slice(1));
  if (found === undefined) return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Activity.Other,
    activityName: 'Warning',
    statusId: Status.Unknown,
    statusDetail: before(found.warning, '. '),
    user: qualifiedName(found.user),
    source: { host: found.source },
    service: 'PAN-OS',
    unmapped: fields.rest(),
  });
}

const cleared = /^log (?:type )?(\S{1,32}) cleared by user (\S{1,256}) ?$/i;

/** `Log type traffic cleared by user admin`. */
function readCleared({ received, fields, head }: PanLog, words: string): MappedEvent | undefined {
  const [, entity, user] = cleared.exec(words) ?? [];
  if (entity === undefined || user === undefined) return undefined;
  return entityManagement(received, {
    ...head,
    activityId: EntityActivityId.Delete,
    outcome: Outcome.Success,
    entity,
    entityType: 'Log',
    actor: qualifiedName(user),
    unmapped: fields.rest(),
  });
}

/** What services of the firewall tell of their clients. */
function readService(log: PanLog, words: string): MappedEvent | undefined {
  if (log.subtype === 'general') return readCleared(log, words);
  if (log.subtype === 'globalprotect') return readPortal(log, words);
  if (log.subtype === 'vpn') return readTunnel(log, words);
  return log.subtype === 'dhcp' ? readLease(log, words) : undefined;
}

/**
 * GlobalProtect before PAN-OS 9.1: `GlobalProtect gateway user authentication failed. Login from: 198.51.100.9, User name:
 * alice, Reason: …`. The id of the event tells what happened.
 */
function readPortal({ received, fields, head }: PanLog, words: string): MappedEvent | undefined {
  const [, step, result] = /-(auth|login|regist|logout)-(succ|fail)/.exec(fields.peek('eventid') ?? '') ?? [];
  const name = behind(words, 'User name: ', ',')?.replace(/\.$/, '');
  if (step === undefined || name === undefined || name === '') return undefined;
  const source = behind(words, 'Login from: ', ',');
  return authenticationEvent(received, {
    ...head,
    activityId: step === 'logout' ? Activity.Logoff : Activity.Logon,
    statusId: result === 'succ' ? Status.Success : Status.Failure,
    statusDetail: behind(words, 'Reason: ', ',')?.replace(/\.$/, ''),
    user: qualifiedName(name),
    source: source === undefined ? undefined : { host: source },
    isRemote: true,
    logonTypeId: LogonType.Network,
    service: fields.take('object') ?? 'GlobalProtect',
    unmapped: fields.rest(),
  });
}

/** `ike-nego-p1-fail`, `ike-nego-p2-succ`, `tunnel-status-down`: the object is the gateway or the tunnel. */
function readTunnel({ received, fields, head }: PanLog, words: string): MappedEvent | undefined {
  const eventId = fields.peek('eventid') ?? '';
  if (!/^(?:ike-nego|ike-child|tunnel-status|ipsec)/.test(eventId)) return undefined;
  fields.take('eventid');
  const isUp = /^(?:ike-nego-p2-succ|ike-nego-child-succ|tunnel-status-up)/.test(eventId);
  const isDown = eventId.startsWith('tunnel-status-down');
  // `Established SA: 192.0.2.1[500]-198.51.100.7[500]`: this side, then the peer.
  const [, local, localPort, remote, remotePort] =
    /\bSA: ([0-9A-Fa-f.:]{2,45})\[(\d{1,5})\]-([0-9A-Fa-f.:]{2,45})\[(\d{1,5})\]/.exec(beginning(words, 512)) ?? [];
  return tunnelActivity(received, {
    ...head,
    activityId: isUp ? TunnelActivityId.Open : isDown ? TunnelActivityId.Close : TunnelActivityId.Other,
    activityName: isUp || isDown ? undefined : eventId,
    outcome: /fail/.test(eventId) ? Outcome.Failure : /succ|up$|down$/.test(eventId) ? Outcome.Success : undefined,
    source: remote === undefined ? undefined : { host: remote, port: remotePort },
    destination: local === undefined ? undefined : { host: local, port: localPort },
    tunnelType: 'IPsec',
    tunnelName: fields.take('object'),
    unmapped: fields.rest(),
  });
}

const lease =
  /^DHCP lease (started|renewed)\b.{0,64}\bip ([0-9a-fA-F.:]{2,45}) --> mac ([0-9a-fA-F:]{17}) - hostname ([^, ]{0,255}), interface ([^, ]{1,64})/;

function readLease({ received, fields, head }: PanLog, words: string): MappedEvent | undefined {
  const [, , host, mac, hostname, name] = lease.exec(words) ?? [];
  if (host === undefined) return undefined;
  return dhcpActivity(received, {
    ...head,
    activityId: DhcpActivityId.Ack,
    outcome: Outcome.Success,
    source: { interface: name },
    destination: { host, mac, hostname },
    unmapped: fields.rest(),
  });
}
