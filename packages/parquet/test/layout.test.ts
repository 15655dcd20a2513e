import { describe, expect, it } from 'vitest';
import { comparerFor } from '../src/encoder/column-index.ts';
import { bytesAccess, schemaOf, type ColumnSchema } from '../src/index.ts';
import { readIntegers } from '../src/reader/integer-column.ts';
import { readMetadata } from '../src/reader/object-metadata.ts';
import { readColumnIndex, readOffsetIndex } from '../src/reader/page-index.ts';
import { leavesBelow } from '../src/reader/schema-tree.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { expectPruningFindsAll, expectRightLayout } from './support/right-layout.ts';
import { everything, group, leaf, list } from './support/schemas.ts';

const mebibyte = 1024 * 1024;

const shapes: Readonly<Record<string, { readonly schema: ColumnSchema; readonly events: readonly Event[] }>> = {
  'long unique texts': {
    schema: schemaOf([leaf('time', 'int64', true), leaf('raw_data', 'string')]),
    events: Array.from({ length: 3000 }, (_, at) => ({ time: at, raw_data: `${at}-`.repeat(500) })),
  },
  'texts larger than a page, twice the same': {
    schema: schemaOf([leaf('time', 'int64', true), leaf('raw_data', 'string')]),
    events: [1, 2, 3, 4].map((time) => ({
      time,
      raw_data: time % 2 === 0 ? 'x' : `${time % 3}é`.repeat(2 * mebibyte),
    })),
  },
  'rows with a great many elements': {
    schema: schemaOf([leaf('time', 'int64', true), list('xs', leaf('xs', 'string')), list('ns', leaf('ns', 'int64'))]),
    events: Array.from({ length: 20 }, (_, time) => ({
      time,
      xs: Array.from({ length: 60_000 }, (_each, at) => `value ${time} ${at} of a list that is long`),
      ns: Array.from({ length: 99_999 }, (_each, at) => at * 7 + time),
    })),
  },
  'many rows, some late': {
    schema: schemaOf([
      leaf('time', 'int64', true),
      leaf('ip', 'string'),
      leaf('n', 'int64'),
      group('a', [leaf('b', 'boolean'), leaf('d', 'double')]),
      list('t', leaf('t', 'string')),
    ]),
    events: Array.from({ length: 70_000 }, (_, at) => ({
      time: at % 50 === 0 ? at - 30_000 : at,
      ip: `192.0.2.${at % 255}`,
      n: at * 1_000_003,
      a: at % 3 === 0 ? { b: at % 2 === 0, d: at / 3 } : null,
      t: at % 7 === 0 ? ['x', 'y'] : [],
    })),
  },
};

describe('pages and row groups', () => {
  for (const [name, { schema, events }] of Object.entries(shapes)) {
    it(`keep their limits and are indexed right with ${name}`, async () => {
      await expectRightLayout(bytesOf(await encode(schema, events)), events.length);
    }, 60_000);
  }
});

it('texts that are all different fill plain pages, and no dictionary', async () => {
  const schema = schemaOf([leaf('time', 'int64', true), leaf('raw_data', 'string')]);
  const events = Array.from({ length: 9000 }, (_, time) => ({ time, raw_data: `${time} ${'x'.repeat(300)}` }));
  const [rowGroup] = (await readMetadata(bytesAccess(bytesOf(await encode(schema, events))))).rowGroups;
  const chunk = rowGroup?.chunks.find(({ path }) => path === 'raw_data');
  expect(chunk?.start).toBe(chunk?.dataOffset);
});

describe('the page index', () => {
  for (const column of ['ip', 'n', 'a.b', 'a.d']) {
    it(`leads to all rows of a value of ${column}, and says how many are null`, async () => {
      const { schema, events } = shapes['many rows, some late'] ?? { schema: everything, events: [] };
      await expectPruningFindsAll(schema, events, column);
    });
  }

  it.each([
    [
      'of one length, less far apart in the second page',
      (at: number) => `${at < 16_000 ? 'aqmz'[at % 4] : 'm'}${String(at).padStart(8, '0')}`,
    ],
    ['of several, one of them empty', (at: number) => (at % 20_000 === 9 ? '' : `${(at * 7919) % 70_000}`.slice(0, 9))],
  ])('has the bounds of texts without codes %s', async (_name, textOf) => {
    const schema = schemaOf([leaf('time', 'int64', true), leaf('id', 'string')]);
    const events = Array.from({ length: 45_000 }, (_, time) => ({ time, id: textOf(time) }));
    await expectPruningFindsAll(schema, events, 'id');
  });

  it('finds every row of a value without a look at the other pages', async () => {
    const { schema, events } = shapes['many rows, some late'] ?? { schema: everything, events: [] };
    const bytes = bytesOf(await encode(schema, events));
    const source = bytesAccess(bytes);
    const metadata = await readMetadata(source);
    const node = leavesBelow(metadata.schema).find((one) => one.path === 'n');
    const sorted = events
      .toSorted((left, right) => Number(left['time']) - Number(right['time']))
      .map((event) => BigInt(event['n'] as number));
    let first = 0;
    for (const rowGroup of metadata.rowGroups) {
      const chunk = rowGroup.chunks.find((one) => one.path === 'n');
      if (chunk === undefined || node === undefined) throw new Error('no column n');
      const pages = await Array.fromAsync(readIntegers(source, chunk, node));
      const offsets = (await readOffsetIndex(source, chunk)) ?? [];
      const bounds = (await readColumnIndex(source, chunk))?.pages ?? [];
      for (const [at, location] of offsets.entries()) {
        const expected = sorted.slice(first + location.firstRow, first + (offsets[at + 1]?.firstRow ?? rowGroup.rows));
        expect([...(pages[at] ?? [])]).toEqual(expected);
        const [min, max] = [bounds[at]?.min, bounds[at]?.max].map((bound) =>
          new DataView(Uint8Array.from(bound ?? []).buffer).getBigInt64(0, true),
        );
        expect(min).toBe(expected.reduce((least, value) => (value < least ? value : least)));
        expect(max).toBe(expected.reduce((most, value) => (value > most ? value : most)));
      }
      first += rowGroup.rows;
    }
  });

  it('has bounds of texts that hold, are short and are UTF-8', async () => {
    const texts = [
      '',
      'a',
      'z'.repeat(200),
      `${'é'.repeat(31)}xyé`,
      '\u{10FFFF}'.repeat(40),
      '\uD7FF'.repeat(30),
      'ÿ'.repeat(32) + 'ÿ',
      '東京'.repeat(20),
    ];
    for (const text of texts) {
      const bytes = bytesOf(await encode(schemaOf([leaf('s', 'string')]), [{ s: text }]));
      const chunk = (await readMetadata(bytesAccess(bytes))).rowGroups[0]?.chunks[0];
      if (chunk === undefined) throw new Error('no chunk');
      const [page] = (await readColumnIndex(bytesAccess(bytes), chunk))?.pages ?? [];
      const compare = comparerFor('string');
      const value = Buffer.from(text, 'utf8');
      expect(compare(page?.min ?? value, value)).toBeLessThanOrEqual(0);
      expect(compare(page?.max ?? value, value)).toBeGreaterThanOrEqual(0);
      for (const bound of [page?.min, page?.max, chunk.min, chunk.max]) {
        expect(Buffer.from(bound ?? []).toString('utf8')).not.toContain('\uFFFD');
        if (!text.startsWith('\u{10FFFF}')) expect(bound?.length).toBeLessThanOrEqual(66);
      }
    }
  });
});
