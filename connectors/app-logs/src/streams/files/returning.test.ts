import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textOf } from './compressing.fixture.ts';
import type { FollowOptions } from './follow/follower.ts';
import { Reading, temporaryFolder } from './reading.fixture.ts';

const quick: FollowOptions = { lingerMs: 0, searchEveryMs: 0 };

/** As when the folder is mounted again, or a search passes over a file that is being renamed. */
test.each([
  ['app.log', Buffer.from(textOf(0, 100)), 'beginning'],
  ['app.log.1.gz', gzipSync(textOf(0, 100)), 'beginning'],
  ['app.log.1.gz', gzipSync(textOf(0, 100)), 'end'],
])('%s, which is gone and comes back, is not read again', async (name, bytes, startAt) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, name);
  const other = join(folder.path, 'app.log.9');
  await writeFile(path, bytes);
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')], start_at: startAt }, { follow: quick });
  await reading.take(startAt === 'end' ? 0 : 100);
  while (reading.cursor === undefined) await reading.quiet(1);
  await rename(path, join(folder.path, 'away'));
  // What is written now is found by a search that finds the other gone.
  await writeFile(other, 'one\n');
  await reading.take(1);
  await reading.quiet(5);
  await rename(join(folder.path, 'away'), path);
  await writeFile(other, 'one\ntwo\n');
  await reading.reach((startAt === 'end' ? 0 : 100) + 2);
  await reading.quiet();
  expect(reading.lines.slice(startAt === 'end' ? 0 : 100)).toEqual(['one', 'two']);
});

test('a short file whose inode another got that begins like it has that one read whole', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'begun\n');
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')] }, { follow: quick });
  await reading.take(1);
  await rename(path, join(folder.path, 'away'));
  await reading.quiet(5);
  await writeFile(join(folder.path, 'away'), 'begun\nand more\n');
  await rename(join(folder.path, 'away'), path);
  expect(await reading.take(2)).toEqual(['begun', 'and more']);
});

test('a folder of many files that is gone for a while is not read again', async () => {
  await using folder = await temporaryFolder();
  const [there, away] = ['there', 'away'].map((name) => join(folder.path, name));
  await mkdir(there!);
  for (let at = 0; at < 40; at++) await writeFile(join(there!, `${at}.log`), textOf(at * 100, (at + 1) * 100));
  await using reading = new Reading({ paths: [join(there!, '*.log')] }, { follow: quick });
  await reading.take(4000);
  await rename(there!, away!);
  await reading.quiet(5);
  for (let at = 0; at < 40; at++) await appendFile(join(away!, `${at}.log`), 'more\n');
  await rename(away!, there!);
  expect(await reading.take(40)).toEqual(Array.from({ length: 40 }, () => 'more'));
});
