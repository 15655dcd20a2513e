import { describe, expect, it } from 'vitest';
import { splitLines, type Line } from './lines.ts';

async function split(chunks: readonly string[], longest?: number): Promise<Line[]> {
  async function* source(): AsyncIterable<Buffer> {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  return gather(splitLines(source(), longest));
}

async function gather(lines: AsyncIterable<Line>): Promise<Line[]> {
  const gathered: Line[] = [];
  for await (const line of lines) gathered.push(line);
  return gathered;
}

describe('lines', () => {
  it('are put together over chunks, the last one with or without its end', async () => {
    expect(await split(['a\nb', 'c\n', '\nd'])).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: 'bc' },
      { number: 3, text: '' },
      { number: 4, text: 'd' },
    ]);
    expect(await split(['a\n'])).toEqual([{ number: 1, text: 'a' }]);
  });

  it('that are too long are passed over, and the next one is read again', async () => {
    expect(await split(['xxx', 'xxx', 'xx\nok\n'], 4)).toEqual([
      { number: 1, tooLong: true },
      { number: 2, text: 'ok' },
    ]);
  });

  it('keep characters that a chunk cuts in two', async () => {
    const bytes = Buffer.from('é\n');
    async function* source(): AsyncIterable<Buffer> {
      yield bytes.subarray(0, 1);
      yield bytes.subarray(1);
    }
    expect(await gather(splitLines(source()))).toEqual([{ number: 1, text: 'é' }]);
  });
});
