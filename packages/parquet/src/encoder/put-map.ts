import { flattenUnmapped } from './flatten-unmapped.ts';
import type { LeafStage } from './stage.ts';
import { ordinaryTextLength } from './value-halves.ts';

/** The levels of a MAP column: of a map without entries, and of its first entry. */
export interface MapLevels {
  readonly definition: number;
  readonly depth: number;
  readonly again: number;
}

/** What a text adds to the weight of its row; the long ones are weighed on their own. */
function ordinary(text: string): number {
  return text.length <= ordinaryTextLength ? text.length + 4 : 0;
}

/** Puts the entries of a map of texts, which is neither null nor absent, and gives what they weigh. */
export function putMap(keys: LeafStage, values: LeafStage, map: unknown, levels: MapLevels): number {
  const flat = flattenUnmapped(map, values);
  const count = flat.length / 2;
  const { definition, depth, again } = levels;
  if (count === 0) {
    keys.addNothing(again, definition);
    values.addNothing(again, definition);
    return 4;
  }
  let weight = 4 * count;
  for (let entry = 0; entry < count; entry++) {
    const [key, value] = [flat[2 * entry] ?? '', flat[2 * entry + 1] ?? null];
    const repetition = entry === 0 ? again : depth;
    keys.texts[keys.count] = key;
    weight += ordinary(key);
    keys.addNothing(repetition, definition + 1);
    if (value !== null) {
      values.texts[values.count] = value;
      weight += ordinary(value);
    }
    values.addNothing(repetition, definition + (value === null ? 1 : 2));
  }
  return weight;
}
