import { readIp } from './address.ts';
import { type LeftField, oneByOne } from './left-over.ts';
import { type AskedName, placeIn, planFor, type RecordShape, RecordShapes } from './record-shapes.ts';
import { epochMs } from './time.ts';

/** Longest text that OCSF 1.3.0 takes as a value. */
const maxTextLength = 65_535;

/** Whether OCSF takes a value as a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxTextLength;
}

/** Most records have no more fields; room is made for others as they need it. */
const usualFields = 40;
/** Places that fit into one number as bits. */
const bits = 30;

/**
 * The fields of one flat record, and which of them an event has taken. A value that does not fit is not taken: what is
 * left over stands in `unmapped`, so that nothing is lost.
 */
export class Fields {
  readonly #shapes: RecordShapes;
  readonly #shape: RecordShape;
  readonly #values: readonly unknown[];
  /** Which places are taken: of the first 30, of the second 30, of all others. */
  #taken = 0;
  #takenNext = 0;
  #takenBeyond: Set<number> | undefined = undefined;
  /** The name that was asked for last. */
  #asked: AskedName;

  private constructor(record: Readonly<Record<string, unknown>>, shapes: RecordShapes) {
    // oxlint-disable-next-line unicorn/no-new-array -- `Array.from` takes as long as to read the record.
    const values = new Array<unknown>(usualFields);
    this.#shapes = shapes;
    this.#shape = shapes.shapeOf(record, values);
    this.#values = values;
    this.#asked = shapes.start;
  }

  /** Undefined where the value is no object. What maps many records gives the shapes of those before. */
  static of(value: unknown, shapes: RecordShapes = new RecordShapes()): Fields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Fields(value as Readonly<Record<string, unknown>>, shapes);
  }

  /** The fields of an object within the record. */
  within(value: unknown): Fields | undefined {
    return Fields.of(value, this.#shapes);
  }

  /** The value as it is, not taken. */
  raw(name: string): unknown {
    return this.#at(this.#placeOf(name));
  }

  /** The text of a field that has one, not taken. A number counts as its text. */
  peek(name: string): string | undefined {
    return textOf(this.#at(this.#placeOf(name)));
  }

  /** Says that an event holds the field. */
  take(name: string): void {
    this.#take(this.#placeOf(name));
  }

  /** Gives a field back that was taken. */
  leave(name: string): void {
    const place = this.#placeOf(name);
    if (place < 0) return;
    if (place < bits) this.#taken &= ~(1 << place);
    else if (place < 2 * bits) this.#takenNext &= ~(1 << (place - bits));
    else this.#takenBeyond?.delete(place);
  }

  text(name: string): string | undefined {
    const place = this.#placeOf(name);
    const text = textOf(this.#at(place));
    if (text !== undefined) this.#take(place);
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
    const place = this.#placeOf(name);
    const text = textOf(this.#at(place));
    const value = text === undefined ? undefined : wholeNumber(text);
    if (value === undefined) return undefined;
    this.#take(place);
    return value;
  }

  port(name: string): number | undefined {
    const place = this.#placeOf(name);
    const text = textOf(this.#at(place));
    const value = text === undefined || text.length > 5 ? undefined : wholeNumber(text);
    if (value === undefined || value < 0 || value > 65_535) return undefined;
    this.#take(place);
    return value;
  }

  /** Epoch milliseconds, of epoch seconds with decimals, a FILETIME, or milliseconds. */
  time(name: string): number | undefined {
    const place = this.#placeOf(name);
    const text = textOf(this.#at(place));
    const value = text === undefined ? undefined : epochMs(text);
    if (value !== undefined) this.#take(place);
    return value;
  }

  ip(name: string): string | undefined {
    const place = this.#placeOf(name);
    const text = textOf(this.#at(place));
    const value = text === undefined ? undefined : readIp(text);
    if (value !== undefined) this.#take(place);
    return value;
  }

  /** What no event has taken; undefined where that is nothing. */
  rest(): Record<string, unknown> | undefined {
    const plan = this.#takenBeyond === undefined ? planFor(this.#shape, this.#taken, this.#takenNext) : undefined;
    if (plan?.make !== undefined) return plan.make(this.#values);
    const left = this.#left();
    if (plan !== undefined) this.#shapes.learn(plan, left);
    return left.length === 0 ? undefined : oneByOne(left, this.#values);
  }

  #left(): readonly LeftField[] {
    const fields = this.#shape.names.map((name, place) => ({ name, place }));
    return fields.filter(({ place }) => !this.#isTaken(place));
  }

  #placeOf(name: string): number {
    const asked = this.#shapes.ask(this.#asked, name);
    this.#asked = asked;
    return placeIn(this.#shape, asked);
  }

  #at(place: number): unknown {
    return place < 0 ? undefined : this.#values[place];
  }

  #take(place: number): void {
    if (place < 0) return;
    if (place < bits) this.#taken |= 1 << place;
    else if (place < 2 * bits) this.#takenNext |= 1 << (place - bits);
    else (this.#takenBeyond ??= new Set()).add(place);
  }

  #isTaken(place: number): boolean {
    if (place < bits) return (this.#taken & (1 << place)) !== 0;
    if (place < 2 * bits) return (this.#takenNext & (1 << (place - bits))) !== 0;
    return this.#takenBeyond?.has(place) === true;
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' || value.length > maxTextLength ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** The number of a text of digits, with a minus before them perhaps; undefined for more than a number holds exactly. */
function wholeNumber(text: string): number | undefined {
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  if (text.length === start || text.length > 17) return undefined;
  let value = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  if (value > Number.MAX_SAFE_INTEGER) return undefined;
  return start === 0 || value === 0 ? value : -value;
}
