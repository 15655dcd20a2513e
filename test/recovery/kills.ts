import { flushSteps } from '@sluice/core';
import { seededRandom, type Random } from '../input/random.ts';
import type { Kill } from './victim-spec.ts';

/** Seeds that follow each other give sequences that have nothing in common. */
export function randomOf(seed: number): Random {
  return seededRandom(Math.imul(seed + 1, 0x9e37_79b1));
}

/** A kill at any step, in the middle of reading, or at any time. */
export function randomKill(random: Random): Kill {
  const kind = random.below(4);
  if (kind === 0) return { afterMs: random.below(400) };
  if (kind === 1) return { batches: random.below(4) };
  return { step: random.pick(flushSteps), time: random.below(5) };
}

export function killText(kill: Kill): string {
  if ('step' in kill) return `${kill.step}#${kill.time}`;
  return 'batches' in kill ? `batch ${kill.batches}` : `${kill.afterMs} ms`;
}
