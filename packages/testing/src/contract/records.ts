import type { RecordFormat } from '@sluice/connector';
import { parseJson } from '@sluice/connector/records';
import fc from 'fast-check';

/** Records as they never should be, and a little off from how they are: what `map` may be handed in its format. */
export function anyRecord(format: RecordFormat, samples: readonly Buffer[]): fc.Arbitrary<unknown> {
  const damaged = samples.length === 0 ? fc.constant(Buffer.alloc(0)) : fc.constantFrom(...samples).chain(damage);
  switch (format) {
    case 'bytes':
      return fc.oneof(fc.uint8Array({ maxLength: 2000 }), damaged.map(bytesOf));
    case 'text':
      return fc.oneof(
        fc.string({ unit: 'binary', maxLength: 500 }),
        damaged.map((bytes) => bytes.toString('latin1')),
      );
    case 'json':
      return fc.oneof(
        fc.jsonValue({ maxDepth: 5 }),
        fc.constantFrom(...samples, Buffer.from('{}')).chain(anotherValue),
      );
  }
}

function bytesOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}

/** Some bytes overwritten, and the end cut off. */
function damage(bytes: Buffer): fc.Arbitrary<Buffer> {
  const at = fc.nat({ max: Math.max(0, bytes.length - 1) });
  return fc
    .tuple(fc.array(fc.tuple(at, fc.nat({ max: 255 })), { maxLength: 6 }), at, fc.boolean())
    .map(([writes, cut, isCut]) => {
      const copy = Buffer.from(isCut ? bytes.subarray(0, cut) : bytes);
      for (const [offset, byte] of writes) if (offset < copy.length) copy[offset] = byte;
      return copy;
    });
}

/** A sample in which one value is another one, of any type. */
function anotherValue(sample: Buffer): fc.Arbitrary<unknown> {
  const value = parseJson(sample.toString('utf8'));
  const places = placesIn(value, []);
  return fc
    .tuple(fc.nat({ max: places.length - 1 }), fc.jsonValue({ maxDepth: 2 }))
    .map(([index, other]) => replaced(structuredClone(value), places[index] ?? [], other));
}

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return other;
  const holder = value as Record<string | number, unknown>;
  Object.defineProperty(holder, key, {
    value: replaced(holder[key], rest, other),
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return holder;
}

/** The value, and everything in it, made unchangeable. Views of bytes cannot be frozen; they are compared instead. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}
