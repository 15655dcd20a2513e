import { keyValueReader, type Fields } from '@sluice/mapping/formats';
import type { HeadFacts } from '../events/base-event.ts';
import { fileNameOf } from '../events/file.ts';
import { Outcome } from '../events/frame.ts';
import { nobodyNamed, type UserFacts } from '../events/user.ts';
import { longOf, secondsOf } from '../events/values.ts';
import type { Received } from '../received.ts';
import { fieldBag, type FieldBag } from '../text/field-bag.ts';

/** A record of the Linux audit system. */
export interface AuditRecord {
  readonly received: Received;
  /** `USER_LOGIN`, `SYSCALL`; the kernel writes numbers for them. */
  readonly type: string;
  /** What was done, in the words of the program that wrote the record; empty where it says nothing. */
  readonly operation: string;
  readonly fields: FieldBag;
  readonly head: HeadFacts & { readonly device?: { readonly hostname: string } | undefined };
}

const product = { vendor_name: 'Linux', name: 'Audit' };
const read = keyValueReader({ separator: ' ', assign: '=' });
const start =
  /^(?:audit: )?(?:node=(\S{1,255}) )?type=([A-Z][A-Z0-9_]{1,31}|UNKNOWN\[\d{1,6}\]|\d{4}) (?:msg=)?audit\((\d{1,12}\.\d{1,6}):(\d{1,15})\): ?/;
const startInJournal = /^([A-Z][A-Z0-9_]{2,31}) (?=[a-z]{2,16}=)/;

/**
 * `type=USER_LOGIN msg=audit(1:2): …` of the daemon, `audit: type=1112 audit(1:2): …` of the kernel, and `USER_LOGIN …` as
 * the journal has it. Undefined where the text is no record.
 */
export function readAuditRecord(received: Received): AuditRecord | undefined {
  const { text } = received;
  const [head, node, type, seconds, serial] = start.exec(text) ?? [];
  const written = type ?? startInJournal.exec(text)?.[1];
  if (written === undefined) return undefined;
  const rest = text.slice((head ?? written).length);
  const name = names.get(written) ?? written;
  return {
    received,
    type: name,
    operation: /(?:^|[ '])op=([A-Za-z][A-Za-z: -]{1,64}?)(?= [a-z]{2,16}=|'|$)/.exec(rest)?.[1] ?? '',
    fields: fieldBag(fieldsOf(rest)),
    head: {
      product,
      eventCode: name,
      time: secondsOf(seconds),
      originalTime: seconds,
      eventUid: serial === undefined ? undefined : `${seconds ?? ''}:${serial}`,
      device: node === undefined ? undefined : { hostname: node },
    },
  };
}

/** Names of the numbers that the kernel writes. */
const names: ReadonlyMap<string, string> = new Map([
  ['1100', 'USER_AUTH'],
  ['1101', 'USER_ACCT'],
  ['1102', 'USER_MGMT'],
  ['1103', 'CRED_ACQ'],
  ['1104', 'CRED_DISP'],
  ['1105', 'USER_START'],
  ['1106', 'USER_END'],
  ['1108', 'USER_CHAUTHTOK'],
  ['1109', 'USER_ERR'],
  ['1110', 'CRED_REFR'],
  ['1112', 'USER_LOGIN'],
  ['1113', 'USER_LOGOUT'],
  ['1114', 'ADD_USER'],
  ['1115', 'DEL_USER'],
  ['1116', 'ADD_GROUP'],
  ['1117', 'DEL_GROUP'],
  ['1123', 'USER_CMD'],
  ['1130', 'SERVICE_START'],
  ['1131', 'SERVICE_STOP'],
  ['1132', 'GRP_MGMT'],
  ['1200', 'DAEMON_START'],
  ['1201', 'DAEMON_END'],
  ['1202', 'DAEMON_ABORT'],
  ['1300', 'SYSCALL'],
  ['1305', 'CONFIG_CHANGE'],
  ['1309', 'EXECVE'],
  ['1400', 'AVC'],
]);

/** The fields, and those that stand in `msg='…'` of records that programs write. */
function fieldsOf(text: string): Fields {
  const quote = text.indexOf("msg='");
  // The kernel and auditd part the enriched names of ids from the record by this character.
  const plain = (part: string): Fields => (read(part.replaceAll('\u001d', ' ')) ?? {}) as Fields;
  if (quote === -1) return plain(text);
  const inner = text.slice(quote + 5);
  const end = inner.lastIndexOf("'");
  return { ...plain(text.slice(0, quote)), ...plain(unbracketed(end === -1 ? inner : inner.slice(0, end))) };
}

/** Old releases: `acct="root" : exe="/usr/sbin/sshd" (hostname=192.0.2.7, addr=192.0.2.7, terminal=ssh res=failed)`. */
function unbracketed(text: string): string {
  return text.replace(/ \((hostname=.*?)\)?$/s, (_, place: string) => ` ${place.replaceAll(', ', ' ')}`);
}

/** Whom it is about: by name, else by id; 4294967295 is nobody yet. A name without quotes is in hexadecimal digits. */
export function userOf(fields: FieldBag, { text }: Received): UserFacts {
  const name = fields.takeFirst('acct', 'user');
  const uid = fields.take('id');
  const isHex = name !== undefined && /^(?:[0-9A-F]{2}){1,64}$/.test(name) && !text.includes(`"${name}"`);
  const plain = isHex ? Buffer.from(name, 'hex').toString('latin1') : name;
  const isKnown = plain !== undefined && plain !== '(unknown)' && plain !== '(invalid user)' && plain !== '?';
  const facts = { name: isKnown ? plain : undefined, uid: uid === '4294967295' ? undefined : uid };
  return facts.name === undefined && facts.uid === undefined ? nobodyNamed : facts;
}

export function outcomeOf(fields: FieldBag): Outcome {
  const result = fields.takeFirst('res', 'success', 'result')?.toLowerCase();
  if (result === 'success' || result === 'yes' || result === '1') return Outcome.Success;
  return result === 'failed' || result === 'no' || result === '0' ? Outcome.Failure : Outcome.Unknown;
}

/** Who was logged on when it was done: `auid`, which su and sudo do not change. */
export function actorOf(fields: FieldBag): UserFacts | undefined {
  const uid = fields.take('auid');
  const name = fields.take('AUID');
  return uid === undefined || uid === '4294967295' ? undefined : { uid, name: name === 'unset' ? undefined : name };
}

export function processOf(fields: FieldBag): { readonly name?: string | undefined; readonly pid: number } | undefined {
  const pid = longOf(fields.peek('pid'));
  const exe = fields.peek('exe');
  if (pid === undefined || pid > 2_147_483_647) return undefined;
  fields.take('pid');
  return { pid, name: exe === undefined ? undefined : fileNameOf(exe) };
}
