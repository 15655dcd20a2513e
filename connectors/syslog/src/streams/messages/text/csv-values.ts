import { setField } from '@sluice/mapping/formats';
import { saidOf } from '../events/values.ts';
import type { FieldBag } from './field-bag.ts';

/** The values of one line, quoted as RFC 4180 has it; a quote that is not closed ends with the line. Linear. */
export function csvValues(line: string): string[] {
  const values: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line.charCodeAt(at) === 0x22) {
      const quoted = quotedAt(line, at + 1);
      values.push(quoted.value);
      at = quoted.next;
    } else {
      const comma = line.indexOf(',', at);
      const end = comma === -1 ? line.length : comma;
      values.push(line.slice(at, end));
      at = end + 1;
    }
  }
  return values;
}

/** A value whose quotes opened before `start`, and where the next value begins. */
function quotedAt(line: string, start: number): { readonly value: string; readonly next: number } {
  let value = '';
  let from = start;
  for (;;) {
    const quote = line.indexOf('"', from);
    if (quote === -1) return { value: value + line.slice(from), next: line.length + 1 };
    value += line.slice(from, quote);
    if (line.charCodeAt(quote + 1) !== 0x22) {
      const comma = line.indexOf(',', quote + 1);
      const end = comma === -1 ? line.length : comma;
      return { value: value + line.slice(quote + 1, end), next: end + 1 };
    }
    value += '"';
    from = quote + 2;
  }
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
  const at = (name: string): number => places.get(name) ?? -1;
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
