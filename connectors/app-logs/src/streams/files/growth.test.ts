import { appendFile, chmod, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Reading, temporaryFolder } from './reading.fixture.ts';

const megabyte = 1024 * 1024;

test('lines that are there come first, then those that are appended', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\ntwo\n');
  await using reading = new Reading({ paths: [path] });
  expect(await reading.take(2)).toEqual(['one', 'two']);
  await appendFile(path, 'three\n');
  expect(await reading.take(1)).toEqual(['three']);
});

test('a line without its end waits for it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'whole\nhal');
  await using reading = new Reading({ paths: [path] });
  expect(await reading.take(1)).toEqual(['whole']);
  expect(await reading.quiet(3)).toEqual([]);
  await appendFile(path, 'f');
  expect(await reading.quiet(3)).toEqual([]);
  await appendFile(path, '\nnext\n');
  expect(await reading.take(2)).toEqual(['half', 'next']);
});

test('without follow, a last line without its end is given out and the reading ends', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\ntwo');
  await using reading = new Reading({ paths: [path], follow: false });
  expect(await reading.all()).toEqual(['one', 'two']);
});

test('CRLF ends a line as LF does, and empty lines are none', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\r\n\r\n\ntwo\r\nth\rree\n\n');
  await using reading = new Reading({ paths: [path], follow: false });
  expect(await reading.all()).toEqual(['one', 'two', 'th\rree']);
});

test('bytes that are no text come through unchanged', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const binary = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 10));
  await writeFile(path, Buffer.concat([binary, Buffer.from('\n')]));
  await using reading = new Reading({ paths: [path], follow: false });
  expect(await reading.all()).toEqual([binary.toString('latin1')]);
});

test('a line longer than a read comes in one piece', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const long = 'x'.repeat(10 * megabyte);
  await writeFile(path, `before\n${long}\nafter\n`);
  await using reading = new Reading({ paths: [path], follow: false, max_line: '16MiB' });
  expect((await reading.all()).map((line) => line.length)).toEqual([6, 10 * megabyte, 5]);
});

test('of a line that is too long one byte more than the limit comes, and reading goes on after it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, `before\n${'x'.repeat(10 * megabyte)}\nafter\n${'y'.repeat(5000)}\nlast\n`);
  await using reading = new Reading({ paths: [path], follow: false, max_line: '4096B' });
  expect((await reading.all()).map((line) => line.length)).toEqual([6, 4097, 5, 4097, 4]);
  expect(reading.warnings.join()).toContain('max_line');
});

test('a line that is too long is cut between characters', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, `${'€'.repeat(2000)}\n`);
  await using reading = new Reading({ paths: [path], follow: false, max_line: '1024B' });
  const [line = ''] = await reading.all();
  expect(line.length).toBeGreaterThan(1024);
  expect(Buffer.from(line, 'latin1').toString('utf8')).toBe('€'.repeat(342));
});

test('a long line that is written bit by bit is not read again and again, and comes whole', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, '');
  await using reading = new Reading({ paths: [path] });
  for (let i = 0; i < 12; i++) {
    await appendFile(path, 'z'.repeat(100_000));
    expect(await reading.quiet(2)).toEqual([]);
  }
  await appendFile(path, '\n');
  expect((await reading.take(1)).map((line) => line.length)).toEqual([megabyte + 1]);
});

test('files of several patterns are read, each once', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a.log'), 'a\n');
  await writeFile(join(folder.path, 'b.log'), 'b\n');
  const paths = [join(folder.path, '*.log'), join(folder.path, 'a.log')];
  await using reading = new Reading({ paths, follow: false });
  expect((await reading.all()).toSorted()).toEqual(['a', 'b']);
  expect(reading.batches.map((batch) => String(batch.origins[0]?.path)).toSorted()).toEqual([
    join(folder.path, 'a.log'),
    join(folder.path, 'b.log'),
  ]);
});

test('a file that appears later is found by itself, and read from its start', async () => {
  await using folder = await temporaryFolder();
  const paths = [join(folder.path, '**/*.log')];
  await using reading = new Reading({ paths, start_at: 'end' }, { follow: {} });
  expect(await reading.quiet(5)).toEqual([]);
  await writeFile(join(folder.path, 'new.log'), 'first\n');
  expect(await reading.take(1)).toEqual(['first']);
});

test('a file that was silent for long is heard again when it grows', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\n');
  const follow = { searchEveryMs: 0, sleepsAfterMs: 0 };
  await using reading = new Reading({ paths: [join(folder.path, '*.log')] }, { follow });
  await reading.take(1);
  await reading.quiet(5);
  await appendFile(path, 'two\n');
  expect(await reading.take(1)).toEqual(['two']);
});

test('start_at end passes over whole lines that are there, and never gives half a line', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'old\nunfin');
  await using reading = new Reading({ paths: [path], start_at: 'end' });
  while (reading.cursor === undefined) expect(await reading.quiet(1)).toEqual([]);
  await appendFile(path, 'ished\nnew\n');
  expect(await reading.take(2)).toEqual(['unfinished', 'new']);
});

test('start_at end is kept as a position before the first line comes', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'old\n');
  const first = new Reading({ paths: [path], start_at: 'end' });
  while (first.cursor === undefined) await first.quiet(1);
  await first.stop();
  await appendFile(path, 'written while away\n');
  await using second = new Reading({ paths: [path], start_at: 'end' }, { cursor: first.cursor });
  expect(await second.take(1)).toEqual(['written while away']);
});

test('the backlog is what is there and not yet given out', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, `${'x'.repeat(99)}\n`.repeat(200_000));
  await using reading = new Reading({ paths: [path] });
  await reading.take(100_000);
  expect(reading.backlog).toBeGreaterThan(megabyte);
  await reading.take(200_000 - reading.lines.length);
  await reading.quiet(2);
  expect(reading.backlog).toBe(0);
});

test('reading ends within a second of the abort, in the middle of a backlog and while waiting', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, `${'x'.repeat(99)}\n`.repeat(100_000));
  for (const lines of [1, 100_000]) {
    const reading = new Reading({ paths: [path], poll_every: '60000ms' });
    await reading.take(lines);
    if (lines > 1) await reading.quiet(1);
    const before = performance.now();
    await reading.stop();
    expect(performance.now() - before).toBeLessThan(1000);
  }
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is named once, and the others go on', async () => {
  await using folder = await temporaryFolder();
  const secret = join(folder.path, 'secret.log');
  await writeFile(secret, 'hidden\n');
  await chmod(secret, 0);
  await writeFile(join(folder.path, 'open.log'), 'seen\n');
  await using reading = new Reading({ paths: [join(folder.path, '*.log')] });
  expect(await reading.take(1)).toEqual(['seen']);
  await reading.quiet(5);
  expect(reading.warnings.filter((warning) => warning.includes(secret))).toHaveLength(1);
  await chmod(secret, 0o600);
  expect(await reading.take(1)).toEqual(['hidden']);
});

test('a path that cannot be looked at is named once, and read as soon as it can be', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'loop.log');
  await symlink(path, path);
  await writeFile(join(folder.path, 'open.log'), 'seen\n');
  await using reading = new Reading({ paths: [path, join(folder.path, 'open.log')] });
  expect(await reading.take(1)).toEqual(['seen']);
  await reading.quiet(5);
  expect(reading.warnings.filter((warning) => warning.includes(path))).toHaveLength(1);
  await rm(path);
  await writeFile(path, 'found\n');
  expect(await reading.take(1)).toEqual(['found']);
});

test('without follow, a file that could not be read is an error after all others are read', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'loop.log');
  await symlink(path, path);
  await writeFile(join(folder.path, 'open.log'), 'seen\n');
  await using reading = new Reading({ paths: [path, join(folder.path, 'open.log')], follow: false });
  await expect(reading.all()).rejects.toThrow(path);
  expect(reading.lines).toEqual(['seen']);
});

test('without follow, a path at which nothing stands is an error that names it', async () => {
  await using reading = new Reading({ paths: ['/nowhere/app.log'], follow: false });
  await expect(reading.all()).rejects.toThrow('/nowhere/app.log');
});
