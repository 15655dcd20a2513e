import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHybrid } from '../reader/hybrid-reader.ts';
import { ByteSink } from './byte-sink.ts';
import { bitWidth, writeHybrid } from './hybrid.ts';

const runs = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 2 ** 20 - 1 }),
    fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 300 })),
  ),
  { maxLength: 30 },
);

it('writes runs and bit-packed groups of every width that read back the same', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: 20 }), (pairs, width) => {
      const values = Uint32Array.from(
        pairs.flatMap(([value, count]) => Array.from({ length: count }, () => value % 2 ** width)),
      );
      const sink = new ByteSink(1);
      writeHybrid(sink, values, values.length, width);
      expect(readHybrid(sink.take(), 0, width, values.length)).toEqual(values);
    }),
    { numRuns: 500 },
  );
});

it('needs as many bits as the largest number has', () => {
  expect([0, 1, 2, 3, 255, 256, 65_535].map((max) => bitWidth(max))).toEqual([0, 1, 2, 2, 8, 9, 16]);
});
