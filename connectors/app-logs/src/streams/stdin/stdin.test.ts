import { getEventListeners } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Batch, ReadContext } from '@sluice/connector';
import { beforeEach, expect, test, vi } from 'vitest';
import { linesOf } from '../files/reading.fixture.ts';
import type { StdinConfig } from './config.ts';
import { stdinConfig } from './config.ts';
import { readStdin } from './read.ts';

const warn = vi.fn();
beforeEach(() => void warn.mockClear());

async function contextOf(written: Record<string, unknown>, signal: AbortSignal): Promise<ReadContext<StdinConfig>> {
  const config = await stdinConfig['~standard'].validate(written);
  if (config.issues !== undefined) throw new Error(JSON.stringify(config.issues));
  const ignore = (): void => undefined;
  const log = { debug: ignore, info: ignore, warn, error: ignore };
  return { config: config.value, signal, log, now: () => 1, reportBacklog: ignore, reportDropped: ignore };
}

async function batchesIn(written: Record<string, unknown>, pieces: readonly string[]): Promise<Batch[]> {
  const input = new PassThrough();
  const feed = async (): Promise<void> => {
    for (const piece of pieces) {
      input.write(piece);
      await new Promise(setImmediate);
    }
    input.end();
  };
  void feed();
  const batches: Batch[] = [];
  const context = await contextOf(written, new AbortController().signal);
  for await (const batch of readStdin(context, input)) batches.push(batch);
  return batches;
}

async function linesIn(written: Record<string, unknown>, pieces: readonly string[]): Promise<string[]> {
  return (await batchesIn(written, pieces)).flatMap(linesOf);
}

test('lines come out whole however they come in, the last one without its end too, and the reading ends', async () => {
  expect(await linesIn({}, ['on', 'e\r\ntw', 'o\n\n\nthree', ' and\nfour'])).toEqual([
    'one',
    'two',
    'three and',
    'four',
  ]);
});

test('of a line that is too long the beginning is kept, by which it is rejected', async () => {
  const lines = await linesIn({ max_line: '1KiB' }, ['x'.repeat(5000), `${'x'.repeat(5000)}\nshort\n`]);
  expect(lines.map((line) => line.length)).toEqual([1026, 5]);
});

test('entries of an exported journal become records', async () => {
  expect(await linesIn({ framing: 'journal' }, ['MESSAGE=a\nPRIOR', 'ITY=6\n\nMESSAGE=b\n'])).toEqual([
    '{"MESSAGE":"a","PRIORITY":"6"}',
    '{"MESSAGE":"b"}',
  ]);
  expect(warn).not.toHaveBeenCalled();
});

test('of an exported journal that ends within a field what is there becomes a record, with a warning', async () => {
  expect(await linesIn({ framing: 'journal' }, ['MESSAGE=a\n\nPRIORITY=6\nMESS', 'AGE=b'])).toEqual([
    '{"MESSAGE":"a"}',
    '{"PRIORITY":"6","MESSAGE":"b"}',
  ]);
  expect(warn.mock.calls).toEqual([['the input ends within a field: its last entry may lack something']]);
});

test('an input on which nothing comes is left when the run ends', async () => {
  const stop = new AbortController();
  const reading = readStdin(await contextOf({}, stop.signal), new PassThrough());
  const next = reading.next();
  stop.abort();
  expect((await next).done).toBe(true);
});

test('each piece that ends a line makes a batch, which says when and where from it came', async () => {
  const batches = await batchesIn({}, ['one\ntwo\n', 'thr', 'ee\n', '\n', 'four']);
  expect(batches.map(linesOf)).toEqual([['one', 'two'], ['three'], ['four']]);
  for (const batch of batches) expect(batch).toMatchObject({ receivedAt: 1, origins: [{ transport: 'stdin' }] });
});

test.each([
  ['has ended', async (input: PassThrough) => void input.end()],
  ['breaks', async (input: PassThrough) => void input.destroy(new Error('broken'))],
  ['is no longer wanted', async (_: PassThrough, reading: AsyncGenerator) => void (await reading.return(undefined))],
])('an input that %s is closed, and nothing waits for the end of the run', async (_, end) => {
  const { signal } = new AbortController();
  const input = new PassThrough();
  const reading = readStdin(await contextOf({}, signal), input);
  input.write('one\n');
  await reading.next();
  await end(input, reading);
  await reading.next().catch(() => undefined);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(input.destroyed).toBe(true);
});

test('an input that breaks says so', async () => {
  const input = new PassThrough();
  const next = readStdin(await contextOf({}, new AbortController().signal), input).next();
  input.destroy(new Error('broken'));
  await expect(next).rejects.toThrow('broken');
});
