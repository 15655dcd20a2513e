import type { Casts } from '../value/casts.ts';

/** What compiled code calls. Plain functions of their arguments. */
export interface Runtime extends Casts {
  isMap(value: unknown): value is Readonly<Record<string, unknown>>;
  own(value: unknown, name: string): unknown;
  list(value: unknown, cast: (item: unknown) => unknown): readonly unknown[] | undefined;
  isWhole(value: unknown, taken: readonly unknown[]): boolean;
  compact(values: readonly unknown[]): readonly unknown[] | undefined;
  put(target: Record<string, unknown> | undefined, name: string, value: unknown): Record<string, unknown>;
  putPart(target: Record<string, unknown> | undefined, name: string, value: unknown): Record<string, unknown>;
  merge(left: Record<string, unknown>, other: Readonly<Record<string, unknown>> | undefined): Record<string, unknown>;
  asText(value: unknown): string | undefined;
  otherText(value: unknown, ids: ReadonlyMap<unknown, unknown>): string | undefined;
  split(value: unknown, separator: string): unknown;
  join(value: unknown, separator: string): unknown;
  sum(values: readonly (number | bigint | undefined)[]): number | bigint | undefined;
  afterLast(text: string, marks: readonly string[]): string;
  beforeLast(text: string, marks: readonly string[]): string | undefined;
  hasItems(value: unknown): boolean;
  multiply(value: unknown, by: number): number | undefined;
  toJson(value: unknown): string | undefined;
}

/** More pieces than this one text is not split into. */
const maxPieces = 10_000;

export function createRuntime(casts: Casts): Runtime {
  return {
    ...casts,
    isMap,
    own,
    list,
    isWhole,
    compact,
    put,
    putPart,
    merge,
    split,
    sum,
    afterLast,
    beforeLast,
    toJson,
    join: (value, separator) => join(value, separator, (item) => casts.text(item, Infinity)),
    hasItems: (value) =>
      Array.isArray(value) ? value.some((item) => casts.any(item) !== undefined) : casts.any(value) !== undefined,
    asText: (value) => casts.text(value, Infinity),
    otherText: (value, ids) => {
      const text = casts.text(value, 1_000);
      return text === undefined || ids.has(text.toLowerCase()) ? undefined : text;
    },
    multiply: (value, by) => product(casts.float(value), by),
  };
}

/** What a product of decimals is off by is taken back: 1.1 * 1000 is 1100. */
function product(number: number | undefined, by: number): number | undefined {
  if (number === undefined) return undefined;
  const exact = number * by;
  const whole = Math.round(exact);
  return Math.abs(exact - whole) <= 1e-12 * Math.abs(exact) ? whole : exact;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of a map that is its own, whatever its name. */
function own(value: unknown, name: string): unknown {
  return isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The elements that fit, of a list or a single value; undefined where none does. */
function list(value: unknown, cast: (item: unknown) => unknown): readonly unknown[] | undefined {
  if (!Array.isArray(value)) {
    const only = cast(value);
    return only === undefined ? undefined : [only];
  }
  return compact(value.map((item) => cast(item)));
}

function isWhole(value: unknown, taken: readonly unknown[]): boolean {
  return !Array.isArray(value) || value.length === taken.length;
}

function compact(values: readonly unknown[]): readonly unknown[] | undefined {
  const present = values.filter((value) => value !== undefined);
  return present.length === 0 ? undefined : present;
}

function put(target: Record<string, unknown> | undefined, name: string, value: unknown): Record<string, unknown> {
  const into = target ?? {};
  if (name === '__proto__')
    Object.defineProperty(into, name, { value, enumerable: true, writable: true, configurable: true });
  else into[name] = value;
  return into;
}

/** What is left of a record, beside what is left of one of its items. */
function merge(
  left: Record<string, unknown>,
  other: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> {
  for (const [name, value] of Object.entries(other ?? {})) putPart(left, name, value);
  return left;
}

/** Puts what is left of a part, under another name where the record has a field of its name. */
function putPart(target: Record<string, unknown> | undefined, name: string, value: unknown): Record<string, unknown> {
  const into = target ?? {};
  let free = name;
  for (let times = 2; Object.hasOwn(into, free); times++) free = `${name} (${times})`;
  return put(into, free, value);
}

function split(value: unknown, separator: string): unknown {
  if (typeof value !== 'string') return value;
  const pieces = value.split(separator, maxPieces + 1);
  return pieces.length > maxPieces ? undefined : pieces.map((piece) => piece.trim());
}

/** The items of a list as one text; undefined where one of them is no text, number or boolean. */
function join(value: unknown, separator: string, asText: (item: unknown) => string | undefined): unknown {
  if (!Array.isArray(value)) return value;
  const texts: string[] = [];
  for (const item of value) {
    const text = asText(item);
    if (text !== undefined) texts.push(text);
    else if (typeof item === 'object' && item !== null) return undefined;
  }
  return texts.join(separator);
}

function sum(values: readonly (number | bigint | undefined)[]): number | bigint | undefined {
  const present = values.filter((value) => value !== undefined);
  if (present.length === 0) return undefined;
  const numbers = present.filter((value) => typeof value === 'number');
  if (numbers.length === present.length) return numbers.reduce((total, value) => total + value, 0);
  return present.every((value) => typeof value === 'bigint' || Number.isSafeInteger(value))
    ? present.map(BigInt).reduce((total, value) => total + value, 0n)
    : undefined;
}

function afterLast(text: string, marks: readonly string[]): string {
  let start = 0;
  for (const mark of marks) {
    const found = text.lastIndexOf(mark);
    if (found !== -1) start = Math.max(start, found + mark.length);
  }
  return text.slice(start);
}

function beforeLast(text: string, marks: readonly string[]): string | undefined {
  const end = Math.max(...marks.map((mark) => text.lastIndexOf(mark)));
  return end === -1 ? undefined : text.slice(0, end);
}

function toJson(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  try {
    return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item));
  } catch {
    return undefined;
  }
}
