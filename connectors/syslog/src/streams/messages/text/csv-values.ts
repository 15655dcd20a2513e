import { setField } from '@sluice/mapping/formats';
import { saidOf } from '../events/values.ts';
import type { FieldBag } from './field-bag.ts';

/** The values of one line, quoted as RFC 4180 has it; a quote that is not closed ends with the line. Linear. */
export function csvValues(line: string): string[] {
  const values: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const isQuoted = line.charCodeAt(at) === 0x22;
    const close = isQuoted ? closingQuote(line, at + 1) : at;
    const comma = line.indexOf(',', close);
    const end = comma === -1 ? line.length : comma;
    if (isQuoted) values.push(line.slice(at + 1, close).replaceAll('""', '"') + line.slice(close + 1, end));
    else values.push(line.slice(at, end));
    at = end + 1;
  }
  return values;
}

/** Where the quote stands that closes a value which begins at `start`, or the end of the line. Two quotes are one within. */
function closingQuote(line: string, start: number): number {
  let quote = line.indexOf('"', start);
  while (quote !== -1 && line.charCodeAt(quote + 1) === 0x22) quote = line.indexOf('"', quote + 2);
  return quote === -1 ? line.length : quote;
}

/** The names of values by their order. */
export interface Layout {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

export function layoutOf(names: readonly string[]): Layout {
  return { names, places: new Map(names.map((name, place) => [name, place])) };
}

/** A bag of values in order; those beyond the names are left over as `more`. */
export function valueBag({ names, places }: Layout, values: readonly string[]): FieldBag {
  const taken: boolean[] = [];
  // No value stands at NaN.
  const at = (name: string): number => places.get(name) ?? Number.NaN;
  const take = (name: string): string | undefined => {
    const place = at(name);
    const value = saidOf(values[place]);
    if (value !== undefined) taken[place] = true;
    return value;
  };
  return {
    take,
    peek: (name) => saidOf(values[at(name)]),
    takeFirst(...all) {
      for (const name of all) {
        const value = take(name);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    rest() {
      const left: Record<string, unknown> = {};
      for (const [place, name] of names.entries()) {
        const value = values[place];
        if (value !== undefined && value !== '' && taken[place] !== true) setField(left, name, value);
      }
      const more = values.slice(names.length).filter((value) => value !== '');
      if (more.length > 0) left['more'] = more;
      return left;
    },
  };
}
