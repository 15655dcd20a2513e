/** Codes of what can go wrong in `read`. */
export type StreamErrorCode =
  | 'upstream_unreachable'
  | 'upstream_refused'
  | 'upstream_throttled'
  | 'permission_denied'
  | 'address_in_use'
  | 'not_found'
  | 'bad_config';

export interface StreamErrorOptions {
  readonly cause?: unknown;
  /** Whether `read` may be called again from the last committed cursor. */
  readonly retryable?: boolean;
  readonly retryAfterMs?: number;
}

/** An error of a stream. The message names the thing, what was expected and the remedy, and holds no secret. */
export class StreamError extends Error {
  readonly code: StreamErrorCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: StreamErrorCode, message: string, options: StreamErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'StreamError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}
