import { setTimeout as sleep } from 'node:timers/promises';
import { StreamError, type Batch, type Cursor, type ReadContext } from '@sluice/connector';
import { count, type PipelineStatistics } from '../telemetry.ts';
import { readSpooled } from '../spool/read-spooled.ts';
import type { PipelineOptions } from './options.ts';
import { RejectWatch } from './reject-storm.ts';

const firstWaitMs = 500;
const maxWaitMs = 60_000;

export interface ReadOptions extends Pick<
  PipelineOptions,
  'name' | 'stream' | 'config' | 'signal' | 'log' | 'spool' | 'rejectStorm'
> {
  readonly statistics: PipelineStatistics;
  readonly now: () => number;
  /** Stores everything that was read so far and says up to where that is. */
  readonly commit: () => Promise<Cursor | undefined>;
}

/**
 * The batches of a stream, through its spool where it has one; a retryable error starts `read` again from the last
 * committed cursor, with backoff. Throws `reject_storm` when most of what was given is rejected.
 */
export async function* readWithRetries(options: ReadOptions): AsyncIterable<Batch> {
  const { signal, log, name, commit } = options;
  const watch = new RejectWatch(options);
  let waitMs = firstWaitMs;
  for (;;) {
    // Told to stop while it recovered: an input need not be opened for that. A spool still has to be emptied.
    if (signal.aborted && options.spool === undefined) return;
    try {
      for await (const batch of read(options, contextOf(options, await commit()))) {
        waitMs = firstWaitMs;
        yield batch;
        await watch.check(batch);
      }
      return;
    } catch (error) {
      if (!(error instanceof StreamError) || !error.retryable || signal.aborted) throw error;
      const retryInMs = error.retryAfterMs ?? waitMs;
      log.warn(error.message, { pipeline: name, error_code: error.code, retry_in_ms: retryInMs });
      await sleep(retryInMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      waitMs = Math.min(waitMs * 2, maxWaitMs);
    }
  }
}

function read(options: ReadOptions, context: ReadContext<unknown>): AsyncIterable<Batch> {
  const { stream, spool } = options;
  return spool === undefined ? stream.read(context) : readSpooled({ ...options, stream, spool, context });
}

function contextOf(options: ReadOptions, cursor: Cursor | undefined): ReadContext<unknown> {
  const { config, signal, log, now, statistics } = options;
  return {
    config,
    signal,
    log,
    now,
    ...(cursor === undefined ? {} : { cursor }),
    reportBacklog(bytes) {
      statistics.backlogBytes = bytes;
    },
    reportDropped: (reason, records) => count(statistics.dropped, reason, records),
  };
}
