import { minutesOfZone } from '@sluice/connector/time';

const dayMs = 86_400_000;
const quarterHourMs = 900_000;
/** Days remembered at a time; past that all are forgotten and learnt again. */
const maxDays = 4096;

/** A time zone that turns local times into instants. */
export interface Zone {
  /**
   * Epoch milliseconds of a local time, given as if it were UTC. A time that the zone skipped moves on by the skipped
   * hour; of a time that it had twice, it is the first. NaN where the zone cannot be told.
   */
  toEpoch(localMs: number): number;
}

export const utc: Zone = { toEpoch: (localMs) => localMs };

/** Undefined for what is no abbreviation of a zone. `configured` decides between the zones that one may stand for. */
export function zoneNamed(name: string, configured: Zone): Zone | undefined {
  if (minutesOfZone(name, undefined) === undefined) return undefined;
  return {
    toEpoch(localMs) {
      const offset = configured === utc ? undefined : (localMs - configured.toEpoch(localMs)) / 60_000;
      return localMs - (minutesOfZone(name, offset) ?? Number.NaN) * 60_000;
    },
  };
}

/** A zone by its IANA name; knows daylight saving time. Offsets are asked of Intl once a day of the logs, then kept. */
export function createZone(name: string): Zone {
  if (name === 'UTC') return utc;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const ask = (utcMs: number): number => offsetOf(format, utcMs);
  const offsetOfDay = remember(maxDays, (day: number) => {
    const first = ask(day * dayMs);
    return ask((day + 1) * dayMs - 1) === first ? first : undefined;
  });
  // Only days on which the clock is put forward or back get here. Clocks are put at whole quarters of an hour.
  const offsetOfQuarter = remember(maxDays, (quarter: number) => ask(quarter * quarterHourMs));
  const offsetAt = (utcMs: number): number =>
    offsetOfDay(Math.floor(utcMs / dayMs)) ?? offsetOfQuarter(Math.floor(utcMs / quarterHourMs));
  return {
    toEpoch(localMs) {
      const early = localMs - offsetAt(localMs - dayMs);
      if (early + offsetAt(early) === localMs) return early;
      const late = localMs - offsetAt(early);
      return late + offsetAt(late) === localMs ? late : early;
    },
  };
}

function remember<Result>(maxEntries: number, compute: (key: number) => Result): (key: number) => Result {
  const known = new Map<number, { readonly result: Result }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.result;
    const result = compute(key);
    if (known.size >= maxEntries) known.clear();
    known.set(key, { result });
    return result;
  };
}

/** `GMT`, `GMT+2`, `GMT+05:30` or `GMT-00:25:21` at the end of a formatted date. */
const offsetPattern = /GMT(?:([+-])(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?)?$/;

function offsetOf(format: Intl.DateTimeFormat, utcMs: number): number {
  const [, sign, ...parts]: readonly (string | undefined)[] = offsetPattern.exec(format.format(utcMs)) ?? [];
  const seconds = parts.reduce((sum, part) => sum * 60 + Number(part ?? 0), 0);
  return (sign === '-' ? -seconds : seconds) * 1000;
}
