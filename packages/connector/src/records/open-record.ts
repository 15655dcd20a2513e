import type { RecordSink } from './record-sink.ts';

/** Where a record ends that was written in `bytes[start, end)`: what only divides it from the next is none of it. */
export type EndOf = (bytes: Uint8Array, start: number, end: number) => number;

/** A record whose end has not come: what came of it with earlier chunks, hardly more than a record may have. */
export class OpenRecord {
  readonly #sink: RecordSink;
  readonly #maxBytes: number;
  readonly #endOf: EndOf;
  #parts: Uint8Array[] = [];
  #bytes = 0;

  constructor(sink: RecordSink, maxBytes: number, endOf: EndOf) {
    this.#sink = sink;
    this.#maxBytes = maxBytes;
    this.#endOf = endOf;
  }

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  /** A chunk ends, and the record does not. */
  keep(part: Uint8Array): void {
    if (this.#bytes <= this.#maxBytes) this.#parts.push(Buffer.from(part));
    this.#bytes += part.length;
  }

  /** What came of it, which is no record. */
  take(): Uint8Array {
    const kept = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#bytes = 0;
    return kept;
  }

  /** It ends before `chunk[end]`, and began at `chunk[start]` or in an earlier chunk. */
  finish(chunk: Uint8Array, start: number, end: number): void {
    if (this.isEmpty) {
      this.#give(chunk, start, end, false);
      return;
    }
    this.keep(chunk.subarray(0, end));
    const bytes = this.#bytes;
    const kept = this.take();
    this.#give(kept, 0, kept.length, bytes > kept.length);
  }

  #give(bytes: Uint8Array, start: number, until: number, isCut: boolean): void {
    const end = this.#endOf(bytes, start, until);
    if (isCut || end - start > this.#maxBytes) this.#sink.tooLong(bytes.subarray(start, start + this.#maxBytes));
    else if (end > start) this.#sink.record(bytes, start, end);
  }
}
