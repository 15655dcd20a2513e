import { appendFile, copyFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Reading, temporaryFolder, type ReadingOptions } from './reading.fixture.ts';
import type { FollowOptions } from './follow/follower.ts';
import { archive, linesFrom, textOf } from './compressing.fixture.ts';

const quick: FollowOptions = { lingerMs: 0, searchEveryMs: 0 };

/** Everything that a folder gives, read once from a cursor. */
async function readOnce(folder: string, options: ReadingOptions = {}, paths = 'app.log*'): Promise<Reading> {
  const reading = new Reading({ paths: [join(folder, paths)], follow: false }, options);
  await reading.all();
  return reading;
}

test.each(['gz', 'zst'])('a file compressed by %s that was never read is read whole, and once', async (packing) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, `app.log.1.${packing}`);
  await writeFile(path, archive(packing, `${textOf(0, 50_000)}without an end`));
  const first = await readOnce(folder.path);
  expect(first.lines).toEqual([...linesFrom(0, 50_000), 'without an end']);
  await using again = await readOnce(folder.path, { cursor: first.cursor });
  expect(again.lines).toEqual([]);
  expect(again.warnings).toEqual([]);
});

test('reading goes on after any line of a compressed file', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'app.log.1.gz'), gzipSync(textOf(0, 60_000)));
  await using first = await readOnce(folder.path);
  for (const batch of first.batches) {
    for (const record of [0, batch.bounds.length / 4, batch.bounds.length / 2 - 1].map(Math.floor)) {
      await using rest = await readOnce(folder.path, { cursor: JSON.parse(JSON.stringify(batch.cursorAt?.(record))) });
      const done = 60_000 - rest.lines.length;
      expect(rest.lines).toEqual(linesFrom(done, 60_000));
      expect(first.lines[done - 1]).toBe(linesFrom(done - 1, done)[0]);
    }
  }
}, 30_000);

test.each(['gz', 'zst'])(
  'files of several parts, as pigz, pzstd and appending make them, are read to their end (%s)',
  async (packing) => {
    await using folder = await temporaryFolder();
    const parts = [0, 1, 2].map((part) => archive(packing, textOf(part * 100, (part + 1) * 100)));
    const skippable = Buffer.concat([Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0]), Buffer.from('size')]);
    const between = packing === 'zst' ? skippable : Buffer.alloc(0);
    await writeFile(join(folder.path, 'app.log.1'), Buffer.concat(parts.flatMap((part) => [between, part])));
    await using reading = await readOnce(folder.path);
    expect(reading.lines).toEqual(linesFrom(0, 300));
  },
);

test.each(['gz', 'zst'])(
  'what can be read of a file that was cut off is read, and the file is named (%s)',
  async (packing) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, `app.log.1.${packing}`);
    const whole = archive(packing, textOf(0, 20_000));
    await writeFile(path, whole.subarray(0, whole.length * 0.7));
    await using reading = new Reading({ paths: [path], follow: false });
    await expect(reading.all()).rejects.toThrow(/Could not read .*app\.log\.1/);
    expect(reading.lines.length).toBeGreaterThan(8000);
    expect(textOf(0, 20_000).startsWith(reading.lines.join('\n'))).toBe(true);
    expect(reading.warnings.join('\n')).toMatch(
      /app\.log\.1\.\w+ is damaged at byte \d+ \(it ends in the middle\), after \d+ bytes/,
    );
  },
);

test.each(['gz', 'zst'])('what comes before the damage of a file is read to the last line (%s)', async (packing) => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, `app.log.1.${packing}`);
  const parts = [archive(packing, textOf(0, 10_000)), Buffer.from('garbage'.repeat(10))];
  await writeFile(path, Buffer.concat(parts));
  await using reading = new Reading({ paths: [path], follow: false });
  await expect(reading.all()).rejects.toThrow('Could not read');
  expect(reading.lines).toEqual(linesFrom(0, 10_000));
  const reason = packing === 'gz' ? 'incorrect header check' : 'what follows is no zstd';
  const at = Number(parts[0]?.length) + (packing === 'gz' ? 1 : 0);
  expect(reading.warnings.join('\n')).toContain(`is damaged at byte ${at} (${reason})`);
});

test('a file that is still being compressed is waited for', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log.1.gz');
  const whole = gzipSync(textOf(0, 30_000));
  await writeFile(path, whole.subarray(0, 1000));
  await using reading = new Reading(
    { paths: [join(folder.path, 'app.log*')] },
    { follow: { ...quick, finishedWithinMs: 4000 } },
  );
  await reading.quiet(3);
  await writeFile(path, whole);
  await reading.reach(30_000);
  expect(reading.lines).toEqual(linesFrom(0, 30_000));
  expect(reading.warnings).toEqual([]);
}, 20_000);

test('a file that is cut within what is to be skipped of it is waited for', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log.1.zst');
  const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);
  const whole = Buffer.concat([zstdCompressSync(textOf(0, 10)), skippable, zstdCompressSync(textOf(10, 20))]);
  const cut = whole.indexOf(skippable) + 5;
  await writeFile(path, whole.subarray(0, cut));
  await using reading = new Reading({ paths: [path] }, { follow: { ...quick, finishedWithinMs: 4000 } });
  await reading.reach(10);
  await reading.quiet(3);
  await appendFile(path, whole.subarray(cut));
  await reading.reach(20);
  expect(reading.lines).toEqual(linesFrom(0, 20));
  expect(reading.warnings).toEqual([]);
});

test('a file that is never finished is given up, with its last line and a warning', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log.1.gz');
  await writeFile(path, gzipSync('one\ntwo\nand a last one').subarray(0, -8));
  await using reading = new Reading({ paths: [path] }, { follow: { ...quick, finishedWithinMs: 50 } });
  expect(await reading.take(3)).toEqual(['one', 'two', 'and a last one']);
  await reading.quiet(2);
  expect(reading.warnings.join()).toContain('app.log.1.gz is damaged at byte');
});

test('a file that unpacks to more than is allowed is read up to there', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log.1.gz');
  await writeFile(path, gzipSync(`${'x'.repeat(15)}\n`.repeat(512 * 1024)));
  await using reading = new Reading({ paths: [path], follow: false, max_unpacked: '2MiB' });
  await expect(reading.all()).rejects.toThrow('Could not read');
  expect(reading.lines.length).toBeGreaterThanOrEqual(128 * 1024);
  expect(reading.lines.length).toBeLessThan(1.1 * 128 * 1024);
  expect(reading.warnings.join()).toContain('max_unpacked');
}, 20_000);

test.each(['gz', 'zst'])(
  'a line without an end that unpacks to 100 MB takes little memory and is cut (%s)',
  async (packing) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, `app.log.1.${packing}`);
    await writeFile(path, archive(packing, Buffer.concat([Buffer.alloc(100e6, 'x'), Buffer.from('\nnext\n')])));
    const before = process.memoryUsage().arrayBuffers;
    await using reading = new Reading({ paths: [path], max_line: '1KiB' });
    const lines = await reading.take(2, 30_000);
    expect(lines.map((line) => line.slice(0, 5))).toEqual(['xxxxx', 'next']);
    expect(lines[0]).toHaveLength(1025);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
  },
  60_000,
);

test('a file compressed in a way that is not known is named and left', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'app.log'), 'one\n');
  await writeFile(
    join(folder.path, 'app.log.2.xz'),
    Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2, 3, 10, 4, 10]),
  );
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')] });
  expect(await reading.take(1)).toEqual(['one']);
  expect(await reading.quiet(3)).toEqual([]);
  expect(reading.warnings.join()).toContain('app.log.2.xz is compressed by xz, which is not read');
});

test('with start_at: end, compressed files that are there are not read', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'app.log.1.gz'), gzipSync('old\n'));
  await writeFile(join(folder.path, 'app.log'), 'old, too\n');
  await using reading = new Reading({ paths: [join(folder.path, 'app.log*')], start_at: 'end' }, { follow: quick });
  while (reading.cursor === undefined) await reading.quiet(1);
  await appendFile(join(folder.path, 'app.log'), 'new\n');
  await reading.take(1);
  await reading.quiet();
  expect(reading.lines).toEqual(['new']);
  await using again = await readOnce(folder.path, { cursor: reading.cursor });
  expect(again.lines).toEqual([]);
});

test.each([
  ['is renamed and compressed at once', 20_000],
  ['is so short that it hardly tells', 3],
])(
  'a log that %s is read once',
  async (_, count) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'app.log');
    await writeFile(path, textOf(0, count));
    await using reading = new Reading({ paths: [`${path}*`] }, { follow: quick });
    await reading.take(count);
    for (const rotation of [1, 2]) {
      await rename(path, `${path}.1`);
      if (rotation > 1) await rename(`${path}.1.gz`, `${path}.2.gz`);
      await writeFile(`${path}.1.gz`, gzipSync(textOf((rotation - 1) * count, rotation * count)));
      await rm(`${path}.1`);
      await writeFile(path, textOf(rotation * count, (rotation + 1) * count));
      await reading.take(count);
      await reading.quiet();
    }
    expect(reading.lines).toEqual(linesFrom(0, 3 * count));
    expect(reading.warnings).toEqual([]);
  },
  30_000,
);

test('a log that is renamed, and compressed under a later name long after it was left, is read once', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, textOf(0, 100));
  const paths = [path, join(folder.path, 'app.log.*.gz')];
  await using reading = new Reading({ paths }, { follow: quick });
  await reading.take(100);
  await rename(path, `${path}.1`);
  await writeFile(path, textOf(100, 200));
  await reading.take(100);
  await reading.quiet();
  await appendFile(path, textOf(200, 201));
  await reading.take(1);
  await reading.stop();
  await writeFile(`${path}.1.gz`, gzipSync(textOf(0, 100)));
  await using second = new Reading({ paths }, { cursor: reading.cursor, follow: quick });
  expect(await second.quiet()).toEqual([]);
  await rm(`${path}.1`);
  await rename(`${path}.1.gz`, `${path}.2.gz`);
  expect(await second.quiet()).toEqual([]);
  await appendFile(path, textOf(201, 202));
  expect(await second.take(1)).toEqual(linesFrom(201, 202));
}, 20_000);

test('a writer that goes on while its log is compressed is heard, and nothing comes twice', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, textOf(0, 200));
  await using reading = new Reading({ paths: [`${path}*`] }, { follow: quick });
  await reading.take(200);
  await rename(path, `${path}.1`);
  await writeFile(`${path}.1.gz`, gzipSync(textOf(0, 200)));
  await reading.quiet();
  await appendFile(`${path}.1`, textOf(200, 210));
  await reading.take(10);
  await rm(`${path}.1`);
  await reading.quiet();
  expect(reading.lines).toEqual(linesFrom(0, 210));
}, 20_000);

test('a log that is copied, truncated and its copy compressed is read once and to its end', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(path, textOf(0, 200));
  await using reading = new Reading({ paths: [`${path}*`] }, { follow: quick });
  await reading.take(200);
  await copyFile(path, `${path}.1`);
  await truncate(path);
  await appendFile(path, textOf(210, 400));
  await writeFile(`${path}.1.gz`, gzipSync(textOf(0, 210)));
  await rm(`${path}.1`);
  await reading.reach(400);
  await reading.quiet();
  expect(reading.lines.toSorted()).toEqual(linesFrom(0, 400).toSorted());
}, 20_000);

test('a container log that the kubelet compresses by way of a temporary name is read once', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, '0.log');
  await writeFile(path, textOf(0, 200));
  await using reading = new Reading({ paths: [join(folder.path, '*')] }, { follow: quick });
  await reading.take(200);
  const rotated = `${path}.20260115-120000`;
  await rename(path, rotated);
  await writeFile(path, textOf(200, 300));
  await writeFile(`${rotated}.tmp`, '');
  await reading.quiet(5);
  const packed = gzipSync(textOf(0, 200));
  await writeFile(`${rotated}.tmp`, packed.subarray(0, 100));
  await reading.quiet(5);
  await writeFile(`${rotated}.tmp`, packed);
  await rename(`${rotated}.tmp`, `${rotated}.gz`);
  await rm(rotated);
  await reading.reach(300);
  await reading.quiet();
  expect(reading.lines).toEqual(linesFrom(0, 300));
  expect(reading.warnings).toEqual([]);
}, 20_000);

test.each(['gz', 'zst'])(
  'the rest of a log that was compressed while nobody was reading is read, whatever is in its inode (%s)',
  async (packing) => {
    for (const paths of ['app.log', 'app.log*']) {
      await using folder = await temporaryFolder();
      const path = join(folder.path, 'app.log');
      await writeFile(path, textOf(0, 100));
      const first = new Reading({ paths: [join(folder.path, paths)] });
      await first.take(100);
      await first.stop();
      await appendFile(path, textOf(100, 20_000));
      const all = archive(packing, textOf(0, 20_000));
      await rm(path);
      await writeFile(path, textOf(20_000, 20_100));
      await writeFile(`${path}-20260115.${packing}`, all);
      await using second = new Reading({ paths: [join(folder.path, paths)] }, { cursor: first.cursor });
      await second.take(20_000, 10_000);
      await second.quiet();
      expect(second.lines.toSorted()).toEqual(linesFrom(100, 20_100).toSorted());
      expect(second.warnings).toEqual([]);
    }
  },
  20_000,
);

test('of a compressed file that is gone on with elsewhere, what was read is not read again', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log.1.gz');
  await writeFile(path, zstdCompressSync(textOf(0, 100_000)));
  await using first = new Reading({ paths: [path] });
  await first.take(100);
  await first.stop();
  expect(first.lines.length).toBeLessThan(100_000);
  await rename(path, join(folder.path, 'app.log.2.gz'));
  await using second = await readOnce(folder.path, { cursor: first.cursor });
  expect([...first.lines, ...second.lines]).toEqual(linesFrom(0, 100_000));
});

test('a compressed file in the inode of another file that was read is known again by what it says', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'app.log');
  await writeFile(`${path}.1`, textOf(0, 100));
  await writeFile(path, textOf(100, 200));
  await using first = await readOnce(folder.path);
  // As when the inode of `app.log.1` is given to what `app.log` is compressed to.
  await writeFile(`${path}.1`, gzipSync(textOf(100, 220)));
  await rename(`${path}.1`, `${path}.2.gz`);
  await writeFile(path, textOf(220, 230));
  await using second = await readOnce(folder.path, { cursor: first.cursor });
  expect([...first.lines, ...second.lines].toSorted()).toEqual(linesFrom(0, 230).toSorted());
});
