import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Disk, systemError } from './disk.fixture.ts';
import { blocksBegin } from './segment.ts';
import type { Spool } from './spool.ts';
import { batchOf, openSpool, otherSender, readAll, sender } from './spool.fixture.ts';

const only = '000000000001.spool';

/** A spool with 4 batches of 3 records, closed in good order. */
async function twelve(): Promise<Disk> {
  const disk = new Disk();
  const { spool } = await openSpool(disk);
  for (let batch = 0; batch < 4; batch++) {
    await spool.append([
      batchOf(
        [0, 1, 2].map((record) => nameOf(3 * batch + record)),
        10 + batch,
        [sender, otherSender],
      ),
    ]);
  }
  // A segment behind it says where it ends.
  await spool.close();
  const again = await openSpool(disk);
  await again.spool.append([batchOf(['behind'])]);
  await again.spool.close();
  return disk;
}

const nameOf = (record: number): string => `record number ${record} of the spool`;
const allTwelve = [...Array.from({ length: 12 }, (_, record) => nameOf(record)), 'behind'];

function flip(disk: Disk, name: string, position: number, bit = 0): void {
  const file = disk.files.get(name);
  if (file === undefined) throw new Error(`no ${name}`);
  file.bytes[position] = (file.bytes[position] ?? 0) ^ (1 << bit);
}

async function goodTexts(spool: Spool): Promise<string[]> {
  return (await readAll(spool)).filter(({ origin }) => origin?.damage === undefined).map(({ text }) => text);
}

test('a flipped bit in a record costs that record, which is kept with its place', async () => {
  const disk = await twelve();
  const at = disk.files.get(only)?.bytes.indexOf('number 4 of') ?? 0;
  flip(disk, only, at, 3);
  const { spool, damage, lost } = await openSpool(disk);
  const all = await readAll(spool);
  expect(all.filter(({ origin }) => origin?.damage === undefined).map(({ text }) => text)).toEqual(
    allTwelve.filter((text) => text !== nameOf(4)),
  );
  const [kept] = all.filter(({ origin }) => origin?.damage !== undefined);
  expect(kept?.text).toMatch(/^record .umber 4 of the spool$/);
  expect(kept?.origin).toMatchObject({
    ...otherSender,
    damage: expect.stringMatching(/^segment 1, offset \d+, record 1: /),
  });
  expect(damage).toEqual([kept?.origin?.damage]);
  expect(lost).toEqual({});
});

test('whichever single bit is flipped, at most one record is lost, and never unnoticed', async () => {
  const whole = await twelve();
  const bytes = whole.files.get(only)?.bytes ?? Buffer.alloc(0);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: bytes.byteLength - 1 }),
      fc.integer({ min: 0, max: 7 }),
      async (at, bit) => {
        const disk = await copyOf(whole);
        flip(disk, only, at, bit);
        const { spool, damage } = await openSpool(disk);
        const good = await goodTexts(spool);
        const missing = allTwelve.filter((text) => !good.includes(text));
        expect(missing.length).toBeLessThanOrEqual(1);
        expect(damage.length).toBe(missing.length);
        expect(good).toEqual(allTwelve.filter((text) => !missing.includes(text)));
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

test('a sector that reads as zeros costs the records it hits, and reading goes on behind them', async () => {
  const whole = await twelve();
  const length = whole.files.get(only)?.bytes.byteLength ?? 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: blocksBegin, max: length - 65 }), async (from) => {
      const disk = await copyOf(whole);
      disk.files.get(only)?.bytes.fill(0, from, from + 64);
      const { spool, damage, lost } = await openSpool(disk);
      const good = await goodTexts(spool);
      const missing = allTwelve.filter((text) => !good.includes(text));
      // 64 bytes hit at most the copies around one boundary of two blocks.
      expect(missing.length).toBeLessThanOrEqual(6);
      if (missing.length > 0) expect(damage.length).toBeGreaterThan(0);
      expect(good).toEqual(allTwelve.filter((text) => !missing.includes(text)));
      expect(lost['spool_damaged'] ?? 0).toBeLessThanOrEqual(missing.length);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('a block whose frames are both gone is kept as raw bytes, and its records are counted', async () => {
  const disk = await twelve();
  const bytes = disk.files.get(only)?.bytes ?? Buffer.alloc(0);
  const from = bytes.indexOf('record number 3');
  const to = bytes.indexOf('record number 6');
  // From within the table before the payload to within the frame of the next block's head.
  bytes.fill(0xff, from - 60, from - 4);
  bytes.fill(0xff, bytes.indexOf('record number 5') + 30, to - 100);
  const { spool, damage, lost } = await openSpool(disk);
  const all = await readAll(spool);
  expect(lost).toEqual({ spool_damaged: 3 });
  expect(damage).toHaveLength(1);
  const [kept] = all.filter(({ origin }) => origin?.transport === 'spool');
  expect(kept?.text).toContain(nameOf(4));
  expect(await goodTexts((await openSpool(disk)).spool)).toEqual([...allTwelve.slice(0, 3), ...allTwelve.slice(6)]);
});

test('bytes that a sender made to look like a block are never taken for one', async () => {
  const disk = new Disk();
  const first = await openSpool(disk);
  await first.spool.append([batchOf(['forged'])]);
  const block = Buffer.from(disk.files.get(only)?.bytes.subarray(blocksBegin) ?? []);
  await first.spool.append([batchOf([block]), batchOf(['after'])]);
  const bytes = disk.files.get(only)?.bytes ?? Buffer.alloc(0);
  // The head of the second block is gone, so that its payload is searched for another.
  bytes.fill(0, blocksBegin + block.byteLength, blocksBegin + block.byteLength + 40);
  const { spool } = await openSpool(disk);
  const read = (await readAll(spool)).map(({ text }) => text);
  expect(read).toEqual(['forged', block.toString(), 'after']);
});

describe('after a power cut', () => {
  test('what was acknowledged is there, and the torn end is cut off and reported', async () => {
    const stop = new AbortController();
    const disk = new Disk();
    const { spool } = await openSpool(disk, { signal: stop.signal });
    await spool.append([batchOf(['kept'])]);
    stop.abort();
    disk.failures.push({ on: 'sync', code: 'EIO' });
    await expect(spool.append([batchOf(['x'.repeat(5000)])])).rejects.toThrow('EIO');
    const again = await openSpool(disk.afterPowerCut(() => 0.7));
    expect(await goodTexts(again.spool)).toEqual(['kept']);
    expect(again.warnings).toEqual([expect.stringContaining('cut off')]);
    await again.spool.append([batchOf(['next'])]);
    expect(await goodTexts(again.spool)).toEqual(['next']);
  });

  test('whenever it comes, every acknowledged record is read once, in order, run after run', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        async (groups, noise, runs) => {
          let turn = 0;
          const random = (): number => noise[turn++ % noise.length] ?? 0;
          let disk = new Disk();
          const acknowledged: string[] = [];
          const offered = new Set<string>();
          let next = 0;
          for (let run = 0; run < runs; run++) {
            const { spool } = await openSpool(disk, { options: { maxBytes: 512 * 1024 } });
            for (const group of groups) {
              const batches = group.map((length) => batchOf([`${next++} ${'y'.repeat(length)}`]));
              const texts = batches.map(({ bytes }) => Buffer.from(bytes).toString());
              for (const text of texts) offered.add(text);
              await spool.append(batches);
              acknowledged.push(...texts);
            }
            offered.add(`${next} unacknowledged ${'z'.repeat(2000)}`);
            void spool.append([batchOf([`${next++} unacknowledged ${'z'.repeat(2000)}`])]);
            for (let step = Math.floor(random() * 12); step > 0; step--) await Promise.resolve();
            disk = disk.afterPowerCut(random);
          }
          const read = await goodTexts((await openSpool(disk)).spool);
          expect(new Set(read).size).toBe(read.length);
          expect(read.filter((text) => !text.includes('unacknowledged'))).toEqual(acknowledged);
          for (const text of read) expect(offered.has(text)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('when the disk fails', () => {
  test('after a failed sync the group goes into a new segment, and is read once in this run and the next', async () => {
    const disk = new Disk();
    const { spool } = await openSpool(disk);
    await spool.append([batchOf(['one'])]);
    disk.failures.push({ on: 'sync', code: 'EIO' });
    await spool.append([batchOf(['two'])]);
    expect([...disk.files.keys()]).toEqual([only, '000000000002.spool']);
    const texts = (await readAll(spool)).map(({ text }) => text);
    expect(texts).toEqual(['one', 'two']);
    // The first file still holds "two", which was never acknowledged there.
    expect(disk.files.get(only)?.bytes.includes('two')).toBe(true);
    expect((await readAll((await openSpool(disk)).spool)).map(({ text }) => text)).toEqual(['one', 'two']);
  });

  test.each(['ENOSPC', 'EROFS', 'EDQUOT'])('%s is waited for', async (code) => {
    const disk = new Disk();
    const { spool, warnings } = await openSpool(disk);
    for (let failure = 0; failure < 2; failure++) disk.failures.push({ on: 'write', code });
    await spool.append([batchOf(['patient'])]);
    expect(warnings).toHaveLength(2);
    expect((await readAll(spool)).map(({ text }) => text)).toEqual(['patient']);
    expect(disk.files.size).toBe(1);
  });

  test('a full disk stops in the middle of a write, and goes on when there is room', async () => {
    const disk = new Disk();
    const { spool, warnings } = await openSpool(disk);
    await spool.append([batchOf(['before'])]);
    disk.capacity = disk.used + 500;
    const waiting = spool.append([batchOf(['z'.repeat(5000)])]);
    await expect.poll(() => warnings.length).toBeGreaterThan(0);
    disk.capacity = Number.POSITIVE_INFINITY;
    await waiting;
    expect((await readAll(spool)).map(({ text }) => text.length)).toEqual([6, 5000]);
    expect((await readAll((await openSpool(disk)).spool)).map(({ text }) => text.length)).toEqual([6, 5000]);
  });

  test('a disk that goes on failing ends it with an error that says so', async () => {
    const disk = new Disk();
    const { spool } = await openSpool(disk);
    for (let failure = 0; failure < 5; failure++) disk.failures.push({ on: 'sync', code: 'EIO' });
    await expect(spool.append([batchOf(['x'])])).rejects.toMatchObject({ code: 'spool_failed', retryable: false });
    expect(systemError('EIO').message).toContain('EIO');
  }, 15_000);
});

async function copyOf(whole: Disk): Promise<Disk> {
  const disk = new Disk();
  for (const [name, { bytes }] of whole.files) {
    disk.files.set(name, { bytes: Buffer.from(bytes), durable: Buffer.from(bytes) });
  }
  return disk;
}
