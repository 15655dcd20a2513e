import { unreadable } from './unreadable.ts';

/** Undoes Snappy's raw format into exactly `length` bytes. */
export function snappyDecompress(input: Uint8Array, length: number): Uint8Array {
  const output = new Uint8Array(length);
  let at = preambleEnd(input);
  let out = 0;
  while (at < input.length) {
    const tag = input[at++] ?? 0;
    const copy = copyOf(tag, input, at);
    if (copy === undefined) {
      const literal = literalOf(tag, input, at);
      at = literal.start + literal.length;
      if (at > input.length || out + literal.length > length) throw damaged();
      output.set(input.subarray(literal.start, at), out);
      out += literal.length;
    } else {
      at += copy.tagBytes;
      if (copy.offset === 0 || copy.offset > out || out + copy.length > length) throw damaged();
      for (let left = copy.length; left > 0; left--, out++) output[out] = output[out - copy.offset] ?? 0;
    }
  }
  if (out !== length) throw damaged();
  return output;
}

function preambleEnd(input: Uint8Array): number {
  let at = 0;
  while (at < 5 && (input[at] ?? 0) > 127) at++;
  return at + 1;
}

function literalOf(tag: number, input: Uint8Array, at: number): { readonly start: number; readonly length: number } {
  const code = tag >> 2;
  if (code < 60) return { start: at, length: code + 1 };
  let length = 0;
  for (let byte = 0; byte < code - 59; byte++) length += (input[at + byte] ?? 0) * 256 ** byte;
  return { start: at + code - 59, length: length + 1 };
}

function copyOf(
  tag: number,
  input: Uint8Array,
  at: number,
): { readonly offset: number; readonly length: number; readonly tagBytes: number } | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = input.subarray(at, at + 4);
  switch (tag & 3) {
    case 0:
      return undefined;
    case 1:
      return { length: ((tag >> 2) & 7) + 4, offset: ((tag >> 5) << 8) | first, tagBytes: 1 };
    case 2:
      return { length: (tag >> 2) + 1, offset: first | (second << 8), tagBytes: 2 };
    default:
      return {
        length: (tag >> 2) + 1,
        offset: (first | (second << 8) | (third << 16) | (fourth << 24)) >>> 0,
        tagBytes: 4,
      };
  }
}

function damaged(): Error {
  return unreadable('a page does not decompress as Snappy');
}
