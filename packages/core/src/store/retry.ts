import { setTimeout as sleep } from 'node:timers/promises';
import { SluiceError, type SluiceErrorCode } from '../errors.ts';

export interface RetryOptions {
  /** Ends the waiting; the last error is then thrown. */
  readonly signal?: AbortSignal;
  /** First wait. Doubles each time, with half of it random. Default by the kind of error. */
  readonly firstWaitMs?: number;
  /** Longest wait. Default by the kind of error. */
  readonly maxWaitMs?: number;
  /** Told of each failure before the wait. */
  readonly onRetry?: (error: SluiceError, waitMs: number) => void;
  readonly random?: () => number;
  readonly sleep?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

interface Waits {
  readonly firstMs: number;
  readonly maxMs: number;
}

const usualWaits: Waits = { firstMs: 200, maxMs: 30_000 };

/** Who asks to slow down is given more time; what a person mends at this machine is looked at more often. */
const waitsOf: Readonly<Partial<Record<SluiceErrorCode, Waits>>> = {
  store_throttled: { firstMs: 500, maxMs: 60_000 },
  store_full: { firstMs: 200, maxMs: 5000 },
  store_read_only: { firstMs: 200, maxMs: 5000 },
};

/** Calls `attempt` until it succeeds, fails in a way that trying again cannot mend, or the signal is aborted. */
export async function retry<Result>(attempt: () => Promise<Result>, options: RetryOptions = {}): Promise<Result> {
  const random = options.random ?? Math.random;
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SluiceError) || !error.retryable || options.signal?.aborted) throw error;
      const { firstMs, maxMs } = waitsOf[error.code] ?? usualWaits;
      const wait = Math.min((options.firstWaitMs ?? firstMs) * 2 ** Math.min(failures, 30), options.maxWaitMs ?? maxMs);
      const waitMs = Math.max(error.retryAfterMs ?? 0, Math.round(wait * (0.5 + random() / 2)));
      options.onRetry?.(error, waitMs);
      await (options.sleep ?? sleepFor)(waitMs, options.signal).catch(() => {
        throw error;
      });
    }
  }
}

async function sleepFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
}
