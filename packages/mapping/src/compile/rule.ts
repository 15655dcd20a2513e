import type { AttributePlan, CheckedDocument, EventPlan, Part, PathUse, Rule } from '../check/model.ts';
import type { LineOf } from '../problems.ts';
import { conditionCode } from './conditions.ts';
import { leftOfItem, Leftovers, takenTree } from './leftovers.ts';
import { emitEvent, type ObjectContext } from './objects.ts';
import type { Refs } from './refs.ts';
import { type Roots, Scope } from './scope.ts';

export interface RuleOptions {
  readonly document: CheckedDocument;
  readonly refs: Refs;
  /** Parts that are there when the rule is asked, besides those that its attributes need. */
  readonly asked: readonly Part[];
  /** Whether the code notes where each attribute came from. */
  readonly explains: boolean;
  readonly lineOf: (plan: AttributePlan) => LineOf;
}

/** The only bound for texts that OCSF has had (1.0 to 1.3). */
const longestText = 65_535;

/** The expression of a part or of one of its groups. */
export function partCode(document: CheckedDocument, use: PathUse): string {
  const { part, path } = use;
  const name = `p${document.parts.indexOf(part!)}`;
  if (part!.patterns.length === 0 || path.steps.length === 0) return name;
  return `(${name} === undefined ? undefined : ${name}[${part!.groups.indexOf(String(path.steps[0])) + 1}])`;
}

export function rootsOf(document: CheckedDocument): Roots {
  return { record: 'r', isMap: document.read !== undefined, part: (use) => partCode(document, use) };
}

/** More events of one record than this are refused. */
const maxEvents = 10_000;
const tooMany: object = Object.freeze({
  reject: 'too_many_events',
  detail: `The record would make more than ${maxEvents} events.`,
});

/** Compiles what a rule makes of a record to a function of it and of the parts that it needs, in the order given. */
export function ruleFunction(name: string, rule: Rule, options: RuleOptions): { code: string; parts: readonly Part[] } {
  const compiler = new RuleCompiler(rule, options);
  const body = compiler.compile();
  const parts = options.document.parts.filter((part) => compiler.parts.has(part));
  const parameters = ['r', 'c', 't', 'notes', ...parts.map((part) => `p${options.document.parts.indexOf(part)}`)];
  return { code: `function ${name}(${parameters.join(', ')}) {\n${body.join('\n')}\n}`, parts };
}

class RuleCompiler {
  readonly parts: Set<Part>;
  readonly #rule: Rule;
  readonly #options: RuleOptions;
  readonly #scope: Scope;
  #attribute: AttributePlan | undefined;
  #isOne = true;

  constructor(rule: Rule, options: RuleOptions) {
    this.#rule = rule;
    this.#options = options;
    this.parts = new Set(options.asked);
    this.#scope = new Scope(this.#roots(), { count: 0 });
  }

  compile(): string[] {
    const { outcome } = this.#rule;
    const { refs } = this.#options;
    if (outcome.kind !== 'event') return [`return ${refs.add(Object.freeze({ [outcome.kind]: outcome.reason }))};`];
    const [first] = outcome.events;
    this.#isOne = outcome.events.length === 1 && first!.each === undefined;
    const lines: string[] = [];
    if (this.#isOne) this.#event(lines, first!, this.#scope);
    else this.#events(lines, outcome.events);
    this.#partSources(lines);
    this.#leftovers(lines, first!.object.attributes.has('raw_data'));
    lines.push(this.#isOne ? 'return e;' : 'return all;');
    return [...this.#scope.head(), ...lines];
  }

  #event(lines: string[], { class: { uid }, object }: EventPlan, scope: Scope): void {
    lines.push(`const e = { class_uid: ${uid} };`);
    emitEvent(this.#context(lines), object, scope, 'e');
  }

  #events(lines: string[], events: readonly EventPlan[]): void {
    const { refs } = this.#options;
    lines.push('const all = [];');
    for (const event of events) {
      const condition = event.when === undefined ? '' : `if (${conditionCode(event.when, this.#scope, refs)})`;
      lines.push(`${condition} {`);
      if (event.each === undefined) {
        this.#event(lines, event, this.#scope);
        lines.push('all.push(e);');
      } else this.#eventOfEach(lines, event, event.each);
      lines.push('}');
    }
    lines.push('const e = all[0];');
  }

  /** An event for each item; what is left of the item stands under the name of the list. */
  #eventOfEach(lines: string[], event: EventPlan, each: PathUse): void {
    const source = this.#scope.read(each);
    const item = this.#scope.name('e');
    const inner = this.#scope.inner(item);
    const left = inner.variable('l');
    const body: string[] = [];
    this.#event(body, event, inner);
    leftOfItem(body, inner, item, left);
    const name = each.path.steps.findLast((step) => typeof step === 'string') ?? 'item';
    lines.push(
      `const s = Array.isArray(${source}) ? ${source} : [${source}];`,
      `if (all.length + s.length > ${maxEvents}) return ${this.#options.refs.add(tooMany)};`,
      `for (const ${item} of s) { if (any(${item}) === undefined) continue;`,
      ...inner.head(),
      ...body,
      `if (${left} !== undefined) e.unmapped = put(undefined, ${JSON.stringify(name)}, ${left});`,
      `all.push(e); ${this.#scope.slot(each).name} = true; }`,
    );
  }

  /** Notes which parts are read. */
  #roots(): Roots {
    const roots = rootsOf(this.#options.document);
    return {
      ...roots,
      part: (use) => {
        for (let part = use.part; part !== undefined; part = part.parent) this.parts.add(part);
        return roots.part(use);
      },
    };
  }

  #context(lines: string[]): ObjectContext {
    return {
      refs: this.#options.refs,
      lines,
      enter: (plan) => {
        this.#attribute = plan;
      },
      take: (use, scope, x) => this.#take(use, scope, x),
      takeConstant: () => this.#note(undefined),
      missing: (orNext) => (orNext ? 'NEXT' : this.#missing()),
    };
  }

  #take(use: PathUse, scope: Scope, x: string): string {
    const note = this.#note(use.path.text, x);
    const { root, steps } = use.path;
    // A copy for reference takes nothing.
    const isCopy = root === 'record' && steps.length === 0 && this.#attribute?.path === 'raw_data';
    if ((isCopy && this.#options.document.format === 'json') || root === 'origin' || root === 'received_at')
      return note;
    return `${scope.slot(use).name} = true; ${note}`;
  }

  #note(from: string | undefined, x = 'undefined'): string {
    const plan = this.#attribute;
    if (!this.#options.explains || plan === undefined) return '';
    const facts = { attribute: plan.path, ...this.#options.lineOf(plan), ...(from === undefined ? {} : { from }) };
    const event = this.#isOne ? '' : 'event: all.length, ';
    return `notes.push({ ${event}...${this.#options.refs.add(facts)}, value: ${x} });`;
  }

  #missing(): string {
    const path = this.#attribute?.path ?? '';
    const detail = `${path} is required (${this.#rule.name}), and the record has no value that fits`;
    return this.#options.refs.add(Object.freeze({ reject: 'required_missing', detail }));
  }

  /** A text that was taken apart is taken, whatever becomes of its parts. */
  #partSources(lines: string[]): void {
    const { document } = this.#options;
    for (const part of this.parts) {
      const use = { path: part.from, part: part.parent };
      if (part.from.root === 'origin' || part.from.root === 'received_at') continue;
      if (part.from.root === 'record' && part.from.steps.length === 0) continue;
      lines.push(`if (p${document.parts.indexOf(part)} !== undefined) ${this.#scope.slot(use).name} = true;`);
    }
  }

  #leftovers(lines: string[], takesRaw: boolean): void {
    const { document } = this.#options;
    const left = this.#scope.variable('u');
    if (document.format === 'text') this.#leftOfText(lines, left, takesRaw);
    else {
      this.#leftOfRecord(lines, left);
      if (document.keepsRawData && !takesRaw) this.#keepRaw(lines, left);
    }
    for (const part of this.parts) this.#leftOfPart(lines, part, left);
    const all = this.#isOne ? left : `merge(${left}, e.unmapped)`;
    lines.push(`if (${left} !== undefined) e.unmapped = ${all};`);
  }

  #leftOfText(lines: string[], left: string, takesRaw: boolean): void {
    const tree = takenTree(this.#scope, 'record');
    const isApart = [...this.parts].filter((part) => part.from.root === 'record');
    const matched = isApart.map((part) => `p${this.#options.document.parts.indexOf(part)} !== undefined`);
    const taken = tree.slot === undefined ? [] : [tree.slot.name];
    const { keepsRawData } = this.#options.document;
    if (keepsRawData && !takesRaw) {
      lines.push(`if (${negation(taken)}) {`);
      this.#keepRaw(lines, left);
      lines.push('}');
    } else
      lines.push(
        `if (${negation([...taken, ...matched])} && any(r) !== undefined) ${left} = put(${left}, "record", r);`,
      );
  }

  /** The raw text into raw_data, or where it is too long for that among what is unmapped. */
  #keepRaw(lines: string[], left: string): void {
    const raw = this.#scope.variable('v');
    lines.push(
      `${raw} = text(t, ${longestText});`,
      `if (${raw} !== undefined) e.raw_data = ${raw}; else if (any(t) !== undefined) ${left} = put(${left}, "record", t);`,
    );
  }

  #leftOfRecord(lines: string[], left: string): void {
    const tree = takenTree(this.#scope, 'record');
    if (this.#options.document.read !== undefined && tree.slot === undefined && tree.fields.size === 0) {
      lines.push(`for (const k in r) if (any(r[k]) !== undefined) ${left} = put(${left}, k, r[k]);`);
      return;
    }
    new Leftovers(lines, this.#scope).value(tree, 'r', left);
    lines.push(`if (${left} !== undefined && !isMap(${left})) ${left} = { record: ${left} };`);
  }

  #leftOfPart(lines: string[], part: Part, left: string): void {
    const { document } = this.#options;
    const name = `p${document.parts.indexOf(part)}`;
    const rest = this.#scope.variable('u');
    const tree = takenTree(this.#scope, 'part', part);
    lines.push(`if (${name} !== undefined) {`);
    if (part.patterns.length === 0) new Leftovers(lines, this.#scope).value(tree, name, rest);
    for (const [index, group] of part.groups.entries()) {
      const slot = tree.fields.get(group)?.slot;
      const isLeft = slot === undefined ? '' : `!${slot.name} && `;
      const found = `${name}[${index + 1}]`;
      lines.push(`if (${isLeft}any(${found}) !== undefined) ${putNamed(rest, group, found)}`);
    }
    lines.push(`if (${rest} !== undefined) ${left} = putPart(${left}, ${JSON.stringify(part.name)}, ${rest}); }`);
  }
}

function negation(flags: readonly string[]): string {
  return flags.length === 0 ? 'true' : `!(${flags.join(' || ')})`;
}

/** Puts a value under a name that is known beforehand, which needs no look at the name. */
function putNamed(target: string, name: string, value: string): string {
  const key = JSON.stringify(name);
  if (name === '__proto__') return `${target} = put(${target}, ${key}, ${value});`;
  return `(${target} ??= {})[${key}] = ${value};`;
}
