import { readIp } from './address.ts';
import { epochMs } from './time.ts';

/** Longest text that OCSF 1.3.0 takes as a value. */
const maxTextLength = 65_535;

/** Whether OCSF takes a value as a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxTextLength;
}

/**
 * The fields of one flat record, and which of them an event has taken. A value that does not fit is not taken: what is
 * left over stands in `unmapped`, so that nothing is lost.
 */
export class Fields {
  readonly #record: Readonly<Record<string, unknown>>;
  /** Names, some of them twice. A record has few enough of them that a list is faster than a set. */
  readonly #taken: string[] = [];

  private constructor(record: Readonly<Record<string, unknown>>) {
    this.#record = record;
  }

  /** Undefined where the value is no object. */
  static of(value: unknown): Fields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Fields(value as Readonly<Record<string, unknown>>);
  }

  /** The value as it is, not taken. */
  raw(name: string): unknown {
    return Object.hasOwn(this.#record, name) ? this.#record[name] : undefined;
  }

  /** The text of a field that has one, not taken. A number counts as its text. */
  peek(name: string): string | undefined {
    const value = this.#record[name];
    if (typeof value === 'string') return value === '' || value.length > maxTextLength ? undefined : value;
    return typeof value === 'number' ? String(value) : undefined;
  }

  /** Says that an event holds the field. */
  take(name: string): void {
    this.#taken.push(name);
  }

  /** Gives a field back that was taken. */
  leave(name: string): void {
    for (let at = this.#taken.length - 1; at >= 0; at--) if (this.#taken[at] === name) this.#taken.splice(at, 1);
  }

  text(name: string): string | undefined {
    const text = this.peek(name);
    if (text !== undefined) this.#taken.push(name);
    return text;
  }

  /** The first of these fields that has a text. */
  first(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const text = this.text(name);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  integer(name: string): number | undefined {
    const text = this.peek(name);
    if (text === undefined || !isInteger(text)) return undefined;
    const value = Number(text);
    if (!Number.isSafeInteger(value)) return undefined;
    this.#taken.push(name);
    return value;
  }

  port(name: string): number | undefined {
    const text = this.peek(name);
    if (text === undefined || text.length > 5 || !isInteger(text)) return undefined;
    const value = Number(text);
    if (value < 0 || value > 65_535) return undefined;
    this.#taken.push(name);
    return value;
  }

  /** Epoch milliseconds, of epoch seconds with decimals, a FILETIME, or milliseconds. */
  time(name: string): number | undefined {
    const text = this.peek(name);
    const value = text === undefined ? undefined : epochMs(text);
    if (value !== undefined) this.#taken.push(name);
    return value;
  }

  ip(name: string): string | undefined {
    const text = this.peek(name);
    const value = text === undefined ? undefined : readIp(text);
    if (value !== undefined) this.#taken.push(name);
    return value;
  }

  /** What no event has taken; undefined where that is nothing. */
  rest(): Record<string, unknown> | undefined {
    let rest: Record<string, unknown> | undefined;
    for (const name in this.#record) {
      if (isAmong(this.#taken, name)) continue;
      rest ??= {};
      if (name === '__proto__') keepOwn(rest, name, this.#record[name]);
      else rest[name] = this.#record[name];
    }
    return rest;
  }
}

/** As `includes` says it, which V8 does not compile as well for texts. */
function isAmong(names: readonly string[], wanted: string): boolean {
  for (let at = 0; at < names.length; at++) if (names[at] === wanted) return true;
  return false;
}

/** Whether a text is digits, with a minus before them perhaps, and no more of them than a number holds. */
function isInteger(text: string): boolean {
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  if (text.length === start || text.length > 17) return false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** A field of that name would otherwise change what the object inherits. */
function keepOwn(rest: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(rest, name, { value, enumerable: true, configurable: true, writable: true });
}
