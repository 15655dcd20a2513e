import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, Cursor } from '@sluice/connector';
import { beforeEach, expect, test, vi } from 'vitest';
import { linesOf, temporaryFolder } from '../files/reading.fixture.ts';
import { readJournal } from './read.ts';
import { contextOf, messagesOf, programIn } from './reading.fixture.ts';

const warn = vi.fn();
const ignore = (): void => undefined;
const log = { debug: ignore, info: ignore, warn, error: ignore };
beforeEach(() => void warn.mockClear());

async function batchesOf(paths: readonly string[], cursor?: Cursor): Promise<Batch[]> {
  const context = await contextOf({ paths }, { log, ...(cursor === undefined ? {} : { cursor }) });
  const batches: Batch[] = [];
  for await (const batch of readJournal(context)) batches.push(batch);
  return batches;
}

async function messagesIn(paths: readonly string[], cursor?: Cursor): Promise<readonly unknown[]> {
  return (await batchesOf(paths, cursor)).flatMap(messagesOf);
}

const entry = (message: string): string => `PRIORITY=6\nMESSAGE=${message}\n\n`;

test('a restart after any entry, or any batch, goes on with the next one, across files', async () => {
  await using folder = await temporaryFolder();
  const paths = [join(folder.path, 'a.export'), join(folder.path, 'b.export')];
  await writeFile(paths[0] ?? '', entry('1') + entry('2') + entry('3'));
  await writeFile(paths[1] ?? '', entry('4') + entry('5'));
  const all = await batchesOf(paths);
  expect(all.flatMap(messagesOf)).toEqual(['1', '2', '3', '4', '5']);
  let seen = 0;
  for (const batch of all) {
    for (let record = 0; record < batch.bounds.length / 2; record++) {
      seen += 1;
      expect(await messagesIn(paths, batch.cursorAt?.(record))).toEqual(['1', '2', '3', '4', '5'].slice(seen));
    }
    expect(await messagesIn(paths, batch.cursor)).toEqual(['1', '2', '3', '4', '5'].slice(seen));
  }
  expect(seen).toBe(5);
});

test('a batch says where from and when its entries came', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'one.export');
  await writeFile(path, entry('1'));
  expect(await batchesOf([path])).toMatchObject([{ receivedAt: 1, origins: [{ transport: 'file', path }] }]);
});

test('an entry that has no blank line behind it is the last one', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'open.export');
  await writeFile(path, `${entry('1')}MESSAGE=2\n`);
  const batches = await batchesOf([path]);
  expect(batches.map(messagesOf)).toEqual([['1'], ['2']]);
  expect(await messagesIn([path], batches[0]?.cursor)).toEqual(['2']);
  expect(await messagesIn([path], batches[1]?.cursor)).toEqual([]);
});

test('of a field that is cut off at the end what is there comes out once, a warning says so, and once it is whole it comes whole', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'cut.export');
  await writeFile(path, `${entry('1')}PRIORITY=6\nMESSAGE=tw`);
  const batches = await batchesOf([path]);
  expect(batches.map(messagesOf)).toEqual([['1'], ['tw']]);
  expect(warn.mock.calls).toEqual([[`${path} ends within a field: its last entry may lack something`, { path }]]);
  expect(await messagesIn([path], batches[1]?.cursor)).toEqual([]);
  await appendFile(path, `o\n\n${entry('3')}`);
  expect(await messagesIn([path], batches[1]?.cursor)).toEqual(['two', '3']);
});

test('half a field that begins an entry waits for the rest, with a warning', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'cut.export');
  await writeFile(path, `${entry('1')}__CURS`);
  const batches = await batchesOf([path]);
  expect(batches.map(messagesOf)).toEqual([['1']]);
  expect(warn).toHaveBeenCalledOnce();
  await appendFile(path, `OR=c\n${entry('2')}`);
  expect(await messagesIn([path], batches[0]?.cursor)).toEqual(['2']);
  expect(warn).toHaveBeenCalledOnce();
});

test('a batch holds about a MiB, whatever the size of the file', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'large.export');
  await writeFile(path, entry('x'.repeat(10_000)).repeat(400));
  const batches = await batchesOf([path]);
  expect(batches.length).toBe(4);
  expect(batches.flatMap(linesOf).length).toBe(400);
});

test('where no entry ends no batch does', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'wide.export');
  const wide = 'x'.repeat(2_500_000);
  await writeFile(path, entry(wide) + entry('2'));
  expect((await batchesOf([path])).map(messagesOf)).toEqual([[wide, '2']]);
});

test('without paths the journal of this machine is followed', async () => {
  await using folder = await temporaryFolder();
  const journalctl = await programIn(folder.path, `printf 'MESSAGE=1\\n\\n'; exec sleep 60`);
  const reading = readJournal(await contextOf({ journalctl }));
  const { value } = await reading.next();
  await reading.return();
  expect(value && messagesOf(value)).toEqual(['1']);
});

test.each<[what: string, cursor: (path: string) => Cursor]>([
  ['nothing', () => null],
  ['a text', () => 'text'],
  ['a number', () => 5],
  ['a list', (path) => [path, 1]],
  ['half a byte', (path) => ({ [path]: 0.5 })],
  ['another file', (path) => ({ [`${path}.1`]: 1 })],
])('a cursor of %s says nothing of a file', async (_, cursor) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a.export');
  await writeFile(path, entry('1'));
  const batches = await batchesOf([path], cursor(path));
  expect(batches.flatMap(linesOf)).toEqual(['{"PRIORITY":"6","MESSAGE":"1"}']);
});

test('a file that is not there is named with what to do', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'none.export');
  const why = `ENOENT: no such file or directory, open '${path}'`;
  await expect(batchesOf([path])).rejects.toMatchObject({
    code: 'not_found',
    message: `Cannot read ${path} (${why}): check "paths", and the right to read it.`,
    cause: { code: 'ENOENT' },
  });
});

test('a file that is no export is said to be none', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'other.export');
  await writeFile(path, '=x\n');
  await expect(batchesOf([path])).rejects.toThrow('no export of the journal');
});

test('nothing is given out any more once the run has ended', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'long.export');
  await writeFile(path, entry('x'.repeat(10_000)).repeat(400));
  const stop = new AbortController();
  const reading = readJournal(await contextOf({ paths: [path] }, { signal: stop.signal }));
  expect((await reading.next()).done).toBe(false);
  stop.abort();
  expect((await reading.next()).done).toBe(true);
});
