import { isIP } from 'node:net';

/** The longest text that OCSF takes. A longer one stays where it was, in what is left over. */
const longestText = 65_535;

/** Whether OCSF takes a value as a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestText;
}

const macPattern = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i;

const timePattern = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:?\d{2})$/;

/**
 * An object of a finding that remembers what was taken out of it. What nobody took, or what did not fit what it was
 * taken for, is its `rest`: so a field that the mapping does not know is never lost. The object itself is not changed.
 */
export class Fields {
  readonly #value: Readonly<Record<string, unknown>>;
  /** Few names: a list is faster than a set. */
  #taken: string[] | undefined;
  /** Objects in this one that were looked into, and the objects of its lists, by name. */
  #inner: Map<string, Fields | readonly (Fields | undefined)[]> | undefined;

  constructor(value: Readonly<Record<string, unknown>>) {
    this.#value = value;
  }

  /** Looks at a field without taking it. */
  peek(name: string): unknown {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }

  text(name: string): string | undefined {
    const value = this.peek(name);
    return isText(value) ? this.#take(name, value) : undefined;
  }

  ip(name: string): string | undefined {
    const value = this.peek(name);
    return typeof value === 'string' && isIP(value) !== 0 ? this.#take(name, value) : undefined;
  }

  mac(name: string): string | undefined {
    const value = this.peek(name);
    return typeof value === 'string' && macPattern.test(value) ? this.#take(name, value) : undefined;
  }

  /** A whole number within `min` and `max`, also where it is written as text. */
  integer(
    name: string,
    min: number = Number.MIN_SAFE_INTEGER,
    max: number = Number.MAX_SAFE_INTEGER,
  ): number | undefined {
    const value = this.peek(name);
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    const fits = typeof number === 'number' && Number.isSafeInteger(number) && number >= min && number <= max;
    return fits ? this.#take(name, number) : undefined;
  }

  number(name: string): number | undefined {
    const value = this.peek(name);
    return typeof value === 'number' && Number.isFinite(value) ? this.#take(name, value) : undefined;
  }

  boolean(name: string): boolean | undefined {
    const value = this.peek(name);
    return typeof value === 'boolean' ? this.#take(name, value) : undefined;
  }

  /** An ISO 8601 time with its offset, as epoch milliseconds. */
  time(name: string): number | undefined {
    const value = this.peek(name);
    if (typeof value !== 'string' || !timePattern.test(value)) return undefined;
    const time = Date.parse(value);
    return Number.isNaN(time) ? undefined : this.#take(name, time);
  }

  /** What `meanings` says for a word; a word that it does not know stays. */
  word<Meaning>(name: string, meanings: ReadonlyMap<string, Meaning>): Meaning | undefined {
    const value = this.peek(name);
    const meaning = typeof value === 'string' ? meanings.get(value.toUpperCase()) : undefined;
    return meaning === undefined ? undefined : this.#take(name, meaning);
  }

  /** A list of texts, taken only where all of them fit; a single text counts as a list of one. */
  texts(name: string): readonly string[] | undefined {
    const value = this.peek(name);
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.length > 0 && list.every(isText) ? this.#take(name, list) : undefined;
  }

  /** Any value, whole. */
  json(name: string): unknown {
    const value = this.peek(name);
    return value === undefined || value === null ? undefined : this.#take(name, value);
  }

  /** An object in this one; what is not taken from it stays in the rest of this one. */
  object(name: string): Fields {
    const known = this.#inner?.get(name);
    if (known instanceof Fields) return known;
    const value = this.peek(name);
    if (!isObject(value)) return nothing;
    const fields = new Fields(value);
    this.#look(name, fields);
    return fields;
  }

  /** The objects of a list; what is not taken from them stays, and so does what is no object. */
  objects(name: string): readonly Fields[] {
    const value = this.peek(name);
    if (!Array.isArray(value)) return none;
    let list = this.#inner?.get(name);
    if (list === undefined || list instanceof Fields) {
      list = value.map((item: unknown) => (isObject(item) ? new Fields(item) : undefined));
      this.#look(name, list);
    }
    return list.filter((item) => item !== undefined);
  }

  /** What nobody took; undefined where that is nothing. */
  rest(): Record<string, unknown> | undefined {
    let left: Record<string, unknown> | undefined;
    for (const name in this.#value) {
      if (this.#taken !== undefined && isAmong(this.#taken, name)) continue;
      const value = this.#restOf(name, this.#value[name]);
      if (value === undefined || value === null) continue;
      left ??= {};
      if (name === '__proto__') Object.defineProperty(left, name, { value, enumerable: true });
      else left[name] = value;
    }
    return left;
  }

  #restOf(name: string, value: unknown): unknown {
    const inner = this.#inner?.get(name);
    if (inner === undefined) return value;
    if (inner instanceof Fields) return inner.rest();
    const items: readonly unknown[] = Array.isArray(value) ? value : none;
    const left = inner.map((item, index): unknown => (item === undefined ? items[index] : item.rest()));
    return left.every((item) => item === undefined || item === null) ? undefined : left.map((item) => item ?? {});
  }

  #look(name: string, inner: Fields | readonly (Fields | undefined)[]): void {
    this.#inner ??= new Map();
    this.#inner.set(name, inner);
  }

  #take<Value>(name: string, value: Value): Value {
    if (this.#taken === undefined) this.#taken = [name];
    else this.#taken.push(name);
    return value;
  }
}

/** As `includes` says it, which V8 does not compile as well for texts. */
function isAmong(names: readonly string[], wanted: string): boolean {
  for (let at = 0; at < names.length; at++) if (names[at] === wanted) return true;
  return false;
}

const none: readonly never[] = [];

/** Stands for an object that is not there: nothing can be taken from it. */
const nothing = new Fields({});

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
