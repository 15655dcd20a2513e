import type { RecordSink, RecordSplitter, SplitOptions } from './record-sink.ts';
import { splitterFor } from './tell-form.ts';

/** Enough to tell by its first line what most bytes are. */
const headBytes = 256 * 1024;

/**
 * Cuts into records what may be lines or JSON: lines of anything, a list, values one after the other in one line or over
 * several, objects with a list of records in them (`lists`). A byte order mark at the beginning is left out, blank lines
 * are none, and every record keeps the bytes that it was written in. Keeps a record that is not whole yet, and of a
 * first line at most 256 KiB.
 *
 * @example
 * const splitter = createRecordSplitter(sink, { maxRecordBytes: 1024 * 1024, lists: ['Records'] });
 * for await (const chunk of body) splitter.push(chunk);
 * splitter.end();
 */
export function createRecordSplitter(sink: RecordSink, options: SplitOptions): RecordSplitter {
  let head: Uint8Array[] = [];
  let bytes = 0;
  let splitter: RecordSplitter | undefined;
  const begin = (): RecordSplitter => {
    const whole = withoutMark(head.length === 1 ? head[0]! : Buffer.concat(head));
    head = [];
    splitter = splitterFor(whole.subarray(0, headBytes), sink, options);
    splitter.push(whole);
    return splitter;
  };
  return {
    push(chunk) {
      if (splitter !== undefined) {
        splitter.push(chunk);
        return;
      }
      head.push(bytes + chunk.length < headBytes ? Buffer.from(chunk) : chunk);
      bytes += chunk.length;
      if (bytes >= headBytes) begin();
    },
    end: () => (splitter ?? begin()).end(),
  };
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}
