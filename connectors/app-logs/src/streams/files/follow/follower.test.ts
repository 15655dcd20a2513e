import { appendFileSync } from 'node:fs';
import { appendFile, open, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reading, temporaryFolder } from '../reading.fixture.ts';
import { CopyWatch } from './copy-watch.ts';
import { TrackedFile } from './tracked-file.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path = '';
let paths: string[] = [];
let clock = 0;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'app.log');
  paths = [join(folder.path, '*.log')];
  clock = 1_000_000;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await folder[Symbol.asyncDispose]();
});

const byDefault = { follow: {} };
const megabyte = 1024 * 1024;
/** As long as what is read at once. */
const longLines = (count: number, letter: string): string => `${letter.repeat(megabyte - 1)}\n`.repeat(count);
const beginningsOf = (lines: readonly string[]): string => lines.map((line) => line[0]).join('');

test.each([true, false])('files take turns of eight megabytes, without a wait (follow: %s)', async (follow) => {
  await writeFile(path, longLines(9, 'a'));
  await writeFile(join(folder.path, 'b.log'), longLines(9, 'b'));
  const poll = { poll_every: '60000ms' };
  await using reading = new Reading({ paths: [path, join(folder.path, 'b.log')], max_line: '2MiB', follow, ...poll });
  expect(beginningsOf(await reading.take(18))).toBe(`${'a'.repeat(8)}${'b'.repeat(8)}ab`);
});

test('what is there is reported before it is read, and after each turn', async () => {
  await writeFile(path, longLines(9, 'a'));
  await using reading = new Reading({ paths: [path], follow: false, max_line: '2MiB' });
  await reading.all();
  expect(reading.backlogs).toEqual([9 * megabyte, megabyte, 0]);
});

test('a file that was found is not looked at again before poll_every', async () => {
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [path], poll_every: '60000ms' });
  await reading.take(1);
  await reading.quiet(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await appendFile(path, 'two\n');
  await expect(reading.take(1, 100)).rejects.toThrow('no more lines');
});

test('each batch says where its lines are from, when they came, and where reading goes on after each of them', async () => {
  await writeFile(path, 'one\ntwo\n');
  const before = Date.now();
  await using reading = new Reading({ paths: [path] });
  await reading.take(2);
  const [batch] = reading.batches;
  expect(batch?.origins).toEqual([{ transport: 'file', path }]);
  expect(batch?.receivedAt).toBeGreaterThanOrEqual(before);
  const offsetAfter = (record: number): unknown =>
    /"offset":(\d+)/.exec(JSON.stringify(batch?.cursorAt?.(record)))?.[1];
  expect([0, 1].map(offsetAfter)).toEqual(['4', '8']);
});

test('that files were passed over is said by a batch without lines', async () => {
  await writeFile(path, 'old\n');
  const before = Date.now();
  await using reading = new Reading({ paths, start_at: 'end' });
  await reading.quiet(2);
  const [batch, ...others] = reading.batches;
  expect(others).toEqual([]);
  expect(batch).toMatchObject({ bytes: new Uint8Array(0), bounds: new Uint32Array(0), origins: [] });
  expect(batch?.receivedAt).toBeGreaterThanOrEqual(before);
  expect(JSON.stringify(batch?.cursor)).toContain('"offset":4');
});

test.each([true, false])(
  'a search that is broken off says nothing of what it has not seen (follow: %s)',
  async (follow) => {
    await writeFile(path, 'old\n');
    const reading = new Reading({ paths: [path], start_at: 'end', follow });
    reading.abort();
    expect(await reading.all()).toEqual([]);
    expect(reading.batches).toEqual([]);
  },
);

test('files are searched each second where patterns have to be, and at each look where paths are named', async () => {
  await using globs = new Reading({ paths }, byDefault);
  await using named = new Reading({ paths: [path, `${path}.2`] }, byDefault);
  for (const reading of [globs, named]) await reading.quiet(2);
  expect([...globs.warnings, ...named.warnings]).toEqual(Array(2).fill('no file matches "paths" yet'));
  expect([...globs.fields, ...named.fields]).toEqual([{ paths: paths[0] }, { paths: `${path}, ${path}.2` }]);
  await writeFile(path, 'one\n');
  expect(await named.take(1)).toEqual(['one']);
  clock += 999;
  expect(await globs.quiet(3)).toEqual([]);
  clock += 1;
  expect(await globs.take(1)).toEqual(['one']);
});

test('a file in which nothing came for more than ten seconds is heard at the next search', async () => {
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths }, byDefault);
  await reading.take(1);
  clock += 10_000;
  await reading.quiet(3);
  await appendFile(path, 'two\n');
  expect(await reading.take(1)).toEqual(['two']);
  // The next search sees only that it was written to.
  for (const _ of [1, 2]) {
    clock += 10_001;
    await reading.quiet(3);
  }
  await appendFile(path, 'three\n');
  expect(await reading.quiet(3)).toEqual([]);
  clock += 1000;
  expect(await reading.take(1)).toEqual(['three']);
});

test('a file that is gone is heard until nothing came for thirty seconds, then its last line is one without an end', async () => {
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [path] }, byDefault);
  await reading.take(1);
  await rename(path, `${path}.1`);
  await reading.quiet(2);
  clock += 20_000;
  await appendFile(`${path}.1`, 'two\n');
  expect(await reading.take(1)).toEqual(['two']);
  await appendFile(`${path}.1`, 'three');
  await reading.quiet(2);
  clock += 29_999;
  expect(await reading.quiet(2)).toEqual([]);
  clock += 1;
  expect(await reading.take(1)).toEqual(['three']);
  await reading.quiet(2);
  clock += 30_000;
  await reading.quiet(2);
  await appendFile(`${path}.1`, '\nfour\n');
  expect(await reading.quiet(2)).toEqual([]);
});

test('a file that is gone is heard on where something comes in the moment in which it would be left', async () => {
  await writeFile(path, 'one\ntw');
  await using reading = new Reading({ paths: [path] }, byDefault);
  await reading.take(1);
  await rename(path, `${path}.1`);
  await reading.quiet(2);
  vi.spyOn(TrackedFile.prototype, 'refresh').mockImplementationOnce(function refresh(this: TrackedFile) {
    appendFileSync(`${path}.1`, 'o');
    clock += 30_000;
    return this.refresh();
  });
  expect(await reading.quiet(3)).toEqual([]);
  clock += 29_999;
  expect(await reading.quiet(3)).toEqual([]);
  await appendFile(`${path}.1`, '\n');
  expect(await reading.take(1)).toEqual(['two']);
});

test('a file that was away is followed as if it had not been', async () => {
  await writeFile(path, 'one\n');
  const close = vi.spyOn(TrackedFile.prototype, 'close');
  await using reading = new Reading({ paths: [path] }, byDefault);
  await reading.take(1);
  for (const times of [1, 2]) {
    await rename(path, `${path}.away`);
    await reading.quiet(2);
    clock += 29_999;
    await rename(`${path}.away`, path);
    await reading.quiet(2 * times);
  }
  clock += 30_000;
  await appendFile(path, 'two');
  expect(await reading.quiet(2)).toEqual([]);
  expect(close).not.toHaveBeenCalled();
});

test('a file that another path leads to now is said to be there', async () => {
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [`${path}*`] });
  await reading.take(1);
  await rename(path, `${path}.1`);
  await reading.quiet(2);
  await appendFile(`${path}.1`, 'two\n');
  await reading.take(1);
  expect(reading.batches.at(-1)?.origins[0]?.path).toBe(`${path}.1`);
});

test('what took the path of a file waits until that is read, however much it is', async () => {
  await writeFile(path, 'begun\n');
  await using reading = new Reading({ paths: [path], max_line: '2MiB' });
  await reading.take(1);
  await appendFile(path, longLines(9, 'a'));
  await rename(path, `${path}.1`);
  await writeFile(path, 'new\n');
  expect(beginningsOf(await reading.take(10))).toBe('aaaaaaaaan');
});

test('every file that was opened is closed', async () => {
  const opening = vi.spyOn(TrackedFile, 'of');
  const close = vi.spyOn(TrackedFile.prototype, 'close');
  for (const name of ['a.log', 'b.log', 'c.log']) await writeFile(join(folder.path, name), 'one\n');
  const reading = new Reading({ paths }, { follow: { lingerMs: 0, searchEveryMs: 0 } });
  await reading.take(3);
  await rm(join(folder.path, 'c.log'));
  await reading.quiet(5);
  expect(close).toHaveBeenCalledTimes(1);
  await reading.stop();
  expect([opening.mock.calls.length, close.mock.calls.length]).toEqual([3, 3]);
});

test('a file in which reading fails is named and opened anew, and nothing of it comes twice', async () => {
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [path] });
  await reading.take(1);
  const close = vi.spyOn(TrackedFile.prototype, 'close');
  vi.spyOn(TrackedFile.prototype, 'next').mockRejectedValueOnce(new Error('EIO: i/o error, read'));
  expect(await reading.quiet(5)).toEqual([]);
  await appendFile(path, 'two\n');
  expect(await reading.take(1)).toEqual(['two']);
  expect(reading.warnings).toEqual([
    `${path} cannot be read (EIO: i/o error, read); other files go on, and it is tried again`,
  ]);
  expect(reading.fields).toEqual([{ path }]);
  expect(close).toHaveBeenCalledTimes(1);
});

test('a file that cannot be opened is named once, each time that it could be before', async () => {
  await writeFile(path, 'one\n');
  const opening = vi.spyOn(TrackedFile, 'of');
  const refuse = (message: string, code: string): void =>
    void opening.mockRejectedValue(Object.assign(new Error(message), { code }));
  const denied = `${path} cannot be opened (EACCES: permission denied); give this process the right to read it`;
  refuse('EACCES: permission denied', 'EACCES');
  await using reading = new Reading({ paths: [path] }, { follow: { lingerMs: 0, searchEveryMs: 0 } });
  await reading.quiet(3);
  expect(reading.warnings).toEqual([denied]);
  opening.mockReset();
  expect(await reading.take(1)).toEqual(['one']);
  await rm(path);
  await reading.quiet(5);
  refuse('ENOENT: no such file', 'ENOENT');
  await writeFile(path, 'two\n');
  await reading.quiet(3);
  expect(reading.warnings).toEqual([denied]);
  refuse('EACCES: permission denied', 'EACCES');
  await reading.quiet(3);
  expect(reading.warnings).toEqual([denied, denied]);
});

test('a file that cannot be compared with the others is named, and compared at the next search', async () => {
  vi.spyOn(CopyWatch.prototype, 'judge').mockRejectedValueOnce(new Error('EIO: i/o error, read'));
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [path] });
  expect(await reading.take(1)).toEqual(['one']);
  expect(reading.warnings).toEqual([expect.stringContaining(`${path} cannot be opened (EIO: i/o error, read)`)]);
});

test('what cannot be looked at is named', async () => {
  await symlink(path, path);
  await using reading = new Reading({ paths: [path] });
  await reading.quiet(3);
  expect(reading.warnings).toEqual([expect.stringMatching(/cannot be looked at \(ELOOP.*\); it is tried again$/)]);
});

test.each([
  [5, /^Could not read (?:\S+, ){4}\S+\.log: see the warnings/],
  [6, /^Could not read (?:\S+, ){4}\S+\.log and 1 more: see the warnings/],
])('without follow, of %i files that could not be read five are named in the error', async (count, message) => {
  const names = Array.from({ length: count }, (_, at) => join(folder.path, `${at}.log`));
  for (const name of names) await symlink(name, name);
  await using reading = new Reading({ paths: names, follow: false });
  await expect(reading.all()).rejects.toMatchObject({
    code: 'permission_denied',
    message: expect.stringMatching(message),
  });
});

test('without follow, what was not read because reading was to end is no error', async () => {
  await symlink(join(folder.path, 'loop.log'), join(folder.path, 'loop.log'));
  await writeFile(path, longLines(2, 'a'));
  const reading = new Reading({ paths: [path, join(folder.path, 'loop.log')], follow: false, max_line: '2MiB' });
  await reading.take(1);
  reading.abort();
  expect(await reading.all()).toHaveLength(1);
});

test('without follow, a path at which nothing stands is an error, and a pattern that leads nowhere a warning', async () => {
  await using named = new Reading({ paths: [path], follow: false });
  await expect(named.all()).rejects.toMatchObject({ code: 'not_found' });
  await using globs = new Reading({ paths, follow: false });
  expect(await globs.all()).toEqual([]);
  expect(globs.warnings).toEqual(['no file matches "paths" yet']);
});

test.each([1, 3])('of lines that are too long (%i of them) a warning says how many they are', async (lines) => {
  await writeFile(path, `${'x'.repeat(2000)}\n`.repeat(lines));
  await writeFile(join(folder.path, 'b.log'), 'short\n');
  await using reading = new Reading({ paths, follow: false, max_line: '1KiB' });
  await reading.all();
  expect(reading.warnings).toEqual(['lines are longer than max_line and were cut']);
  expect(reading.fields).toEqual([{ path, lines, max_line_bytes: 1024 }]);
});

test('a file that is written anew and longer is said to be truncated, and read from its start', async () => {
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [path] });
  await reading.take(1);
  await using file = await open(path, 'r+');
  // Never shorter than before.
  await file.write('new one\nnew two\n', 0);
  expect(await reading.take(2)).toEqual(['new one', 'new two']);
  expect(reading.warnings).toEqual(['a file was truncated; it is read from its beginning']);
});

test('of a compressed file no more is read than max_unpacked allows', async () => {
  await writeFile(`${path}.gz`, gzipSync(longLines(3, 'a')));
  await using reading = new Reading({ paths: [`${path}.gz`], max_unpacked: '1MiB', follow: false });
  await expect(reading.all()).rejects.toThrow('Could not read');
  expect(reading.lines.length).toBeLessThan(3);
});

test('a part of a copy that is being made is not read before there is all of it', async () => {
  const text = longLines(1, 'a');
  await writeFile(path, text);
  await using reading = new Reading({ paths: [`${path}*`] });
  await reading.take(1);
  await writeFile(`${path}.1`, text.slice(0, -2));
  expect(await reading.quiet(3)).toEqual([]);
  await appendFile(`${path}.1`, text.slice(-2));
  expect(await reading.quiet(3)).toEqual([]);
});

test('what a compressor has begun is read when there is something of it', async () => {
  await writeFile(`${path}.gz`, '');
  await using reading = new Reading({ paths: [`${path}*`] });
  await reading.quiet(3);
  await writeFile(`${path}.gz`, gzipSync('one\n'));
  expect(await reading.take(1)).toEqual(['one']);
});

test('what is made of a file that was left waits for as long as that is there', async () => {
  const text = longLines(1, 'a');
  await writeFile(path, text);
  const follow = { lingerMs: 0, searchEveryMs: 0 };
  await using reading = new Reading({ paths: [path, `${path}.*.gz`] }, { follow });
  await reading.take(1);
  await rename(path, `${path}.1`);
  await reading.quiet(5);
  await writeFile(`${path}.1.gz`, gzipSync(text));
  expect(await reading.quiet(5)).toEqual([]);
  await rm(`${path}.1`);
  expect(await reading.quiet(5)).toEqual([]);
});

test('what is compressed under a later name is not read again', async () => {
  const text = longLines(1, 'a');
  await writeFile(`${path}.1`, text);
  await using reading = new Reading({ paths: [`${path}*`] }, { follow: { lingerMs: 0, searchEveryMs: 0 } });
  await reading.take(1);
  await writeFile(`${path}.2.gz`, gzipSync(text));
  await rm(`${path}.1`);
  expect(await reading.quiet()).toEqual([]);
});

test('a compressed file that is there at the first search is read without another', async () => {
  await writeFile(`${path}.gz`, gzipSync('one\n'));
  await using reading = new Reading({ paths: [`${path}*`] }, byDefault);
  expect(await reading.take(1)).toEqual(['one']);
});

test('a compressed file that ends in the middle is given up after thirty seconds, and is named', async () => {
  await writeFile(`${path}.gz`, gzipSync('one\ntwo').subarray(0, -8));
  await using reading = new Reading({ paths: [`${path}.gz`] }, byDefault);
  expect(await reading.take(1)).toEqual(['one']);
  clock += 29_999;
  expect(await reading.quiet(3)).toEqual([]);
  expect(reading.warnings).toEqual([]);
  clock += 1;
  expect(await reading.take(1)).toEqual(['two']);
  await reading.quiet(2);
  expect(reading.warnings).toEqual([expect.stringContaining(`${path}.gz is damaged at byte`)]);
});
