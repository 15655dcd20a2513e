import { setField, type Fields } from '@sluice/mapping/formats';
import { saidOf } from '../events/values.ts';

/** The fields of one record: what an attribute takes is told apart from what is left over. */
export interface FieldBag {
  /** The text of a field, which counts as taken then; undefined where it is empty or says that there is none. */
  take(name: string): string | undefined;
  /** The first of these fields that says something; the others are left. */
  takeFirst(...names: readonly string[]): string | undefined;
  /** The text of a field, which is not taken by that. */
  peek(name: string): string | undefined;
  /** What was not taken and says something, by name. */
  rest(): Record<string, unknown>;
}

export function fieldBag(fields: Fields): FieldBag {
  const taken = new Set<string>();
  const peek = (name: string): string | undefined => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return typeof value === 'string' ? saidOf(value) : undefined;
  };
  const take = (name: string): string | undefined => {
    const value = peek(name);
    if (value !== undefined) taken.add(name);
    return value;
  };
  return {
    peek,
    take,
    takeFirst(...names) {
      for (const name of names) {
        const value = take(name);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    rest() {
      const left: Record<string, unknown> = {};
      for (const name of Object.keys(fields)) {
        const value = fields[name];
        if (value !== '' && !taken.has(name)) setField(left, name, value);
      }
      return left;
    },
  };
}
