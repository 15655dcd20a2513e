import type { MappedEvent } from '@sluice/connector';
import { baseEvent } from '../../events/base-event.ts';
import type { Received } from '../../received.ts';
import type { FieldBag } from '../../text/field-bag.ts';
import { csvValues, valueBag } from '../../text/csv-values.ts';
import { layouts } from './layout.ts';
import { readAuthentication, readConfig, readGlobalProtect, readUserId } from './management.ts';
import { isSeverity, readLog, type PanReader } from './pan-os-log.ts';
import { mapAuditTrail } from './audit-trail.ts';
import { readCorrelation, readSession, readThreat, readTraffic } from './sessions.ts';
import { readSystem } from './system.ts';

/** Types without a reader are generic events with all their fields by name. */
const readers: ReadonlyMap<string, PanReader> = new Map<string, PanReader>([
  ['TRAFFIC', readTraffic],
  ['THREAT', readThreat],
  ['SYSTEM', readSystem],
  ['CONFIG', readConfig],
  ['GLOBALPROTECT', readGlobalProtect],
  ['USERID', readUserId],
  ['AUTHENTICATION', readAuthentication],
  ['CORRELATION', readCorrelation],
  ...['DECRYPTION', 'START', 'END', 'TUNNEL', 'GTP', 'SCTP'].map((type) => [type, readSession] as const),
]);

/** Logs of PAN-OS in its default format; undefined where the text has no such beginning. */
export function mapPanOs(received: Received): MappedEvent | undefined {
  const type = typeOf(received.text);
  if (type === undefined) return mapAuditTrail(received);
  const layout = layouts.get(type);
  if (layout === undefined) return undefined;
  return mapPanOsFields(received, valueBag(layout, wholeValues(csvValues(received.text), type)));
}

/** A log by the names of its fields; its type is one of them. Undefined where that is none of PAN-OS. */
export function mapPanOsFields(received: Received, fields: FieldBag, time?: number): MappedEvent | undefined {
  const type = fields.peek('type') ?? '';
  if (!layouts.has(type.toUpperCase())) return undefined;
  const read = readLog(received, fields);
  const log = time === undefined ? read : { ...read, head: { ...read.head, time } };
  return readers.get(type.toUpperCase())?.(log) ?? baseEvent(received, { ...log.head, unmapped: log.fields.rest() });
}

/** The fourth value: `1,2026/01/14 09:12:01,0123456789,TRAFFIC,…`. */
function typeOf(text: string): string | undefined {
  return /^\d{0,12},[\d/:.TZ+ -]{10,40},[^,]{0,40},([A-Za-z-]{3,20}),/.exec(text)?.[1]?.toUpperCase();
}

/**
 * Two types lack values in the middle in some releases: SYSTEM its virtual system, CONFIG the two changes, which some
 * put at the end. They are found by what cannot be mistaken, a severity and the flags in hexadecimal digits, and given
 * their places.
 */
function wholeValues(values: readonly string[], type: string): readonly string[] {
  if (type === 'SYSTEM' && !isSeverity(values[13]) && isSeverity(values[12])) return values.toSpliced(7, 0, '');
  if (type !== 'CONFIG' || !isFlags(values[15]) || isFlags(values[17])) return values;
  const [before = '', after = ''] = values.slice(26);
  return values.toSpliced(26, 2).toSpliced(14, 0, before, after);
}

function isFlags(text: string | undefined): boolean {
  return text?.startsWith('0x') === true;
}
