import type { PathUse } from '../check/model.ts';

/** Where compiled code reads paths: the fields of a record, an item, a part. */
export interface Roots {
  /** The expression of the record. */
  readonly record: string;
  /** Whether the record is an object for certain. */
  readonly isMap: boolean;
  /** The expression of a part. */
  readonly part: (use: PathUse) => string;
}

/** Names that objects or arrays have without having been given them. */
const inherited: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Array.prototype),
]);

/** A value of the record that attributes take, and whether they did. */
export interface Slot {
  readonly use: PathUse;
  readonly name: string;
  /** Variables that hold what loops over it left. */
  readonly rests: string[];
}

/**
 * A block of compiled code: the reads at its head, each path read once, its variables, and which values of the record
 * were taken in it. A loop's body is a scope of its own for what is in the item.
 */
export class Scope {
  readonly reads: string[] = [];
  readonly variables: string[] = [];
  readonly slots: Map<string, Slot> = new Map();
  readonly item: string | undefined;
  readonly #parent: Scope | undefined;
  readonly #roots: Roots;
  readonly #known = new Map<string, string>();
  readonly #names: { count: number };

  constructor(roots: Roots, names: { count: number }, parent?: Scope, item?: string) {
    this.#roots = roots;
    this.#names = names;
    this.#parent = parent;
    this.item = item;
  }

  inner(item: string): Scope {
    return new Scope(this.#roots, this.#names, this, item);
  }

  /** A block within this one that knows what was read here. */
  branch(): Scope {
    const branch = new Scope(this.#roots, this.#names);
    for (const [key, name] of this.#known) branch.#known.set(key, name);
    return branch;
  }

  /** A new variable of this block. */
  variable(prefix: string): string {
    const name = this.name(prefix);
    this.variables.push(name);
    return name;
  }

  name(prefix: string): string {
    return `${prefix}${this.#names.count++}`;
  }

  /** The variable that holds what a path leads to. */
  read(use: PathUse): string {
    const { root } = use.path;
    if (root !== 'item' && this.#parent !== undefined) return this.#parent.read(use);
    let expression = this.#root(use);
    let isMap = root === 'origin' || (root === 'record' && this.#roots.isMap);
    let key = pathKey(use, 0);
    const steps = isGroup(use) ? [] : use.path.steps;
    for (const [index, step] of steps.entries()) {
      key = pathKey(use, index + 1);
      expression = this.#step(key, expression, step, isMap);
      isMap = false;
    }
    return expression;
  }

  /** The slot of a path, which says whether an attribute took it. */
  slot(use: PathUse): Slot {
    if (use.path.root !== 'item' && this.#parent !== undefined) return this.#parent.slot(use);
    const key = pathKey(use, use.path.steps.length);
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const slot: Slot = { use, name: this.name('k'), rests: [] };
    this.slots.set(key, slot);
    return slot;
  }

  /** The head of the block: reads and variables. */
  head(): string[] {
    const slots = [...this.slots.values()].map(({ name }) => `${name} = false`);
    const declared = [...this.variables, ...slots];
    return [...this.reads, ...(declared.length === 0 ? [] : [`let ${declared.join(', ')};`])];
  }

  #root(use: PathUse): string {
    switch (use.path.root) {
      case 'record':
        return this.#roots.record;
      case 'item':
        return this.item ?? 'undefined';
      case 'part':
        return this.#roots.part(use);
      case 'origin':
        return 'c.origin';
      case 'received_at':
        return 'c.receivedAt';
    }
  }

  #step(key: string, from: string, step: string | number, isMap: boolean): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = this.name('n');
    this.#known.set(key, name);
    this.reads.push(`const ${name} = ${stepCode(from, step, isMap)};`);
    return name;
  }
}

/** Names in documents stand in compiled code as JSON strings only. */
function stepCode(from: string, step: string | number, isMap: boolean): string {
  const name = JSON.stringify(step);
  if (typeof step === 'number') return `Array.isArray(${from}) ? ${from}[${name}] : undefined`;
  if (inherited.has(step)) return `own(${from}, ${name})`;
  return isMap ? `${from}[${name}]` : `typeof ${from} === 'object' && ${from} !== null ? ${from}[${name}] : undefined`;
}

/** Whether a path leads to a group of a pattern, which its root's expression already is. */
export function isGroup({ part }: PathUse): boolean {
  return part !== undefined && part.patterns.length > 0;
}

/** Parts of single rules have one name; where they stand tells them apart. */
function pathKey({ path, part }: PathUse, steps: number): string {
  return JSON.stringify([path.root, path.part, part?.at.offset, ...path.steps.slice(0, steps)]);
}
