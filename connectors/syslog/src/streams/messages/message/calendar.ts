import type { Zone } from './zone.ts';

/** What a timestamp without a year or zone is read by. */
export interface Clock {
  /** Epoch milliseconds at which the message was received. */
  readonly receivedAt: number;
  readonly zone: Zone;
}

/** A date and time as written; `year` is undefined where none was. */
export interface LocalTime {
  readonly year: number | undefined;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const daysOfMonth: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A sender's clock may be ahead of ours, and its zone may not be the configured one. */
const toleratedFutureMs = 86_400_000;
/** February 29 comes back after at most eight years. */
const yearsBack = 8;

/**
 * Epoch milliseconds of a written time, or undefined where there is no such time. Without a year it is the latest year
 * that does not put it more than a day after its receipt. A leap second counts as the second before it.
 */
export function epochOf(time: LocalTime, zone: Zone, receivedAt: number): number | undefined {
  if (!isPossible(time)) return undefined;
  if (time.year !== undefined) return epochIn(time.year, time, zone);
  const newest = new Date(receivedAt + toleratedFutureMs).getUTCFullYear();
  for (let year = newest; year >= newest - yearsBack; year -= 1) {
    const epoch = epochIn(year, time, zone);
    if (epoch !== undefined && epoch <= receivedAt + toleratedFutureMs) return epoch;
  }
  return undefined;
}

function isPossible({ year, month, day, hour, minute, second }: LocalTime): boolean {
  if (year !== undefined && (year < 1970 || year > 9999)) return false;
  if (day < 1 || day > (daysOfMonth[month] ?? 0)) return false;
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60;
}

function epochIn(year: number, time: LocalTime, zone: Zone): number | undefined {
  if (time.month === 1 && time.day === 29 && !isLeap(year)) return undefined;
  const second = Math.min(time.second, 59);
  const local = Date.UTC(year, time.month, time.day, time.hour, time.minute, second, time.millisecond);
  const epoch = zone.toEpoch(local);
  return epoch >= 0 ? epoch : undefined;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
