import type { MappedEvent } from '@sluice/connector';
import { keyValueReader, type Fields } from '@sluice/mapping/formats';
import { AccountActivityId, accountChange } from '../events/account-change.ts';
import { applicationLifecycle, LifecycleActivityId } from '../events/application-lifecycle.ts';
import { Activity, authenticationEvent, Status } from '../events/authentication.ts';
import { baseEvent, type HeadFacts } from '../events/base-event.ts';
import { fileNameOf } from '../events/file.ts';
import type { Outcome } from '../events/frame.ts';
import { GroupActivityId, groupManagement } from '../events/group-management.ts';
import { processActivity, ProcessActivityId } from '../events/process-activity.ts';
import { nobodyNamed, type UserFacts } from '../events/user.ts';
import { longOf, secondsOf } from '../events/values.ts';
import type { Received } from '../received.ts';
import { fieldBag, type FieldBag } from '../text/field-bag.ts';

const product = { vendor_name: 'Linux', name: 'Audit' };
const read = keyValueReader({ separator: ' ', assign: '=' });
const start =
  /^(?:node=(\S{1,255}) )?type=([A-Z][A-Z0-9_]{1,31}|UNKNOWN\[\d{1,6}\]) msg=audit\((\d{1,12}\.\d{1,6}):(\d{1,15})\): ?/;

interface AuditRecord {
  readonly received: Received;
  readonly type: string;
  readonly fields: FieldBag;
  readonly head: HeadFacts & { readonly device?: { readonly hostname: string } | undefined };
}

/**
 * Records of the Linux audit daemon, as audisp-syslog and rsyslog forward them. Records that are parts of one event keep
 * its number in `metadata.uid`. Undefined where the text is no record.
 */
export function mapAudit(received: Received): MappedEvent | undefined {
  const [head, node, type, seconds, serial] = start.exec(received.text) ?? [];
  if (head === undefined || type === undefined || serial === undefined) return undefined;
  const record: AuditRecord = {
    received,
    type,
    fields: fieldBag(fieldsOf(received.text.slice(head.length))),
    head: {
      product,
      eventCode: type,
      time: secondsOf(seconds),
      originalTime: seconds,
      eventUid: `${seconds ?? ''}:${serial}`,
      device: node === undefined ? undefined : { hostname: node },
    },
  };
  return eventOf(record) ?? baseEvent(received, { ...record.head, unmapped: record.fields.rest() });
}

/** The fields, and those that stand in `msg='…'` of records that programs write. */
function fieldsOf(text: string): Fields {
  const quote = text.indexOf("msg='");
  // The kernel and auditd part the enriched names of ids from the record by this character.
  const plain = (part: string): Fields => (read(part.replaceAll('\u001d', ' ')) ?? {}) as Fields;
  if (quote === -1) return plain(text);
  const end = text.lastIndexOf("'");
  const inner = text.slice(quote + 5, end > quote + 5 ? end : text.length);
  return { ...plain(text.slice(0, quote)), ...plain(inner) };
}

function eventOf(record: AuditRecord): MappedEvent | undefined {
  const logon = logons.get(record.type);
  if (logon !== undefined) return readLogon(record, logon);
  const account = accounts.get(record.type);
  if (account !== undefined) return readAccount(record, account);
  const group = groups.get(record.type);
  if (group !== undefined) return readGroup(record, group);
  const service = services.get(record.type);
  if (service !== undefined) return readService(record, service);
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

/** Whom it is about: by name, else by id; 4294967295 is nobody yet. A name without quotes is in hexadecimal digits. */
function userOf(fields: FieldBag, { text }: Received): UserFacts {
  const name = fields.take('acct');
  const uid = fields.take('id');
  const isHex = name !== undefined && /^(?:[0-9A-F]{2}){1,64}$/.test(name) && !text.includes(`acct="${name}"`);
  const plain = isHex ? Buffer.from(name, 'hex').toString('latin1') : name;
  const isKnown = plain !== undefined && plain !== '(unknown)' && plain !== '(invalid user)' && plain !== '?';
  const facts = { name: isKnown ? plain : undefined, uid: uid === '4294967295' ? undefined : uid };
  return facts.name === undefined && facts.uid === undefined ? nobodyNamed : facts;
}

function outcomeOf(fields: FieldBag): Outcome {
  const result = fields.takeFirst('res', 'success', 'result');
  if (result === 'success' || result === 'yes' || result === '1') return Status.Success;
  return result === 'failed' || result === 'no' || result === '0' ? Status.Failure : Status.Unknown;
}

/** Who was logged on when it was done: `auid`, which su and sudo do not change. */
function actorOf(fields: FieldBag): UserFacts | undefined {
  const uid = fields.take('auid');
  const name = fields.take('AUID');
  return uid === undefined || uid === '4294967295' ? undefined : { uid, name: name === 'unset' ? undefined : name };
}

function processOf(fields: FieldBag): { readonly name?: string | undefined; readonly pid: number } | undefined {
  const pid = longOf(fields.peek('pid'));
  const exe = fields.peek('exe');
  if (pid === undefined || pid > 2_147_483_647) return undefined;
  fields.take('pid');
  return { pid, name: exe === undefined ? undefined : fileNameOf(exe) };
}

const accounts: ReadonlyMap<string, AccountActivityId> = new Map([
  ['ADD_USER', AccountActivityId.Create],
  ['DEL_USER', AccountActivityId.Delete],
  ['USER_CHAUTHTOK', AccountActivityId.PasswordChange],
  ['ACCT_LOCK', AccountActivityId.Lock],
  ['ACCT_UNLOCK', AccountActivityId.Enable],
]);

function readAccount({ received, fields, head }: AuditRecord, activityId: AccountActivityId): MappedEvent {
  return accountChange(received, {
    ...head,
    activityId,
    outcome: outcomeOf(fields),
    statusDetail: fields.take('op'),
    user: userOf(fields, received),
    actor: actorOf(fields),
    process: processOf(fields),
    unmapped: fields.rest(),
  });
}

const groups: ReadonlyMap<string, GroupActivityId> = new Map([
  ['ADD_GROUP', GroupActivityId.Create],
  ['DEL_GROUP', GroupActivityId.Delete],
]);

function readGroup({ received, fields, head }: AuditRecord, activityId: GroupActivityId): MappedEvent | undefined {
  const { name, uid } = userOf(fields, received);
  const group = fields.take('grp') ?? (name === nobodyNamed.name ? undefined : name);
  if (group === undefined && uid === undefined) return undefined;
  return groupManagement(received, {
    ...head,
    activityId,
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

/** The system calls of x86-64 (59, 322) and ARM (221, 281) that run a program; other calls stay generic. */
const executions: ReadonlySet<string> = new Set(['59', '322', '221', '281', 'execve', 'execveat']);

/** `SYSCALL … syscall=59 success=yes ppid=812 pid=4711 auid=1000 uid=0 comm="ls" exe="/usr/bin/ls"`. */
function readExecution({ received, fields, head }: AuditRecord): MappedEvent | undefined {
  const call = fields.peek('SYSCALL') ?? fields.peek('syscall') ?? '';
  const [pid, parent] = [longOf(fields.peek('pid')), longOf(fields.peek('ppid'))];
  if (!executions.has(call) || pid === undefined || parent === undefined) return undefined;
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
