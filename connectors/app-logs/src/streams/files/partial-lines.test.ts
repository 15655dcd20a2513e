import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Reading, temporaryFolder } from './reading.fixture.ts';

const piece = (stream: string, tag: string, text: string): string =>
  `2026-01-15T12:00:00.123456789Z ${stream} ${tag} ${text}\n`;
const whole = (stream: string, tag: string, text: string): string => piece(stream, tag, text).slice(0, -1);

async function linesOf(content: string, written: Record<string, unknown> = {}): Promise<string[]> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'pod.log');
  await writeFile(path, content);
  await using reading = new Reading({ paths: [path], follow: false, ...written });
  return [...(await reading.all())];
}

test('pieces of a line are put together, and other lines are left alone', async () => {
  const content =
    piece('stdout', 'F', 'before') +
    piece('stdout', 'P', 'one ') +
    piece('stdout', 'P', 'two ') +
    piece('stdout', 'F', 'three') +
    'a line of another kind\n' +
    piece('stderr', 'P', 'x') +
    piece('stderr', 'F', 'y');
  expect(await linesOf(content)).toEqual([
    whole('stdout', 'F', 'before'),
    whole('stdout', 'F', 'one two three'),
    'a line of another kind',
    whole('stderr', 'F', 'xy'),
  ]);
});

test('pieces stay apart, and none is lost, where another stream writes between them or the file ends', async () => {
  const content =
    piece('stdout', 'P', 'a') + piece('stderr', 'F', 'b') + piece('stdout', 'F', 'c') + piece('stdout', 'P', 'd');
  expect(`${(await linesOf(content)).join('\n')}\n`).toBe(content);
});

test('a line that is too long put together comes in pieces that are not', async () => {
  const pieces = Array.from({ length: 5 }, () => piece('stdout', 'P', 'x'.repeat(400))).join('');
  const lines = await linesOf(`${pieces}${piece('stdout', 'F', 'end')}`, { max_line: '1KiB' });
  expect(lines.every((line) => line.length <= 1024)).toBe(true);
  expect(lines.map((line) => line.split(' ')[3]).join('')).toBe(`${'x'.repeat(2000)}end`);
});

test('a line that is still being written waits for its last piece, and a restart in between begins with its first', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'pod.log');
  await writeFile(path, piece('stdout', 'F', 'before') + piece('stdout', 'P', 'one '));
  await using reading = new Reading({ paths: [path] });
  expect(await reading.take(1)).toEqual([whole('stdout', 'F', 'before')]);
  expect(await reading.quiet(5)).toEqual([]);
  const { cursor } = reading;
  await appendFile(path, piece('stdout', 'P', 'two '));
  expect(await reading.quiet(5)).toEqual([]);
  await appendFile(path, piece('stdout', 'F', 'three') + piece('stdout', 'F', 'after'));
  const rest = [whole('stdout', 'F', 'one two three'), whole('stdout', 'F', 'after')];
  expect(await reading.take(2)).toEqual(rest);
  await using again = new Reading({ paths: [path], follow: false }, { cursor });
  expect(await again.all()).toEqual(rest);
});

test('many small pieces without an end do not hold up what follows them', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'pod.log');
  const pieces = 60_000;
  await writeFile(path, piece('stdout', 'P', 'x').repeat(pieces) + piece('stderr', 'F', 'after'));
  await using reading = new Reading({ paths: [path] });
  let lines: string[] = [];
  while (!lines.at(-1)?.endsWith('after')) lines = [...lines, ...(await reading.take(1))];
  const text = lines.slice(0, -1).map((line) => line.slice(line.lastIndexOf(' ') + 1));
  expect(text.join('')).toBe('x'.repeat(pieces));
});

const docker = (log: string, stream = 'stdout', second = 0): string =>
  `${JSON.stringify({ log, stream, time: `2026-01-15T12:00:0${second}.123456789Z` })}\n`;

test("pieces of Docker's json-file are put together, with the time of the first", async () => {
  const content =
    docker('whole\n') +
    docker('one "two" ', 'stdout', 1) +
    docker('C:\\n', 'stdout', 2) +
    docker(' three\n', 'stdout', 3) +
    docker('{"half": ', 'stderr', 4) +
    docker('1}\n', 'stderr', 5) +
    docker('between', 'stdout', 6) +
    docker('streams\n', 'stderr', 7);
  expect((await linesOf(content)).map((line) => `${line}\n`)).toEqual([
    docker('whole\n'),
    docker('one "two" C:\\n three\n', 'stdout', 1),
    docker('{"half": 1}\n', 'stderr', 4),
    docker('between', 'stdout', 6),
    docker('streams\n', 'stderr', 7),
  ]);
});
