/**
 * Codes of what can go wrong in the SDK. They are stable: alerts and tests may match on them.
 * `docs/errors.md` says for each what it means and what to do; a test holds the two equal.
 */
export type SluiceErrorCode =
  | 'store_unreachable'
  | 'store_throttled'
  | 'store_denied'
  | 'store_not_found'
  | 'store_full'
  | 'store_read_only'
  | 'store_failed'
  | 'object_not_found'
  | 'state_locked'
  | 'state_lost'
  | 'state_failed'
  | 'spool_failed'
  | 'reject_storm'
  | 'dead_letters_unreadable'
  | 'source_invalid'
  | 'contract_mismatch'
  | 'lane_failed'
  | 'lake_closed'
  | 'lake_not_enabled'
  | 'source_differs'
  | 'source_limit'
  | 'crawler_left'
  | 'role_unfit'
  | 'aws_denied'
  | 'aws_conflict'
  | 'aws_throttled'
  | 'aws_unreachable'
  | 'aws_failed'
  | 'drain_timeout';

export interface SluiceErrorOptions {
  readonly cause?: unknown;
  /** Whether the same call may succeed later without anyone mending anything. */
  readonly retryable?: boolean;
  readonly retryAfterMs?: number;
}

/** An error whose message names the thing, what was expected and the remedy. It holds no credential and no record. */
export class SluiceError extends Error {
  readonly code: SluiceErrorCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: SluiceErrorCode, message: string, options: SluiceErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'SluiceError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The `code` of a Node.js system error (`ENOSPC`), or undefined. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
