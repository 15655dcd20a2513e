import { setTimeout as sleep } from 'node:timers/promises';
import { createChannel, StreamError, type Batch, type Channel, type Cursor, type ReadContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import { listStream } from '../pipeline/list-connector.fixture.ts';
import { newStatistics, type PipelineStatistics } from '../telemetry.ts';
import { Disk } from './disk.fixture.ts';
import { readSpooled, type SpooledReadOptions } from './read-spooled.ts';
import { batchOf, sender, textsOf } from './spool.fixture.ts';

interface Bench {
  readonly disk: Disk;
  readonly statistics: PipelineStatistics;
  readonly stop: AbortController;
  readonly dropped: Record<string, number>;
  readonly commits: () => number;
  readonly read: (
    from: AsyncIterable<Batch> | ((signal: AbortSignal) => AsyncIterable<Batch>),
    more?: BenchOptions,
  ) => AsyncIterable<Batch>;
}

interface BenchOptions extends Partial<Pick<SpooledReadOptions['spool'], 'maxBytes' | 'whenFull'>> {
  readonly cursor?: Cursor | undefined;
  readonly onCommit?: () => Promise<void>;
}

function bench(disk: Disk = new Disk()): Bench {
  const statistics = newStatistics();
  const stop = new AbortController();
  const dropped: Record<string, number> = {};
  let commits = 0;
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  return {
    disk,
    statistics,
    stop,
    dropped,
    commits: () => commits,
    read(from, { cursor, onCommit, ...spool } = {}) {
      const context: ReadContext<unknown> = {
        config: {},
        signal: stop.signal,
        log: quiet,
        now: () => 1,
        ...(cursor === undefined ? {} : { cursor }),
        reportBacklog: (bytes) => (statistics.backlogBytes = bytes),
        reportDropped: (reason, records) => (dropped[reason] = (dropped[reason] ?? 0) + records),
      };
      const stream = {
        ...listStream,
        read: ({ signal }: ReadContext<unknown>) => (typeof from === 'function' ? from(signal) : from),
      };
      const commit = async (): Promise<undefined> => {
        commits++;
        await onCommit?.();
      };
      return readSpooled({
        stream,
        context,
        statistics,
        commit,
        files: disk,
        spool: { folder: '', syncIntervalMs: 0, ...spool },
      });
    },
  };
}

async function* listOf(batches: readonly Batch[]): AsyncIterable<Batch> {
  yield* batches;
}

async function collect(batches: AsyncIterable<Batch>): Promise<Batch[]> {
  const found = [];
  for await (const batch of batches) found.push(batch);
  return found;
}

test('an upstream that ends comes out whole, with positions, and is told once it is durable', async () => {
  const { read, disk, statistics } = bench();
  const settled: string[] = [];
  const batches = ['a', 'b', 'c'].map((text): Batch => ({
    ...batchOf([text, `${text}2`]),
    settle: async ({ kind }) => void settled.push(`${text} ${kind} ${disk.syncs > 0}`),
  }));
  const read1 = await collect(read(listOf(batches)));
  expect(read1.flatMap(textsOf)).toEqual(['a', 'a2', 'b', 'b2', 'c', 'c2']);
  expect(read1.map(({ cursor }) => cursor)).toEqual([2, 4, 6].map((ordinal) => expect.objectContaining({ ordinal })));
  expect(settled).toEqual(['a stored true', 'b stored true', 'c stored true']);
  expect(statistics.spooledRecords).toBe(6);
});

test('what a run left is read by the next, before anything new', async () => {
  const first = bench();
  const taken: Batch[] = [];
  for await (const batch of first.read(listOf([batchOf(['one']), batchOf(['two']), batchOf(['three'])]))) {
    taken.push(batch);
    if (taken.length === 1) break;
  }
  const second = bench(first.disk);
  const rest = await collect(second.read(listOf([batchOf(['four'])]), { cursor: taken[0]?.cursor }));
  expect(rest.flatMap(textsOf)).toEqual(['two', 'three', 'four']);
});

test('a stop ends the upstream, and what it gave is still read', async () => {
  const { read, stop, statistics } = bench();
  const channel: Channel = createChannel({ now: () => 1, lingerMs: 0 });
  const reading = collect(
    read((signal) => {
      signal.addEventListener('abort', () => {
        offer(channel, 'last words');
        channel.close();
      });
      return channel.batches();
    }),
  );
  offer(channel, 'early');
  await expect.poll(() => statistics.spooledRecords).toBe(1);
  stop.abort();
  expect((await reading).flatMap(textsOf)).toEqual(['early', 'last words']);
});

test('stored batches free the disk', async () => {
  const { read, disk } = bench();
  for await (const batch of read(listOf(Array.from({ length: 40 }, () => batchOf(['x'.repeat(30_000)]))), {
    maxBytes: 2 ** 20,
  })) {
    await batch.settle?.({ kind: 'stored' });
  }
  expect(disk.files.size).toBeLessThanOrEqual(1);
});

test('a full spool asks for a commit rather than wait for one', async () => {
  const { read, disk, commits } = bench();
  const unsettled: Batch[] = [];
  const settleAll = async (): Promise<void> => {
    for (const batch of unsettled.splice(0)) await batch.settle?.({ kind: 'stored' });
  };
  const maxBytes = 640 * 1024;
  let records = 0;
  const batches = listOf(Array.from({ length: 60 }, () => batchOf(['x'.repeat(30_000)])));
  for await (const batch of read(batches, { maxBytes, onCommit: settleAll })) {
    unsettled.push(batch);
    records++;
    expect(disk.used).toBeLessThanOrEqual(maxBytes);
  }
  expect(records).toBe(60);
  expect(commits()).toBeGreaterThan(0);
});

test('a failing upstream is heard of after what it gave', async () => {
  const { read } = bench();
  async function* failing(): AsyncIterable<Batch> {
    yield batchOf(['before']);
    throw new StreamError('upstream_unreachable', 'gone', { retryable: true });
  }
  const seen: string[] = [];
  const reading = (async () => {
    for await (const batch of read(failing())) seen.push(...textsOf(batch));
  })();
  await expect(reading).rejects.toThrow('gone');
  expect(seen).toEqual(['before']);
});

test('a disk that is lost is told to the upstream, whose batch is not acknowledged', async () => {
  const { read, disk } = bench();
  for (let failure = 0; failure < 5; failure++) disk.failures.push({ on: 'sync', code: 'EIO' });
  const outcomes: string[] = [];
  const batch: Batch = { ...batchOf(['a']), settle: async ({ kind }) => void outcomes.push(kind) };
  await expect(collect(read(listOf([batch])))).rejects.toMatchObject({ code: 'spool_failed' });
  expect(outcomes).toEqual(['failed']);
}, 20_000);

test('a stream with positions of its own needs no spool, and is told so', async () => {
  const { read } = bench();
  await expect(collect(read(listOf([{ ...batchOf(['a']), cursor: 1 }])))).rejects.toThrow('Remove `spool`');
});

test('whoever leaves early ends the upstream', async () => {
  const { read } = bench();
  let hasEnded = false;
  async function* endless(signal: AbortSignal): AsyncIterable<Batch> {
    try {
      while (!signal.aborted) {
        yield batchOf(['tick']);
        await sleep(1);
      }
    } finally {
      hasEnded = true;
    }
  }
  for await (const _ of read((signal) => endless(signal))) break;
  expect(hasEnded).toBe(true);
});

function offer(channel: Channel, text: string): void {
  const bytes = Buffer.from(text);
  channel.offer(bytes, 0, bytes.byteLength, sender);
}
