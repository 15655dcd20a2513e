import { setTimeout as sleep } from 'node:timers/promises';
import { StreamError, type Batch, type Cursor, type ReadContext } from '@sluice/connector';
import { count, type PipelineStatistics } from '../telemetry.ts';
import type { PipelineOptions } from './options.ts';

const firstWaitMs = 500;
const maxWaitMs = 60_000;

export interface ReadOptions extends Pick<PipelineOptions, 'name' | 'stream' | 'config' | 'signal' | 'log'> {
  readonly statistics: PipelineStatistics;
  readonly now: () => number;
  /** Stores everything that was read so far and says up to where that is. */
  readonly commit: () => Promise<Cursor | undefined>;
}

/** The batches of a stream; a retryable error starts `read` again from the last committed cursor, with backoff. */
export async function* readWithRetries(options: ReadOptions): AsyncIterable<Batch> {
  const { stream, signal, log, name, commit } = options;
  let waitMs = firstWaitMs;
  for (;;) {
    try {
      for await (const batch of stream.read(contextOf(options, await commit()))) {
        waitMs = firstWaitMs;
        yield batch;
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
