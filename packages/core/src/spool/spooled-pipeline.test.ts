import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StreamError } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { numbered, Workbench } from '../pipeline/workbench.fixture.ts';
import type { PipelineStatistics } from '../telemetry.ts';

let bench: Workbench;
beforeEach(async () => (bench = await Workbench.open()));
afterEach(() => bench.close());

const spoolFolder = (): string => join(bench.folder, 'spool');

/** The list connector as an upstream that pushes: it has no positions, and gives what it has once. */
function run(batches: readonly (readonly string[])[], lakeIsDown = false): Promise<PipelineStatistics> {
  const denied = new SluiceError('store_denied', 'no');
  return bench.run(
    { batches, replayable: false },
    { spool: { folder: spoolFolder() }, ...(lakeIsDown ? { store: bench.failing(() => denied) } : {}) },
  );
}

test('what was spooled when a run failed is stored by the next, with what is new', async () => {
  await expect(run([numbered(0, 5), numbered(5, 5)], true)).rejects.toThrow('no');
  expect(await bench.messages()).toEqual([]);
  await run([numbered(10, 2)]);
  expect(await bench.messages()).toEqual(
    Array.from({ length: 12 }, (_, index) => `m${index}`).toSorted((a, b) => (a < b ? -1 : 1)),
  );
  // All of it is stored: only the segment that was written to last may be left.
  expect((await readdir(spoolFolder())).length).toBeLessThanOrEqual(1);
});

test('a run without anything new neither repeats nor loses', async () => {
  await run([numbered(0, 5)]);
  const before = bench.fingerprints();
  await run([]);
  await run([]);
  expect(bench.fingerprints()).toEqual(before);
});

test('a record that a disk damaged is a dead letter that names its place, and the others are in the lake', async () => {
  const lost = new StreamError('upstream_refused', 'gone for good');
  const dying = bench.run(
    {
      batches: [numbered(0, 5), numbered(5, 5)],
      replayable: false,
      before: (line) => (line === 0 ? undefined : Promise.reject(lost)),
    },
    { spool: { folder: spoolFolder() } },
  );
  await expect(dying).rejects.toThrow('gone for good');
  const [name = ''] = await readdir(spoolFolder());
  const bytes = await readFile(join(spoolFolder(), name));
  const at = bytes.indexOf('"m3"');
  bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 0x20;
  await writeFile(join(spoolFolder(), name), bytes);
  const statistics = await run([]);
  expect(await bench.messages()).toEqual(['m0', 'm1', 'm2', 'm4']);
  expect(statistics.rejected).toEqual({ spool_damaged: 1 });
  expect(bench.letters()).toMatchObject([
    {
      reason: 'spool_damaged',
      stage: 'read',
      detail: expect.stringMatching(/segment 1, offset \d+, record 3/),
      raw: expect.stringContaining('"M3"'),
      position: { segment: 1, ordinal: 4 },
    },
  ]);
});
