import { FrameHead } from './frame-head.ts';
import { PieceBuffer } from './piece-buffer.ts';
import { isLineEnd, trimmedEnd } from './trim.ts';

const empty = Buffer.alloc(0);

/**
 * Cuts the bytes of one connection into messages: octet-counted and line-ended ones as they come, told apart for each
 * message. Pulled: `push` a chunk, then `next` until it says false. The messages do not depend on how the bytes were
 * split into chunks, and none of the bytes is lost but line ends, counts and empty messages.
 *
 * Holds at most one unfinished message of `maxMessageBytes`. A longer one comes as several records; from the second on
 * each stands in a syslog message of its own (see `PieceBuffer`), so that no piece can pass for a message of its sender.
 */
export class Framer {
  /** The message that `next` found is `bytes[start, end)`, until `push`, `next` or `end` is called again. */
  bytes: Buffer = empty;
  start = 0;
  end = 0;

  /** Whether any message was too long and came in pieces. */
  hasCutMessage = false;

  readonly #maxBytes: number;
  readonly #head = new FrameHead();
  readonly #held: PieceBuffer;
  #mode: 'head' | 'line' | 'counted' = 'head';
  /** Octets of a counted message that were not seen yet. */
  #remaining = 0;
  #chunk: Buffer = empty;
  #position = 0;
  #nextLf = -1;
  #nextNul = -1;
  #hasEnded = false;

  constructor(maxMessageBytes: number) {
    this.#maxBytes = maxMessageBytes;
    this.#held = new PieceBuffer(maxMessageBytes);
  }

  /** Bytes of a message that was begun and not ended. */
  get unfinishedBytes(): number {
    return this.#held.length;
  }

  /** Memory that is held between chunks. */
  get heldBytes(): number {
    return this.#held.capacity;
  }

  /** Gives the framer the next bytes; `next` must have said false before. */
  push(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#position = 0;
    this.#nextLf = -1;
    this.#nextNul = -1;
  }

  /** No more bytes will come: what is unfinished is the last message. */
  finish(): void {
    this.#hasEnded = true;
  }

  /** Finds the next message; false where more bytes are needed. */
  next(): boolean {
    this.#held.release();
    for (;;) {
      if (this.#position >= this.#chunk.length) return this.#finishChunk();
      if (this.#mode === 'head') this.#readHead();
      else if (this.#mode === 'counted' ? this.#readCounted() : this.#readLine()) return true;
    }
  }

  #readHead(): void {
    const chunk = this.#chunk;
    if (this.#held.length === 0) this.#skipLineEnds();
    const from = this.#position;
    while (this.#position < chunk.length) {
      const found = this.#head.scan(chunk[this.#position] ?? 0);
      if (found !== undefined) {
        this.#begin(found, from);
        return;
      }
      this.#position += 1;
    }
    this.#held.append(chunk, from, this.#position);
  }

  #begin(mode: 'counted' | 'line', from: number): void {
    this.#mode = mode;
    if (mode === 'counted') {
      this.#remaining = this.#head.count;
      this.#held.clear();
    } else this.#position = from;
    this.#head.reset();
  }

  #skipLineEnds(): void {
    const chunk = this.#chunk;
    while (isLineEnd(chunk[this.#position])) this.#position += 1;
  }

  #readCounted(): boolean {
    const available = Math.min(this.#chunk.length - this.#position, this.#remaining);
    return this.#readTo(this.#position + available, available === this.#remaining);
  }

  #readLine(): boolean {
    const found = this.#lineEnd();
    return found === -1 ? this.#readTo(this.#chunk.length, false) : this.#readTo(found, true);
  }

  /** Reads on to `end` of the chunk, where the message ends or not. A line end there is skipped before the next head. */
  #readTo(end: number, isMessageEnd: boolean): boolean {
    const from = this.#position;
    const isWhole = this.#held.length === 0 && isMessageEnd && end - from <= this.#maxBytes;
    const taken = isWhole ? end - from : this.#held.appendUpTo(this.#chunk, from, end);
    this.#advance(from + taken);
    if (from + taken < end) return this.#givePiece();
    if (!isMessageEnd) return false;
    this.#mode = 'head';
    return isWhole ? this.#give(this.#chunk, from, end) : this.#giveHeld();
  }

  #advance(position: number): void {
    if (this.#mode === 'counted') this.#remaining -= position - this.#position;
    this.#position = position;
  }

  /** Lets go of the chunk, so that a silent connection holds no memory but that of its unfinished message. */
  #finishChunk(): boolean {
    this.#chunk = empty;
    this.bytes = empty;
    return this.#hasEnded && this.#giveHeld();
  }

  #giveHeld(): boolean {
    const length = this.#held.length;
    const isContinuation = this.#held.isContinuation;
    const bytes = this.#held.takeAll();
    // A continuation that is its header and line ends holds nothing.
    const header = this.#held.headerLength;
    return (!isContinuation || trimmedEnd(bytes, header, length) > header) && this.#give(bytes, 0, length);
  }

  #givePiece(): boolean {
    this.hasCutMessage = true;
    const { bytes, length } = this.#held.takePiece();
    return this.#give(bytes, 0, length);
  }

  #give(bytes: Buffer, start: number, end: number): boolean {
    this.bytes = bytes;
    this.start = start;
    this.end = trimmedEnd(bytes, start, end);
    return this.end > start;
  }

  /** Place of the next LF or NUL, -1 where the chunk has none. Each is searched once for a chunk. */
  #lineEnd(): number {
    const position = this.#position;
    if (this.#nextLf < position) this.#nextLf = placeOf(this.#chunk, 0x0a, position);
    if (this.#nextNul < position) this.#nextNul = placeOf(this.#chunk, 0x00, position);
    const nearest = Math.min(this.#nextLf, this.#nextNul);
    return nearest === Infinity ? -1 : nearest;
  }
}

function placeOf(chunk: Buffer, byte: number, from: number): number {
  const found = chunk.indexOf(byte, from);
  return found === -1 ? Infinity : found;
}
