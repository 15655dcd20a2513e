import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteSink } from './byte-sink.ts';
import { appendPlain } from './plain-texts.ts';

it('writes each text after its length, and nothing beyond', () => {
  const texts = fc.array(fc.uint8Array({ maxLength: 23 }), { maxLength: 40 });
  fc.assert(
    fc.property(texts, fc.nat(9), fc.nat(9), (parts, before, after) => {
      const source = Buffer.concat([Buffer.alloc(before, 1), ...parts, Buffer.alloc(after, 2)]);
      const sink = new ByteSink(1);
      sink.byte(7);
      const lengths = Int32Array.from(parts, (part) => part.length);
      appendPlain(sink, source, before, lengths);
      const expected = [7, ...parts.flatMap((part) => [part.length, 0, 0, 0, ...part])];
      expect([...sink.take()]).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
