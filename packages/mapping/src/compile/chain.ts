import type { Condition, Part, PathUse } from '../check/model.ts';
import { conditionCode } from './conditions.ts';
import { type Asked, askedRules, type Dispatch, dispatchOf } from './dispatch.ts';
import { matcherOf } from './matcher.ts';
import { partCode, rootsOf, ruleFunction, type RuleOptions } from './rule.ts';
import { Scope } from './scope.ts';

/** Deeper than this the rules of a group are asked one after the other. */
const maxDispatches = 3;

/**
 * Writes the choice of the rule: conditions one after the other, or a table where many rules ask one path for constants.
 * A part is taken out of its text when the first condition that needs it is asked, and no more than once.
 */
export class Chain {
  /** The functions of the rules, each once. */
  readonly functions: string[] = [];
  readonly #options: Omit<RuleOptions, 'asked'>;
  readonly #parts = new Map<number, readonly Part[]>();

  constructor(options: Omit<RuleOptions, 'asked'>) {
    this.#options = options;
  }

  compile(): string[] {
    const { document } = this.#options;
    const scope = new Scope(rootsOf(document), { count: 0 });
    const declared = document.parts.map((_, index) => `p${index} = null`);
    const lines = declared.length === 0 ? [] : [`let ${declared.join(', ')};`];
    return [...lines, ...this.#rules(askedRules(document.rules), { scope, done: new Set(), depth: 0 })];
  }

  #rules(rules: readonly Asked[], block: Block): string[] {
    const lines: string[] = [];
    for (let rest = rules; rest.length > 0;) {
      const dispatch = block.depth < maxDispatches ? dispatchOf(rest) : undefined;
      lines.push(...(dispatch === undefined ? this.#rule(rest[0]!, block) : this.#dispatch(dispatch, block)));
      rest = rest.slice(dispatch?.length ?? 1);
    }
    return lines;
  }

  #dispatch({ use, groups, groupOf }: Dispatch, block: Block): string[] {
    const before = block.scope.reads.length;
    const x = block.scope.read(use);
    const lines = [...this.#need(withParents(use.part), block), ...block.scope.reads.slice(before)];
    lines.push(`switch (${this.#options.refs.add(groupOf)}.get(${x})) {`);
    for (const [number, rules] of groups.entries())
      lines.push(`case ${number}: {`, ...this.#rules(rules, within(block)), 'break; }');
    return [...lines, '}'];
  }

  /** What needs no part that is still to be taken is asked first. */
  #rule({ index, conditions }: Asked, block: Block): string[] {
    const lines: string[] = [];
    let inner = block;
    let depth = 0;
    const isReady = (condition: Condition): boolean => partsOf(condition).every((part) => block.done.has(part));
    const ready = conditions.filter(isReady);
    const stages = [ready, ...conditions.filter((one) => !isReady(one)).map((one) => [one])];
    for (const stage of stages.filter((one) => one.length > 0)) {
      lines.push(...this.#need(stage.flatMap(partsOf), inner));
      const before = inner.scope.reads.length;
      const code = stage.map((condition) => conditionCode(condition, inner.scope, this.#options.refs));
      lines.push(...inner.scope.reads.slice(before), `if (${code.join(' && ')}) {`);
      inner = within(inner);
      depth++;
    }
    return [...lines, '{', ...this.#apply(index, inner), '}', '}'.repeat(depth)];
  }

  #apply(index: number, block: Block): string[] {
    const parts = this.#partsOfRule(index);
    const { document } = this.#options;
    const args = ['r', 'c', 't', 'notes', ...parts.map((part) => `p${document.parts.indexOf(part)}`)];
    const call = `rule${index}(${args.join(', ')})`;
    const needed = this.#need(parts, within(block));
    if (!document.rules[index]!.passesOn)
      return [...needed, `if (trace !== undefined) trace.rule = ${index};`, `return ${call};`];
    return [
      ...needed,
      `const done = ${call};`,
      `if (done !== NEXT) { if (trace !== undefined) trace.rule = ${index}; return done; }`,
      `if (notes !== undefined) notes.length = 0;`,
    ];
  }

  #partsOfRule(index: number): readonly Part[] {
    const known = this.#parts.get(index);
    if (known !== undefined) return known;
    const rule = this.#options.document.rules[index]!;
    const asked = rule.when === undefined ? [] : partsOf(rule.when);
    const { code, parts } = ruleFunction(`rule${index}`, rule, { ...this.#options, asked });
    this.functions.push(code);
    this.#parts.set(index, parts);
    return parts;
  }

  /** Statements that take parts out of their texts, where that was not done before. */
  #need(parts: readonly Part[], { done }: Block): string[] {
    const lines: string[] = [];
    for (const part of this.#options.document.parts) {
      if (!parts.includes(part) || done.has(part)) continue;
      done.add(part);
      lines.push(...this.#take(part));
    }
    return lines;
  }

  #take(part: Part): string[] {
    const { document, refs } = this.#options;
    const name = `p${document.parts.indexOf(part)}`;
    const scope = new Scope({ ...rootsOf(document), part: (one) => partCode(document, one) }, { count: 0 });
    const x = scope.read({ path: part.from, part: part.parent });
    const read = refs.add(part.read ?? matcherOf(part));
    const fits = part.takes === 'text' ? `typeof x === 'string'` : `typeof x === 'object' && x !== null`;
    return [
      `if (${name} === null) { ${scope.reads.join(' ')} const x = ${x};`,
      `${name} = ${fits} ? ${read}(x) : undefined; }`,
    ];
  }
}

/** Where statements stand: what was read and taken there already. */
interface Block {
  readonly scope: Scope;
  readonly done: Set<Part>;
  readonly depth: number;
}

function within({ scope, done, depth }: Block): Block {
  return { scope: scope.branch(), done: new Set(done), depth: depth + 1 };
}

/** A part and those that it is taken out of. */
function withParents(part: PathUse['part']): readonly Part[] {
  return part === undefined ? [] : [...withParents(part.parent), part];
}

/** The parts that a condition asks, with those that they are taken out of. */
function partsOf(condition: Condition): readonly Part[] {
  switch (condition.kind) {
    case 'test':
      return withParents(condition.use.part);
    case 'not':
      return partsOf(condition.of);
    default:
      return [...new Set(condition.of.flatMap(partsOf))];
  }
}
