import { SluiceError } from '../errors.ts';
import { retry } from '../store/retry.ts';

/** How long a change is tried again when AWS says Conflict, asks to slow down, or fails on its side. */
export interface Patience {
  /** Default 8: with the other defaults about two minutes. */
  readonly tries?: number;
  /** Default 1 s, doubling up to `maxWaitMs`. */
  readonly firstWaitMs?: number;
  /** Default 30 s. */
  readonly maxWaitMs?: number;
  readonly signal?: AbortSignal;
  /** Told of each failure before the wait. */
  readonly onRetry?: (error: SluiceError, waitMs: number) => void;
}

/** Calls `attempt` until it succeeds or fails for good; after the last try a retryable error is final too. */
export function patiently<Result>(attempt: () => Promise<Result>, patience: Patience = {}): Promise<Result> {
  const { tries = 8, firstWaitMs = 1000, ...options } = patience;
  let made = 0;
  return retry(
    async () => {
      try {
        return await attempt();
      } catch (error) {
        made++;
        if (made < tries || !(error instanceof SluiceError) || !error.retryable) throw error;
        throw new SluiceError(error.code, `${error.message} Gave up after ${made} tries.`, { cause: error });
      }
    },
    { firstWaitMs, ...options },
  );
}
