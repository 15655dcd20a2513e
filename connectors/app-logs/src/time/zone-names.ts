import { minutesOfZone } from '@sluice/connector/time';
import { isoTime, offsetMinutes } from './iso.ts';
import { isUtc, type Zone } from './zone.ts';

export interface ZonedTime {
  /** NaN where nothing tells which of several zones is meant. */
  readonly time: number;
  readonly offset: number | undefined;
}

/**
 * The time that a clock shows in the zone of this abbreviation; of one that stands for several, in the configured zone,
 * where one is. Undefined where this is no zone's name, or the clock shows no time.
 */
export function timeInZone(clock: string, name: string, zone: Zone): ZonedTime | undefined {
  if (minutesOfZone(name, undefined) === undefined) return undefined;
  const read = isoTime(`${clock}Z`, zone);
  if (Number.isNaN(read)) return undefined;
  const configured = isUtc(zone) ? undefined : (read - isoTime(clock, zone)) / 60_000;
  const offset = minutesOfZone(name, configured) ?? Number.NaN;
  return { time: read - offset * 60_000, offset: Number.isNaN(offset) ? undefined : offset };
}

const apart = /^(.{19,29}) (Z|[+-]\d\d:?\d\d)(?: [A-Z]{3,5}|$)/;
const byName = /^(.{19,29}) ([A-Z]{3,5})$/;

/** A time whose zone stands behind a blank: `2026-01-15 12:00:00 +0100`, `… +0100 CET`, `… Z`, `… CET`. */
export function spacedTime(text: string, zone: Zone): ZonedTime | undefined {
  const [, clock = '', digits = ''] = apart.exec(text) ?? [];
  if (digits !== '') {
    const time = isoTime(clock + digits, zone);
    return Number.isNaN(time) ? undefined : { time, offset: offsetMinutes(clock + digits) };
  }
  const [, shown = '', name = ''] = byName.exec(text) ?? [];
  return name === '' ? undefined : timeInZone(shown, name, zone);
}
