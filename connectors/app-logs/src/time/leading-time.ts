import { isoTime, leadingIsoTime, offsetMinutes, type LeadingTime } from './iso.ts';
import { leadingWrittenTime, type Reading } from './written-times.ts';
import { timeInZone } from './zone-names.ts';
import type { Zone } from './zone.ts';

/** A time, with minutes east of UTC where it names a zone. */
export interface ZonedTime extends LeadingTime {
  readonly offset: number | undefined;
}

/** The time that a text has at `start`, in any form that leaves no doubt. */
export function leadingTime(line: string, start: number, { zone, receivedAt }: Reading): ZonedTime | undefined {
  const iso = leadingIsoTime(line, start, zone);
  if (iso !== undefined) return withZone(line, iso, line.slice(start, iso.end), zone);
  const written = leadingWrittenTime(start === 0 ? line : line.slice(start), { zone, receivedAt });
  if (written === undefined) return undefined;
  const { time, clock, offset } = written;
  const end = start + written.end;
  return clock === undefined ? { time, end, offset } : withZone(line, { time, end }, clock, zone);
}

/** The time of a text that is nothing else, in a form that says its year. */
export function wholeTime(text: string, zone: Zone): ZonedTime | undefined {
  const read = leadingTime(`${text} `, 0, { zone, receivedAt: Number.NaN });
  return read?.end === text.length ? read : undefined;
}

/** A zone that stands after a blank (`2026-01-15 12:00:00 +0100`, `… +01:00`, `… CET`) is of the time too. */
function withZone(line: string, leading: LeadingTime, clock: string, zone: Zone): ZonedTime {
  const [, digits, name] = zoneAfterBlank.exec(line.slice(leading.end, leading.end + maxZoneLength)) ?? [];
  const zoneText = digits ?? name ?? '';
  const time = digits === undefined ? Number.NaN : isoTime(clock + digits, zone);
  const zoned = name === undefined ? undefined : timeInZone(clock, name, zone);
  const offset = zoned === undefined ? offsetMinutes(Number.isNaN(time) ? clock : clock + zoneText) : zoned.offset;
  const isApart = zoned !== undefined || !Number.isNaN(time);
  if (!isApart) return { ...leading, offset };
  return { time: zoned === undefined ? time : zoned.time, end: leading.end + 1 + zoneText.length, offset };
}

/** ` +01:00` and what follows it. */
const maxZoneLength = 8;
const zoneAfterBlank = /^ (?:([+-]\d\d:?\d\d(?!\d)|[+-]\d\d(?= \[))|([A-Z]{3,4})(?![A-Za-z]))/;
