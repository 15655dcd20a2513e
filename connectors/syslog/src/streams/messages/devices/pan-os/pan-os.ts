import type { MappedEvent } from '@sluice/connector';
import { csvReader, type Fields } from '@sluice/mapping/formats';
import { baseEvent } from '../../events/base-event.ts';
import type { Received } from '../../received.ts';
import { fieldBag } from '../../text/field-bag.ts';
import { layouts } from './layout.ts';
import { readAuthentication, readConfig, readGlobalProtect, readSystem, readUserId } from './management.ts';
import { isSeverity, readLog, type PanReader } from './pan-os-log.ts';
import { readCorrelation, readSession, readThreat, readTraffic } from './sessions.ts';

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

const parsers = new Map([...layouts].map(([type, columns]) => [type, csvReader({ columns, separator: ',' })] as const));
const parseValues = csvReader({ columns: [], separator: ',' });

/** Logs of PAN-OS in its default format; undefined where the text has no such beginning. */
export function mapPanOs(received: Received): MappedEvent | undefined {
  const type = typeOf(received.text);
  if (type === undefined) return undefined;
  const parse = parsers.get(type);
  const fields = parse?.(wholeLayout(received.text, type)) as Fields | undefined;
  if (fields === undefined) return undefined;
  const log = readLog(received, fieldBag(fields));
  return readers.get(type)?.(log) ?? baseEvent(received, { ...log.head, unmapped: log.fields.rest() });
}

/** The fourth value: `1,2026/01/14 09:12:01,0123456789,TRAFFIC,…`. */
function typeOf(text: string): string | undefined {
  const code = text.charCodeAt(0);
  if (!(code >= 0x30 && code <= 0x39) && code !== 0x2c) return undefined;
  const match = /^\d{0,12},[\d/:.TZ+ -]{10,40},[^,]{0,40},([A-Za-z-]{3,20}),/.exec(text.slice(0, 128));
  const type = match?.[1]?.toUpperCase();
  return type !== undefined && layouts.has(type) ? type : undefined;
}

/**
 * Two types lack values in the middle in some releases: SYSTEM its virtual system, CONFIG the two changes. They are
 * found by what cannot be mistaken, a severity and the flags in hexadecimal digits, and given their empty places.
 */
function wholeLayout(text: string, type: string): string {
  if (type !== 'SYSTEM' && type !== 'CONFIG') return text;
  const values = valuesOf(text);
  const isShort =
    type === 'SYSTEM' ? !isSeverity(values[13]) && isSeverity(values[12]) : isFlags(values[15]) && !isFlags(values[17]);
  if (!isShort) return text;
  const [at, missing] = type === 'SYSTEM' ? [7, ['']] : [14, ['', '']];
  return values
    .toSpliced(at, 0, ...missing)
    .map(quoted)
    .join(',');
}

/** The values without names: the reader keeps those beyond its columns, here all of them, in a list. */
function valuesOf(text: string): readonly string[] {
  const rest = (parseValues(text) as Fields)['_rest'];
  return Array.isArray(rest) ? rest.map(String) : [];
}

function isFlags(text: string | undefined): boolean {
  return text?.startsWith('0x') === true;
}

function quoted(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
