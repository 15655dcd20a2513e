import { civilTime } from './iso.ts';
import { instantOf, type Zone } from './zone.ts';

const dayMs = 86_400_000;

/** A day of the year and a time of day, as forms of time have it that leave the year out. */
export interface YearlessTime {
  readonly month: number;
  readonly day: number;
  /** Ms since midnight. */
  readonly clock: number;
}

/**
 * The last such moment before the record was received (clocks may differ by a day). NaN where no clock or calendar of
 * this year and the last two has it.
 */
export function lastBefore({ month, day, clock }: YearlessTime, receivedAt: number, zone: Zone): number {
  const year = new Date(receivedAt + dayMs).getUTCFullYear();
  for (const candidate of [year, year - 1, year - 2]) {
    const time = instantOf(civilTime(candidate, month, day) + clock, zone);
    if (time <= receivedAt + dayMs) return time;
  }
  return Number.NaN;
}
