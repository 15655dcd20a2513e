/** Node's own UTF-8 writer, without the argument handling of `write`; lone surrogates become U+FFFD. */
interface FastBuffer extends Buffer {
  utf8Write(text: string, offset: number, length?: number): number;
}

const shortText = 16;

/**
 * Writes `text` as UTF-8 at `offset`, which must have room for three bytes a character. Gives the number of bytes.
 * Short ASCII, which most field values are, is written without leaving JavaScript.
 */
export function writeText(target: Buffer, text: string, offset: number): number {
  const { length } = text;
  if (length <= shortText) {
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) return (target as FastBuffer).utf8Write(text, offset);
      target[offset + at] = unit;
    }
    return length;
  }
  return (target as FastBuffer).utf8Write(text, offset);
}

/** A buffer of its own memory, aligned, so that it can be looked at as words. */
export function allocate(capacity: number): Buffer<ArrayBuffer> {
  return Buffer.from(new ArrayBuffer(capacity));
}

/** The same bytes with room for `needed`, at least doubled. */
export function grown(bytes: Buffer<ArrayBuffer>, used: number, needed: number): Buffer<ArrayBuffer> {
  const larger = allocate(Math.max((needed + 7) & ~7, bytes.length * 2));
  bytes.copy(larger, 0, 0, used);
  return larger;
}
