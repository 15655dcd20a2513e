import type { JsonRecord } from '../json/gather.ts';
import { epochTime } from '../../time/epoch.ts';

/** What the journal of systemd says of an entry, as `journalctl -o json` gives it. */
export interface JournalRecord {
  readonly time: number | undefined;
  readonly originalTime: string | undefined;
  readonly message: string | undefined;
  readonly priority: number | undefined;
  readonly identifier: string | undefined;
  readonly hostname: string | undefined;
  /** Names the kind of an entry that systemd itself writes. */
  readonly messageId: string | undefined;
  readonly unit: string | undefined;
  readonly cursor: string | undefined;
  /** All other fields. */
  readonly rest: Record<string, unknown>;
}

/** Whether a record is of the journal: nobody else has fields of these names. */
export function isJournalRecord(record: JsonRecord): boolean {
  return record['__REALTIME_TIMESTAMP'] !== undefined || (record['_BOOT_ID'] !== undefined && '_TRANSPORT' in record);
}

const taken: ReadonlySet<string> = new Set(['__REALTIME_TIMESTAMP', 'MESSAGE', 'PRIORITY', '__CURSOR']);

export function readJournalRecord(record: JsonRecord): JournalRecord {
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    if (!taken.has(name) && name !== '__proto__') rest[name] = value;
  }
  const originalTime = wordOf(record['__REALTIME_TIMESTAMP']);
  const time = originalTime === undefined ? Number.NaN : epochTime(Number(originalTime));
  const message = textOfField(record['MESSAGE']);
  if (message === undefined && record['MESSAGE'] !== undefined) rest['MESSAGE'] = record['MESSAGE'];
  return {
    time: Number.isNaN(time) ? undefined : time,
    originalTime,
    message,
    priority: /^[0-7]$/.test(wordOf(record['PRIORITY']) ?? '') ? Number(record['PRIORITY']) : undefined,
    identifier: wordOf(record['SYSLOG_IDENTIFIER']) ?? wordOf(record['_COMM']),
    hostname: wordOf(record['_HOSTNAME']),
    messageId: wordOf(record['MESSAGE_ID']),
    unit: wordOf(record['UNIT']) ?? wordOf(record['USER_UNIT']),
    cursor: wordOf(record['__CURSOR']),
    rest,
  };
}

/** A field is text, or its bytes as numbers where they are not printable text, or a list where it stands twice. */
function textOfField(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255)) {
    return Buffer.from(value as number[]).toString();
  }
  return undefined;
}

const maxWordLength = 1024;

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= maxWordLength ? value : undefined;
}
