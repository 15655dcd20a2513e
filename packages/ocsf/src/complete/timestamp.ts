const msPerDay = 86_400_000;
/** The years that four digits can say. */
const firstMs = Date.UTC(0, 0, 1) - 1900 * 365.2425 * msPerDay;
const lastMs = 253_402_300_799_999;
const datetime = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Writes epoch milliseconds as `2026-01-02T03:04:05.678Z`; remembers the last day, which rarely changes. */
export function createDatetimeWriter(): (ms: unknown) => string | undefined {
  let day = Number.NaN;
  let date = '';
  return (value) => {
    const ms = typeof value === 'bigint' ? Number(value) : value;
    if (typeof ms !== 'number' || !Number.isInteger(ms) || ms < firstMs || ms > lastMs) return undefined;
    const dayOfMs = Math.floor(ms / msPerDay);
    if (dayOfMs !== day) {
      const text = new Date(dayOfMs * msPerDay).toISOString();
      if (text.length !== 24) return undefined;
      day = dayOfMs;
      date = text.slice(0, 11);
    }
    return date + timeOfDay(ms - dayOfMs * msPerDay);
  };
}

function timeOfDay(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return `${pad(hours)}:${pad(minutes % 60)}:${pad(seconds % 60)}.${String(ms % 1000).padStart(3, '0')}Z`;
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** Epoch milliseconds of an RFC 3339 text with an offset; undefined for any other text and for days that are none. */
export function parseDatetime(text: unknown): number | undefined {
  if (typeof text !== 'string' || text.length > 40) return undefined;
  const match = datetime.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hours, minutes, seconds, fraction = '', sign, offsetHours, offsetMinutes] = match;
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds));
  const back = new Date(ms);
  if (Number(year) < 100 || back.getUTCDate() !== Number(day) || back.getUTCHours() !== Number(hours)) return undefined;
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  return ms + Number(fraction.padEnd(3, '0').slice(0, 3)) - offset;
}
