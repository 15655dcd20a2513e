import type { ByteSink } from './byte-sink.ts';

/** Bits that the numbers from 0 to `max` need. */
export function bitWidth(max: number): number {
  return max === 0 ? 0 : 32 - Math.clz32(max);
}

const minRun = 16;

/** Parquet's mix of runs and bit-packed groups of eight, for levels and dictionary codes. Widths up to 24. */
export function writeHybrid(sink: ByteSink, values: Uint32Array, count: number, width: number): void {
  let at = 0;
  let literalStart = 0;
  while (at < count) {
    const run = runAt(values, at, count);
    if (run >= minRun || (run === count - at && (at === literalStart || run >= 8))) {
      writeLiterals(sink, values, literalStart, at, width);
      writeRun(sink, values[at] ?? 0, run, width);
      at += run;
      literalStart = at;
    } else {
      at = Math.min(at + 8, count);
    }
  }
  writeLiterals(sink, values, literalStart, count, width);
}

/** A single run, for levels that never change. */
export function writeRun(sink: ByteSink, value: number, count: number, width: number): void {
  sink.varint(count * 2);
  for (let shift = 0; shift < width; shift += 8) sink.byte((value >>> shift) & 255);
}

function runAt(values: Uint32Array, from: number, end: number): number {
  const value = values[from];
  let at = from + 1;
  while (at < end && values[at] === value) at++;
  return at - from;
}

function writeLiterals(sink: ByteSink, values: Uint32Array, from: number, to: number, width: number): void {
  if (from === to) return;
  const groups = (to - from + 7) >>> 3;
  sink.varint(groups * 2 + 1);
  sink.reserve(groups * width);
  if (width === 8) return writeBytes(sink, values, from, to);
  const { bytes } = sink;
  const end = sink.length + groups * width;
  let out = sink.length;
  let held = 0;
  let bits = 0;
  for (let at = from; at < to; at++) {
    held |= (values[at] ?? 0) << bits;
    bits += width;
    while (bits >= 8) {
      bytes[out++] = held;
      held >>>= 8;
      bits -= 8;
    }
  }
  for (; out < end; held >>>= 8) bytes[out++] = held;
  sink.length = end;
}

function writeBytes(sink: ByteSink, values: Uint32Array, from: number, to: number): void {
  const { bytes } = sink;
  const end = sink.length + ((to - from + 7) & ~7);
  let out = sink.length;
  for (let at = from; at < to; at++) bytes[out++] = values[at] ?? 0;
  bytes.fill(0, out, end);
  sink.length = end;
}
