import { describe, expect, it } from 'vitest';
import {
  bytesAccess,
  ColumnValueError,
  inspectObject,
  portableEncoder,
  type ColumnSchema,
  type EncodedObject,
} from '../src/index.ts';
import { PageType } from '../src/encoder/parquet-format.ts';
import { readMetadata } from '../src/reader/object-metadata.ts';
import { walkPages } from '../src/reader/page-walk.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { logicalRows } from './support/logical-row.ts';
import { authentication, authenticationEvents, key } from './support/ocsf-events.ts';
import { readWithArrow } from './support/read-arrow.ts';
import { readWithDuckdb } from './support/read-duckdb.ts';
import { readWithHyparquet } from './support/read-hyparquet.ts';
import { everything } from './support/schemas.ts';

async function portable(schema: ColumnSchema, events: readonly Event[]): Promise<EncodedObject> {
  const writer = portableEncoder.open(schema);
  for (const event of events) writer.append(event);
  return await writer.finish({ 'sluice.test': 'yes' });
}

const base = { time: 1_700_000_000_000, class_uid: 3002, metadata: {} };

describe('the portable encoder', () => {
  it('writes objects that DuckDB, hyparquet and Arrow read back to the same rows, sorted', async () => {
    const events: readonly Event[] = [
      { ...base, time: 9, message: 'late é 東京', score: 0.5, is_alert: false, time_dt: '1969-12-31T23:59:59.999Z' },
      { ...base, time: -5, metadata: { version: '1.3.0', profiles: ['host', null], product: {} }, data: { a: [1n] } },
      {
        ...base,
        time: 3,
        attacks: [null, {}, { tactic: { uid: 'x' } }, { sub: [{ uid: 1, tags: ['a', null] }, null, { tags: [] }] }],
        ports: [],
      },
      {
        ...base,
        time: 3,
        ports: [1, null],
        flags: [true, null],
        counts: [Number.MAX_SAFE_INTEGER],
        times: ['2026-01-01T00:00:00+01:00'],
      },
      { ...base, time: 4, unmapped: {}, attacks: [] },
      { ...base, time: 5, unmapped: { a: null, b: { c: 'd' }, e: [1] } },
    ];
    const bytes = bytesOf(await portable(everything, events));
    const expected = logicalRows(everything, events);
    expect(await readWithDuckdb(bytes)).toEqual(expected);
    expect(await readWithHyparquet(bytes, everything)).toEqual(expected);
    expect(readWithArrow(bytes, everything)).toEqual(expected);
  });

  it('gives the hash of rows that the other encoder gives', async () => {
    const events = authenticationEvents(500).toReversed();
    expect((await portable(authentication, events)).rowsHash).toBe((await encode(authentication, events)).rowsHash);
  });

  it('breaks no rule of the lake but the preference for zstd, its wrong page index left out', async () => {
    const bytes = bytesOf(await portable(authentication, authenticationEvents(300)));
    const { findings } = await inspectObject(bytesAccess(bytes), { key });
    expect(findings.map((one) => one.rule).toSorted()).toEqual(['codec-not-zstd', 'object-size']);
    const metadata = await readMetadata(bytesAccess(bytes));
    expect(
      metadata.rowGroups
        .flatMap((group) => group.chunks)
        .every((chunk) => chunk.offsetIndex === undefined && chunk.columnIndex === undefined),
    ).toBe(true);
  });

  it('keeps pages below 1 MB when rows are large', async () => {
    const events = Array.from({ length: 40 }, (_, time) => ({ ...base, time, message: `${time}`.repeat(60_000) }));
    const bytes = bytesOf(await portable(everything, events));
    let pages = 0;
    for (const chunk of (await readMetadata(bytesAccess(bytes))).rowGroups.flatMap((group) => group.chunks)) {
      for await (const { header } of walkPages(bytesAccess(bytes), chunk)) {
        if (header.type === PageType.DATA_PAGE) pages++;
        expect(header.uncompressedBytes).toBeLessThanOrEqual(1024 * 1024);
      }
    }
    expect(pages).toBeGreaterThan(everything.leaves.length);
    expect(await readWithDuckdb(bytes)).toEqual(logicalRows(everything, events));
  });

  it('refuses by name what it cannot write, and keeps no part of the row', async () => {
    const writer = portableEncoder.open(everything);
    expect(() => writer.append({ ...base, type_uid: 2n ** 60n })).toThrow(/type_uid .*portable.* beyond 2\^53/);
    expect(() => writer.append({ ...base, message: 'x'.repeat(300_000) })).toThrow(/longer than 262144 characters/);
    expect(() => writer.append({ ...base, ports: ['x'] })).toThrow(ColumnValueError);
    expect(() => writer.append({ ...base, type_uid: 1.5 })).toThrow(/a fraction/);
    writer.append(base);
    expect((await writer.finish()).rows).toBe(1);
  });
});
