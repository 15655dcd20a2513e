import type { MappedEvent } from '@sluice/connector';
import { AccountActivityId, accountChange } from '../../events/account-change.ts';
import { applicationLifecycle, LifecycleActivityId } from '../../events/application-lifecycle.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { before, phrase } from '../../text/phrase.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';
import { looking } from './looking.ts';

const executed = phrase("User '{user*}' executed the '{command*}' command");
const executedRead = phrase("User '{user*}' executed cmd: {command}");
const running = phrase("User '{user*}', running '{application}' from IP {source}, executed '{command}'");
const ended = phrase('{source} end configuration: {result}');
const begun = phrase('Begin configuration: {source} {rest}');
const erased = phrase('{source} Erase configuration');
const cleared = phrase('({name}:{version}) Clear {what} finished');
const added = phrase('New user added to local dbase: Uname: {user} Priv: {level}');
const deleted = phrase('User deleted from local dbase: Uname: {user} Priv: {level}');
const level = phrase('User priv level changed: Uname: {user} From: {before} To: {after}');
const policyAdded = phrase('New group policy added: name: {name} Type: {type}');
const policyDeleted = phrase('Group policy deleted: name: {name} Type: {type}');
const failover = phrase('({unit}) {text}');

/** Commands, configuration, the device's own users, and the state of the device itself. */
export const changes: readonly (readonly [string, AsaReader])[] = [
  ['111001', (message) => configuration(message, begun(message.text)?.source, EntityActivityId.Update)],
  ['111002', (message) => configuration(message, begun(message.text)?.source, EntityActivityId.Read)],
  ['111003', (message) => configuration(message, erased(message.text)?.source, EntityActivityId.Delete)],
  ['111004', readEnded],
  ['111005', readEnded],
  ['111007', (message) => configuration(message, begun(message.text)?.source, EntityActivityId.Update)],
  ['111008', readCommand],
  ['111009', readCommand],
  ['111010', readCommand],
  ['112001', (message) => cleared(message.text) && configuration(message, '', EntityActivityId.Delete)],
  ['502101', (message) => account(message, added(message.text), AccountActivityId.Create)],
  ['502102', (message) => account(message, deleted(message.text), AccountActivityId.Delete)],
  ['502103', readLevel],
  ['502111', (message) => policy(message, policyAdded(message.text), EntityActivityId.Create)],
  ['502112', (message) => policy(message, policyDeleted(message.text), EntityActivityId.Delete)],
  ...failoverIds().map((id) => [id, readFailover] as const),
  ['199001', (message) => lifecycle(message, LifecycleActivityId.Restart)],
  ['199002', (message) => lifecycle(message, LifecycleActivityId.Start)],
  ['199005', (message) => lifecycle(message, LifecycleActivityId.Start)],
];

function readCommand(message: AsaMessage): MappedEvent | undefined {
  const ran = running(message.text);
  const found = ran ?? executed(message.text) ?? executedRead(message.text);
  if (found === undefined) return undefined;
  const command = found.command.replace(/'$/, '');
  const word = before(command.trimStart(), ' ');
  const isRead = message.id === '111009' || looking.has(word);
  return entityManagement(message.received, {
    ...message.head,
    activityId: isRead ? EntityActivityId.Read : EntityActivityId.Update,
    outcome: Outcome.Success,
    entity: command,
    entityType: 'Command',
    comment: command,
    actor: { name: found.user },
    source: ran === undefined ? undefined : { host: ran.source },
    unmapped: ran === undefined ? undefined : { application: ran.application },
  });
}

function readEnded(message: AsaMessage): MappedEvent | undefined {
  const found = ended(message.text);
  if (found === undefined) return undefined;
  const isFailed = /FAILED/i.test(found.result);
  return configuration(message, found.source, EntityActivityId.Update, isFailed ? Outcome.Failure : Outcome.Success);
}

function configuration(
  message: AsaMessage,
  source: string | undefined,
  activityId: EntityActivityId,
  outcome: Outcome = Outcome.Success,
): MappedEvent | undefined {
  if (source === undefined) return undefined;
  return entityManagement(message.received, {
    ...message.head,
    activityId,
    outcome,
    entity: 'configuration',
    entityType: 'Configuration',
    source: source === 'console' ? undefined : { host: source },
    comment: message.text,
  });
}

interface LocalUser {
  readonly user: string;
  readonly level: string;
}

function account(
  message: AsaMessage,
  found: LocalUser | undefined,
  activityId: AccountActivityId,
): MappedEvent | undefined {
  if (found === undefined) return undefined;
  return accountChange(message.received, {
    ...message.head,
    activityId,
    outcome: Outcome.Success,
    user: { name: found.user },
    unmapped: { privilege_level: before(found.level, ' ') },
  });
}

function readLevel(message: AsaMessage): MappedEvent | undefined {
  const found = level(message.text);
  if (found === undefined) return undefined;
  return accountChange(message.received, {
    ...message.head,
    activityId: AccountActivityId.Other,
    activityName: 'Privilege Level Change',
    outcome: Outcome.Success,
    user: { name: found.user },
    unmapped: { privilege_level_before: found.before, privilege_level: found.after },
  });
}

interface GroupPolicy {
  readonly name: string;
  readonly type: string;
}

function policy(
  message: AsaMessage,
  found: GroupPolicy | undefined,
  activityId: EntityActivityId,
): MappedEvent | undefined {
  if (found === undefined) return undefined;
  return entityManagement(message.received, {
    ...message.head,
    activityId,
    outcome: Outcome.Success,
    entity: found.name,
    entityType: 'Group policy',
    unmapped: { policy_type: found.type },
  });
}

function failoverIds(): readonly string[] {
  const ids = ['101001', '101002', '101003', '101004', '101005', '102001', '103001', '103002', '103003', '103004'];
  return [
    ...ids,
    '103005',
    '104001',
    '104002',
    '104003',
    '104004',
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `10500${n}`),
  ];
}

/** `(Primary) Switching to ACTIVE (cause: …)`: the pair of firewalls, and which of the two speaks. */
function readFailover(message: AsaMessage): MappedEvent | undefined {
  const found = failover(message.text);
  if (found === undefined) return undefined;
  const activityId = failoverSteps.get(message.id) ?? LifecycleActivityId.Other;
  return applicationLifecycle(message.received, {
    ...message.head,
    activityId,
    activityName: activityId === LifecycleActivityId.Other ? 'Failover' : undefined,
    application: { name: 'Failover', vendor_name: 'Cisco', uid: found.unit },
    statusDetail: found.text,
  });
}

/** The unit that becomes active starts to serve, the one that becomes standby stops. */
const failoverSteps: ReadonlyMap<string, LifecycleActivityId> = new Map([
  ['104001', LifecycleActivityId.Start],
  ['104002', LifecycleActivityId.Stop],
]);

function lifecycle(message: AsaMessage, activityId: LifecycleActivityId): MappedEvent {
  return applicationLifecycle(message.received, {
    ...message.head,
    activityId,
    outcome: Outcome.Success,
    application: message.head.product,
  });
}
