import type { MapContext, MapResult } from '@sluice/connector';
import type { AttributePlan, CheckedDocument, Part } from '../check/model.ts';
import type { CompiledPattern } from '../pattern/compile-pattern.ts';
import { createCasts } from '../value/casts.ts';
import { conditionCode } from './conditions.ts';
import { Refs } from './refs.ts';
import { partCode, rootsOf, ruleFunction } from './rule.ts';
import { createRuntime } from './runtime.ts';
import { Scope } from './scope.ts';

/** Where an attribute of one event came from. */
export interface Note {
  readonly attribute: string;
  /** Line of the document that maps it. */
  readonly line: number;
  /** The path that it was taken from; absent for a constant. */
  readonly from?: string;
  /** What the record had there. */
  readonly value?: unknown;
}

export interface Trace {
  /** Index of the rule that applied. */
  rule: number;
  readonly notes: Note[];
}

export type CompiledMap = (record: unknown, context: MapContext<unknown>, trace: Trace | undefined) => MapResult;

/**
 * Compiles a checked document to one function.
 *
 * That is safe: all names of the document and the catalogue stand in the code as JSON strings, variables are named by
 * number, and functions, tables and patterns are passed in and found by index. Nothing of a record ever becomes code.
 */
export function generateMap(
  document: CheckedDocument,
  explains: boolean,
  lineOf: (plan: AttributePlan) => number,
): CompiledMap {
  const refs = new Refs();
  const source = new MapCompiler(document, refs, explains, lineOf).compile();
  const runtime = createRuntime(createCasts(document.nullValues));
  // oxlint-disable-next-line no-new-func typescript/no-implied-eval -- Why this is safe is said above.
  const build = new Function('refs', 'runtime', source);
  return build(refs.values, runtime);
}

const runtimeNames =
  'any text ip integer float boolean enumId map time datetime isMap own list isWhole compact put putPart asText otherText split multiply toJson';

class MapCompiler {
  readonly #document: CheckedDocument;
  readonly #refs: Refs;
  readonly #explains: boolean;
  readonly #lineOf: (plan: AttributePlan) => number;

  constructor(document: CheckedDocument, refs: Refs, explains: boolean, lineOf: (plan: AttributePlan) => number) {
    this.#document = document;
    this.#refs = refs;
    this.#explains = explains;
    this.#lineOf = lineOf;
  }

  compile(): string {
    const functions: string[] = [];
    const body = this.#body(functions);
    return [
      `"use strict";`,
      `const { ${runtimeNames.split(' ').join(', ')} } = runtime;`,
      ...this.#refs.values.map((_, index) => `const $${index} = refs[${index}];`),
      ...functions,
      `return function mapRecord(t, c, trace) { const notes = trace === undefined ? undefined : trace.notes;`,
      ...body,
      '};',
    ].join('\n');
  }

  #body(functions: string[]): string[] {
    const document = this.#document;
    const lines: string[] = this.#readRecord();
    if (document.parts.length > 0) lines.push(`let ${document.parts.map((_, index) => `p${index}`).join(', ')};`);
    const done = new Set<Part>();
    const asked: { parts: Part[] } = { parts: [] };
    const roots = rootsOf(document);
    const names = { count: 0 };
    const scope = new Scope({ ...roots, part: (use) => (asked.parts.push(use.part!), roots.part(use)) }, names);
    for (const [index, rule] of document.rules.entries()) {
      asked.parts = [];
      const before = scope.reads.length;
      const condition = rule.when === undefined ? 'true' : conditionCode(rule.when, scope, this.#refs);
      const needed = withParents(asked.parts);
      const { code, parts } = ruleFunction(`rule${index}`, rule, {
        document,
        refs: this.#refs,
        asked: needed,
        explains: this.#explains,
        lineOf: this.#lineOf,
      });
      functions.push(code);
      lines.push(...this.#computeParts(needed, done, true));
      lines.push(...scope.reads.slice(before));
      lines.push(`if (${condition}) {`, ...this.#computeParts(parts, done, false));
      lines.push(`if (trace !== undefined) trace.rule = ${index};`);
      const args = ['r', 'c', 't', 'notes', ...document.parts.map((_, part) => `p${part}`)];
      lines.push(`return rule${index}(${args.join(', ')}); }`);
    }
    return [...lines, `return ${this.#refs.add(noRule(document))};`];
  }

  #readRecord(): string[] {
    const { read, format } = this.#document;
    if (read === undefined) return ['const r = t;'];
    const malformed = Object.freeze({ reject: `malformed_${format}`, detail: `The record is not ${format}.` });
    return [
      `const r = typeof t === 'string' ? ${this.#refs.add(read)}(t) : undefined;`,
      `if (!isMap(r)) return ${this.#refs.add(malformed)};`,
    ];
  }

  /** Statements that take texts apart. Those that run for every later rule too are remembered as done. */
  #computeParts(parts: readonly Part[], done: Set<Part>, forAll: boolean): string[] {
    const lines: string[] = [];
    for (const part of this.#document.parts) {
      if (!parts.includes(part) || done.has(part)) continue;
      if (forAll) done.add(part);
      lines.push(...this.#computePart(part));
    }
    return lines;
  }

  #computePart(part: Part): string[] {
    const name = `p${this.#document.parts.indexOf(part)}`;
    const use = { path: part.from, part: part.parent };
    const scope = new Scope({ ...rootsOf(this.#document), part: (one) => partCode(this.#document, one) }, { count: 0 });
    const x = scope.read(use);
    const read = part.read ?? matcherOf(part);
    return [
      `{ ${scope.reads.join(' ')} const x = ${x};`,
      `if (typeof x === 'string') ${name} = ${this.#refs.add(read)}(x); }`,
    ];
  }
}

function withParents(parts: readonly Part[]): readonly Part[] {
  const all = new Set<Part>();
  for (const first of parts)
    for (let part: Part | undefined = first; part !== undefined; part = part.parent) all.add(part);
  return [...all];
}

function noRule(document: CheckedDocument): object {
  const reason = 'no_rule_applies';
  return Object.freeze(
    document.otherwise === 'skip'
      ? { skip: reason }
      : { reject: reason, detail: 'No rule of the mapping applies to the record.' },
  );
}

/** Tries the patterns in order; gives the groups in the order of the part. */
function matcherOf(part: Part): CompiledPattern['match'] {
  const [first, ...others] = part.patterns;
  if (others.length === 0 && first !== undefined) return first.match;
  const orders = part.patterns.map(({ groups }) =>
    part.groups.map((name) => groups.findIndex((group) => group.name === name) + 1),
  );
  return (text) => {
    for (const [index, pattern] of part.patterns.entries()) {
      const match = pattern.match(text);
      if (match !== undefined) return [match[0], ...orders[index]!.map((at) => (at === 0 ? undefined : match[at]))];
    }
    return undefined;
  };
}
