import type { RecordSink, Splitter } from './record-sink.ts';

const lineFeed = 10;
const carriageReturn = 13;

/** One record a line; blank lines are none. */
export class Lines implements Splitter {
  readonly #sink: RecordSink;
  readonly #maxRecordBytes: number;
  /** Beginning of a line whose end has not come. */
  #begun: Uint8Array[] = [];
  #begunBytes = 0;

  constructor(sink: RecordSink, maxRecordBytes: number) {
    this.#sink = sink;
    this.#maxRecordBytes = maxRecordBytes;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      if (this.#begunBytes === 0) this.#line(chunk, from, end);
      else this.#finish(chunk.subarray(from, end));
      from = end + 1;
    }
    if (from < chunk.length) this.#begin(chunk.subarray(from));
  }

  end(): void {
    if (this.#begunBytes > 0) this.#finish(new Uint8Array());
  }

  #begin(part: Uint8Array): void {
    // No more of a line that is too long is kept than its dead letter shows.
    if (this.#begunBytes <= this.#maxRecordBytes) this.#begun.push(Buffer.from(part));
    this.#begunBytes += part.length;
  }

  #finish(rest: Uint8Array): void {
    this.#begin(rest);
    const line = this.#begun.length === 1 ? (this.#begun[0] ?? rest) : Buffer.concat(this.#begun);
    const length = this.#begunBytes;
    this.#begun = [];
    this.#begunBytes = 0;
    if (length > this.#maxRecordBytes + 1) this.#sink.tooLong(line.subarray(0, this.#maxRecordBytes));
    else this.#line(line, 0, line.length);
  }

  #line(bytes: Uint8Array, from: number, to: number): void {
    const end = to > from && bytes[to - 1] === carriageReturn ? to - 1 : to;
    if (end === from || isBlank(bytes, from, end)) return;
    if (end - from > this.#maxRecordBytes) this.#sink.tooLong(bytes.subarray(from, from + this.#maxRecordBytes));
    else this.#sink.record(bytes, from, end);
  }
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) > 32) return false;
  return true;
}
