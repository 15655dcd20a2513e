import { appendFile, copyFile, mkdir, open, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Cursor } from '@sluice/connector';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { linesFrom, textOf } from '../compressing.fixture.ts';
import { Reading, temporaryFolder, type ReadingOptions } from '../reading.fixture.ts';
import { TrackedFile } from './tracked-file.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path = '';
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'app.log');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await folder[Symbol.asyncDispose]();
});

interface Positions {
  readonly files: Record<string, { readonly path: string; readonly offset: number }>;
  readonly left: Record<string, { readonly path: string; readonly offset: number }>;
}

/** As it is stored and read back. */
function stored(reading: Reading): Cursor & Positions {
  return JSON.parse(JSON.stringify(reading.cursor));
}

/** Reads so many lines from the beginning and stops. */
async function readFirst(paths: string[], count: number, options: ReadingOptions = {}): Promise<Cursor & Positions> {
  await using reading = new Reading({ paths }, options);
  await reading.take(count);
  return stored(reading);
}

const quick = { lingerMs: 0, searchEveryMs: 0 };
const xz = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2]);

test('the rest of a file that was renamed is read under the path that it had, before what took that', async () => {
  await writeFile(path, 'one\n');
  const cursor = await readFirst([path], 1);
  await rename(path, `${path}.1`);
  await appendFile(`${path}.1`, 'two\n');
  await writeFile(path, 'three\n');
  await using reading = new Reading({ paths: [path] }, { cursor });
  expect(await reading.take(2)).toEqual(['two', 'three']);
  expect(reading.batches[0]?.origins[0]?.path).toBe(path);
  expect(reading.warnings).toEqual([]);
});

test('a position is kept for as long as nobody can say what has become of its file', async () => {
  const away = join(folder.path, 'away', 'a.log');
  await mkdir(dirname(away));
  for (const file of [away, path]) await writeFile(file, 'one\n');
  const cursor = await readFirst([path, away], 2);
  await rename(dirname(away), join(folder.path, 'unmounted'));
  await appendFile(path, 'two\n');
  await using reading = new Reading({ paths: [path, away] }, { cursor });
  expect(await reading.take(1)).toEqual(['two']);
  expect(Object.values(stored(reading).files).map((position) => position.path)).toEqual(
    expect.arrayContaining([path, away]),
  );
  await rename(join(folder.path, 'unmounted'), dirname(away));
  await appendFile(away, 'two, too\n');
  expect(await reading.take(1)).toEqual(['two, too']);
  expect(reading.warnings).toEqual([]);
});

test('that a file is gone is said once, and its position is kept no longer', async () => {
  const other = join(folder.path, 'other.log');
  for (const file of [other, path]) await writeFile(file, 'one\n');
  const cursor = await readFirst([path, other], 2);
  await rm(other);
  await appendFile(path, 'two\n');
  await using reading = new Reading({ paths: [path, other] }, { cursor });
  expect(await reading.take(1)).toEqual(['two']);
  expect(reading.warnings).toEqual([
    'a followed file is gone; lines written to it since the last run, if any, are not read',
  ]);
  expect(reading.fields).toEqual([{ path: other }]);
  expect(Object.values(stored(reading).files).map((position) => position.path)).toEqual([path]);
});

test('a file whose rest is read in what it was compressed to is not said to be gone', async () => {
  await writeFile(path, textOf(0, 100));
  const cursor = await readFirst([path], 100);
  // In this order, that it does not get the same inode.
  await writeFile(`${path}.1.gz`, gzipSync(textOf(0, 110)));
  await rm(path);
  for (const paths of [[path], [`${path}*`]]) {
    await using reading = new Reading({ paths }, { cursor });
    expect(await reading.take(10)).toEqual(linesFrom(100, 110));
    await reading.quiet(3);
    expect(reading.warnings).toEqual([]);
  }
});

test.each([
  ['begins otherwise', ''],
  ['begins alike', 'the same at the beginning of each file\n'.repeat(40)],
])('the rest of a file in whose inode another is that %s is read in what it was compressed to', async (_, banner) => {
  await writeFile(path, `${banner}${textOf(0, 100)}`);
  const lines = banner === '' ? 0 : 40;
  const cursor = await readFirst([path], lines + 100);
  await writeFile(path, `${banner}${textOf(200, 300)}`);
  await writeFile(`${path}.1.gz`, gzipSync(`${banner}${textOf(0, 110)}`));
  const openOne = vi.spyOn(TrackedFile, 'of');
  const close = vi.spyOn(TrackedFile.prototype, 'close');
  const reading = new Reading({ paths: [path] }, { cursor });
  const read = await reading.take(lines + 110);
  expect(read.filter((line) => line.startsWith('line')).toSorted()).toEqual(
    [...linesFrom(100, 110), ...linesFrom(200, 300)].toSorted(),
  );
  expect(await reading.quiet(3)).toEqual([]);
  await reading.stop();
  expect(openOne.mock.calls.length).toBe(close.mock.calls.length);
});

test.each([true, false])(
  'a file that was written anew meanwhile is read from its start (follow: %s)',
  async (follow) => {
    await writeFile(path, 'one\n');
    const cursor = await readFirst([path], 1);
    await writeFile(path, 'two\nthree\n');
    await using reading = new Reading({ paths: [path], follow }, { cursor });
    expect(await reading.take(2)).toEqual(['two', 'three']);
  },
);

test('a copy waits for its original, though it stands in the inode of another file that was read', async () => {
  const other = join(folder.path, 'other.log');
  await writeFile(path, textOf(0, 100));
  await writeFile(other, 'one\n');
  const cursor = await readFirst([path, other], 101);
  await writeFile(other, textOf(0, 100));
  await rename(other, `${path}.1`);
  await using reading = new Reading({ paths: [`${path}*`] }, { cursor });
  expect(await reading.quiet(5)).toEqual([]);
});

test('a file that goes and comes back is read on from where it was left, not from where the cursor was', async () => {
  await writeFile(path, textOf(0, 100));
  const cursor = await readFirst([path], 100);
  await appendFile(path, textOf(100, 110));
  await using reading = new Reading({ paths: [path] }, { cursor, follow: quick });
  await reading.take(10);
  await rename(path, `${path}.away`);
  await reading.quiet(5);
  await rename(`${path}.away`, path);
  expect(await reading.quiet(5)).toEqual([]);
});

test('a file that cannot be told for now keeps its position', async () => {
  await writeFile(path, 'one\n');
  const cursor = await readFirst([path], 1);
  await writeFile(path, xz);
  await using reading = new Reading({ paths: [path] }, { cursor });
  await reading.quiet(3);
  expect(reading.warnings).toEqual([expect.stringContaining('is compressed by xz')]);
  // Never shorter than before.
  await using file = await open(path, 'r+');
  await file.write('one\ntwo\n', 0);
  expect(await reading.take(1)).toEqual(['two']);
});

test('a compressed file that is done with is known again, though it says less than what was read of its original', async () => {
  await writeFile(path, textOf(0, 200));
  await using first = new Reading({ paths: [`${path}*`] }, { follow: quick });
  await first.take(200);
  await writeFile(`${path}.1.gz`, gzipSync(textOf(0, 150)));
  await first.quiet(3);
  await rm(path);
  await first.quiet(5);
  await writeFile(path, 'new\n');
  expect(await first.take(1)).toEqual(['new']);
  await first.stop();
  await appendFile(path, 'newer\n');
  await using second = new Reading({ paths: [`${path}*`] }, { cursor: stored(first) });
  expect(await second.take(1)).toEqual(['newer']);
  expect(await second.quiet(3)).toEqual([]);
});

test('files that were left are remembered by the next reading, and the one after it', async () => {
  const other = join(folder.path, 'other.log');
  for (const file of [other, path]) await writeFile(file, textOf(0, 100));
  let cursor: (Cursor & Positions) | undefined;
  for (const round of [0, 1, 2]) {
    await using reading = new Reading({ paths: [path, other] }, { cursor, follow: quick });
    if (round === 0) await reading.take(200);
    await reading.quiet(2);
    if (round === 1) await rm(other);
    await reading.quiet(5);
    await appendFile(path, 'more\n');
    await reading.take(1);
    cursor = stored(reading);
    const left = Object.values(cursor.left).map((position) => position.path);
    expect(left).toEqual(round === 0 ? [] : [other]);
  }
});

test('of a file that was truncated and is left, where it was left is remembered', async () => {
  const other = join(folder.path, 'other.log');
  for (const file of [other, path]) await writeFile(file, textOf(0, 100));
  await using reading = new Reading({ paths: [path, other] }, { follow: quick });
  await reading.take(200);
  await truncate(other);
  await appendFile(other, 'one\n');
  await reading.take(1);
  expect(Object.values(stored(reading).left)).toMatchObject([{ path: other, offset: textOf(0, 100).length }]);
  expect(reading.warnings).toEqual(['a file was truncated; it is read from its beginning']);
  expect(reading.fields).toEqual([{ path: other }]);
  await rm(other);
  await reading.quiet(5);
  await appendFile(path, 'more\n');
  await reading.take(1);
  expect(Object.values(stored(reading).left)).toMatchObject([{ path: other, offset: 4 }]);
});

test('of a truncation of which too little was read to tell a copy nothing is remembered', async () => {
  await writeFile(path, 'one\n');
  await using reading = new Reading({ paths: [path] });
  await reading.take(1);
  await truncate(path);
  await reading.quiet(2);
  await appendFile(path, 'two\n');
  await reading.take(1);
  expect(stored(reading).left).toEqual({});
});

test('a truncation is forgotten when its own copy is found, and no other', async () => {
  const other = join(folder.path, 'other.log');
  const texts = new Map([
    [path, textOf(0, 100)],
    // Of the same length.
    [other, textOf(0, 100).replaceAll('line', 'item')],
  ]);
  for (const [file, text] of texts) await writeFile(file, text);
  await using reading = new Reading({ paths: [`${path}*`, `${other}*`] });
  await reading.take(200);
  await copyFile(path, join(folder.path, 'being-made'));
  for (const file of texts.keys()) {
    await truncate(file);
    await appendFile(file, 'new\n');
    await reading.take(1);
  }
  expect(Object.values(stored(reading).left)).toHaveLength(2);
  await appendFile(join(folder.path, 'being-made'), 'late\n');
  await rename(join(folder.path, 'being-made'), `${path}.1`);
  expect(await reading.take(1)).toEqual(['late']);
  expect(Object.values(stored(reading).left).map((position) => position.path)).toEqual([other]);
});
