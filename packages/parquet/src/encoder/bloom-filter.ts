import { ThriftWriter } from './thrift-writer.ts';

/** One odd multiplier for each of the eight words of a block, as the format fixes them. */
const salts = [0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31] as const;
const blockBytes = 32;
const maxFilterBytes = 1024 * 1024;
/** For about one false answer in a hundred. */
const bitsPerValue = 10.5;

/** Header and bits of a split-block bloom filter of the values with these hashes. */
export function bloomFilter(hashes: ReadonlySet<bigint>): Uint8Array {
  const wanted = (hashes.size * bitsPerValue) / 8;
  const bytes = Math.min(maxFilterBytes, blockBytes * 2 ** Math.max(0, Math.ceil(Math.log2(wanted / blockBytes))));
  const words = new Uint32Array(bytes / 4);
  for (const hash of hashes) insert(words, hash);
  return Buffer.concat([header(bytes), new Uint8Array(words.buffer)]);
}

function insert(words: Uint32Array, hash: bigint): void {
  const block = Number(((hash >> 32n) * BigInt(words.length / 8)) >> 32n);
  const key = Number(hash & 0xffffffffn);
  for (const [word, salt] of salts.entries()) {
    const at = block * 8 + word;
    words[at] = (words[at] ?? 0) | (1 << (Math.imul(key, salt) >>> 27));
  }
}

function header(bytes: number): Uint8Array {
  const thrift = new ThriftWriter();
  const nothing = (): void => {};
  thrift.body(() => {
    thrift.i32(1, bytes);
    for (const field of [2, 3, 4]) thrift.struct(field, () => thrift.struct(1, nothing));
  });
  return thrift.take();
}
