import type { ByteSink } from './byte-sink.ts';

/**
 * Appends texts that stand one after the other in `source` from `start` on, each after its length. They are copied four
 * bytes at a time: what that copies too much, the next length covers.
 */
export function appendPlain(sink: ByteSink, source: Uint8Array, start: number, lengths: Int32Array): void {
  let at = start;
  for (const length of lengths) at += length;
  sink.reserve(at - start + 4 * lengths.length + 4);
  const to = new DataView(sink.bytes.buffer);
  const from = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const lastWord = source.byteLength - 4;
  let out = sink.length;
  at = start;
  for (const length of lengths) {
    to.setUint32(out, length, true);
    out += 4;
    const end = at + length;
    let target = out;
    for (; at < end && at <= lastWord; at += 4, target += 4) to.setUint32(target, from.getUint32(at, true), true);
    for (; at < end; at++) sink.bytes[target++] = source[at] ?? 0;
    at = end;
    out += length;
  }
  sink.length = out;
}
