import type { JsonRecord } from '../json/gather.ts';
import { isoTime, offsetMinutes } from '../../time/iso.ts';
import { utc } from '../../time/zone.ts';
import type { Wrapping } from './wrapped.ts';

const known: ReadonlySet<string> = new Set(['log', 'stream', 'time', 'attrs']);

/**
 * Takes the wrapping off a line of Docker's json-file driver: `{"log":"the line\n","stream":"stdout","time":"…"}`.
 * Undefined where it is none: anything beside these fields is somebody else's record.
 */
export function dockerLine(
  record: JsonRecord,
  line: string,
): { readonly wrapping: Wrapping; readonly content: string } | undefined {
  const { log, stream, time, attrs } = record;
  if (typeof log !== 'string' || typeof time !== 'string') return undefined;
  if (stream !== 'stdout' && stream !== 'stderr') return undefined;
  for (const name in record) if (!known.has(name)) return undefined;
  const at = time.length <= 40 ? isoTime(time, utc) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  const fields = {
    stream,
    // Docker cuts lines at 16 KiB; only the last piece has the line's end.
    ...(log.endsWith('\n') ? {} : { partial: true }),
    ...(attrs === undefined ? {} : { attrs }),
  };
  return {
    wrapping: { line, time: at, timezoneOffset: offsetMinutes(time), originalTime: time, name: 'container', fields },
    content: log.replace(/\r?\n$/, ''),
  };
}
