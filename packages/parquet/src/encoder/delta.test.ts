import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDelta } from '../reader/delta-reader.ts';
import { ByteSink } from './byte-sink.ts';
import { DeltaWriter, maxDeltaInteger, maxDeltaRange } from './delta.ts';

const starts = fc.oneof(
  fc.constantFrom(0, -1, maxDeltaRange, 1_767_225_600_000, -maxDeltaInteger, maxDeltaInteger - maxDeltaRange),
  fc.integer({ min: -maxDeltaInteger, max: maxDeltaInteger - maxDeltaRange }),
);
const steps = fc.oneof(fc.integer({ min: 0, max: maxDeltaRange - 1 }), fc.integer({ min: 0, max: 1000 }));
const lists = fc.array(
  fc.oneof(fc.array(steps, { minLength: 1, maxLength: 5 }), fc.array(steps, { minLength: 30, maxLength: 300 })),
  { minLength: 1, maxLength: 4 },
);

it('writes integers of 64 bits that read back the same', () => {
  fc.assert(
    fc.property(lists, starts, (parts, start) => {
      const values = parts.map((part) => part.map((step) => start + step));
      expect([...readDelta(written(values, 2), values.flat().length)].map(Number)).toEqual(values.flat());
    }),
    { numRuns: 1000 },
  );
});

it('writes integers of 32 bits that read back the same', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: -maxDeltaRange, max: 0 }), (parts, start) => {
      const values = parts.map((part) => part.map((step) => start + step));
      expect([...readDelta(written(values, 1), values.flat().length)].map(Number)).toEqual(values.flat());
    }),
    { numRuns: 1000 },
  );
});

it('takes no room for what grows evenly but a few bytes in 128 values', () => {
  const times = Array.from({ length: 1281 }, (_, at) => 1_767_225_600_000 + at * 32);
  expect(written([times], 2)).toHaveLength(3 + 2 + 6 + 10 * 5);
});

it('is what the specification of the format says', () => {
  // Blocks of 128 values, 4 miniblocks, 5 values, the first is 7; the differences -2, -2, -2, 1 are 0, 0, 0, 3 above -2.
  expect([...written([[7, 5, 3, 1, 2]], 2)]).toEqual([128, 1, 4, 5, 14, 3, 2, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0]);
});

function written(parts: readonly (readonly number[])[], wordsEach: 1 | 2): Uint8Array {
  const sink = new ByteSink(1);
  const writer = new DeltaWriter(sink, parts.flat().length, parts[0]?.[0] ?? 0);
  for (const part of parts) {
    const words = part.flatMap((value) => (wordsEach === 1 ? value : [value | 0, Math.floor(value / 2 ** 32)]));
    writer.add(Int32Array.from(words), wordsEach);
  }
  writer.end();
  return sink.take();
}
