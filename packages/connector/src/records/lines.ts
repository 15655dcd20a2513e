import { OpenRecord } from './open-record.ts';
import type { RecordSink, RecordSplitter } from './record-sink.ts';

const lineFeed = 10;
const carriageReturn = 13;

/** One record a line; blank lines are none. */
export class Lines implements RecordSplitter {
  readonly #open: OpenRecord;

  constructor(sink: RecordSink, maxRecordBytes: number) {
    this.#open = new OpenRecord(sink, maxRecordBytes, endOfLine);
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      this.#open.finish(chunk, from, end);
      from = end + 1;
    }
    if (from < chunk.length) this.#open.keep(chunk.subarray(from));
  }

  end(): void {
    if (!this.#open.isEmpty) this.#open.finish(new Uint8Array(), 0, 0);
  }
}

function endOfLine(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if ((bytes[at] ?? 0) > 32) return bytes[end - 1] === carriageReturn ? end - 1 : end;
  }
  return start;
}
