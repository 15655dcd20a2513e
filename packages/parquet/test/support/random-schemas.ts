import fc from 'fast-check';
import {
  schemaOf,
  type ColumnNode,
  type ColumnSchema,
  type GroupColumn,
  type LeafColumn,
  type LeafType,
} from '../../src/index.ts';
import { classSchema, type OcsfClass } from './class-schemas.ts';
import type { Event } from './encode.ts';

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

const smallObject = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), text, { maxKeys: 2 });
const unmapped = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,4}$/),
  fc.oneof(text, fc.integer(), fc.constant(null), smallObject),
  { maxKeys: 4 },
);

function value(of: ColumnNode): fc.Arbitrary<unknown> {
  switch (of.kind) {
    case 'leaf':
      return maybe(leafValues[of.type], of.required);
    case 'group':
      return maybe(struct(of.children), of.required);
    case 'list':
      return maybe(fc.array(value(of.element), { maxLength: 5 }), false);
    case 'map':
      return maybe(unmapped, false);
  }
}

function maybe(inner: fc.Arbitrary<unknown>, required: boolean): fc.Arbitrary<unknown> {
  return required
    ? inner
    : fc.oneof({ weight: 4, arbitrary: inner }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });
}

/** Values for columns, null and absent ones among them. */
function struct(of: readonly ColumnNode[]): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(of.map((one) => [one.name, value(one)])));
}

const time: LeafColumn = { kind: 'leaf', name: 'time', type: 'int64', required: true };

/** A schema of up to five columns, three levels deep, and up to `maxRows` rows of it in any order of time. */
export function schemaAndRows(
  maxRows: number,
  size: 'small' | 'max' = 'small',
): fc.Arbitrary<{ schema: ColumnSchema; rows: Event[] }> {
  return nodes(3, 1).chain((columns) =>
    fc
      .array(fc.tuple(fc.integer({ min: -50, max: 50 }), struct(columns)), { maxLength: maxRows, size })
      .map((pairs) => ({
        schema: schemaOf([time, ...columns]),
        rows: pairs.map(([at, row]) => ({ ...row, time: at })),
      })),
  );
}

/** A class out of `classes` with random columns of it, and up to `maxRows` rows of those, in any order of time. */
export function classAndRows(
  classes: readonly OcsfClass[],
  maxRows: number,
): fc.Arbitrary<{ schema: ColumnSchema; rows: Event[] }> {
  return fc.tuple(fc.constantFrom(...classes), fc.nat()).chain(([ocsfClass, seed]) => {
    const schema = classSchema(ocsfClass, random(seed));
    const row = fc.tuple(struct(schema.columns), fc.integer({ min: -50, max: 50 }));
    return fc.array(row, { maxLength: maxRows }).map((rows) => ({
      schema,
      rows: rows.map(([event, at]) => ({ ...event, time: at })),
    }));
  });
}

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
