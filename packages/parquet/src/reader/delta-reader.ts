import { unreadable } from './unreadable.ts';

/** Reads DELTA_BINARY_PACKED integers; 64 bits wide, so that 32-bit ones fit too. */
export function readDelta(bytes: Uint8Array, count: number): BigInt64Array {
  const cursor: Cursor = { bytes, at: 0 };
  const blockSize = Number(unsigned(cursor));
  const miniblocks = Number(unsigned(cursor));
  const total = Number(unsigned(cursor));
  const perMiniblock = blockSize / miniblocks;
  if (total < count || !Number.isInteger(perMiniblock) || perMiniblock % 8 !== 0 || perMiniblock > 65_536)
    throw unreadable('delta-encoded integers with impossible blocks');
  const out = new BigInt64Array(count);
  let value = signed(cursor);
  if (count > 0) out[0] = value;
  let done = 1;
  while (done < count) {
    const minDelta = signed(cursor);
    const widths = bytes.subarray(cursor.at, cursor.at + miniblocks);
    cursor.at += miniblocks;
    for (const width of widths) {
      if (done >= count) break;
      const take = Math.min(perMiniblock, count - done);
      for (let item = 0; item < take; item++) {
        value = BigInt.asIntN(64, value + minDelta + packedAt(bytes, cursor.at, item * width, width));
        out[done++] = value;
      }
      cursor.at += (perMiniblock * width) / 8;
    }
    if (widths.length < miniblocks) throw unreadable('delta-encoded integers that are cut off');
  }
  return out;
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

function packedAt(bytes: Uint8Array, start: number, firstBit: number, width: number): bigint {
  if (width > 64) throw unreadable('delta-encoded integers of more than 64 bits');
  let value = 0n;
  for (let bit = 0; bit < width;) {
    const position = firstBit + bit;
    const byte = bytes[start + (position >> 3)];
    if (byte === undefined) throw unreadable('delta-encoded integers that are cut off');
    const shift = position & 7;
    const taken = Math.min(8 - shift, width - bit);
    value |= BigInt((byte >> shift) & ((1 << taken) - 1)) << BigInt(bit);
    bit += taken;
  }
  return value;
}

function unsigned(cursor: Cursor): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) throw unreadable('delta-encoded integers that are cut off');
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return value;
  }
  throw unreadable('a delta that is too long');
}

function signed(cursor: Cursor): bigint {
  const value = unsigned(cursor);
  return (value & 1n) === 0n ? value >> 1n : -(value >> 1n) - 1n;
}
