import { describe, expect, it } from 'vitest';
import { ColumnValueError, ParquetError, schemaOf, sluiceEncoder } from '../src/index.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { logicalRows } from './support/logical-row.ts';
import { readWithArrow } from './support/read-arrow.ts';
import { everything, group, leaf, list } from './support/schemas.ts';

const base = { time: 1, class_uid: 3002, metadata: {} };

function refusal(run: () => void): ColumnValueError {
  try {
    run();
  } catch (error) {
    if (error instanceof ColumnValueError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a value that does not fit its column', () => {
  const circular: unknown[] = [];
  circular.push(circular);
  const cases: readonly (readonly [Event, string, string, string])[] = [
    [{ ...base, class_uid: 4_294_967_296 }, 'class_uid', 'INT32', 'an integer out of range'],
    [{ ...base, class_uid: 2_147_483_648n }, 'class_uid', 'INT32', 'an integer out of range'],
    [{ ...base, class_uid: 1.5 }, 'class_uid', 'INT32', 'a fraction'],
    [{ ...base, class_uid: '3002' }, 'class_uid', 'INT32', 'a string'],
    [{ ...base, class_uid: null }, 'class_uid', 'INT32', 'null'],
    [{ ...base, time: undefined }, 'time', 'INT64', 'nothing'],
    [{ ...base, type_uid: 9_223_372_036_854_775_808n }, 'type_uid', 'INT64', 'an integer out of range'],
    [{ ...base, type_uid: 9_223_372_036_854_775_808 }, 'type_uid', 'INT64', 'an integer out of range'],
    [{ ...base, type_uid: 0.1 }, 'type_uid', 'INT64', 'a fraction'],
    [{ ...base, type_uid: Number.NaN }, 'type_uid', 'INT64', 'a number that is not finite'],
    [{ ...base, is_alert: 1 }, 'is_alert', 'BOOLEAN', 'a number'],
    [{ ...base, is_alert: 'true' }, 'is_alert', 'BOOLEAN', 'a string'],
    [{ ...base, score: '1' }, 'score', 'DOUBLE', 'a string'],
    [{ ...base, score: Infinity }, 'score', 'DOUBLE', 'a number that is not finite'],
    [{ ...base, message: 5 }, 'message', 'STRING', 'a number'],
    [{ ...base, message: { text: 'x' } }, 'message', 'STRING', 'an object'],
    [
      { ...base, time_dt: '2026-02-30T00:00:00Z' },
      'time_dt',
      'TIMESTAMP (RFC 3339 text)',
      'a text that is no RFC 3339 date-time',
    ],
    [{ ...base, time_dt: 1_700_000_000_000 }, 'time_dt', 'TIMESTAMP (RFC 3339 text)', 'a number'],
    [{ ...base, data: circular }, 'data', 'JSON', 'a value that cannot be written as JSON (circular or too deep)'],
    [{ ...base, data: () => 1 }, 'data', 'JSON', 'a function'],
    [{ ...base, metadata: 'x' }, 'metadata', 'STRUCT', 'a string'],
    [{ ...base, metadata: undefined }, 'metadata', 'STRUCT', 'nothing'],
    [{ ...base, metadata: { product: [] } }, 'metadata.product', 'STRUCT', 'an array'],
    [{ ...base, attacks: {} }, 'attacks', 'LIST', 'an object'],
    [{ ...base, attacks: [{ sub: [{ uid: 'x' }] }] }, 'attacks[].sub[].uid', 'INT64', 'a string'],
    [{ ...base, ports: [1, '2'] }, 'ports[]', 'INT32', 'a string'],
    [{ ...base, unmapped: 'x' }, 'unmapped', 'MAP<STRING, STRING>', 'a string'],
    [
      { ...base, ports: Array.from({ length: 100_001 }, () => 1) },
      'ports[]',
      'INT32',
      'more than 100000 values in one row',
    ],
    [{ ...base, time: 1e17 }, 'time', 'INT64 (epoch milliseconds)', 'a time beyond the calendar'],
    [{ ...base, message: 'x'.repeat(33 * 1024 * 1024) }, 'message', 'STRING', 'a text longer than 33554432 characters'],
  ];

  for (const [event, path, type, found] of cases) {
    it(`is refused by name: ${path} of ${type}, ${found}`, () => {
      const error = refusal(() => sluiceEncoder.open(everything).append(event));
      expect({ path: error.path, type: error.type, found: error.found }).toEqual({ path, type, found });
      expect(error.code).toBe('column_value');
    });
  }

  it('leaves nothing of its row in the object', async () => {
    const writer = sluiceEncoder.open(everything);
    const good = (time: number): Event => ({
      ...base,
      time,
      attacks: [{ sub: [{ uid: time, tags: ['a', 'b'] }] }],
      ports: [time],
      unmapped: { a: time },
    });
    const rows: Event[] = [];
    for (let time = 0; time < 300; time++) {
      writer.append(good(time));
      rows.push(good(time));
      expect(() =>
        writer.append({ ...good(time), attacks: [{ tactic: { uid: 'x' }, sub: [{ uid: 1, tags: ['lost', 5] }] }] }),
      ).toThrow(ColumnValueError);
      expect(() => writer.append({ ...good(time), unmapped: { a: 1, b: () => 1 } })).toThrow(ColumnValueError);
    }
    expect(writer.rows).toBe(300);
    const object = await writer.finish();
    expect(readWithArrow(bytesOf(object), everything)).toEqual(logicalRows(everything, rows));
  });
});

describe('a writer', () => {
  const rows = Array.from({ length: 10_000 }, (_, at): Event => ({
    ...base,
    time: (at * 7919) % 5000,
    message: `m${at % 700}`,
    type_uid: at,
    ports: at % 3 === 0 ? [at] : [],
    score: at / 2,
  }));

  it('makes the same bytes of the same rows, whatever the seed of its hash tables', async () => {
    const [first, second] = await Promise.all([
      encode(everything, rows, { hashSeed: 1 }),
      encode(everything, rows, { hashSeed: 0x5eed }),
    ]);
    expect(Buffer.compare(bytesOf(first), bytesOf(second))).toBe(0);
    expect(first.rowsHash).toBe(second.rowsHash);
  });

  it('has a hash of rows that depends on the rows and nothing else', async () => {
    const hash = async (events: readonly Event[], options = {}): Promise<string> =>
      (await encode(everything, events, options)).rowsHash;
    const expected = await hash(rows);
    const stableSorted = rows.toSorted((left, right) => Number(left['time']) - Number(right['time']));
    expect(await hash(stableSorted)).toBe(expected);
    expect(await hash(rows, { compressionLevel: 9 })).toBe(expected);
    expect(await hash(rows.slice(1))).not.toBe(expected);
    expect(await hash([...rows.slice(0, -1), { ...rows.at(-1), message: 'other' }])).not.toBe(expected);
  });

  it('gives the bytes of rows in order for rows out of order', async () => {
    const stableSorted = rows.toSorted((left, right) => Number(left['time']) - Number(right['time']));
    expect(
      Buffer.compare(bytesOf(await encode(everything, rows)), bytesOf(await encode(everything, stableSorted))),
    ).toBe(0);
  });

  it('keeps the hash of rows that it had in the release before', async () => {
    const schema = schemaOf([
      leaf('time', 'int64', true),
      leaf('name', 'string'),
      list('tags', leaf('tags', 'string')),
      group('g', [leaf('n', 'int32')]),
    ]);
    const events = [
      { time: 2, name: 'b', tags: ['x'] },
      { time: 1, name: 'a', g: { n: 7 } },
    ];
    expect((await encode(schema, events)).rowsHash).toMatchInlineSnapshot(
      `"b3437fa5e428dcc5a03d54e156eade4c027278a38722e043c6bb0a067b90524a"`,
    );
  });

  it('keeps the hash of rows that fill more than a block', async () => {
    const schema = schemaOf([leaf('time', 'int64', true), leaf('id', 'string')]);
    const events = Array.from({ length: 6000 }, (_, time) => ({ time, id: `id ${time}` }));
    expect((await encode(schema, events)).rowsHash).toMatchInlineSnapshot(
      `"86224e79e9f3e408f4316425f52ad8bf867b08a2ab2d5d832a80fe630d053352"`,
    );
  });

  it('tells the times of its first and last row', async () => {
    const object = await encode(everything, [
      { ...base, time: 5 },
      { ...base, time: -5 },
      { ...base, time: 2 },
    ]);
    expect([object.rows, object.minTime, object.maxTime]).toEqual([3, -5, 5]);
    expect(object.byteLength).toBe(bytesOf(object).length);
  });

  it('is full when its memory is used up, and refuses rows beyond twice that', () => {
    const writer = sluiceEncoder.open(everything, { maxMemoryBytes: 4 * 1024 * 1024 });
    let at = 0;
    while (!writer.isFull)
      writer.append({ ...base, time: at, message: `unique text number ${at++} of many, long enough to fill memory` });
    expect(writer.memoryBytes).toBeGreaterThanOrEqual(4 * 1024 * 1024);
    const overfill = (): void => {
      for (;;)
        writer.append({ ...base, time: at, message: `unique text number ${at++} of many, long enough to fill memory` });
    };
    expect(overfill).toThrow(expect.objectContaining({ code: 'writer_full', retryable: true }));
    expect(writer.memoryBytes).toBeLessThan(9 * 1024 * 1024);
  });

  it('takes no rows after it was finished or discarded', async () => {
    const writer = sluiceEncoder.open(everything);
    await writer.finish();
    expect(() => writer.append(base)).toThrow(ParquetError);
    await expect(writer.finish()).rejects.toThrow('finished or discarded');
  });

  it('lets others run while it finishes', async () => {
    const writer = sluiceEncoder.open(everything);
    for (const row of rows) writer.append(row);
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns++;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await writer.finish();
    done = true;
    expect(turns).toBeGreaterThan(2);
  });
});

describe('field names', () => {
  it('cannot reach the prototype of objects, nor the compiled code', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'a"b', 'a`${1}`', 'a\\', '\u2028', "x'];throw 1;//"];
    const schema = schemaOf([
      leaf('time', 'int64', true),
      ...names.map((name) => leaf(name, 'string')),
      { kind: 'map', name: 'unmapped' },
    ]);
    const event: Record<string, unknown> = JSON.parse(
      '{"time": 1, "unmapped": {"__proto__": {"polluted": "yes"}, "constructor": 1}}',
    );
    const object = await encode(schema, [event]);
    expect(object.rows).toBe(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
