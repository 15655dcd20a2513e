import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** A line of a file, or the fact that it is too long to be looked at. */
export type Line = { readonly number: number } & ({ readonly text: string } | { readonly tooLong: true });

export const longestLine: number = 16 * 1024 * 1024;

/** The lines of a file or, as `-`, of standard input. Memory stays bounded whatever a line's length. */
export async function* linesOf(file: string): AsyncIterable<Line> {
  yield* splitLines(file === '-' ? process.stdin : createReadStream(file));
}

export async function* splitLines(
  source: Readable | AsyncIterable<Buffer>,
  longest: number = longestLine,
): AsyncIterable<Line> {
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const line: Line =
      length > longest
        ? { number: ++number, tooLong: true }
        : { number: ++number, text: Buffer.concat(parts).toString('utf8') };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of source) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      add(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < bytes.length) add(bytes.subarray(start));
  }
  if (length > 0) yield take();
}
