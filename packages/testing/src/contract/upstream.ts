import type { Batch } from '@sluice/connector';

/** What a stream reads from, for its tests: the real thing or a fake, with as many as are started at once. */
export interface Upstream {
  /**
   * A record as the stream yields it: one that becomes events, holds the marker unchanged, and differs from others by
   * nothing else. Text or JSON text.
   */
  readonly record: (marker: string) => string;
  /** Starts one that holds nothing. */
  readonly start: () => Promise<RunningUpstream>;
}

export interface RunningUpstream {
  /** What a user would write to read from it. Every secret key has a value. */
  readonly config: unknown;
  /** Adds records to those that wait, in order. For an upstream that pushes: sends them, once it is listened to. */
  readonly feed: (records: readonly string[]) => Promise<void>;
  /** Records handed out so far, where it can say that: proves that nothing is read ahead. */
  readonly taken?: () => number;
  /** Makes it hand out again what it may hand out again: a queue's messages that are not deleted. */
  readonly redeliver?: () => void;
  /** Closes it. Reading from it fails from now on. */
  readonly stop: () => Promise<void>;
}

const markerPattern = /zq\d{6}qz/g;

/** The text that tells the n-th record of a test from all others, wherever it ends up. */
export function marker(n: number): string {
  return `zq${String(n).padStart(6, '0')}qz`;
}

export function markers(from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => marker(from + i));
}

/** The markers in a text, in its order, each one once. */
export function markersIn(text: string): readonly string[] {
  return [...new Set(text.match(markerPattern))];
}

/** The markers of the records of a batch, in their order. */
export function markersOf({ bytes, bounds }: Batch): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bounds.length / 2 }, (_, record) =>
    markersIn(buffer.toString('latin1', bounds[2 * record], bounds[2 * record + 1])),
  ).flat();
}
