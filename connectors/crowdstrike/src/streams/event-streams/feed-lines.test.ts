import { expect, test } from 'vitest';
import { feedLines } from './feed-lines.ts';

async function linesOf(...chunks: readonly (string | Uint8Array)[]): Promise<readonly (readonly string[])[]> {
  async function* body(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield await Promise.resolve(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  const batches: (readonly string[])[] = [];
  for await (const lines of feedLines(body())) batches.push(lines.map((line) => line.toString()));
  return batches;
}

test('lines come as soon as they are whole, those of a chunk together', async () => {
  expect(await linesOf('a\nb\nc', 'd\n', '\r\n', ' \n', '!\nrest')).toEqual([['a', 'b'], ['cd'], ['!']]);
  expect(await linesOf('no end')).toEqual([]);
});

const mebibyte = 1024 * 1024;

test('of a line without an end sixteen megabytes are kept, and the next one is whole again', async () => {
  const chunk = Buffer.alloc(mebibyte, 'x');
  const endless = Array.from({ length: 20 }, () => chunk);
  const [[long = ''] = [], [next] = []] = await linesOf(...endless, '\n', ...endless.slice(4), '\n');
  expect(long).toHaveLength(16 * mebibyte);
  expect(next).toHaveLength(16 * mebibyte);
});
