import { appendFile, copyFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Reading, temporaryFolder } from './reading.fixture.ts';

test('a file that is renamed away is read to its end, then the new one', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [path] });
  expect(await reading.take(1)).toEqual(['one']);
  await appendFile(path, 'two\n');
  await rename(path, `${path}.1`);
  await writeFile(path, 'four\n');
  await appendFile(`${path}.1`, 'three\n');
  expect(await reading.take(3)).toEqual(['two', 'three', 'four']);
});

test('a writer that still holds a renamed file is heard', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [path] });
  await reading.take(1);
  await rename(path, `${path}.1`);
  await writeFile(path, 'new\n');
  expect(await reading.take(1)).toEqual(['new']);
  await appendFile(`${path}.1`, 'late\n');
  expect(await reading.take(1)).toEqual(['late']);
});

test('an unfinished last line of a renamed file is given out when its writer is silent', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\nunfinished');
  await using reading = new Reading({ paths: [path] }, { follow: { lingerMs: 0, searchEveryMs: 0 } });
  await reading.take(1);
  await rename(path, `${path}.1`);
  expect(await reading.take(1)).toEqual(['unfinished']);
});

test('a renamed file that the pattern still names is not read again', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')] });
  await reading.take(1);
  await rename(path, `${path}.1`);
  await writeFile(path, 'two\n');
  expect(await reading.take(1)).toEqual(['two']);
  expect(await reading.quiet()).toEqual([]);
});

test('a file that is truncated is read from its beginning', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\ntwo\n');
  await using reading = new Reading({ paths: [path] });
  await reading.take(2);
  await copyFile(path, `${path}.1`);
  await truncate(path, 0);
  await appendFile(path, 'new\n');
  expect(await reading.take(1)).toEqual(['new']);
  expect(reading.warnings.join()).toContain('truncated');
});

test('a file that is truncated and has outgrown its former size is read from its beginning', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'old one\nold two\n');
  await using reading = new Reading({ paths: [path], poll_every: '50ms' });
  await reading.take(2);
  await writeFile(path, 'new one\nnew two\nnew three\n');
  expect(await reading.take(3)).toEqual(['new one', 'new two', 'new three']);
});

test('a file that is truncated and written to its former size is read from its beginning', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'old one\nold two\n');
  await using reading = new Reading({ paths: [path], poll_every: '50ms' });
  await reading.take(2);
  await writeFile(path, 'new one\nnew two\n');
  expect(await reading.take(2)).toEqual(['new one', 'new two']);
  await utimes(path, new Date(), new Date());
  expect(await reading.quiet(3)).toEqual([]);
});

test('a file that was asleep is read from its beginning when it is written anew to its former size', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'old one\nold two\n');
  await using reading = new Reading({ paths: [path] }, { follow: { searchEveryMs: 0, sleepsAfterMs: 0 } });
  await reading.take(2);
  await reading.quiet(5);
  await writeFile(path, 'new one\nnew two\n');
  expect(await reading.take(2)).toEqual(['new one', 'new two']);
});

test('a log that begins as it did before it was truncated is told by the lines before those that follow', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const banner = 'starting up\n'.repeat(100);
  await writeFile(path, `${banner}old one\n`);
  await using reading = new Reading({ paths: [path], poll_every: '50ms' });
  await reading.take(101);
  await writeFile(path, `${banner}new one\nnew two\n`);
  expect((await reading.take(102)).slice(-2)).toEqual(['new one', 'new two']);
});

test('a file that is truncated and written while it is read never yields half a line', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const generation = (name: string): string =>
    Array.from({ length: 60_000 }, (_, i) => `${name} line ${String(i).padStart(6, '0')} end\n`).join('');
  await writeFile(path, generation('first'));
  await using reading = new Reading({ paths: [path] });
  await reading.take(1);
  await writeFile(path, generation('second'));
  const fromSecond = (): string[] => reading.lines.filter((line) => line.startsWith('second'));
  while (fromSecond().length < 60_000) await reading.take(1);
  await reading.quiet(3);
  expect(reading.lines.every((line) => /^(?:first|second) line \d{6} end$/.test(line))).toBe(true);
  expect(new Set(fromSecond()).size).toBe(60_000);
  expect(fromSecond()).toHaveLength(60_000);
});

/** Some hundred distinct lines: more than 1 KiB, by which copies are told. */
const lineSet = (name: string): string => Array.from({ length: 200 }, (_, i) => `${name} line ${i}\n`).join('');

test('a copy that a rotation makes is not read again, and is read on where its original was truncated too early', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, lineSet('first'));
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')] });
  await reading.take(200);
  await copyFile(path, `${path}.1`);
  expect(await reading.quiet()).toEqual([]);
  await appendFile(`${path}.1`, 'written before the truncation\n');
  await writeFile(path, lineSet('second'));
  expect(await reading.take(201)).toHaveLength(201);
  await reading.quiet();
  expect(new Set(reading.lines).size).toBe(401);
  expect(reading.lines).toHaveLength(401);
});

test('a copy that is found only after its original was truncated is not read again', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, lineSet('first'));
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')] });
  await reading.take(200);
  await copyFile(path, `${path}-20260115`);
  await writeFile(path, lineSet('second'));
  expect(await reading.take(200)).toHaveLength(200);
  expect(await reading.quiet()).toEqual([]);
});

test('a copy whose original is deleted is not read again', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, lineSet('first'));
  await using reading = new Reading(
    { paths: [join(folder.path, 'app.log*')] },
    { follow: { lingerMs: 0, searchEveryMs: 0 } },
  );
  await reading.take(200);
  await copyFile(path, `${path}.bak`);
  expect(await reading.quiet()).toEqual([]);
  await rm(path);
  expect(await reading.quiet()).toEqual([]);
  await appendFile(`${path}.bak`, 'more\n');
  expect(await reading.take(1)).toEqual(['more']);
});

test('without follow, a shorter file that begins like a log that was read before is read in full', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, lineSet('first'));
  const first = new Reading({ paths: [path], follow: false });
  await first.all();
  await writeFile(`${path}.1`, lineSet('first').slice(0, 1700));
  await using second = new Reading({ paths: [`${path}*`], follow: false }, { cursor: first.cursor });
  expect((await second.all()).join('\n')).toBe(lineSet('first').slice(0, 1700));
});

test('a copy that is still being made waits until it can be told', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, lineSet('first'));
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')] });
  await reading.take(200);
  await writeFile(`${path}.1`, lineSet('first').slice(0, 2000));
  expect(await reading.quiet()).toEqual([]);
  await writeFile(`${path}.1`, lineSet('first'));
  expect(await reading.quiet()).toEqual([]);
});

test('files of other names are read in full, though they say the same', async () => {
  await using folder = await temporaryFolder();
  for (const name of ['a.log', 'b.log']) await writeFile(join(folder.path, name), lineSet('same'));
  await using reading = new Reading({ paths: [join(folder.path, '*.log')] });
  expect(await reading.take(400)).toHaveLength(400);
});

test('a file that only begins like a log is read in full', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, lineSet('first'));
  await using reading = new Reading({ paths: [join(folder.path, 'app*')] });
  await reading.take(200);
  await writeFile(join(folder.path, 'app-2.log'), lineSet('first').replace('line 199', 'line two hundred'));
  expect(await reading.take(200)).toHaveLength(200);
});

test('a deleted file is read to its end and then forgotten', async () => {
  await using folder = await temporaryFolder();
  const gone = join(folder.path, 'gone.log');
  const stays = join(folder.path, 'stays.log');
  await writeFile(gone, 'one\n');
  await writeFile(stays, 'a\n');
  await using reading = new Reading({ paths: [gone, stays] }, { follow: { lingerMs: 0, searchEveryMs: 0 } });
  await reading.take(2);
  await appendFile(gone, 'two\n');
  await rm(gone);
  expect(await reading.take(1)).toEqual(['two']);
  await reading.quiet(5);
  await appendFile(stays, 'b\n');
  await reading.take(1);
  const { files } = reading.cursor as { files: object };
  expect(JSON.stringify(files)).toContain('stays.log');
  expect(JSON.stringify(files)).not.toContain('gone.log');
});

test('a file that takes the place of a deleted one is read from its start, whatever inode it gets', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'a first line\nmore\n');
  const first = new Reading({ paths: [path] });
  await first.take(2);
  await first.stop();
  await rm(path);
  // Most file systems give the inode of the file that was just deleted to the next one.
  await writeFile(path, 'quite another\nand another\nand another\n');
  await using second = new Reading({ paths: [path] }, { cursor: first.cursor });
  expect(await second.take(3)).toEqual(['quite another', 'and another', 'and another']);
});

test('a copy that is there before anything of its original was read is not read a second time', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const lines = Array.from({ length: 200 }, (_, n) => `line ${n} of a log that is longer than what tells files apart`);
  await writeFile(path, `${lines.join('\n')}\n`);
  await copyFile(path, `${path}.1`);
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')] });
  expect(await reading.take(200)).toEqual(lines);
  await truncate(path, 0);
  await appendFile(path, 'new\n');
  expect(await reading.take(1)).toEqual(['new']);
  expect(await reading.quiet()).toEqual([]);
});
