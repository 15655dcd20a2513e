import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, Cursor, ReadContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import { linesOf, temporaryFolder } from '../files/reading.fixture.ts';
import { journalConfig, type JournalConfig } from './config.ts';
import { readJournal } from './read.ts';

function contextOf(config: JournalConfig, cursor?: Cursor): ReadContext<JournalConfig> {
  const ignore = (): void => undefined;
  return {
    config,
    ...(cursor === undefined ? {} : { cursor }),
    signal: new AbortController().signal,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    now: () => 1,
    reportBacklog: ignore,
    reportDropped: ignore,
  };
}

async function batchesOf(paths: readonly string[], cursor?: Cursor): Promise<Batch[]> {
  const config = await journalConfig['~standard'].validate({ paths });
  if (config.issues !== undefined) throw new Error(JSON.stringify(config.issues));
  const context = contextOf(config.value, cursor);
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

test('a journalctl that is not there, or that may not read, is named with what to do', async () => {
  const config = await journalConfig['~standard'].validate({ journalctl: '/nowhere/journalctl' });
  if (config.issues !== undefined) throw new Error(JSON.stringify(config.issues));
  const missing = readJournal(contextOf(config.value));
  await expect(missing.next()).rejects.toMatchObject({
    code: 'bad_config',
    message: expect.stringContaining('systemd'),
  });
  await using folder = await temporaryFolder();
  const program = join(folder.path, 'journalctl');
  await writeFile(
    program,
    '#!/bin/sh\necho "No journal files were opened due to insufficient permissions." >&2\nexit 1\n',
  );
  await chmod(program, 0o755);
  const refused = readJournal(contextOf({ ...config.value, follow: { program, units: [] } }));
  await expect(refused.next()).rejects.toMatchObject({
    code: 'upstream_unreachable',
    retryable: true,
    message: expect.stringMatching(/code 1.*insufficient permissions.*systemd-journal/s),
  });
});

test('journalctl is told which units, which folder, and after which entry', async () => {
  await using folder = await temporaryFolder();
  const program = join(folder.path, 'journalctl');
  const script =
    '#!/bin/sh\nprintf "__CURSOR=s=a;i=2\\n"\nfor a in "$@"; do printf "MESSAGE=%s\\n" "$a"; done\necho\nexec sleep 60\n';
  await writeFile(program, script);
  await chmod(program, 0o755);
  const written = { journalctl: program, units: ['nginx.service'], directory: '/host/journal' };
  const config = await journalConfig['~standard'].validate(written);
  if (config.issues !== undefined) throw new Error(JSON.stringify(config.issues));
  const stop = new AbortController();
  const reading = readJournal({ ...contextOf(config.value), cursor: { after: 's=a;i=1' }, signal: stop.signal });
  const { value } = await reading.next();
  const [line = '{}'] = value === undefined ? [] : linesOf(value);
  expect((JSON.parse(line) as { MESSAGE: string[] }).MESSAGE).toEqual([
    '--output=export',
    '--follow',
    '--no-tail',
    '--all',
    '--quiet',
    '--no-pager',
    '--unit=nginx.service',
    '--directory=/host/journal',
    '--after-cursor=s=a;i=1',
  ]);
  expect(value?.cursor).toEqual({ after: 's=a;i=2' });
  stop.abort();
  expect((await reading.next()).done).toBe(true);
});
