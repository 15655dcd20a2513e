import type { MappedEvent } from '@sluice/connector';
import { AccountActivityId, accountChange } from '../events/account-change.ts';
import { applicationLifecycle, LifecycleActivityId } from '../events/application-lifecycle.ts';
import { Activity, authenticationEvent } from '../events/authentication.ts';
import { baseEvent } from '../events/base-event.ts';
import { fileNameOf } from '../events/file.ts';
import { GroupActivityId, groupManagement } from '../events/group-management.ts';
import { processActivity, ProcessActivityId } from '../events/process-activity.ts';
import { nobodyNamed } from '../events/user.ts';
import { longOf } from '../events/values.ts';
import type { Received } from '../received.ts';
import type { FieldBag } from '../text/field-bag.ts';
import { readConfiguration } from './audit-configuration.ts';
import { actorOf, outcomeOf, processOf, readAuditRecord, userOf, type AuditRecord } from './audit-record.ts';

/**
 * Records of the Linux audit system, as audisp-syslog, rsyslog, the journal and the kernel write them. Records that are
 * parts of one event keep its number in `metadata.uid`. Undefined where the text is no record.
 */
export function mapAudit(received: Received): MappedEvent | undefined {
  const record = readAuditRecord(received);
  if (record === undefined) return undefined;
  return eventOf(record) ?? baseEvent(received, { ...record.head, unmapped: record.fields.rest() });
}

function eventOf(record: AuditRecord): MappedEvent | undefined {
  const logon = logons.get(record.type);
  if (logon !== undefined) return readLogon(record, logon);
  if (changesOfPeople.has(record.type)) return readMembership(record) ?? readChange(record);
  const group = groups.get(record.type);
  if (group !== undefined) return readGroup(record, group);
  const service = services.get(record.type);
  if (service !== undefined) return readService(record, service);
  if (record.type === 'CONFIG_CHANGE') return readConfiguration(record);
  return record.type === 'SYSCALL' ? readExecution(record) : undefined;
}

const logons: ReadonlyMap<string, Activity> = new Map([
  ['USER_LOGIN', Activity.Logon],
  ['USER_AUTH', Activity.Logon],
  ['USER_ACCT', Activity.Logon],
  ['USER_START', Activity.Logon],
  ['USER_ERR', Activity.Logon],
  ['CRED_ACQ', Activity.Logon],
  ['CRED_REFR', Activity.Logon],
  ['USER_END', Activity.Logoff],
  ['USER_LOGOUT', Activity.Logoff],
  ['CRED_DISP', Activity.Logoff],
]);

/** `op=PAM:authentication acct="alice" exe="/usr/sbin/sshd" hostname=… addr=192.0.2.7 terminal=ssh res=success`. */
function readLogon({ received, fields, head }: AuditRecord, activityId: Activity): MappedEvent {
  const source = fields.takeFirst('addr', 'hostname');
  const terminal = fields.take('terminal');
  const exe = fields.take('exe');
  const outcome = outcomeOf(fields);
  return authenticationEvent(received, {
    ...head,
    activityId,
    statusId: outcome,
    statusDetail: fields.take('op'),
    user: userOf(fields, received),
    source: source === undefined || source === '?' ? undefined : { host: source },
    isRemote: source === undefined || source === '?' ? undefined : true,
    session: sessionOf(fields, terminal),
    service: exe === undefined ? 'audit' : fileNameOf(exe),
    unmapped: fields.rest(),
  });
}

function sessionOf(
  fields: FieldBag,
  terminal: string | undefined,
): { readonly uid?: string | undefined; readonly terminal?: string | undefined } | undefined {
  const uid = fields.take('ses');
  const isNone = uid === undefined || uid === '4294967295';
  const isPlace = terminal !== undefined && terminal !== '?' && terminal !== 'ssh' && terminal !== 'cron';
  return isNone && !isPlace ? undefined : { uid: isNone ? undefined : uid, terminal: isPlace ? terminal : undefined };
}

/** Types whose operation tells what became of an account or of its groups: one type has many. */
const changesOfPeople: ReadonlySet<string> = new Set([
  'ADD_USER',
  'DEL_USER',
  'USER_MGMT',
  'GRP_MGMT',
  'USER_CHAUTHTOK',
  'ACCT_LOCK',
  'ACCT_UNLOCK',
]);

/** `op=add-user-to-group acct="bob" grp="wheel"`, `op=deleting user from group`; undefined where it is no such thing. */
function readMembership({ received, fields, head, operation }: AuditRecord): MappedEvent | undefined {
  const [, way] = /\buser[ -](to|from)[ -](?:shadow[ -])?group/.exec(operation) ?? [];
  const group = fields.peek('grp');
  if (way === undefined || group === undefined) return undefined;
  fields.take('grp');
  fields.take('op');
  return groupManagement(received, {
    ...head,
    activityId: way === 'to' ? GroupActivityId.AddUser : GroupActivityId.RemoveUser,
    outcome: outcomeOf(fields),
    group: { name: group },
    user: userOf(fields, received),
    actor: actorOf(fields),
    process: processOf(fields),
    unmapped: fields.rest(),
  });
}

function readChange(record: AuditRecord): MappedEvent | undefined {
  const { received, fields, head, type, operation } = record;
  if (type === 'GRP_MGMT') return readGroup(record, GroupActivityId.Other);
  fields.take('op');
  const activityId = accountActivity(type, operation);
  return accountChange(received, {
    ...head,
    activityId,
    activityName: activityId === AccountActivityId.Other ? 'Update' : undefined,
    outcome: outcomeOf(fields),
    statusDetail: operation === '' ? undefined : operation,
    user: userOf(fields, received),
    actor: actorOf(fields),
    process: processOf(fields),
    unmapped: fields.rest(),
  });
}

/** What is done to a home or a mailbox on the way, or to the ageing of a password, changes the account in another way. */
function accountActivity(type: string, operation: string): AccountActivityId {
  if (type === 'ACCT_LOCK') return AccountActivityId.Lock;
  if (type === 'ACCT_UNLOCK') return AccountActivityId.Enable;
  if (/\b(?:home|mail|aging|age|group)\b/.test(operation)) return AccountActivityId.Other;
  if (type === 'ADD_USER') return AccountActivityId.Create;
  if (type === 'DEL_USER') return AccountActivityId.Delete;
  const isPassword = type === 'USER_CHAUTHTOK' || /\bpassword\b/.test(operation);
  return isPassword ? AccountActivityId.PasswordChange : AccountActivityId.Other;
}

const groups: ReadonlyMap<string, GroupActivityId> = new Map([
  ['ADD_GROUP', GroupActivityId.Create],
  ['DEL_GROUP', GroupActivityId.Delete],
]);

function readGroup({ received, fields, head }: AuditRecord, activityId: GroupActivityId): MappedEvent | undefined {
  const named = fields.take('grp');
  const { name, uid } = userOf(fields, received);
  const group = named ?? (name === nobodyNamed.name ? undefined : name);
  if (group === undefined && uid === undefined) return undefined;
  return groupManagement(received, {
    ...head,
    activityId,
    activityName: activityId === GroupActivityId.Other ? 'Update' : undefined,
    outcome: outcomeOf(fields),
    group: { name: group, uid },
    actor: actorOf(fields),
    process: processOf(fields),
    unmapped: fields.rest(),
  });
}

const services: ReadonlyMap<string, LifecycleActivityId> = new Map([
  ['SERVICE_START', LifecycleActivityId.Start],
  ['SERVICE_STOP', LifecycleActivityId.Stop],
  ['DAEMON_START', LifecycleActivityId.Start],
  ['DAEMON_END', LifecycleActivityId.Stop],
  ['DAEMON_ABORT', LifecycleActivityId.Stop],
]);

function readService({ received, fields, head, type }: AuditRecord, activityId: LifecycleActivityId): MappedEvent {
  const unit = fields.take('unit') ?? (type.startsWith('DAEMON') ? 'auditd' : undefined);
  return applicationLifecycle(received, {
    ...head,
    activityId,
    application: { name: unit ?? 'unknown', vendor_name: 'unknown' },
    outcome: outcomeOf(fields),
    unmapped: fields.rest(),
  });
}

/** The system calls that run a program, by the architecture (x86-64, 32 bits of it, ARM): other calls stay generic. */
const executions: ReadonlyMap<string, readonly string[]> = new Map([
  ['c000003e', ['59', '322']],
  ['40000003', ['11', '358']],
  ['c00000b7', ['221', '281']],
]);

function isExecution(fields: FieldBag): boolean {
  const name = fields.peek('SYSCALL') ?? fields.peek('syscall') ?? '';
  if (name === 'execve' || name === 'execveat') return true;
  return executions.get(fields.peek('arch') ?? '')?.includes(fields.peek('syscall') ?? '') === true;
}

/** `SYSCALL arch=c000003e syscall=59 success=yes ppid=812 pid=4711 auid=1000 uid=0 comm="ls" exe="/usr/bin/ls"`. */
function readExecution({ received, fields, head }: AuditRecord): MappedEvent | undefined {
  const [pid, parent] = [longOf(fields.peek('pid')), longOf(fields.peek('ppid'))];
  if (!isExecution(fields) || pid === undefined || parent === undefined) return undefined;
  if (pid > 2_147_483_647 || parent > 2_147_483_647) return undefined;
  const path = fields.take('exe');
  const uid = fields.take('uid');
  return processActivity(received, {
    ...head,
    activityId: ProcessActivityId.Launch,
    outcome: outcomeOf(fields),
    target: { name: fields.take('comm'), pid },
    path,
    user: uid === undefined ? undefined : { uid },
    actor: actorOf(fields),
    process: { pid: parent },
    unmapped: fields.rest(),
  });
}

/** What the kernel says of packets goes elsewhere; these are its audit records. */
export function isAuditText({ text }: Received): boolean {
  return text.startsWith('type=') || text.startsWith('node=') || text.startsWith('audit: type=');
}
