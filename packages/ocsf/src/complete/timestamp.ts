const msPerDay = 86_400_000;
/** The years that four digits can say. */
const firstMs = -62_167_219_200_000;
const lastMs = 253_402_300_799_999;
const datetime = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Writes epoch milliseconds as `2026-01-02T03:04:05.678Z`; remembers the last day, which most events share. */
export function createDatetimeWriter(): (ms: unknown) => string | undefined {
  const milliseconds = Array.from({ length: 1_000 }, (_, ms) => `.${String(ms).padStart(3, '0')}Z`);
  const pairs = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
  let lastDay = Number.NaN;
  let date = '';
  return (value) => {
    const ms = typeof value === 'bigint' ? Number(value) : value;
    if (typeof ms !== 'number' || !Number.isInteger(ms) || ms < firstMs || ms > lastMs) return undefined;
    const day = Math.floor(ms / msPerDay);
    if (day !== lastDay) {
      lastDay = day;
      date = new Date(day * msPerDay).toISOString().slice(0, 11);
    }
    const ofDay = ms - day * msPerDay;
    const second = Math.floor(ofDay / 1_000);
    const minute = Math.floor(second / 60);
    const hour = Math.floor(minute / 60);
    const time = `${pairs[hour]}:${pairs[minute - hour * 60]}:${pairs[second - minute * 60]}`;
    return `${date}${time}${milliseconds[ofDay - second * 1_000]}`;
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
