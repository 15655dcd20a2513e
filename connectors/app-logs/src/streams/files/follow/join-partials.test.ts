import { expect, test } from 'vitest';
import { joinPartials } from './join-partials.ts';
import { splitLines } from './lines.ts';

const cri = (tag: string, text: string, stream = 'stdout'): string =>
  `2026-01-15T12:00:00.123456789Z ${stream} ${tag} ${text}`;
const head = cri('F', '').length;

interface Joined {
  readonly lines: readonly string[];
  readonly nextStarts: readonly number[];
  readonly consumed: number;
  readonly waits: boolean;
}

function joined(written: readonly string[], options: { maxBytes?: number; isLast?: boolean } = {}): Joined {
  const chunk = Buffer.from(written.map((line) => `${line}\n`).join(''));
  const before = Buffer.from(chunk);
  const { maxBytes = 1000, isLast = false } = options;
  const { bytes, bounds, nextStarts, consumed, waits } = joinPartials(
    chunk,
    splitLines(chunk, { maxLineBytes: 1000, isLast }),
    { maxBytes, isLast },
  );
  // What was read stays as it is.
  expect(chunk.equals(before)).toBe(true);
  const lines = Array.from(nextStarts, (_, line) => bytes.toString('utf8', bounds[2 * line], bounds[2 * line + 1]));
  return { lines, nextStarts: [...nextStarts], consumed, waits };
}

const endOf = (written: readonly string[], count: number): number =>
  written.slice(0, count).reduce((sum, line) => sum + line.length + 1, 0);

test('pieces are put together up to the one that ends the line, each line with where the next begins', () => {
  const written = ['plain', cri('P', 'a'), cri('P', 'b'), cri('F', 'c'), cri('F', 'd'), cri('P', 'e'), cri('F', 'f')];
  expect(joined(written)).toEqual({
    lines: ['plain', cri('F', 'abc'), cri('F', 'd'), cri('F', 'ef')],
    nextStarts: [endOf(written, 1), endOf(written, 4), endOf(written, 5), endOf(written, 7)],
    consumed: endOf(written, 7),
    waits: false,
  });
});

test('a line whose last pieces are still to come is waited for, unless none will', () => {
  const written = [cri('F', 'a'), cri('P', 'b'), cri('P', 'c')];
  expect(joined(written)).toEqual({
    lines: [cri('F', 'a')],
    nextStarts: [endOf(written, 1)],
    consumed: endOf(written, 1),
    waits: true,
  });
  expect(joined(written, { isLast: true })).toEqual({
    lines: [cri('F', 'a'), cri('P', 'bc')],
    nextStarts: [endOf(written, 1), endOf(written, 3)],
    consumed: endOf(written, 3),
    waits: false,
  });
});

test.each([
  ['another stream', cri('F', 'b', 'stderr')],
  ['another runtime', '{"log":"b\\n","stream":"stdout","time":"2026-01-15T12:00:00Z"}'],
  ['something else', 'plain'],
])('pieces between which %s has written stay apart', (_, between) => {
  const written = [cri('P', 'a'), between, cri('F', 'c')];
  expect(joined(written).lines).toEqual([cri('P', 'a'), between, cri('F', 'c')]);
});

test("Docker's pieces are put together with what stands behind the first", () => {
  const docker = (log: string, second: number): string =>
    `{"log":"${log}","stream":"stdout","time":"2026-01-15T12:00:0${second}Z"}`;
  expect(joined([docker('a', 1), docker('b', 2), docker('c\\n', 3)]).lines).toEqual([docker('abc\\n', 1)]);
});

test.each([
  [head + 3, [cri('F', 'abc')]],
  [head + 2, [cri('P', 'ab'), cri('F', 'c')]],
  [head + 1, [cri('P', 'a'), cri('P', 'b'), cri('F', 'c')]],
])('a line that is put together has %i bytes at most', (maxBytes, lines) => {
  expect(joined([cri('P', 'a'), cri('P', 'b'), cri('F', 'c')], { maxBytes }).lines).toEqual(lines);
});

test('pieces that are as long as they may be are given out, and those that may go on wait', () => {
  expect(joined([cri('P', 'a'), cri('P', 'b')], { maxBytes: head + 2 })).toMatchObject({ lines: [], waits: true });
  expect(joined([cri('P', 'ab')], { maxBytes: head + 1 })).toMatchObject({ lines: [cri('P', 'ab')], waits: false });
});

test('lines of which none is a piece stay where they are', () => {
  const chunk = Buffer.from('a\nb\n');
  const lines = splitLines(chunk, { maxLineBytes: 10, isLast: false });
  expect(joinPartials(chunk, lines, { maxBytes: 10, isLast: false })).toEqual({ ...lines, bytes: chunk, waits: false });
});

test('a piece is found wherever it stands', () => {
  const written = ['a', 'b', 'c', 'd', cri('P', 'e')];
  expect(joined(written)).toMatchObject({ lines: ['a', 'b', 'c', 'd'], consumed: 8, waits: true });
  const later = ['a', 'b', 'c', cri('P', 'd'), cri('F', 'e')];
  expect(joined(later, { maxBytes: head + 2 }).lines).toEqual(['a', 'b', 'c', cri('F', 'de')]);
  expect(joined(later, { maxBytes: head + 1 }).lines).toEqual(['a', 'b', 'c', cri('P', 'd'), cri('F', 'e')]);
});

test('lines that were cut are counted beside those that are put together', () => {
  const chunk = Buffer.from(`${cri('P', 'a')}\n${cri('F', 'b')}\n${'x'.repeat(100)}\n`);
  const lines = splitLines(chunk, { maxLineBytes: 60, isLast: false });
  expect(joinPartials(chunk, lines, { maxBytes: 60, isLast: false })).toMatchObject({ tooLong: 1, waits: false });
});

test("what stands behind Docker's pieces counts too", () => {
  const docker = (log: string): string => `{"log":"${log}","stream":"stdout","time":"2026-01-15T12:00:00Z"}`;
  const written = ['plain', docker('a'), docker('b'), docker('c\\n')];
  const whole = docker('abc\\n');
  expect(joined(written, { maxBytes: whole.length }).lines).toEqual(['plain', whole]);
  expect(joined(written, { maxBytes: whole.length - 1 }).lines).toEqual(['plain', docker('ab'), docker('c\\n')]);
  const open = ['plain', docker('a'), docker('b')];
  expect(joined(open, { maxBytes: docker('ab').length })).toMatchObject({ lines: ['plain'], waits: true });
  expect(joined(['plain', docker('ab')], { maxBytes: docker('ab').length - 1 })).toMatchObject({ waits: false });
});
