const lineFeed = 10;
const carriageReturn = 13;

/** Where the lines of a chunk stand, in bytes from the chunk's start. */
export interface Lines {
  /** Start and end of each line, without its line end, cut to the longest length allowed. */
  readonly bounds: Uint32Array<ArrayBuffer>;
  /** For each line, where the next one starts. */
  readonly nextStarts: Uint32Array<ArrayBuffer>;
  /** Bytes that belong to whole lines; what follows waits for its line end. */
  readonly consumed: number;
  /** Lines cut because they are too long. */
  readonly tooLong: number;
}

export interface SplitOptions {
  readonly maxLineBytes: number;
  /** No more bytes will come: what follows the last line feed is a line too. */
  readonly isLast: boolean;
}

/** Finds the lines of a chunk. Empty lines are no records and are passed over. CRLF and LF both end a line. */
export function splitLines(chunk: Buffer, options: SplitOptions): Lines {
  const builder = new LineBounds(Math.max(16, chunk.length >>> 6));
  let start = 0;
  let tooLong = 0;
  while (start < chunk.length) {
    const feed = chunk.indexOf(lineFeed, start);
    if (feed === -1 && !options.isLast) break;
    const next = feed === -1 ? chunk.length : feed + 1;
    const stop = feed === -1 ? chunk.length : feed;
    const end = stop > start && chunk[stop - 1] === carriageReturn ? stop - 1 : stop;
    const isTooLong = end - start > options.maxLineBytes;
    if (isTooLong) tooLong += 1;
    if (end > start) builder.add(start, isTooLong ? cutAt(chunk, start + options.maxLineBytes + 1, end) : end, next);
    start = next;
  }
  return { ...builder.take(), consumed: start, tooLong };
}

/**
 * End of the part that is kept of a line that is too long: one byte past the limit, by which the mapper knows it, and
 * on to the end of that character, since half a character would make the whole record read as Latin-1.
 */
export function cutAt(chunk: Uint8Array, from: number, end: number): number {
  let cut = from;
  while (cut < end && cut < from + 3 && ((chunk[cut] ?? 0) & 0xc0) === 0x80) cut += 1;
  return cut;
}

class LineBounds {
  #bounds: Uint32Array<ArrayBuffer>;
  #nextStarts: Uint32Array<ArrayBuffer>;
  #lines = 0;

  constructor(expectedLines: number) {
    this.#bounds = new Uint32Array(expectedLines * 2);
    this.#nextStarts = new Uint32Array(expectedLines);
  }

  add(start: number, end: number, next: number): void {
    if (this.#lines === this.#nextStarts.length) this.#grow();
    this.#bounds[2 * this.#lines] = start;
    this.#bounds[2 * this.#lines + 1] = end;
    this.#nextStarts[this.#lines] = next;
    this.#lines += 1;
  }

  take(): Pick<Lines, 'bounds' | 'nextStarts'> {
    return { bounds: this.#bounds.slice(0, 2 * this.#lines), nextStarts: this.#nextStarts.slice(0, this.#lines) };
  }

  #grow(): void {
    const bounds = new Uint32Array(this.#bounds.length * 2);
    bounds.set(this.#bounds);
    this.#bounds = bounds;
    const nextStarts = new Uint32Array(this.#nextStarts.length * 2);
    nextStarts.set(this.#nextStarts);
    this.#nextStarts = nextStarts;
  }
}
