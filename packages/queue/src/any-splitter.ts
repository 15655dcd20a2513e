import { JsonValues } from './json-values.ts';
import { Lines } from './lines.ts';
import type { RecordSink, Splitter } from './record-sink.ts';

/** Enough to tell what an object is. */
const headBytes = 256;

/**
 * Tells by its beginning what an object is: an array of JSON values, `{"Records": [`…, one value over several lines, or
 * lines. Lines need not be JSON: a bad one costs only itself.
 */
export class AnySplitter implements Splitter {
  readonly #sink: RecordSink;
  readonly #maxRecordBytes: number;
  #head: Uint8Array = new Uint8Array();
  #splitter: Splitter | undefined;

  constructor(sink: RecordSink, maxRecordBytes: number) {
    this.#sink = sink;
    this.#maxRecordBytes = maxRecordBytes;
  }

  push(chunk: Uint8Array): void {
    if (this.#splitter !== undefined) {
      this.#splitter.push(chunk);
      return;
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length >= headBytes) this.#begin();
  }

  end(): void {
    (this.#splitter ?? this.#begin()).end();
  }

  #begin(): Splitter {
    const [first, second, third] = this.#head;
    const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
    const bytes = isMarked ? this.#head.subarray(3) : this.#head;
    const splitter = this.#splitterFor(Buffer.from(bytes.subarray(0, headBytes)).toString('latin1'));
    this.#splitter = splitter;
    this.#head = new Uint8Array();
    splitter.push(bytes);
    return splitter;
  }

  #splitterFor(begin: string): Splitter {
    const array = /^\s*(?:\{\s*"Records"\s*:\s*)?\[/.exec(begin);
    if (array !== null) return new JsonValues(this.#sink, this.#maxRecordBytes, array[0].length);
    if (/^\s*\{[ \t]*\r?\n/.test(begin)) return new JsonValues(this.#sink, this.#maxRecordBytes);
    return new Lines(this.#sink, this.#maxRecordBytes);
  }
}
