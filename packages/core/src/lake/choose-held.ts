import type { OpenObject } from './packer.ts';

/** So many late objects stay open over a flush at most. */
const mostHeld = 100;

/**
 * Which of the open objects stay open over a flush. Objects of days that are over take turns: every second flush stores
 * as many of them as of the others, and each one where there are no others, those first that have waited longest. So late
 * events, of however many days, do not double the number of objects. `maxObjectBytes`: one that weighs half of it has
 * waited enough. Depends on nothing but the flush's number and the objects.
 */
export function chooseHeld(
  open: readonly OpenObject[],
  { flush, maxObjectBytes }: { readonly flush: number; readonly maxObjectBytes: number },
): readonly OpenObject[] {
  const late = open.filter(
    ({ late: rows, writer }) => rows?.isWhole === true && writer.estimatedBytes < maxObjectBytes / 2,
  );
  const others = open.length - late.length;
  const turns = others === 0 ? 1 : (flush % 2) * others;
  const byWaiting = late.toSorted((a, b) => waitingSince(a) - waitingSince(b));
  return byWaiting.slice(turns, turns + mostHeld);
}

function waitingSince({ late }: OpenObject): number {
  return late?.since ?? Number.MAX_SAFE_INTEGER;
}
