/** Minutes east of UTC at a moment (epoch milliseconds). */
export type Zone = (ms: number) => number;

const fixed = /^(?:UTC|Z|([+-])(\d{2}):?(\d{2}))$/;
const msPerHour = 3_600_000;
const maxKept = 512;

/** `UTC`, `+02:00` or a name of the IANA database (`Europe/Berlin`); undefined where there is no such zone. */
export function createZone(name: string): Zone | undefined {
  const match = fixed.exec(name);
  if (match !== null) {
    const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
    return () => (match[1] === '-' ? -minutes : minutes);
  }
  const format = formatOf(name);
  return format === undefined ? undefined : namedZone(format);
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(timeZone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

/** Asks for the offset once an hour of the time line; what it knows it keeps, within bounds. */
function namedZone(format: Intl.DateTimeFormat): Zone {
  const kept = new Map<number, number>();
  return (ms) => {
    const hour = Math.floor(ms / msPerHour);
    const known = kept.get(hour);
    if (known !== undefined) return known;
    const offset = offsetAt(format, hour * msPerHour);
    if (kept.size >= maxKept) kept.clear();
    kept.set(hour, offset);
    return offset;
  };
}

function offsetAt(format: Intl.DateTimeFormat, ms: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - ms) / 60_000);
}

/** The moment at which clocks of the zone show `local` (as if it were UTC). The earlier one where they show it twice. */
export function fromLocal(local: number, zone: Zone): number {
  const before = local - zone(local - 24 * msPerHour) * 60_000;
  if (before + zone(before) * 60_000 === local) return before;
  return local - zone(before) * 60_000;
}
