import type { ColumnSchema } from '../schema/column-schema.ts';
import { putMap } from './put-map.ts';
import { shredderSource } from './shredder-source.ts';
import type { LeafStage, StagedRows, Stages } from './stage.ts';
import { isTooLong, jsonText, misfit, misfitNode, putNumber, putTimestamp } from './value-halves.ts';

/**
 * Takes the columns out of an event into the stages, as row `row` of the batch under way. Gives what the row weighs:
 * about its plain bytes (at least two for each entry within a list), texts beyond 4,096 characters not counted. Throws
 * `ColumnValueError`.
 */
export type Shredder = (event: Readonly<Record<string, unknown>>, row: number) => number;

type ShredderFactory = (stages: readonly LeafStage[], rows: StagedRows) => Shredder;

/**
 * Factories by schema. A memo of a pure function, and the one thing kept between writers: the closures of one factory
 * share what the engine learnt about it, so that only the first object of a schema is written by cold code.
 */
const factories = new WeakMap<ColumnSchema, ShredderFactory>();

/**
 * The compiled shredder of a schema: straight-line code without a loop over columns, which is several times faster than
 * walking the schema for each row.
 */
export function compileShredder(schema: ColumnSchema, { leaves, rows }: Stages): Shredder {
  const known = factories.get(schema);
  if (known !== undefined) return known(leaves, rows);
  // oxlint-disable-next-line typescript/no-implied-eval -- the point of this file; names are escaped
  const build = new Function('values', shredderSource(schema)) as (values: typeof runtime) => ShredderFactory;
  const factory = build(runtime);
  factories.set(schema, factory);
  return factory(leaves, rows);
}

const runtime = {
  absent,
  isOwn,
  isTooLong,
  jsonText,
  misfit,
  misfitNode,
  putMap,
  putNumber,
  putTimestamp,
  room,
};

/** Columns named like a member of every object (`constructor`) are read only where the event has them itself. */
function isOwn(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined;
}

/** An entry without a value for each leaf from `first` to `end`, within lists. Gives what they weigh. */
function absent(
  leaves: readonly LeafStage[],
  { first, end, again, definition }: { first: number; end: number; again: number; definition: number },
): number {
  for (let leaf = first; leaf < end; leaf++) leaves[leaf]?.addNothing(again, definition);
  return 2 * (end - first);
}

/** Room for `needed` entries of each leaf from `first` to `end`. */
function room(leaves: readonly LeafStage[], first: number, end: number, needed: number): void {
  for (let leaf = first; leaf < end; leaf++) leaves[leaf]?.grow(needed);
}
