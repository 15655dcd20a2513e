const prime1 = 0x9e3779b185ebca87n;
const prime2 = 0xc2b2ae3d27d4eb4fn;
const prime3 = 0x165667b19e3779f9n;
const prime4 = 0x85ebca77c2b2ae63n;
const prime5 = 0x27d4eb2f165667c5n;

/** XXH64 with seed 0, which Parquet's bloom filters are defined by. */
export function xxhash64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let hash = prime5;
  if (bytes.length >= 32) {
    const striped = stripes(view);
    hash = striped.hash;
    at = striped.end;
  }
  hash = u64(hash + BigInt(bytes.length));
  for (; at + 8 <= bytes.length; at += 8)
    hash = u64(rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * prime1 + prime4);
  if (at + 4 <= bytes.length) {
    hash = u64(rotate(hash ^ u64(BigInt(view.getUint32(at, true)) * prime1), 23n) * prime2 + prime3);
    at += 4;
  }
  for (; at < bytes.length; at++) hash = u64(rotate(hash ^ u64(BigInt(view.getUint8(at)) * prime5), 11n) * prime1);
  return avalanche(hash);
}

function stripes(view: DataView): { readonly hash: bigint; readonly end: number } {
  const lanes = [u64(prime1 + prime2), prime2, 0n, u64(-prime1)];
  let at = 0;
  for (; at + 32 <= view.byteLength; at += 32) {
    for (let lane = 0; lane < 4; lane++) lanes[lane] = round(lanes[lane] ?? 0n, view.getBigUint64(at + lane * 8, true));
  }
  const [a = 0n, b = 0n, c = 0n, d = 0n] = lanes;
  let hash = u64(rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n));
  for (const lane of lanes) hash = u64((hash ^ round(0n, lane)) * prime1 + prime4);
  return { hash, end: at };
}

function round(accumulator: bigint, input: bigint): bigint {
  return u64(rotate(u64(accumulator + input * prime2), 31n) * prime1);
}

function avalanche(hash: bigint): bigint {
  const first = u64((hash ^ (hash >> 33n)) * prime2);
  const second = u64((first ^ (first >> 29n)) * prime3);
  return second ^ (second >> 32n);
}

function rotate(value: bigint, bits: bigint): bigint {
  return u64((value << bits) | (value >> (64n - bits)));
}

function u64(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
