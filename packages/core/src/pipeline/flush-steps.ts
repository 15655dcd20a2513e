/**
 * The steps of a flush, in order. Each is told when what it names is durable: `cut` (where the flush ends is written
 * down), `sealed` (its objects are encoded), `staged` (they survive a crash), `intended` (their keys are written down),
 * `storing` and `stored` (before and after each object), `committed` (the position has moved on), `cleaned` (nothing of
 * it waits any more), `settled` (the upstream was told).
 */
export const flushSteps = [
  'cut',
  'sealed',
  'staged',
  'intended',
  'storing',
  'stored',
  'committed',
  'cleaned',
  'settled',
] as const;

export type FlushStep = (typeof flushSteps)[number];

/** Told of each step. The flush waits for it. */
export type OnFlushStep = (step: FlushStep) => void | Promise<void>;
