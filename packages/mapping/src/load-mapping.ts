import type { EmittedClass, MapContext, MapResult, RecordFormat } from '@sluice/connector';
import type { Catalogue } from '@sluice/ocsf';
import { checkDocument } from './check/document.ts';
import type { CheckedDocument } from './check/model.ts';
import { emittedClasses } from './columns.ts';
import { generateMap, type Note, type Trace } from './compile/generate.ts';
import { readDocument } from './document/node.ts';
import { MappingError, type Problem } from './errors.ts';
import type { Imports } from './check/imports.ts';
import type { LineOf, Place, Problems } from './problems.ts';
import type { Functions } from './value/function.ts';

export interface LoadMappingOptions {
  /** Name of the document in problems. */
  readonly file: string;
  readonly catalogue: Catalogue;
  /** What plugins add. Default none. */
  readonly functions?: Functions;
  /** The text of a file that the document imports; undefined where there is none. Default: nothing can be imported. */
  readonly imports?: Imports;
}

/** Why a record became what it became. */
export interface Explanation {
  readonly result: MapResult;
  /** The rule that applied, and its line; absent where none did. */
  readonly rule?: { readonly name: string } & LineOf;
  /** Where each attribute came from, in the order of the document. */
  readonly attributes: readonly Note[];
}

/** A mapping that was found to be right. */
export interface Mapping {
  /** How the runtime decodes records for it. */
  readonly format: RecordFormat;
  /** Classes and columns; they follow from the document alone. */
  readonly emits: readonly EmittedClass[];
  /** Pure, and never throws; the record is not changed. */
  readonly map: (record: unknown, context: MapContext<unknown>) => MapResult;
  /** As `map`, with where everything came from. For people: slower. */
  explain(record: unknown, context: MapContext<unknown>): Explanation;
}

export type LoadedMapping =
  | { readonly mapping: Mapping; readonly problems?: never }
  | { readonly mapping?: never; readonly problems: readonly Problem[] };

/**
 * Checks a mapping document and compiles it; or says everything that is wrong with it, with positions. Never throws for
 * a bad document.
 *
 * @example
 * const { mapping, problems } = loadMapping(text, { file: 'mapping.yaml', catalogue: loadCatalogue('1.3.0') });
 */
export function loadMapping(text: string, options: LoadMappingOptions): LoadedMapping {
  const { root, problems } = readDocument(text, options.file);
  const { catalogue, functions = {}, imports = () => undefined } = options;
  const document = checkDocument(root, { problems, catalogue, functions, imports });
  if (document === undefined) return { problems: problems.list() };
  return { mapping: createMapping(document, catalogue, problems) };
}

/** As `loadMapping`, for mappings that have to be right. Throws a `MappingError` that lists the problems. */
export function requireMapping(text: string, options: LoadMappingOptions): Mapping {
  const { mapping, problems } = loadMapping(text, options);
  if (mapping === undefined) throw new MappingError(problems);
  return mapping;
}

function createMapping(document: CheckedDocument, catalogue: Catalogue, problems: Problems): Mapping {
  const lineOf = (plan: { readonly at: Place }): LineOf => problems.lineOf(plan.at);
  const map = generateMap(document, false, lineOf);
  let explaining: ReturnType<typeof generateMap> | undefined;
  return {
    format: document.format === 'json' ? 'json' : 'text',
    emits: emittedClasses(document.rules, catalogue),
    map: (record, context) => map(record, context, undefined),
    explain: (record, context) => {
      explaining ??= generateMap(document, true, lineOf);
      const trace: Trace = { rule: -1, notes: [] };
      const result = explaining(record, context, trace);
      const rule = document.rules[trace.rule];
      const applied = rule === undefined ? {} : { rule: { name: rule.name, ...lineOf(rule) } };
      return { result, ...applied, attributes: trace.notes.toSorted((one, other) => one.line - other.line) };
    },
  };
}
