import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, Cursor, ReadContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import { linesOf, temporaryFolder } from '../files/reading.fixture.ts';
import { journalConfig, type JournalConfig } from './config.ts';
import { readJournal } from './read.ts';

async function batchesOf(paths: readonly string[], cursor?: Cursor): Promise<Batch[]> {
  const config = await journalConfig['~standard'].validate({ paths });
  if (config.issues !== undefined) throw new Error(JSON.stringify(config.issues));
  const ignore = (): void => undefined;
  const context: ReadContext<JournalConfig> = {
    config: config.value,
    ...(cursor === undefined ? {} : { cursor }),
    signal: new AbortController().signal,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    now: () => 1,
    reportBacklog: ignore,
    reportDropped: ignore,
  };
  const batches: Batch[] = [];
  for await (const batch of readJournal(context)) batches.push(batch);
  return batches;
}

const entry = (message: string): string => `PRIORITY=6\nMESSAGE=${message}\n\n`;

test('a restart after any entry goes on with the next one, across files', async () => {
  await using folder = await temporaryFolder();
  const paths = [join(folder.path, 'a.export'), join(folder.path, 'b.export')];
  await writeFile(paths[0] ?? '', entry('1') + entry('2') + entry('3'));
  await writeFile(paths[1] ?? '', entry('4') + entry('5'));
  const all = await batchesOf(paths);
  const messages = all.flatMap(linesOf);
  expect(messages.map((line) => (JSON.parse(line) as { MESSAGE: string }).MESSAGE)).toEqual(['1', '2', '3', '4', '5']);
  let seen = 0;
  for (const batch of all) {
    for (let record = 0; record < batch.bounds.length / 2; record++) {
      seen += 1;
      const rest = (await batchesOf(paths, batch.cursorAt?.(record))).flatMap(linesOf);
      expect(rest).toEqual(messages.slice(seen));
    }
  }
  expect(seen).toBe(5);
});

test('a batch is no larger than it needs to be, whatever the size of the file', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'large.export');
  await writeFile(path, entry('x'.repeat(10_000)).repeat(400));
  const batches = await batchesOf([path]);
  expect(batches.length).toBeGreaterThan(2);
  expect(batches.flatMap(linesOf).length).toBe(400);
});

test('a file that is not there, or is no export, is named with what to do', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'none.export');
  await expect(batchesOf([path])).rejects.toThrow(`Cannot read ${path}`);
  await writeFile(path, '=x\n');
  await expect(batchesOf([path])).rejects.toThrow('no export of the journal');
});
