/** Minutes-exact offsets of a time zone, as plain data. */
export interface Zone {
  /** Offset in ms before the first transition. */
  readonly first: number;
  /** Instants (epoch ms) from which another offset holds, ascending. */
  readonly instants: readonly number[];
  readonly offsets: readonly number[];
}

export const utc: Zone = { first: 0, instants: [], offsets: [] };

/** Whether no other zone than UTC is meant, as where none is configured. */
export function isUtc({ first, instants }: Zone): boolean {
  return first === 0 && instants.length === 0;
}

const fixedOffset = /^([+-])(\d{2}):?(\d{2})$/;

/** Whether a name is `UTC`, an offset such as `+03:30`, or an IANA name that this runtime knows. */
export function isTimeZone(name: string): boolean {
  if (offsetOf(name) !== undefined) return true;
  // The runtime takes offsets that no place has.
  if (fixedOffset.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function offsetOf(name: string): number | undefined {
  const match = fixedOffset.exec(name);
  if (match === null) return name === 'UTC' || name === 'Z' ? 0 : undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return minutes <= 18 * 60 ? (match[1] === '-' ? -minutes : minutes) * 60_000 : undefined;
}

const earliest = Date.parse('1990-01-01');
const latest = Date.parse('2060-01-01');
const stepMs = 6 * 86_400_000;

/**
 * The offsets of a zone from 1990 to 2060; outside, the nearest one holds. Takes some ms for an IANA name: made once,
 * not for each record. Throws a RangeError for a name that `isTimeZone` refuses.
 */
export function zoneOf(name: string): Zone {
  const fixed = offsetOf(name);
  if (fixed !== undefined) return { first: fixed, instants: [], offsets: [] };
  const readOffset = offsetReader(name);
  const instants: number[] = [];
  const offsets: number[] = [];
  let before = readOffset(earliest);
  const first = before;
  for (let at = earliest; at < latest; at += stepMs) {
    const after = readOffset(at + stepMs);
    if (after === before) continue;
    instants.push(transitionBetween(at, at + stepMs, before, readOffset));
    offsets.push(after);
    before = after;
  }
  return { first, instants, offsets };
}

function transitionBetween(from: number, to: number, before: number, readOffset: (at: number) => number): number {
  let low = from;
  let high = to;
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000;
    if (readOffset(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetReader(name: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
  return (at) => {
    const text = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    return offsetOf(text.slice('GMT'.length, 'GMT+00:00'.length)) ?? 0;
  };
}

/** Epoch ms of a wall-clock reading (given as if it were UTC). In the hour that a clock goes back, the earlier one. */
export function instantOf(wallClock: number, zone: Zone): number {
  if (zone.instants.length === 0) return wallClock - zone.first;
  const guess = wallClock - offsetAt(wallClock, zone);
  const earlier = wallClock - offsetAt(guess - 3 * 3_600_000, zone);
  return offsetAt(earlier, zone) === wallClock - earlier ? earlier : wallClock - offsetAt(guess, zone);
}

function offsetAt(instant: number, zone: Zone): number {
  let low = 0;
  let high = zone.instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((zone.instants[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? zone.first : (zone.offsets[low - 1] ?? zone.first);
}
