const [lineFeed, carriageReturn] = [10, 13];
const nothing = new Uint8Array();

/**
 * Cuts bytes that come in pieces of any size into lines, without their ends; empty ones are passed over. Of a line that is
 * longer than allowed the beginning is given, a byte or two more than allowed: by that the mapper knows and rejects it.
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
      this.#hold(bytes, start, feed);
      const line = this.flush();
      if (line !== undefined) lines.push(line);
      start = feed + 1;
    }
    this.#hold(bytes, start, bytes.length);
    return lines;
  }

  /** What came after the last line end. */
  flush(): Uint8Array | undefined {
    const line = this.#parts.length > 1 ? Buffer.concat(this.#parts) : (this.#parts[0] ?? nothing);
    this.#parts = [];
    this.#held = 0;
    const text = line[line.length - 1] === carriageReturn ? line.subarray(0, -1) : line;
    return text.length === 0 ? undefined : text;
  }

  /** Two bytes more than a line may have tell a carriage return at its end from one within it. */
  #hold(bytes: Buffer, start: number, end: number): void {
    const room = this.#maxBytes + 2 - this.#held;
    const part = bytes.subarray(start, Math.min(end, start + room));
    if (part.length === 0) return;
    this.#parts.push(part);
    this.#held += part.length;
  }
}
