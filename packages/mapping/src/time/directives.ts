/** Months by their short names, as they are usually written and in lower case. */
const monthNumbers: ReadonlyMap<string, number> = new Map(
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').flatMap((name, index) => [
    [name, index + 1],
    [name.toLowerCase(), index + 1],
  ]),
);
const longMonths = 'january february march april may june july august september october november december'.split(' ');

/** What a reader has gathered from a text. */
export interface Gathered {
  year: number;
  month: number;
  day: number;
  hours: number;
  minutes: number;
  seconds: number;
  ms: number;
  /** 0 for a.m., 12 for p.m., -1 where nothing is said. */
  half: number;
  offset: number;
  hasOffset: boolean;
  epoch: number;
}

/** Takes its piece of the text at an index; gives the index after it, or -1. */
export type Take = (text: string, index: number, into: Gathered) => number;

function number(field: 'year' | 'month' | 'day' | 'hours' | 'minutes' | 'seconds', min: number, max: number): Take {
  return (text, index, into) => {
    let value = 0;
    let end = index;
    while (end < index + max) {
      const digit = text.charCodeAt(end) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      end++;
    }
    if (end < index + min) return -1;
    into[field] = value;
    return end;
  };
}

function monthName(names: readonly string[]): Take {
  return (text, index, into) => {
    const rest = text.slice(index, index + 9).toLowerCase();
    const month = names.findIndex((name) => rest.startsWith(name));
    into.month = month + 1;
    return month === -1 ? -1 : index + names[month]!.length;
  };
}

const shortMonth: Take = (text, index, into) => {
  const name = text.slice(index, index + 3);
  const month = monthNumbers.get(name) ?? monthNumbers.get(name.toLowerCase());
  into.month = month ?? 0;
  return month === undefined ? -1 : index + 3;
};

const dayNumber = number('day', 1, 2);
const paddedDay: Take = (text, index, into) => dayNumber(text, text.charCodeAt(index) === 32 ? index + 1 : index, into);

const fraction: Take = (text, index, into) => {
  let end = index;
  let value = 0;
  for (; end < index + 12; end++) {
    const digit = text.charCodeAt(end) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    if (end < index + 3) value += digit * 10 ** (2 - (end - index));
  }
  into.ms = value;
  return end === index ? -1 : end;
};

const offsetPattern = /[Zz]|([+-])(\d\d):?(\d\d)|UTC|GMT/y;
const offset: Take = (text, index, into) => {
  offsetPattern.lastIndex = index;
  const match = offsetPattern.exec(text);
  if (match === null) return -1;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  into.offset = match[1] === '-' ? -minutes : minutes;
  into.hasOffset = true;
  return offsetPattern.lastIndex;
};

const half: Take = (text, index, into) => {
  const word = text.slice(index, index + 2).toLowerCase();
  into.half = word === 'am' ? 0 : word === 'pm' ? 12 : -1;
  return into.half === -1 ? -1 : index + 2;
};

const weekday: Take = (text, index) => {
  let end = index;
  while (/[A-Za-z]/.test(text[end] ?? '') && end < index + 9) end++;
  return end < index + 3 ? -1 : end;
};

/** One blank or more. */
export const blanks: Take = (text, index) => {
  let end = index;
  while (text.charCodeAt(end) === 32) end++;
  return end === index ? -1 : end;
};

const shortYear: Take = (text, index, into) => {
  const end = number('year', 2, 2)(text, index, into);
  into.year += into.year < 70 ? 2000 : 1900;
  return end;
};

const epochSeconds: Take = (text, index, into) => {
  let end = index;
  while (end < index + 12 && /\d/.test(text[end] ?? '')) end++;
  into.epoch = Number(text.slice(index, end)) * 1000;
  return end === index ? -1 : end;
};

/** What may follow a `%`. */
export const directives: Readonly<Record<string, { readonly take: Take; readonly says: string }>> = {
  Y: { take: number('year', 4, 4), says: 'year, four digits' },
  y: { take: shortYear, says: 'year, two digits (70 to 99 are 19xx)' },
  m: { take: number('month', 2, 2), says: 'month, 01 to 12' },
  b: { take: shortMonth, says: 'month, Jan to Dec' },
  B: { take: monthName(longMonths), says: 'month, January to December' },
  d: { take: number('day', 2, 2), says: 'day, 01 to 31' },
  e: { take: paddedDay, says: 'day, 1 to 31, perhaps after a blank' },
  H: { take: number('hours', 2, 2), says: 'hour, 00 to 23' },
  I: { take: number('hours', 1, 2), says: 'hour, 1 to 12, with %p' },
  p: { take: half, says: 'AM or PM' },
  M: { take: number('minutes', 2, 2), says: 'minute' },
  S: { take: number('seconds', 2, 2), says: 'second' },
  f: { take: fraction, says: 'fraction of the second, 1 to 12 digits' },
  z: { take: offset, says: 'offset: +0200, +02:00 or Z' },
  s: { take: epochSeconds, says: 'seconds since 1970' },
  a: { take: weekday, says: 'day of the week, skipped' },
};
