import { setTimeout as sleep } from 'node:timers/promises';
import { SluiceError } from '../errors.ts';

export interface RetryOptions {
  /** Ends the waiting; the last error is then thrown. */
  readonly signal?: AbortSignal;
  /** First wait. Doubles each time, with half of it random. Default 200 ms. */
  readonly firstWaitMs?: number;
  /** Longest wait. Default 30 s. */
  readonly maxWaitMs?: number;
  /** Told of each failure before the wait. */
  readonly onRetry?: (error: SluiceError, waitMs: number) => void;
  readonly random?: () => number;
}

/** Calls `attempt` until it succeeds, fails in a way that trying again cannot mend, or the signal is aborted. */
export async function retry<Result>(attempt: () => Promise<Result>, options: RetryOptions = {}): Promise<Result> {
  const random = options.random ?? Math.random;
  let wait = options.firstWaitMs ?? 200;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SluiceError) || !error.retryable || options.signal?.aborted) throw error;
      const waitMs = Math.max(error.retryAfterMs ?? 0, Math.round(wait * (0.5 + random() / 2)));
      options.onRetry?.(error, waitMs);
      await sleep(waitMs, undefined, options.signal === undefined ? {} : { signal: options.signal }).catch(() => {
        throw error;
      });
      wait = Math.min(wait * 2, options.maxWaitMs ?? 30_000);
    }
  }
}
