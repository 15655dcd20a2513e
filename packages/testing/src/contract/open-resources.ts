import { setTimeout as sleep } from 'node:timers/promises';

/** How many of each kind of thing keep this process alive. */
type Resources = ReadonlyMap<string, number>;

const patienceMs = 3000;
const aMomentMs = 50;
/** Work of the thread pool ends by itself; of timers nobody can say whose they are (the client of HTTP has some). */
const passing = new Set([
  'Timeout',
  'FSReqCallback',
  'FSReqPromise',
  'GetAddrInfoReqWrap',
  'WriteWrap',
  'ShutdownWrap',
  'Immediate',
]);

export function openResources(): Resources {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo())
    if (!passing.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Kinds of which there are more than before, once everything had time to close. */
export async function untilClosed(before: Resources): Promise<readonly string[]> {
  const until = performance.now() + patienceMs;
  // What is being opened is not open yet.
  await sleep(aMomentMs);
  for (;;) {
    const left = [...openResources()].filter(([kind, count]) => count > (before.get(kind) ?? 0)).map(([kind]) => kind);
    if (left.length === 0 || performance.now() > until) return left;
    await sleep(20);
  }
}
