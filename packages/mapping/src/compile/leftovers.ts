import type { Part } from '../check/model.ts';
import type { Scope, Slot } from './scope.ts';

/** The values of a record that attributes can take, as a tree along their paths. */
export interface TakenTree {
  slot: Slot | undefined;
  readonly fields: Map<string | number, TakenTree>;
}

function createTree(): TakenTree {
  return { slot: undefined, fields: new Map() };
}

/** The tree of those slots of a scope whose paths begin with `root` (in this part). */
export function takenTree(scope: Scope, root: string, part?: Part): TakenTree {
  const tree = createTree();
  for (const slot of scope.slots.values()) {
    const { path } = slot.use;
    if (path.root !== root || slot.use.part !== part) continue;
    let node = tree;
    for (const step of path.steps) {
      const known = node.fields.get(step);
      const next = known ?? createTree();
      if (known === undefined) node.fields.set(step, next);
      node = next;
    }
    node.slot = slot;
  }
  return tree;
}

/** Statements that set `left` to what of the item of a loop was not taken. */
export function leftOfItem(lines: string[], scope: Scope, item: string, left: string): void {
  new Leftovers(lines, scope).value(takenTree(scope, 'item'), item, left);
}

/** Writes the walk through a record that gathers what nobody took. */
export class Leftovers {
  readonly #lines: string[];
  readonly #scope: Scope;

  constructor(lines: string[], scope: Scope) {
    this.#lines = lines;
    this.#scope = scope;
  }

  /** Sets the variable `left` to what is left of the value `x`; leaves it undefined where nothing is. */
  value(tree: TakenTree, x: string, left: string): void {
    const { slot } = tree;
    if (slot !== undefined) {
      const [rest, ...others] = slot.rests;
      // Two loops over one list: what the one left the other may have taken, so the list is kept whole.
      const kept = rest === undefined ? '' : others.length === 0 ? `${left} = ${rest};` : `${left} = ${x};`;
      this.#lines.push(`if (${slot.name}) { ${kept} } else {`);
    }
    this.#untaken(tree, x, left);
    if (slot !== undefined) this.#lines.push('}');
  }

  #untaken(tree: TakenTree, x: string, left: string): void {
    const names = [...tree.fields].filter(([name]) => typeof name === 'string');
    const indexes = [...tree.fields].filter(([name]) => typeof name === 'number');
    if (names.length === 0 && indexes.length === 0) {
      this.#lines.push(`${left} = any(${x});`);
      return;
    }
    this.#lines.push(`if (isMap(${x})) {`);
    this.#map(names as [string, TakenTree][], x, left);
    this.#lines.push(`} else if (Array.isArray(${x})) {`);
    this.#array(indexes as [number, TakenTree][], x, left);
    this.#lines.push(`} else ${left} = any(${x});`);
  }

  #map(fields: readonly (readonly [string, TakenTree])[], x: string, left: string): void {
    const [key, y] = [this.#scope.name('q'), this.#scope.name('y')];
    const label = this.#scope.name('L');
    this.#lines.push(`${label}: for (const ${key} in ${x}) { const ${y} = ${x}[${key}]; switch (${key}.length) {`);
    for (const [length, group] of Map.groupBy(fields, ([name]) => name.length)) {
      this.#lines.push(`case ${length}:`);
      for (const [name, tree] of group) this.#field(name, tree, { key, y, left, label });
      this.#lines.push('break;');
    }
    this.#lines.push(`} if (any(${y}) !== undefined) ${left} = put(${left}, ${key}, ${y}); }`);
  }

  #field(
    name: string,
    tree: TakenTree,
    {
      key,
      y,
      left,
      label,
    }: { readonly key: string; readonly y: string; readonly left: string; readonly label: string },
  ): void {
    this.#lines.push(`if (${key} === ${JSON.stringify(name)}) {`);
    const { slot } = tree;
    if (slot !== undefined && slot.rests.length === 0 && tree.fields.size === 0)
      this.#lines.push(`if (${slot.name}) continue ${label}; break;`);
    else {
      const rest = this.#scope.name('l');
      this.#lines.push(`let ${rest};`);
      this.value(tree, y, rest);
      this.#lines.push(`if (${rest} !== undefined) ${left} = put(${left}, ${key}, ${rest}); continue ${label};`);
    }
    this.#lines.push('}');
  }

  #array(fields: readonly (readonly [number, TakenTree])[], x: string, left: string): void {
    const [index, rest] = [this.#scope.name('i'), this.#scope.name('l')];
    this.#lines.push(`for (let ${index} = 0; ${index} < ${x}.length; ${index}++) { let ${rest};`);
    this.#lines.push(`switch (${index}) {`);
    for (const [position, tree] of fields) {
      this.#lines.push(`case ${position}: {`);
      this.value(tree, `${x}[${index}]`, rest);
      this.#lines.push('break; }');
    }
    this.#lines.push(`default: ${rest} = any(${x}[${index}]); }`);
    this.#lines.push(`if (${rest} !== undefined) (${left} ??= []).push(${rest}); }`);
  }
}
