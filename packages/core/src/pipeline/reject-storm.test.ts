import { expect, test } from 'vitest';
import type { Batch } from '@sluice/connector';
import { newStatistics, type PipelineStatistics } from '../telemetry.ts';
import { RejectWatch } from './reject-storm.ts';

const batch = (more: Partial<Batch> = {}): Batch => ({
  bytes: new Uint8Array(),
  bounds: new Uint32Array(),
  receivedAt: 0,
  origins: [],
  ...more,
});

function watch(storm: { share: number; records: number }): {
  readonly statistics: PipelineStatistics;
  readonly commits: () => number;
  readonly take: (good: number, bad: Record<string, number>, taken?: Batch) => Promise<void>;
} {
  const statistics = newStatistics();
  let commits = 0;
  const commit = async (): Promise<undefined> => void commits++;
  const watching = new RejectWatch({ name: 'office', rejectStorm: storm, statistics, commit });
  return {
    statistics,
    commits: () => commits,
    async take(good, bad, taken = batch({ cursor: 1 })) {
      statistics.receivedRecords += good;
      for (const [reason, count] of Object.entries(bad)) {
        statistics.receivedRecords += count;
        statistics.rejected[reason] = (statistics.rejected[reason] ?? 0) + count;
      }
      await watching.check(taken);
    },
  };
}

test('a poison record never is a storm, nor are many among more that are good', async () => {
  const { take } = watch({ share: 0.5, records: 100 });
  for (let round = 0; round < 1000; round++) await take(1, round % 3 === 0 ? { malformed_json: 1 } : {});
});

test('fewer records than the rule looks at are none, be they all rejected', async () => {
  const { take } = watch({ share: 0.5, records: 100 });
  await take(0, { malformed_json: 99 });
});

test('a share of the latest records stops it, with the reasons that were most frequent', async () => {
  const { take } = watch({ share: 0.5, records: 100 });
  await take(100_000, {});
  await expect(take(40, { malformed_json: 50, ocsf_invalid: 20, a: 1, b: 2 })).rejects.toMatchObject({
    code: 'reject_storm',
    message: expect.stringMatching(
      /"office".* 73 of its last 113 .*malformed_json \(50\), ocsf_invalid \(20\), b \(2\)\..*dlq replay/,
    ),
  });
});

test('only what nobody can give again is stored before it stops', async () => {
  for (const [taken, commits] of [
    [batch({ cursor: 5 }), 0],
    [batch({ settle: () => Promise.resolve() }), 0],
    [batch(), 1],
  ] as const) {
    const watching = watch({ share: 1, records: 10 });
    await expect(watching.take(0, { x: 10 }, taken)).rejects.toMatchObject({ code: 'reject_storm' });
    expect(watching.commits()).toBe(commits);
  }
});
