import type { Condition, PathUse, Rule } from '../check/model.ts';
import type { Scalar } from '../document/node.ts';

/** A rule, by its place in the document, with what still has to be asked for it. */
export interface Asked {
  readonly index: number;
  readonly rule: Rule;
  readonly conditions: readonly Condition[];
}

/** Rules at the head of a list that all ask one path for constants: a table can tell which of them are for a value. */
export interface Dispatch {
  readonly use: PathUse;
  /** How many rules from the head on. */
  readonly length: number;
  /** Groups of rules; which group a value leads to. */
  readonly groups: readonly (readonly Asked[])[];
  readonly groupOf: ReadonlyMap<Scalar, number>;
}

/** Fewer rules are asked one after the other. */
const fewest = 4;

export function askedRules(rules: readonly Rule[]): readonly Asked[] {
  return rules.map((rule, index) => ({ index, rule, conditions: rule.when === undefined ? [] : flat(rule.when) }));
}

/** All that has to hold at once, one by one. */
function flat(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(flat) : [condition];
}

type Equality = Extract<Condition, { kind: 'test' }> & { readonly test: { readonly kind: 'equals' } };

function isEquality(condition: Condition): condition is Equality {
  return condition.kind === 'test' && condition.test.kind === 'equals';
}

function isSame(one: PathUse, other: PathUse): boolean {
  return one.part === other.part && one.path.text === other.path.text;
}

function equalityOf({ conditions }: Asked, use: PathUse): Equality | undefined {
  return conditions.find((one): one is Equality => isEquality(one) && isSame(one.use, use));
}

/** How the head of a list of rules can be dispatched: by the path that the most of them ask; undefined if too few do. */
export function dispatchOf(rules: readonly Asked[]): Dispatch | undefined {
  let best: { use: PathUse; length: number } | undefined;
  for (const { use } of rules[0]?.conditions.filter(isEquality) ?? []) {
    const end = rules.findIndex((rule) => equalityOf(rule, use) === undefined);
    const length = end === -1 ? rules.length : end;
    if (length >= fewest && length > (best?.length ?? 0)) best = { use, length };
  }
  return best === undefined ? undefined : { ...best, ...grouped(rules.slice(0, best.length), best.use) };
}

/** Values that lead to the same rules share a group. */
function grouped(rules: readonly Asked[], use: PathUse): Pick<Dispatch, 'groups' | 'groupOf'> {
  const byValue = new Map<Scalar, Asked[]>();
  for (const asked of rules) {
    const equality = equalityOf(asked, use)!;
    const rest = { ...asked, conditions: asked.conditions.filter((one) => one !== equality) };
    for (const value of spellings(equality.test)) byValue.set(value, [...(byValue.get(value) ?? []), rest]);
  }
  const groups = new Map<string, { readonly number: number; readonly rules: readonly Asked[] }>();
  const groupOf = new Map<Scalar, number>();
  for (const [value, leads] of byValue) {
    const key = leads.map(({ index }) => index).join(' ');
    const known = groups.get(key) ?? { number: groups.size, rules: leads };
    groups.set(key, known);
    groupOf.set(value, known.number);
  }
  return { groups: [...groups.values()].map((group) => group.rules), groupOf };
}

/** A number or boolean also equals its text, since many formats know only texts. */
function spellings({ values }: Extract<Equality['test'], { kind: 'equals' }>): ReadonlySet<Scalar> {
  return new Set(values.flatMap((value) => (typeof value === 'string' ? [value] : [value, String(value)])));
}
