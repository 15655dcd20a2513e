import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Disk } from './disk.fixture.ts';
import { folderFiles } from './folder-files.ts';
import { Spool } from './spool.ts';
import type { SpooledBatch } from './spool-reader.ts';
import { batchOf, openSpool, otherSender, readAll, sender } from './spool.fixture.ts';

const numbers = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `record ${from + i}`);

test('gives back what was appended, in order, with sender and time of receipt', async () => {
  const { spool } = await openSpool(new Disk());
  await spool.append([batchOf(['a', '', 'c'], 7, [sender, otherSender]), batchOf(['d'], 8)]);
  const read = await readAll(spool);
  expect(read.map(({ text, origin, receivedAt }) => [text, origin, receivedAt])).toEqual([
    ['a', sender, 7],
    ['', otherSender, 7],
    ['c', sender, 7],
    ['d', sender, 8],
  ]);
  expect(await spool.next()).toBeUndefined();
});

test('a group of batches costs one sync', async () => {
  const disk = new Disk();
  const { spool } = await openSpool(disk);
  await spool.append(Array.from({ length: 20 }, (_, index) => batchOf([`${index}`])));
  expect(disk.syncs).toBe(1);
});

test('goes on behind any record when it is opened again', async () => {
  const disk = new Disk();
  const first = await openSpool(disk);
  await first.spool.append([batchOf(numbers(0, 5))]);
  await first.spool.append([batchOf(numbers(5, 3))]);
  const all = await readAll(first.spool);
  await first.spool.close();
  for (const [index, { after }] of all.entries()) {
    const { spool, lost } = await openSpool(disk, { at: after });
    expect((await readAll(spool)).map(({ text }) => text)).toEqual(numbers(index + 1, 7 - index));
    expect(lost).toEqual({});
    await spool.close();
  }
});

test('the place after a record is the same, wherever reading began', async () => {
  const disk = new Disk();
  const { spool } = await openSpool(disk);
  await spool.append([batchOf(numbers(0, 6)), batchOf(numbers(6, 6))]);
  const all = await readAll(spool);
  const again = await readAll((await openSpool(disk, { at: all[3]?.after })).spool);
  expect(again.map(({ after }) => after)).toEqual(all.slice(4).map(({ after }) => after));
});

test('deletes segments once everything in them is stored, and never the one that is written to', async () => {
  const disk = new Disk();
  const { spool } = await openSpool(disk, { options: { maxBytes: 1024 * 1024 } });
  for (let round = 0; round < 40; round++) await spool.append([batchOf(['x'.repeat(10_000)])]);
  const before = disk.files.size;
  expect(before).toBeGreaterThan(2);
  const all = await readAll(spool);
  const [half, last] = [all[20]?.after, all.at(-1)?.after];
  if (half === undefined || last === undefined) throw new Error('no position');
  await spool.release(half);
  expect(disk.files.size).toBeLessThan(before);
  await spool.release(last);
  expect(disk.files.size).toBe(1);
  await spool.append([batchOf(['later'])]);
  expect((await readAll(spool)).map(({ text }) => text)).toEqual(['later']);
});

test('never takes a number or an ordinal again, also when its folder was emptied', async () => {
  const { spool } = await openSpool(new Disk(), { at: { segment: 9, offset: 5000, ordinal: 70 } });
  await spool.append([batchOf(['fresh'])]);
  const [read] = await readAll(spool);
  expect(read?.text).toBe('fresh');
  expect(read?.after).toMatchObject({ segment: 10, ordinal: 71 });
});

describe('when it is full', () => {
  const maxBytes = 640 * 1024;
  const chunk = 'x'.repeat(30_000);

  test('it waits until something is stored', async () => {
    const disk = new Disk();
    const { spool } = await openSpool(disk, { options: { maxBytes } });
    let appended = 0;
    const filling = (async () => {
      for (; appended < 40; appended++) await spool.append([batchOf([chunk])]);
    })();
    await expect.poll(() => spool.isFull).toBe(true);
    expect(disk.used).toBeLessThanOrEqual(maxBytes);
    const stuckAt = appended;
    expect(stuckAt).toBeLessThan(40);
    let read = 0;
    for (; read < 40; read++) {
      const next = await untilRead(spool);
      await spool.release(next.end);
      expect(disk.used).toBeLessThanOrEqual(maxBytes);
    }
    await filling;
    expect(await spool.next()).toBeUndefined();
  });

  test('it drops the oldest segment and counts its records, if told so', async () => {
    const disk = new Disk();
    const { spool, lost } = await openSpool(disk, { options: { maxBytes, whenFull: 'drop_oldest' } });
    for (let index = 0; index < 60; index++) await spool.append([batchOf([`${index} ${chunk}`])]);
    expect(disk.used).toBeLessThanOrEqual(maxBytes);
    const read = (await readAll(spool)).map(({ text }) => Number.parseInt(text, 10));
    expect(read.at(-1)).toBe(59);
    expect(lost).toEqual({ spool_full: 60 - read.length });
    expect(read).toEqual(Array.from({ length: read.length }, (_, index) => 60 - read.length + index));
  });

  test('what was dropped behind the back of a run is counted by the next', async () => {
    const disk = new Disk();
    const { spool } = await openSpool(disk, { options: { maxBytes, whenFull: 'drop_oldest' } });
    await spool.append([batchOf(['first'])]);
    const at = (await readAll(spool))[0]?.after;
    for (let index = 0; index < 60; index++) await spool.append([batchOf([`${index} ${chunk}`])]);
    await spool.close();
    const again = await openSpool(disk, { at, options: { maxBytes, whenFull: 'drop_oldest' } });
    const read = await readAll(again.spool);
    expect(again.lost).toEqual({ spool_full: 60 - read.length });
  });

  test('a batch larger than the whole spool passes when nothing else is left', async () => {
    const { spool } = await openSpool(new Disk(), { options: { maxBytes } });
    await spool.append([batchOf(['x'.repeat(maxBytes * 2)])]);
    const [read] = await readAll(spool);
    expect(read?.text).toHaveLength(maxBytes * 2);
    if (read?.after !== undefined) await spool.release(read.after);
    await spool.append([batchOf(['after'])]);
    expect((await readAll(spool)).map(({ text }) => text)).toEqual(['after']);
  });

  test('a stop lets the last group through', async () => {
    const stop = new AbortController();
    const { spool } = await openSpool(new Disk(), { options: { maxBytes }, signal: stop.signal });
    for (let index = 0; index < 20; index++) await spool.append([batchOf([chunk])]);
    const last = spool.append([batchOf([chunk]), batchOf([chunk])]);
    stop.abort();
    spool.stopWaiting();
    await last;
    expect(await readAll(spool)).toHaveLength(22);
  });
});

async function untilRead(spool: Spool): Promise<SpooledBatch> {
  for (;;) {
    const next = await spool.next();
    if (next !== undefined) return next;
    await nextTurn();
  }
}

describe('in a real folder', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'sluice-spool-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('records survive the process', async () => {
    const settings = {
      files: folderFiles(join(folder, 'deep', 'spool')),
      options: {},
      at: undefined,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      now: () => 1,
      signal: new AbortController().signal,
      onLost: () => undefined,
      onDamage: () => undefined,
    };
    const first = await Spool.open(settings);
    await first.append([batchOf(numbers(0, 1000))]);
    // No close: the process is gone.
    const second = await Spool.open(settings);
    expect((await readAll(second)).map(({ text }) => text)).toEqual(numbers(0, 1000));
    await second.append([batchOf(['next'])]);
    expect((await readAll(second)).map(({ text }) => text)).toEqual(['next']);
    expect(await readdir(join(folder, 'deep', 'spool'))).toEqual(['000000000001.spool', '000000000002.spool']);
    await first.close();
    await second.close();
  });
});
