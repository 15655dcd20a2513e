import { Head, lastBytes, maxHeadBytes } from './fingerprint.ts';
import { joinPartials } from './join-partials.ts';
import { cutAt, splitLines } from './lines.ts';

const chunkBytes = 1024 * 1024;
const lineFeed = 10;

/** Whole lines, in a buffer that is the receiver's to keep. */
export interface TakenLines {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly bounds: Uint32Array<ArrayBuffer>;
  /** Offset after line `i` and its line end. */
  readonly offsetAfter: (line: number) => number;
  /** The last bytes before that. */
  readonly tailAfter: (line: number) => Uint8Array;
  readonly tooLong: number;
}

export interface TakeOptions {
  /** No more bytes are there for now. */
  readonly isEnd: boolean;
  /** No more will come: what follows the last line feed is a line too. */
  readonly isLast: boolean;
}

/** A line that is too long: its beginning is kept, and the rest passed over. */
interface LongLine {
  readonly beginning: Buffer;
  hasEnded: boolean;
}

/** Cuts a flow of bytes into lines, and knows where in the flow it is. Holds little more than the longest line allowed. */
export class UnpackedLines {
  head: Head = new Head(new Uint8Array(0));
  /** The last bytes before `offset`. */
  tail: Uint8Array = new Uint8Array(0);
  /** Bytes that are done with. */
  offset = 0;
  readonly #maxLineBytes: number;
  #first: Uint8Array = new Uint8Array(0);
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #wanted = chunkBytes;
  #long: LongLine | undefined;

  constructor(limits: { readonly maxLineBytes: number }) {
    this.#maxLineBytes = limits.maxLineBytes;
  }

  /** Bytes that have come in. */
  get unpackedBytes(): number {
    return this.offset + this.#pendingBytes;
  }

  add(chunk: Buffer): void {
    if (this.#first.length < maxHeadBytes) {
      this.#first = Buffer.concat([this.#first, chunk.subarray(0, maxHeadBytes - this.#first.length)]);
      this.head = new Head(this.#first);
    }
    if (this.#long !== undefined && !this.#long.hasEnded) this.#passOverLong(this.#long, chunk);
    else this.#hold(chunk);
  }

  /** Passes over what came in, up to an offset. */
  passOver(offset: number): void {
    const bytes = Buffer.concat(this.#pending);
    const count = Math.min(bytes.length, offset - this.offset);
    this.#release(bytes, count);
  }

  /** The next whole lines; undefined where more bytes are needed for them. */
  take(options: TakeOptions): TakenLines | undefined {
    if (this.#long !== undefined) return this.#takeLong(this.#long, options);
    if (this.#pendingBytes === 0 || (this.#pendingBytes < this.#wanted && !options.isEnd)) return undefined;
    const bytes = Buffer.concat(this.#pending);
    const lines = this.#cut(bytes, options);
    if (lines.consumed === 0) return this.#waitForMore(bytes, options);
    const { offset: start, tail } = this;
    this.#release(bytes, lines.consumed);
    if (lines.nextStarts.length === 0) return undefined;
    const after = (line: number): number => lines.nextStarts[line] ?? lines.consumed;
    return {
      bytes: new Uint8Array(lines.bytes.subarray(0, lines.consumed)),
      bounds: lines.bounds,
      offsetAfter: (line) => start + after(line),
      tailAfter: (line) => lastBytes(tail, bytes.subarray(0, after(line))),
      tooLong: lines.tooLong,
    };
  }

  #cut(bytes: Buffer, { isLast }: TakeOptions): ReturnType<typeof joinPartials> {
    const split = splitLines(bytes, { maxLineBytes: this.#maxLineBytes, isLast });
    const maxBytes = Math.min(this.#maxLineBytes, chunkBytes / 2);
    const lines = joinPartials(bytes, split, { maxBytes, isLast });
    // Pieces without an end must not hold up what follows them.
    const isStuck = lines.consumed === 0 && lines.waits && bytes.length > 2 * chunkBytes;
    return isStuck ? joinPartials(bytes, split, { maxBytes, isLast: true }) : lines;
  }

  #waitForMore(bytes: Buffer, { isEnd }: TakeOptions): undefined {
    if (isEnd) return;
    const isLong = bytes.length > this.#maxLineBytes + 2 && !bytes.includes(lineFeed);
    if (!isLong) this.#wanted = bytes.length * 2;
    else {
      const kept = cutAt(bytes, this.#maxLineBytes + 1, bytes.length);
      this.#long = { beginning: Buffer.from(bytes.subarray(0, kept)), hasEnded: false };
      this.#release(bytes, bytes.length);
    }
  }

  #takeLong({ beginning, hasEnded }: LongLine, { isLast }: TakeOptions): TakenLines | undefined {
    if (!hasEnded && !isLast) return undefined;
    this.#long = undefined;
    const { offset, tail } = this;
    return {
      bytes: new Uint8Array(beginning),
      bounds: Uint32Array.of(0, beginning.length),
      offsetAfter: () => offset,
      tailAfter: () => tail,
      tooLong: 1,
    };
  }

  #passOverLong(long: LongLine, chunk: Buffer): void {
    const feed = chunk.indexOf(lineFeed);
    const end = feed === -1 ? chunk.length : feed + 1;
    this.offset += end;
    this.tail = lastBytes(this.tail, chunk.subarray(0, end));
    long.hasEnded = feed !== -1;
    if (end < chunk.length) this.#hold(chunk.subarray(end));
  }

  #hold(chunk: Buffer): void {
    this.#pending.push(chunk);
    this.#pendingBytes += chunk.length;
  }

  /** Is done with the first bytes of what came in. */
  #release(bytes: Buffer, count: number): void {
    this.offset += count;
    this.tail = lastBytes(this.tail, bytes.subarray(0, count));
    this.#pending = count === bytes.length ? [] : [bytes.subarray(count)];
    this.#pendingBytes = bytes.length - count;
    this.#wanted = chunkBytes;
  }
}
