import { isoTime, offsetMinutes } from './iso.ts';
import { isUtc, type Zone } from './zone.ts';

/** Minutes east of UTC of the names that stand for one offset, whoever writes them. */
const offsets: ReadonlyMap<string, number> = new Map([
  ...named(0, 'UTC GMT WET'),
  ...named(60, 'CET MET WEST WAT'),
  ...named(120, 'CEST MEST EET CAT SAST'),
  ...named(180, 'EEST MSK EAT IDT'),
  ...named(300, 'PKT'),
  ...named(420, 'WIB'),
  ...named(480, 'HKT AWST WITA'),
  ...named(540, 'JST KST WIT'),
  ...named(570, 'ACST'),
  ...named(600, 'AEST'),
  ...named(630, 'ACDT'),
  ...named(660, 'AEDT'),
  ...named(720, 'NZST'),
  ...named(780, 'NZDT'),
  ...named(-600, 'HST'),
  ...named(-540, 'AKST'),
  ...named(-480, 'AKDT PST'),
  ...named(-420, 'PDT MST'),
  ...named(-360, 'MDT'),
  ...named(-300, 'CDT EST'),
  ...named(-240, 'EDT'),
  ...named(-210, 'NST'),
  ...named(-180, 'ADT'),
  ...named(-150, 'NDT'),
]);

/** Names that stand for several: of India, Israel and Ireland; of China, Cuba and the middle of America… */
const ambiguous: ReadonlySet<string> = new Set(['IST', 'CST', 'BST', 'AST', 'SST', 'GST', 'WST', 'SGT', 'PHT']);

function named(minutes: number, names: string): readonly (readonly [name: string, minutes: number])[] {
  return names.split(' ').map((name) => [name, minutes] as const);
}

export interface ZonedTime {
  /** NaN where nothing tells which of several zones is meant. */
  readonly time: number;
  readonly offset: number | undefined;
}

/**
 * The time that a clock shows in the zone of this name. A name of several zones is that of the configuration, where
 * that names one. Undefined where this is no zone's name, or the clock shows no time.
 */
export function timeInZone(clock: string, name: string, zone: Zone): ZonedTime | undefined {
  const offset = offsets.get(name);
  if (offset === undefined && !ambiguous.has(name)) return undefined;
  const read = isoTime(`${clock}Z`, zone);
  if (Number.isNaN(read)) return undefined;
  if (offset !== undefined) return { time: read - offset * 60_000, offset };
  return { time: isUtc(zone) ? Number.NaN : isoTime(clock, zone), offset: undefined };
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
