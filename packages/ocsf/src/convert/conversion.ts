import type { Finding } from '../validate/finding.ts';

/** One difference between an event and what became of it in another release. */
export interface Change {
  /**
   * - `moved`: the value stands in `unmapped` now, under the key `to`;
   * - `replaced`: another value stands in its place;
   * - `added`: the other release wants it, and nobody said it;
   * - `removed`: the value is gone; only profiles that the other release does not have.
   */
  readonly kind: 'moved' | 'replaced' | 'added' | 'removed';
  readonly path: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** An event in another release. */
export interface Conversion {
  /** A copy; the event that was given is not touched. */
  readonly event: Record<string, unknown>;
  /** Everything that is not as it was, apart from `metadata.version`. Empty where nothing was lost. */
  readonly changes: readonly Change[];
  /** Errors that are still there: the event had them before. Empty for an event that was valid. */
  readonly remaining: readonly Finding[];
}
