/** Texts as the numbers and times of attributes; undefined where a text is none that its attribute holds. */

const greatestInt32 = 2_147_483_647;

/** A whole number that a 32 bit column holds. */
export function intOf(text: string | undefined): number | undefined {
  const value = longOf(text);
  return value !== undefined && value <= greatestInt32 ? value : undefined;
}

/** A whole number without sign, of at most 15 digits. */
export function longOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

export function portOf(port: number | string | undefined): number | undefined {
  const value = typeof port === 'string' ? longOf(port) : port;
  return value !== undefined && value >= 0 && value <= 65_535 ? value : undefined;
}

/** Milliseconds of `1:02:03`, `92:24:20`, and of Cisco's `0h:32m:16s` and `1d 2h:03m:04s`. */
export function durationOf(text: string | undefined): number | undefined {
  const match = /^(?:(\d{1,6})d ?)?(\d{1,6})h?:(\d{1,2})m?:(\d{1,2})s?$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, days, hours, minutes, seconds] = match;
  return (((Number(days ?? 0) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** Milliseconds of a number of seconds, with or without a fraction. */
export function secondsOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}(?:\.\d{1,9})?$/.test(text) ? Math.round(Number(text) * 1000) : undefined;
}

/**
 * Epoch milliseconds of a number that counts seconds, milli-, micro- or nanoseconds since 1970: its digits tell which,
 * for any time from 2001 to 2286.
 */
export function epochOfCount(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{10}(?:\d{3}){0,3}(?:\.\d{1,9})?$/.test(text)) return undefined;
  return Number(text.replace(/\..*$/, '').slice(0, 13).padEnd(13, '0'));
}

/** The text, unless it is empty or says in a device's way that there is none. */
export function saidOf(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === 'N/A' || text === 'n/a' || text === '-' || text === '(null)'
    ? undefined
    : text;
}
