import { ObjectProblem } from './problem.ts';
import type { RecordSink, Splitter } from './record-sink.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Cuts out the elements of a JSON array, or values that stand one after the other. Only brackets, braces and strings
 * are looked at: whether an element is JSON is for whoever parses it.
 */
export class JsonValues implements Splitter {
  readonly #sink: RecordSink;
  readonly #maxRecordBytes: number;
  /** Depth at which a record starts: inside an array, or at the top. */
  readonly #base: number;
  #skip: number;
  #depth: number;
  #inString = false;
  #escaped = false;
  /** Whether a record has begun. */
  #isOpen = false;
  /** Parts of the record that came with earlier chunks. */
  #begun: Uint8Array[] = [];
  #begunBytes = 0;
  #isClosed = false;

  /** `arrayHeadBytes`: what stands up to and with the bracket of the array; absent where there is no array. */
  constructor(sink: RecordSink, maxRecordBytes: number, arrayHeadBytes?: number) {
    this.#sink = sink;
    this.#maxRecordBytes = maxRecordBytes;
    this.#skip = arrayHeadBytes ?? 0;
    this.#base = arrayHeadBytes === undefined ? 0 : 1;
    this.#depth = this.#base;
  }

  push(chunk: Uint8Array): void {
    let from = this.#isOpen ? 0 : -1;
    const first = Math.min(this.#skip, chunk.length);
    this.#skip -= first;
    for (let at = first; at < chunk.length && !this.#isClosed; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#inString) {
        this.#string(byte);
        continue;
      }
      if (byte <= 32) continue;
      if (this.#endsBefore(byte)) {
        if (this.#isOpen) this.#finish(chunk, from, at);
        continue;
      }
      if (!this.#isOpen) {
        this.#isOpen = true;
        from = at;
      }
      if (this.#endsWith(byte)) this.#finish(chunk, from, at + 1);
    }
    if (this.#isOpen) this.#begin(chunk.subarray(Math.max(from, 0)));
  }

  end(): void {
    if (this.#isOpen || (this.#base === 1 && !this.#isClosed)) {
      throw new ObjectProblem('object_corrupt', 'ends in the middle of a JSON value');
    }
  }

  #string(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inString = false;
  }

  /** Whether an element of the array ends before this byte; says so too where the array itself ends. */
  #endsBefore(byte: number): boolean {
    if (this.#depth !== this.#base) return false;
    if (byte === comma) return true;
    if (byte !== closeBracket || this.#base === 0) return false;
    this.#isClosed = true;
    return true;
  }

  /** Keeps count of the depth; true where a value that stands alone ends with this byte. */
  #endsWith(byte: number): boolean {
    if (byte === quote) this.#inString = true;
    else if (byte === openBrace || byte === openBracket) this.#depth += 1;
    else if (byte === closeBrace || byte === closeBracket) {
      this.#depth -= 1;
      return this.#depth <= this.#base && this.#base === 0;
    }
    return false;
  }

  #begin(part: Uint8Array): void {
    if (this.#begunBytes <= this.#maxRecordBytes) this.#begun.push(Buffer.from(part));
    this.#begunBytes += part.length;
  }

  #finish(chunk: Uint8Array, from: number, to: number): void {
    this.#isOpen = false;
    this.#depth = this.#base;
    if (this.#begunBytes === 0) {
      this.#give(chunk, from, to, to - from);
      return;
    }
    this.#begin(chunk.subarray(0, to));
    const whole = Buffer.concat(this.#begun);
    const length = this.#begunBytes;
    this.#begun = [];
    this.#begunBytes = 0;
    this.#give(whole, 0, whole.length, length);
  }

  #give(bytes: Uint8Array, from: number, until: number, length: number): void {
    let to = until;
    while (to > from && (bytes[to - 1] ?? 0) <= 32) to -= 1;
    if (length > this.#maxRecordBytes) this.#sink.tooLong(bytes.subarray(from, from + this.#maxRecordBytes));
    else this.#sink.record(bytes, from, to);
  }
}
