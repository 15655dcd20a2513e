import { unreadable } from './unreadable.ts';

/** Reads `count` numbers of Parquet's mix of runs and bit-packed groups, beginning at `start`. */
export function readHybrid(bytes: Uint8Array, start: number, width: number, count: number): Uint32Array {
  if (width > 32) throw unreadable(`levels or codes of ${width} bits`);
  const out = new Uint32Array(count);
  let at = start;
  let done = 0;
  while (done < count) {
    const header = varintAt(bytes, at);
    at = header.end;
    const isPacked = (header.value & 1) === 1;
    const length = Math.floor(header.value / 2) * (isPacked ? 8 : 1);
    if (length === 0) throw unreadable('an empty run');
    const take = Math.min(length, count - done);
    if (isPacked) {
      unpack(bytes, at, width, out.subarray(done, done + take));
      at += (length / 8) * width;
    } else {
      out.fill(littleEndian(bytes, at, (width + 7) >> 3), done, done + take);
      at += (width + 7) >> 3;
    }
    done += take;
  }
  return out;
}

function unpack(bytes: Uint8Array, start: number, width: number, out: Uint32Array): void {
  if (start + Math.ceil((out.length * width) / 8) > bytes.length) throw unreadable('a bit-packed run that is cut off');
  for (let item = 0; item < out.length; item++) {
    let value = 0;
    const first = item * width;
    for (let bit = 0; bit < width;) {
      const position = first + bit;
      const shift = position & 7;
      const taken = Math.min(8 - shift, width - bit);
      const piece = ((bytes[start + (position >> 3)] ?? 0) >> shift) & ((1 << taken) - 1);
      value += piece * 2 ** bit;
      bit += taken;
    }
    out[item] = value;
  }
}

function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  if (at + size > bytes.length) throw unreadable('a run that is cut off');
  let value = 0;
  for (let byte = size - 1; byte >= 0; byte--) value = value * 256 + (bytes[at + byte] ?? 0);
  return value;
}

/** An unsigned LEB128 below 2^53. */
function varintAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let scale = 1;
  for (let at = start; at < start + 7; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw unreadable('a number that is cut off');
    value += (byte & 127) * scale;
    if (byte < 128) return { value, end: at + 1 };
    scale *= 128;
  }
  throw unreadable('a number that is too long');
}
