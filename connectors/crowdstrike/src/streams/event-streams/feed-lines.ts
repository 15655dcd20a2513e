/** What is kept of a line that is longer: enough for a dead letter that can be read. */
const maxLineBytes = 16 * 1024 * 1024;
const lineFeed = 10;

/** The whole lines of each chunk, with what earlier chunks began; blank ones keep the connection alive and are none. */
export async function* feedLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Buffer[], void, undefined> {
  let begun: Buffer[] = [];
  let begunBytes = 0;
  for await (const chunk of body) {
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      const line = Buffer.concat([...begun, chunk.subarray(from, end)]);
      begun = [];
      begunBytes = 0;
      from = end + 1;
      if (line.some((byte) => byte > 32)) lines.push(line);
    }
    const rest = chunk.subarray(from);
    if (rest.length > 0 && begunBytes < maxLineBytes) {
      begun.push(Buffer.from(rest));
      begunBytes += rest.length;
    }
    if (lines.length > 0) yield lines;
  }
}
