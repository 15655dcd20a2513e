import { describe, expect, it } from 'vitest';
import type { ColumnSchema } from '../src/index.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { logicalRows } from './support/logical-row.ts';
import { readWithArrow } from './support/read-arrow.ts';
import { readWithDuckdb, withDuckdb } from './support/read-duckdb.ts';
import { readWithHyparquet } from './support/read-hyparquet.ts';
import { expectRightLayout } from './support/right-layout.ts';
import { everything, group, leaf, list } from './support/schemas.ts';
import { schemaOf } from '../src/index.ts';

const base = { time: 1_700_000_000_000, class_uid: 3002, metadata: {} };

async function expectReadBack(schema: ColumnSchema, events: readonly Event[]): Promise<void> {
  const object = bytesOf(await encode(schema, events));
  const expected = logicalRows(schema, events);
  expect(await readWithDuckdb(object)).toEqual(expected);
  expect(await readWithHyparquet(object, schema)).toEqual(expected);
  expect(readWithArrow(object, schema)).toEqual(expected);
  await expectRightLayout(object, events.length, schema.sortLeaf !== undefined);
}

describe('an object read back by DuckDB, hyparquet and Arrow', () => {
  const cases: Readonly<Record<string, readonly Event[]>> = {
    'one row of nothing but what is required': [base],
    'absent, null and empty structs': [
      base,
      { ...base, metadata: { product: null } },
      { ...base, metadata: { product: {} } },
      { ...base, metadata: { product: { name: 'x' } } },
    ],
    'absent, null, empty and mixed lists': [
      base,
      { ...base, ports: null, attacks: null },
      { ...base, ports: [], attacks: [], flags: [], counts: [] },
      {
        ...base,
        ports: [1, null, 2],
        flags: [true, null, false],
        counts: [null],
        times: ['2026-11-22T00:00:00Z', null],
      },
    ],
    'null structs and empty lists within lists': [
      { ...base, attacks: [null, {}, { tactic: null }, { tactic: { uid: 'TA0001' } }, { sub: [] }, { sub: [null] }] },
      {
        ...base,
        attacks: [{ sub: [{ uid: 1, tags: ['a', null, ''] }, { tags: [] }, { uid: 2n }] }, { sub: [{ uid: 3 }] }],
      },
    ],
    'maps with null values, empty maps and nested keys': [
      { ...base, unmapped: {} },
      {
        ...base,
        unmapped: { a: null, b: '', c: 'text', d: 1.5, e: true, f: [1, { g: 2 }], h: { i: { j: 'deep' } }, k: {} },
      },
      base,
    ],
    'the limits of integers': [
      { ...base, type_uid: 9_223_372_036_854_775_807n, class_uid: 2_147_483_647 },
      { ...base, type_uid: -9_223_372_036_854_775_808n, class_uid: -2_147_483_648 },
      {
        ...base,
        type_uid: Number.MAX_SAFE_INTEGER,
        counts: [Number.MIN_SAFE_INTEGER, -1, 0, 4_294_967_296, -4_294_967_297n],
      },
    ],
    'doubles of every size': [
      { ...base, score: 0 },
      { ...base, score: -0.1 },
      { ...base, score: Number.MAX_VALUE },
      { ...base, score: Number.MIN_VALUE },
      { ...base, score: 5 },
    ],
    'dates before 1970 and far ahead': [
      { ...base, time: -1, time_dt: '1969-12-31T23:59:59.999Z' },
      { ...base, time: -8_640_000_000_000, time_dt: '1601-01-01T00:00:00Z' },
      { ...base, time: 253_402_300_799_000, time_dt: '9999-12-31T23:59:59.123Z' },
    ],
    'offsets of timestamps': [
      { ...base, time_dt: '2026-02-28T23:30:00.5-05:30' },
      { ...base, time_dt: '2024-02-29T00:00:00+14:00' },
    ],
    'text beyond ASCII, empty text and lone surrogates': [
      '',
      'São Paulo',
      '東京',
      '👩‍👩‍👧',
      '\u0000',
      'a\uD800b',
      '\uDFFF',
      'é'.repeat(17),
      '\uFFFF',
    ].map((message) => ({ ...base, message })),
    'JSON of any kind': [{ a: [1, 'x', null] }, 'text', 7, true, [], { big: 12_345_678_901_234_567_890n }].map(
      (data) => ({ ...base, data }),
    ),
  };

  for (const [name, events] of Object.entries(cases)) {
    it(`has ${name}`, async () => {
      await expectReadBack(everything, events);
    });
  }

  it('keeps a U+FEFF that a text begins with, which readers in JavaScript leave out', async () => {
    const texts = ['\uFEFF', '\uFEFFa', 'a\uFEFF'];
    const object = bytesOf(
      await encode(
        everything,
        texts.map((message) => ({ ...base, message })),
      ),
    );
    const hex = await withDuckdb(object, async (connection, path) => {
      const reader = await connection.runAndReadAll(`SELECT hex(message) AS hex FROM read_parquet('${path}')`);
      return reader.getRowObjects().map((row) => row['hex']);
    });
    expect(hex).toEqual(texts.map((text) => Buffer.from(text).toString('hex').toUpperCase()));
  });

  it('has no rows where none were appended', async () => {
    await expectReadBack(everything, []);
  });

  it('has rows late and early sorted by time, equal times as they came', async () => {
    const times = [5, 3, 9, 3, 1, 3, 5, 1];
    await expectReadBack(
      everything,
      times.map((time, index) => ({
        ...base,
        time,
        message: `row ${index}`,
        ports: index % 2 === 0 ? [index, index] : undefined,
      })),
    );
  });

  it('has more rows than blocks and pages hold, in and out of order', async () => {
    const events = Array.from({ length: 30_000 }, (_, index) => ({
      ...base,
      time: 1_700_000_000_000 + (index % 3 === 0 ? index : index - 9000),
      message: `unique ${index}`,
      score: index / 7,
      metadata: { version: `1.${index % 4}`, profiles: index % 5 === 0 ? ['host', 'cloud'] : undefined },
      ports: Array.from({ length: index % 4 }, (_each, port) => port * index),
      unmapped: index % 2 === 0 ? { host: `h${index % 1000}`, n: index } : undefined,
    }));
    await expectReadBack(everything, events);
  }, 60_000);

  it('has texts of megabytes, alone and among short ones', async () => {
    const schema = schemaOf([
      leaf('time', 'int64', true),
      leaf('raw_data', 'string'),
      list('lines', leaf('lines', 'string')),
    ]);
    const large = 'log line é '.repeat(500_000);
    await expectReadBack(schema, [
      { time: 1, raw_data: 'short' },
      { time: 2, raw_data: large, lines: ['a', large.slice(0, 2_000_000), null, 'b'] },
      { time: 3, raw_data: 'x'.repeat(1_048_576) },
      { time: 4, raw_data: `${large}!` },
      { time: 5, raw_data: 'short' },
    ]);
  }, 60_000);

  it('has a column of nulls only', async () => {
    await expectReadBack(schemaOf([leaf('time', 'int64', true), leaf('message', 'string'), leaf('n', 'int64')]), [
      { time: 1 },
      { time: 2 },
    ]);
  });

  it('has two thousand columns', async () => {
    const schema = schemaOf([
      leaf('time', 'int64', true),
      ...Array.from({ length: 2000 }, (_, at) => leaf(`c${at}`, at % 2 === 0 ? 'string' : 'int64')),
    ]);
    await expectReadBack(schema, [
      { time: 1, c0: 'a', c1999: 5 },
      { time: 2, c1000: 'b' },
    ]);
  }, 60_000);

  it('keeps its order where no column is named time', async () => {
    const schema = schemaOf([leaf('n', 'int32'), group('g', [leaf('x', 'string')])]);
    await expectReadBack(schema, [{ n: 3 }, { n: 1, g: { x: 'a' } }, { n: 2 }]);
  });
});
