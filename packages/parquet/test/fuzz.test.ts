import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesAccess,
  inspectObject,
  schemaOf,
  type ColumnNode,
  type ColumnSchema,
  type GroupColumn,
  type LeafColumn,
  type LeafType,
} from '../src/index.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { logicalRows } from './support/logical-row.ts';
import { readWithArrow } from './support/read-arrow.ts';
import { readWithDuckdb } from './support/read-duckdb.ts';
import { readWithHyparquet } from './support/read-hyparquet.ts';

/** More runs with SLUICE_FUZZ_RUNS; a failure prints its seed and the smallest schema and rows. */
const runs = Number(process.env['SLUICE_FUZZ_RUNS'] ?? 60);

const leafTypes: readonly LeafType[] = ['boolean', 'int32', 'int64', 'timestamp', 'double', 'string', 'json'];

const leafNode = (name: string): fc.Arbitrary<LeafColumn> =>
  fc.record({
    kind: fc.constant('leaf' as const),
    name: fc.constant(name),
    type: fc.constantFrom(...leafTypes),
    required: fc.boolean(),
  });

const groupNode = (name: string, depth: number): fc.Arbitrary<GroupColumn> =>
  fc.record({
    kind: fc.constant('group' as const),
    name: fc.constant(name),
    required: fc.boolean(),
    children: nodes(depth - 1, 1),
  });

function node(name: string, depth: number): fc.Arbitrary<ColumnNode> {
  const element = depth > 0 ? fc.oneof(leafNode(name), groupNode(name, depth)) : leafNode(name);
  const optionalElement = element.map((one) => ({ ...one, required: false }));
  const listNode = optionalElement.map((one): ColumnNode => ({ kind: 'list', name, element: one }));
  const mapNode = fc.constant<ColumnNode>({ kind: 'map', name });
  return depth > 0
    ? fc.oneof(leafNode(name), leafNode(name), groupNode(name, depth), listNode, mapNode)
    : fc.oneof(leafNode(name), listNode);
}

function nodes(depth: number, min: number): fc.Arbitrary<readonly ColumnNode[]> {
  return fc
    .integer({ min, max: 4 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => node(`c${at}`, depth))));
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', 'same', 'other'),
  fc.string({ maxLength: 100 }),
);

const leafValues: Readonly<Record<LeafType, fc.Arbitrary<unknown>>> = {
  boolean: fc.boolean(),
  int32: fc.oneof(fc.integer(), fc.integer({ min: 0, max: 3 })),
  int64: fc.oneof(
    fc.maxSafeInteger(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.integer({ min: 0, max: 3 }),
  ),
  timestamp: fc
    .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  double: fc.double({ noNaN: true, noDefaultInfinity: true }),
  string: text,
  json: fc.jsonValue({ maxDepth: 2 }).filter((json) => json !== null),
};

function value(of: ColumnNode): fc.Arbitrary<unknown> {
  switch (of.kind) {
    case 'leaf':
      return maybe(leafValues[of.type], of.required);
    case 'group':
      return maybe(struct(of.children), of.required);
    case 'list':
      return maybe(fc.array(value(of.element), { maxLength: 5 }), false);
    case 'map':
      return maybe(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,4}$/),
          fc.oneof(
            text,
            fc.integer(),
            fc.constant(null),
            fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), text, { maxKeys: 2 }),
          ),
          { maxKeys: 4 },
        ),
        false,
      );
  }
}

function maybe(inner: fc.Arbitrary<unknown>, required: boolean): fc.Arbitrary<unknown> {
  return required
    ? inner
    : fc.oneof({ weight: 4, arbitrary: inner }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });
}

function struct(of: readonly ColumnNode[]): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(of.map((one) => [one.name, value(one)])));
}

const time: LeafColumn = { kind: 'leaf', name: 'time', type: 'int64', required: true };

const schemaAndRows: fc.Arbitrary<{ schema: ColumnSchema; rows: Event[] }> = nodes(3, 1).chain((columns) =>
  fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), struct(columns)), { maxLength: 40 }).map((pairs) => ({
    schema: schemaOf([time, ...columns]),
    rows: pairs.map(([at, row]) => ({ ...row, time: at })),
  })),
);

/** NaN bounds aside, -0 and 0 are the same number to the readers' own tests of equality. */
function normal(rows: unknown): unknown {
  return JSON.parse(
    JSON.stringify(rows, (_key, item: unknown) =>
      typeof item === 'bigint' ? `${item}n` : Object.is(item, -0) ? 0 : item,
    ) ?? 'null',
  );
}

describe('random schemas and rows', () => {
  it('read back the same by DuckDB, hyparquet and Arrow, and break no rule of pages and nesting', async () => {
    await fc.assert(
      fc.asyncProperty(schemaAndRows, async ({ schema, rows }) => {
        const bytes = bytesOf(await encode(schema, rows));
        const expected = normal(logicalRows(schema, rows));
        expect(normal(await readWithDuckdb(bytes))).toEqual(expected);
        expect(normal(readWithArrow(bytes, schema))).toEqual(expected);
        expect(normal(await readWithHyparquet(bytes, schema))).toEqual(expected);
        const { findings } = await inspectObject(bytesAccess(bytes));
        const shape = new Set([
          'unreadable',
          'page-size',
          'page-index',
          'list-encoding',
          'map-encoding',
          'empty-struct',
          'sorted-by-time',
        ]);
        expect(findings.filter((one) => shape.has(one.rule))).toEqual([]);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
