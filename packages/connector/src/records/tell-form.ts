import { JsonValues } from './json-values.ts';
import type { RecordSink, RecordSplitter, SplitOptions } from './record-sink.ts';
import { Lines } from './lines.ts';

const lineFeed = 0x0a;
const openBracket = 0x5b;
const openBrace = 0x7b;

/** The splitter for bytes that begin so. `head` is without a byte order mark. */
export function splitterFor(head: Uint8Array, sink: RecordSink, options: SplitOptions): RecordSplitter {
  return isJson(head, options) ? new JsonValues(sink, options) : new Lines(sink, options.maxRecordBytes);
}

/**
 * Lines need not be JSON, and a bad one costs only itself; so what begins with one whole object in its first line is
 * lines, and so is text that begins with a bracket. JSON is what begins with a list, with several objects in one line, or
 * with an object that goes on behind its first line.
 */
function isJson(head: Uint8Array, options: SplitOptions): boolean {
  const start = head.findIndex((byte) => byte > 32);
  const first = head[start];
  if (first !== openBracket && first !== openBrace) return false;
  const feed = head.indexOf(lineFeed, start);
  const line = head.subarray(start, feed === -1 ? head.length : feed);
  let records = 0;
  const count = (): void => void records++;
  const values = new JsonValues({ record: count, tooLong: count, unfinished: count }, options);
  values.push(line);
  if (values.isInLine) return false;
  if (values.lists > 0) return true;
  return values.isWithin ? feed !== -1 && breaksHere(line) : records > 1;
}

/** Whether this is where a line of a JSON text is broken: behind a bracket, a brace, a comma or a colon. */
function breaksHere(line: Uint8Array): boolean {
  const last = line.findLast((byte) => byte > 32);
  return last !== undefined && '[{,:'.includes(String.fromCharCode(last));
}
