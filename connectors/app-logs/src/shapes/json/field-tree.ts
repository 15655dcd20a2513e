import type { Facts } from '../../events/facts.ts';
import type { Zone } from '../../time/zone.ts';

/**
 * Takes the value of one field into the facts. False where the value is not what the field is known for, or where
 * another field already said the same: then the field stays among those that no attribute takes.
 */
export type TakeField = (facts: Facts, value: unknown, zone: Zone) => boolean;

/** Known fields by name; a field that holds further known fields is a tree itself. */
export type FieldTree = ReadonlyMap<string, TakeField | FieldTree>;

type GrowingTree = Map<string, TakeField | GrowingTree>;

export type KnownFields = readonly (readonly [take: TakeField, names: readonly string[]])[];

/** Builds a tree. A dotted name stands for the nested field and for a field that is itself called so. */
export function fieldTree(...groups: readonly KnownFields[]): FieldTree {
  const root: GrowingTree = new Map();
  for (const [take, names] of groups.flat()) {
    for (const name of names) {
      plant(root, name.split('.'), take);
      if (name.includes('.')) root.set(name, take);
    }
  }
  return root;
}

function plant(tree: GrowingTree, steps: readonly string[], take: TakeField): void {
  const [first = '', ...others] = steps;
  if (others.length === 0) {
    // `service` may be a name itself or hold `service.name`: the nested fields are reached from either.
    const present = tree.get(first);
    if (present instanceof Map) present.set('', take);
    else tree.set(first, take);
    return;
  }
  const present = tree.get(first);
  const below: GrowingTree = present instanceof Map ? present : new Map();
  if (typeof present === 'function') below.set('', present);
  tree.set(first, below);
  plant(below, others, take);
}
