/** The years that four digits can say. */
const firstMs = -62_167_219_200_000;
const lastMs = 253_402_300_799_999;
const datetime = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Writes epoch milliseconds as `2026-01-02T03:04:05.678Z`; remembers the last second, which most events share. */
export function createDatetimeWriter(): (ms: unknown) => string | undefined {
  const milliseconds = Array.from({ length: 1_000 }, (_, ms) => `${String(ms).padStart(3, '0')}Z`);
  let lastSecond = Number.NaN;
  let text = '';
  return (value) => {
    const ms = typeof value === 'bigint' ? Number(value) : value;
    if (typeof ms !== 'number' || !Number.isInteger(ms) || ms < firstMs || ms > lastMs) return undefined;
    const second = Math.floor(ms / 1_000);
    if (second !== lastSecond) {
      lastSecond = second;
      text = new Date(second * 1_000).toISOString().slice(0, 20);
    }
    return text + milliseconds[ms - second * 1_000]!;
  };
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
