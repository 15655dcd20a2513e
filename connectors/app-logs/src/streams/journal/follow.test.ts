import { getEventListeners } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, Cursor } from '@sluice/connector';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/reading.fixture.ts';
import { followJournal } from './follow.ts';
import { contextOf, messagesOf, programIn } from './reading.fixture.ts';

/** What the first batch is, from a program that is stopped then. */
async function firstBatch(journalctl: string, cursor?: Cursor): Promise<Batch | undefined> {
  const context = await contextOf({ journalctl }, cursor === undefined ? {} : { cursor });
  for await (const batch of followJournal(context)) return batch;
  return undefined;
}

/** Says each of its arguments in one entry, and stays. */
const sayArguments =
  'printf "__CURSOR=s=a;i=2\\n"; for a in "$@"; do printf "MESSAGE=%s\\n" "$a"; done; echo; exec sleep 60';

test('journalctl is told which units, which folder, and after which entry', async () => {
  await using folder = await temporaryFolder();
  const journalctl = await programIn(folder.path, sayArguments);
  const stop = new AbortController();
  const written = { journalctl, units: ['nginx.service'], directory: '/host/journal' };
  const reading = followJournal(await contextOf(written, { cursor: { after: 's=a;i=1' }, signal: stop.signal }));
  const { value } = await reading.next();
  expect(value && messagesOf(value)).toEqual([
    [
      '--output=export',
      '--follow',
      '--no-tail',
      '--all',
      '--quiet',
      '--no-pager',
      '--unit=nginx.service',
      '--directory=/host/journal',
      '--after-cursor=s=a;i=1',
    ],
  ]);
  expect(value).toMatchObject({ receivedAt: 1, origins: [{ transport: 'journal' }], cursor: { after: 's=a;i=2' } });
  stop.abort();
  expect((await reading.next()).done).toBe(true);
});

test.each<[cursor: Cursor | undefined]>([[undefined], [null], ['text'], [5], [['after']], [{}], [{ after: 5 }]])(
  'with the cursor %j the journal is read from its beginning',
  async (cursor) => {
    await using folder = await temporaryFolder();
    const batch = await firstBatch(await programIn(folder.path, sayArguments), cursor);
    expect(batch && messagesOf(batch)).toEqual([
      ['--output=export', '--follow', '--no-tail', '--all', '--quiet', '--no-pager'],
    ]);
  },
);

test('an entry that does not say where it stands is told by the one before it, in whatever batch that came', async () => {
  await using folder = await temporaryFolder();
  const go = join(folder.path, 'go');
  const journalctl = await programIn(
    folder.path,
    `printf 'MESSAGE=1\\n\\n__CURSOR=c-2\\nMESSAGE=2\\n\\nMESSAGE=3\\n\\n'
while [ ! -e '${go}' ]; do sleep 0.02; done
printf 'MESSAGE=4\\n\\n__CURSOR=c-5\\nMESSAGE=5\\n\\n'
exec sleep 60`,
  );
  const found: (readonly unknown[])[] = [];
  for await (const batch of followJournal(await contextOf({ journalctl }))) {
    await writeFile(go, '');
    for (const [record, message] of messagesOf(batch).entries()) found.push([message, batch.cursorAt?.(record)]);
    if (found.length === 5) break;
  }
  expect(found).toEqual([
    ['1', { after: null }],
    ['2', { after: 'c-2' }],
    ['3', { after: 'c-2' }],
    ['4', { after: 'c-2' }],
    ['5', { after: 'c-5' }],
  ]);
});

test('the program ends with the reading, and nothing waits for the end of the run', async () => {
  await using folder = await temporaryFolder();
  const journalctl = await programIn(folder.path, 'printf "MESSAGE=%s\\n\\n" "$$"; exec sleep 60');
  const { signal } = new AbortController();
  const reading = followJournal(await contextOf({ journalctl }, { signal }));
  const { value } = await reading.next();
  const [pid] = value ? messagesOf(value) : [];
  expect(isRunning(Number(pid))).toBe(true);
  await reading.return();
  while (isRunning(Number(pid))) await sleep(10);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('the program has nothing to read', async () => {
  await using folder = await temporaryFolder();
  const journalctl = await programIn(folder.path, `cat; printf 'MESSAGE=read\\n\\n'; exec sleep 60`);
  const batch = await firstBatch(journalctl);
  expect(batch && messagesOf(batch)).toEqual(['read']);
});

test('a run that has ended starts no program', async () => {
  const context = await contextOf({ journalctl: '/nowhere/journalctl' }, { signal: AbortSignal.abort() });
  expect(await followJournal(context).next()).toEqual({ done: true, value: undefined });
});

test('a journalctl that is not there is named with what to do', async () => {
  await expect(firstBatch('/nowhere/journalctl')).rejects.toMatchObject({
    code: 'bad_config',
    message:
      'Cannot start journalctl (spawn /nowhere/journalctl ENOENT): install systemd, or name the program in "journalctl".',
    cause: { code: 'ENOENT' },
  });
});

test.each([
  [
    'with what it said',
    'echo "No journal files were opened due to insufficient permissions." >&2; exit 1',
    'journalctl has ended with code 1. It said: No journal files were opened due to insufficient permissions. To read the journal, a user needs the group systemd-journal.',
  ],
  [
    'with as much as 500 letters of what it said',
    `printf '${'x'.repeat(600)}' >&2; exit 2`,
    `journalctl has ended with code 2. It said: ${'x'.repeat(500)} To read the journal, a user needs the group systemd-journal.`,
  ],
  ['even where it said nothing', 'exit 3', 'journalctl has ended with code 3. It said nothing; it is started again.'],
  ['and who ended it', 'kill -9 $$', 'journalctl has ended by SIGKILL. It said nothing; it is started again.'],
])('a journalctl that ends by itself is told of, %s', async (_, script, message) => {
  await using folder = await temporaryFolder();
  await expect(firstBatch(await programIn(folder.path, script))).rejects.toMatchObject({
    code: 'upstream_unreachable',
    retryable: true,
    message,
  });
});
