import type { Change, PathUse, Value, ValueCase } from '../check/model.ts';
import { type Want, wantAny } from '../value/want.ts';
import { wantOfFunctionType } from '../value/casts.ts';
import { conditionCode } from './conditions.ts';
import type { Refs } from './refs.ts';
import type { Scope } from './scope.ts';

/** A value in compiled code. */
export interface Emitted {
  /** Expression of the value; undefined where there is none. */
  readonly js: string;
  /** Whether it is a constant, and so always there. */
  readonly isConstant: boolean;
  /** What to run once the value stands in the event: notes what was taken from the record. */
  readonly commit: string;
  /** Expression of what an enum id was made from. */
  readonly raw: string;
}

/** What values are compiled with. */
export interface ValueContext {
  readonly refs: Refs;
  /** Where statements go. */
  readonly lines: string[];
  /** What runs when a path was taken: marks it, and notes it where explanations are wanted. */
  readonly take: (use: PathUse, scope: Scope, x: string) => string;
  /** What runs when a constant was taken. */
  readonly takeConstant: (js: string) => string;
  /** The reference to the rejection of a record without a required value, or to what leaves it to the next rule. */
  readonly missing: (orNext: boolean) => string;
}

export function emitValue(context: ValueContext, value: Value, want: Want, isArray: boolean, scope: Scope): Emitted {
  return new ValueEmitter(context, want, isArray, scope).emit(value);
}

/** An expression that makes `x` fit. */
function castCode(want: Want, x: string, refs: Refs): string {
  switch (want.kind) {
    case 'text':
      return `text(${x}, ${want.maxLength})`;
    case 'integer':
      return `integer(${x}, ${want.min}, ${want.max})`;
    case 'enum':
    case 'text_enum':
      return `enumId(${x}, ${refs.add(want.ids)}, ${want.hasOther})`;
    default:
      return `${want.kind}(${x})`;
  }
}

class ValueEmitter {
  readonly #context: ValueContext;
  readonly #want: Want;
  readonly #isArray: boolean;
  readonly #scope: Scope;

  constructor(context: ValueContext, want: Want, isArray: boolean, scope: Scope) {
    this.#context = context;
    this.#want = want;
    this.#isArray = isArray;
    this.#scope = scope;
  }

  emit(value: Value): Emitted {
    switch (value.kind) {
      case 'constant':
        return this.#constant(value.value);
      case 'path':
        return this.#path(value);
      case 'template':
        return this.#template(value.pieces);
      case 'first':
        return this.#first(value.options);
      case 'default':
        return this.#first([value.value, value.otherwise]);
      case 'cases':
        return this.#cases(value.cases);
      case 'call':
        return this.#call(value);
      case 'list':
        return this.#list(value.items);
      case 'sum':
        return this.#sum(value);
      case 'changed':
        return this.#changed(value.from, value.changes);
      case 'required': {
        const inner = this.emit(value.value);
        if (!inner.isConstant)
          this.#say(`if (${inner.js} === undefined) return ${this.#context.missing(value.orNext)};`);
        return inner;
      }
    }
  }

  #say(...lines: readonly string[]): void {
    this.#context.lines.push(...lines);
  }

  #constant(value: unknown): Emitted {
    const js = literal(value);
    return { js, isConstant: true, commit: this.#context.takeConstant(js), raw: 'undefined' };
  }

  #path(use: PathUse): Emitted {
    const x = this.#scope.read(use);
    const js = this.#scope.variable('v');
    const take = this.#context.take(use, this.#scope, x);
    if (!this.#isArray) {
      this.#say(`${js} = ${this.#cast(x)};`);
      return { js, isConstant: false, commit: take, raw: x };
    }
    this.#say(`${js} = list(${x}, (y) => ${this.#cast('y')});`);
    return { js, isConstant: false, commit: `if (isWhole(${x}, ${js})) { ${take} }`, raw: x };
  }

  #cast(x: string): string {
    return castCode(this.#want, x, this.#context.refs);
  }

  /** Cast, element by element where a list is wanted. */
  #castAll(x: string): string {
    return this.#isArray ? `list(${x}, (y) => ${this.#cast('y')})` : this.#cast(x);
  }

  #template(pieces: readonly (string | object)[]): Emitted {
    const js = this.#scope.variable('v');
    const uses = pieces.filter((piece): piece is PathUse => typeof piece === 'object');
    const texts = new Map<PathUse, string>();
    for (const use of uses) {
      const text = this.#scope.variable('v');
      this.#say(`${text} = asText(${this.#scope.read(use)});`);
      texts.set(use, text);
    }
    const sum = pieces.map((piece) =>
      typeof piece === 'string' ? JSON.stringify(piece) : texts.get(piece as PathUse),
    );
    const present = [...texts.values()].map((text) => `${text} !== undefined`).join(' && ');
    this.#say(
      `${js} = ${present === '' ? '' : `${present} ? `}${this.#castAll(sum.join(' + '))}${present === '' ? '' : ' : undefined'};`,
    );
    const commit = uses.map((use) => this.#context.take(use, this.#scope, this.#scope.read(use))).join(' ');
    return { js, isConstant: false, commit, raw: 'undefined' };
  }

  /** The first option that is there, with what it takes. */
  #first(options: readonly Value[]): Emitted {
    const js = this.#scope.variable('v');
    const chosen = this.#scope.variable('c');
    const raw = this.#scope.variable('w');
    const commits: string[] = [];
    for (const [index, option] of options.entries()) {
      if (index > 0) this.#say(`if (${js} === undefined) {`);
      const emitted = this.emit(option);
      this.#say(`${js} = ${emitted.js}; ${chosen} = ${index}; ${raw} = ${emitted.raw};`);
      commits.push(`case ${index}: ${emitted.commit} break;`);
    }
    this.#say('}'.repeat(options.length - 1));
    return { js, isConstant: false, commit: `switch (${chosen}) { ${commits.join(' ')} }`, raw };
  }

  #cases(cases: readonly ValueCase[]): Emitted {
    const js = this.#scope.variable('v');
    const chosen = this.#scope.variable('c');
    const raw = this.#scope.variable('w');
    const commits: string[] = [];
    for (const [index, { when, value }] of cases.entries()) {
      const test = when === undefined ? 'true' : conditionCode(when, this.#scope, this.#context.refs);
      this.#say(`if (${test}) {`);
      const emitted = this.emit(value);
      this.#say(`${js} = ${emitted.js}; ${chosen} = ${index}; ${raw} = ${emitted.raw}; } else {`);
      commits.push(`case ${index}: ${emitted.commit} break;`);
    }
    this.#say('}'.repeat(cases.length));
    return { js, isConstant: false, commit: `switch (${chosen}) { ${commits.join(' ')} }`, raw };
  }

  #call(value: Extract<Value, { kind: 'call' }>): Emitted {
    const js = this.#scope.variable('v');
    const args = value.args.map((arg, index) =>
      emitValue(this.#context, arg, wantOfFunctionType(value.function.parameters[index]!), false, this.#scope),
    );
    const present = args.map((arg) => (arg.isConstant ? 'true' : `${arg.js} !== undefined`)).join(' && ');
    const call = `${this.#context.refs.add(value.function.call)}(${args.map((arg) => arg.js).join(', ')})`;
    const result = castCode(wantOfFunctionType(value.function.result), call, this.#context.refs);
    const assign = `try { ${js} = ${result}; ${js} = ${this.#castAll(js)}; } catch { ${js} = undefined; }`;
    this.#say(present === '' ? assign : `if (${present}) { ${assign} }`);
    return { js, isConstant: false, commit: args.map((arg) => arg.commit).join(' '), raw: js };
  }

  #list(items: readonly Value[]): Emitted {
    const js = this.#scope.variable('v');
    const emitted = items.map((item) => emitValue(this.#context, item, this.#want, false, this.#scope));
    this.#say(`${js} = compact([${emitted.map((item) => item.js).join(', ')}]);`);
    const commit = emitted.map((item) =>
      item.isConstant ? item.commit : `if (${item.js} !== undefined) { ${item.commit} }`,
    );
    return { js, isConstant: false, commit: commit.join(' '), raw: 'undefined' };
  }

  #sum({ items, want }: Extract<Value, { kind: 'sum' }>): Emitted {
    const js = this.#scope.variable('v');
    const emitted = items.map((item) => emitValue(this.#context, item, want, false, this.#scope));
    this.#say(`${js} = sum([${emitted.map((item) => item.js).join(', ')}]);`, `${js} = ${this.#castAll(js)};`);
    const commit = emitted.map((item) => `if (${item.js} !== undefined) { ${item.commit} }`);
    return { js, isConstant: false, commit: commit.join(' '), raw: 'undefined' };
  }

  #changed(from: Value, changes: readonly Change[]): Emitted {
    const source = emitValue(this.#context, from, wantAny, false, this.#scope);
    const js = this.#scope.variable('v');
    this.#say(`${js} = ${source.js};`);
    let isCast = false;
    for (const change of changes) {
      this.#say(`${js} = ${this.#change(change, js)};`);
      isCast = change.kind === 'lookup';
    }
    if (!isCast) this.#say(`${js} = ${this.#castAll(js)};`);
    const isSplit = changes.some(({ kind }) => kind === 'split');
    const commit = this.#isArray && !isSplit ? `if (isWhole(${source.js}, ${js})) { ${source.commit} }` : source.commit;
    return { js, isConstant: false, commit, raw: source.js };
  }

  #change(change: Change, x: string): string {
    const { refs } = this.#context;
    const ofText = (code: string): string => this.#eachOf(x, `typeof y === 'string' ? ${code} : y`);
    switch (change.kind) {
      case 'trim':
        return ofText('y.trim()');
      case 'lower':
        return ofText('y.toLowerCase()');
      case 'upper':
        return ofText('y.toUpperCase()');
      case 'null_values':
        return this.#eachOf(x, `(${refs.add(new Set(change.texts))}.has(asText(y)) ? undefined : y)`);
      case 'after_last':
      case 'before_last':
        return ofText(`${change.kind === 'after_last' ? 'afterLast' : 'beforeLast'}(y, ${refs.add(change.texts)})`);
      case 'pattern':
        return this.#eachOf(x, `${refs.add(groupReader(change))}(asText(y))`);
      case 'lookup':
        return this.#eachOf(x, `${refs.add(change.table)}.get(asText(y))`);
      case 'time':
        return this.#eachOf(x, `${refs.add(change.read)}(y, c.receivedAt)`);
      case 'multiply':
        return this.#eachOf(x, `multiply(y, ${change.by})`);
      case 'split':
        return `split(${x}, ${JSON.stringify(change.separator)})`;
      case 'join':
        return `join(${x}, ${JSON.stringify(change.separator)})`;
      case 'to_json':
        return `toJson(${x})`;
    }
  }

  /** Code about `y`, for a value or for each of a list. */
  #eachOf(x: string, code: string): string {
    return this.#isArray ? `list(${x}, (y) => ${code})` : code.replaceAll(/\by\b/g, x);
  }
}

/** A constant as source: JSON, with no way for a key to become something else than a key. */
function literal(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `[${JSON.stringify(key)}]: ${literal(item)}`);
  return `({ ${entries.join(', ')} })`;
}

function groupReader({ pattern, group }: Extract<Change, { kind: 'pattern' }>): (text: string | undefined) => unknown {
  return (text) => (text === undefined ? undefined : pattern.match(text)?.[group]);
}
