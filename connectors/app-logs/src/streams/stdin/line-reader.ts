const [lineFeed, carriageReturn] = [10, 13];

/**
 * Cuts bytes that come in pieces of any size into lines, without their ends; empty ones are passed over. Of a line that is
 * longer than allowed the beginning is given, one byte more than allowed: by that the mapper knows and rejects it.
 */
export class LineReader {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #held = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The lines that these bytes complete. */
  push(bytes: Buffer): readonly Uint8Array[] {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let feed = bytes.indexOf(lineFeed); feed !== -1; feed = bytes.indexOf(lineFeed, start)) {
      this.#hold(bytes.subarray(start, feed));
      const line = this.flush();
      if (line !== undefined) lines.push(line);
      start = feed + 1;
    }
    this.#hold(bytes.subarray(start));
    return lines;
  }

  /** What came after the last line end. */
  flush(): Uint8Array | undefined {
    const line = this.#parts.length === 1 ? (this.#parts[0] ?? new Uint8Array(0)) : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#held = 0;
    const isReturn = line.length > 0 && line.length <= this.#maxBytes + 1 && line[line.length - 1] === carriageReturn;
    const text = isReturn ? line.subarray(0, -1) : line;
    return text.length === 0 ? undefined : text;
  }

  #hold(bytes: Uint8Array): void {
    const room = this.#maxBytes + 2 - this.#held;
    const part = bytes.length > room ? bytes.subarray(0, Math.max(0, room)) : bytes;
    if (part.length === 0) return;
    this.#parts.push(part);
    this.#held += part.length;
  }
}
