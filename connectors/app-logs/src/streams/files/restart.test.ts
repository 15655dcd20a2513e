import { appendFile, copyFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, Cursor } from '@sluice/connector';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, Reading, temporaryFolder } from './reading.fixture.ts';

/** The lines up to and with record `index` of all that were read, and the cursor there. */
function cutAfter(batches: readonly Batch[], index: number): { lines: string[]; cursor: Cursor | undefined } {
  const lines: string[] = [];
  for (const batch of batches) {
    const own = linesOf(batch);
    if (lines.length + own.length > index) {
      const record = index - lines.length;
      return { lines: [...lines, ...own.slice(0, record + 1)], cursor: batch.cursorAt?.(record) };
    }
    lines.push(...own);
  }
  return { lines, cursor: batches.at(-1)?.cursor };
}

const files = fc.array(
  fc.array(fc.oneof(fc.constant(''), fc.constant('x'), fc.string({ maxLength: 40 }), fc.constant('€'.repeat(600)))),
  { minLength: 1, maxLength: 4 },
);

test('stopped after any record and started again, each line comes exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.nat(), fc.constantFrom('\n', '\r\n'), async (contents, at, lineEnd) => {
      await using folder = await temporaryFolder();
      const expected: string[] = [];
      for (const [index, lines] of contents.entries()) {
        const own = lines.map((line) => (line === '' ? '' : `${index}:${line.replaceAll(/[\r\n]/g, ' ')}`));
        expected.push(...own.filter((line) => line !== '').map((line) => Buffer.from(line).toString('latin1')));
        await writeFile(join(folder.path, `${index}.log`), own.map((line) => line + lineEnd).join(''));
      }
      const config = { paths: [join(folder.path, '*.log')], follow: false };
      const first = new Reading(config);
      await first.all();
      expect(first.lines.toSorted()).toEqual(expected.toSorted());
      if (expected.length === 0) return;
      const cut = cutAfter(first.batches, at % expected.length);
      const second = new Reading(config, { cursor: JSON.parse(JSON.stringify(cut.cursor)) as Cursor });
      expect([...cut.lines, ...(await second.all())].toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 150 },
  );
});

test('a restart from the cursor of a batch goes on after it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\ntwo\n');
  const first = new Reading({ paths: [path] });
  await first.take(2);
  await first.stop();
  await appendFile(path, 'three\n');
  await using second = new Reading({ paths: [path] }, { cursor: first.cursor });
  expect(await second.take(1)).toEqual(['three']);
});

test('the rest of a file that was renamed while nobody read it is read before the new one', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\n');
  const first = new Reading({ paths: [path] });
  await first.take(1);
  await first.stop();
  await appendFile(path, 'two\n');
  await rename(path, `${path}.1`);
  await writeFile(path, 'three\n');
  await using second = new Reading({ paths: [path] }, { cursor: first.cursor });
  expect(await second.take(2)).toEqual(['two', 'three']);
});

test('a file that was truncated while nobody read it is read from its beginning', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\ntwo\n');
  const first = new Reading({ paths: [path] });
  await first.take(2);
  await first.stop();
  await truncate(path, 0);
  await appendFile(path, 'and another, longer than both\n');
  await using second = new Reading({ paths: [path] }, { cursor: first.cursor });
  expect(await second.take(1)).toEqual(['and another, longer than both']);
});

test('a cursor taken before a truncation still says what it said', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\ntwo\n');
  await using reading = new Reading({ paths: [path] });
  await reading.take(2);
  const [batch] = reading.batches;
  const before = JSON.stringify(batch?.cursorAt?.(0));
  await writeFile(path, 'x\n');
  await reading.take(1);
  expect(JSON.stringify(batch?.cursorAt?.(0))).toBe(before);
});

test('a cursor that is damaged or of another version costs a second reading, never a crash', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, 'one\n');
  const damaged: Cursor[] = [null, 7, 'x', [], {}, { files: 3 }, { files: { a: null, b: { path, offset: -1 } } }];
  for (const cursor of damaged) {
    await using reading = new Reading({ paths: [path], follow: false }, { cursor });
    expect(await reading.all()).toEqual(['one']);
  }
});

test('a log that was copied and truncated while nobody was reading is read on in its copy', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const paths = [join(folder.path, 'app.log*')];
  const lines = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => `line ${from + index} ${'.'.repeat(40)}`);
  const text = (from: number, to: number): string =>
    lines(from, to)
      .map((line) => `${line}\n`)
      .join('');
  await writeFile(path, text(0, 50));
  const first = new Reading({ paths });
  await first.take(50);
  await first.stop();
  await appendFile(path, text(50, 60));
  await copyFile(path, `${path}.1`);
  await truncate(path);
  await appendFile(path, text(60, 130));
  await using second = new Reading({ paths }, { cursor: first.cursor });
  expect((await second.take(80)).toSorted()).toEqual(lines(50, 130).toSorted());
});

test('a file that only begins like one that was read is read from its beginning', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const paths = [join(folder.path, 'app.log*')];
  const banner = `${'# the same at the beginning of each file'.repeat(40)}\n`;
  await writeFile(path, `${banner}one\ntwo\n`);
  const first = new Reading({ paths });
  await first.take(3);
  await first.stop();
  await writeFile(`${path}.1`, `${banner}six\nten\nand more\n`);
  await truncate(path);
  await using second = new Reading({ paths }, { cursor: first.cursor });
  expect(await second.take(4)).toEqual([banner.trim(), 'six', 'ten', 'and more']);
});

test('a copy that is found only after a restart, behind the truncation of its original, is not read again', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const paths = [`${path}*`];
  const before = Array.from({ length: 100 }, (_, line) => `line ${line} of the log before`);
  await writeFile(path, `${before.join('\n')}\n`);
  const first = new Reading({ paths });
  expect(await first.take(100)).toEqual(before);
  const copy = join(folder.path, 'being-made');
  await copyFile(path, copy);
  await appendFile(copy, 'written before the truncation\n');
  await truncate(path, 0);
  await appendFile(path, 'the first line after\n');
  expect(await first.take(1)).toEqual(['the first line after']);
  await first.stop();
  await rename(copy, `${path}.1`);
  const cursor = JSON.parse(JSON.stringify(first.cursor)) as Cursor;
  await using second = new Reading({ paths }, { cursor });
  expect(await second.take(1)).toEqual(['written before the truncation']);
  await appendFile(path, 'the second line after\n');
  expect(await second.take(1)).toEqual(['the second line after']);
});

test('a truncation is no more remembered once its copy was found', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const before = Array.from({ length: 100 }, (_, line) => `line ${line} of the log before`);
  await writeFile(path, `${before.join('\n')}\n`);
  await using reading = new Reading({ paths: [`${path}*`] });
  await reading.take(100);
  const copy = join(folder.path, 'being-made');
  await copyFile(path, copy);
  await truncate(path, 0);
  await appendFile(path, 'the first line after\n');
  await reading.take(1);
  const left = (): unknown[] => Object.values((reading.cursor as { left: Record<string, unknown> }).left);
  expect(left()).toMatchObject([{ path, offset: before.join('\n').length + 1 }]);
  await appendFile(copy, 'written before the truncation\n');
  await rename(copy, `${path}.1`);
  expect(await reading.take(1)).toEqual(['written before the truncation']);
  expect(left()).toEqual([]);
});

test('of a log that was truncated twice, once while nobody was reading, no copy is read again', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  const paths = [`${path}*`];
  const linesOfRound = (round: number): string[] =>
    Array.from({ length: 100 }, (_, line) => `line ${line} of round ${'I'.repeat(round)}`);
  const first = new Reading({ paths });
  for (const round of [1, 2]) {
    if (round > 1) {
      await copyFile(path, join(folder.path, 'being-made'));
      await truncate(path, 0);
    }
    await appendFile(path, `${linesOfRound(round).join('\n')}\n`);
    expect(await first.take(100)).toEqual(linesOfRound(round));
  }
  await first.stop();
  await rename(join(folder.path, 'being-made'), `${path}.2`);
  await copyFile(path, `${path}.1`);
  await truncate(path, 0);
  await appendFile(path, 'the first line of round 3\n');
  const cursor = JSON.parse(JSON.stringify(first.cursor)) as Cursor;
  await using second = new Reading({ paths }, { cursor });
  expect(await second.take(1)).toEqual(['the first line of round 3']);
  await appendFile(path, 'the second line of round 3\n');
  expect(await second.take(1)).toEqual(['the second line of round 3']);
});
