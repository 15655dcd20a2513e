import type { MapContext, MapResult } from '@sluice/connector';
import type { AttributePlan, CheckedDocument } from '../check/model.ts';
import type { LineOf } from '../problems.ts';
import { createCasts } from '../value/casts.ts';
import { Chain } from './chain.ts';
import { Refs } from './refs.ts';
import { createRuntime } from './runtime.ts';

/** Where an attribute of one event came from. */
export interface Note {
  /** Which of several events it is of, from 0; absent where the rule makes one. */
  readonly event?: number;
  readonly attribute: string;
  /** Line of the document that maps it. */
  readonly line: number;
  /** The file of that line, where it is an imported one. */
  readonly file?: string;
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
  lineOf: (plan: AttributePlan) => LineOf,
): CompiledMap {
  const refs = new Refs();
  const source = new MapCompiler(document, refs, explains, lineOf).compile();
  const runtime = createRuntime(createCasts(document.nullValues));
  // oxlint-disable-next-line no-new-func typescript/no-implied-eval -- Why this is safe is said above.
  const build = new Function('refs', 'runtime', source);
  return build(refs.values, runtime);
}

const runtimeNames =
  'any text ip integer float boolean enumId map time datetime isMap own list isWhole compact put putPart asText otherText split join sum multiply toJson afterLast beforeLast hasItems merge';

class MapCompiler {
  readonly #document: CheckedDocument;
  readonly #refs: Refs;
  readonly #chain: Chain;

  constructor(document: CheckedDocument, refs: Refs, explains: boolean, lineOf: (plan: AttributePlan) => LineOf) {
    this.#document = document;
    this.#refs = refs;
    this.#chain = new Chain({ document, refs, explains, lineOf });
  }

  compile(): string {
    const body = [...this.#readRecord(), ...this.#chain.compile(), `return ${this.#refs.add(noRule(this.#document))};`];
    return [
      `"use strict";`,
      `const NEXT = Object.freeze({});`,
      `const { ${runtimeNames.split(' ').join(', ')} } = runtime;`,
      ...this.#refs.values.map((_, index) => `const $${index} = refs[${index}];`),
      ...this.#chain.functions,
      `return function mapRecord(t, c, trace) { const notes = trace === undefined ? undefined : trace.notes;`,
      ...body,
      '};',
    ].join('\n');
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
}

function noRule(document: CheckedDocument): object {
  const reason = 'no_rule_applies';
  return Object.freeze(
    document.otherwise === 'skip'
      ? { skip: reason }
      : { reject: reason, detail: 'No rule of the mapping applies to the record.' },
  );
}
