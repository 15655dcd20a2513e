import { expect } from 'vitest';
import type { CollectedTest, Suite } from './test-tree.ts';

/** Groups of tests whose `beforeAll` has run. */
export type Begun = Set<Suite>;

/** The unit in which time is taken. */
const stepMs = 50;

/** Thrown for a test that does not end by itself. */
export class Late extends Error {}

class Skipped extends Error {}

/** Runs a test and what goes before and after it; throws what it throws. */
export async function runTest({ name, suite, body }: CollectedTest, begun: Begun, withinMs: number): Promise<void> {
  const chain = chainOf(suite);
  const finished: (() => unknown)[] = [];
  const context = {
    task: { name },
    expect,
    onTestFinished: (action: () => unknown) => finished.push(action),
    skip: () => {
      throw new Skipped(name);
    },
  };
  try {
    await within(withinMs, async () => {
      for (const each of chain) await begin(each, begun);
      for (const each of chain)
        for (const before of each.beforeEach) {
          const after = await before(context);
          if (typeof after === 'function') finished.push(() => after());
        }
      await body(context);
    });
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
  } finally {
    for (const each of chain.toReversed())
      for (const after of each.afterEach) await within(withinMs, async () => after(context));
    for (const action of finished.toReversed()) await within(withinMs, async () => action());
  }
}

export async function endAll(begun: Begun): Promise<void> {
  for (const suite of begun) for (const after of suite.afterAll) await within(5000, async () => after());
}

function chainOf(suite: Suite): readonly Suite[] {
  return suite.parent === undefined ? [suite] : [...chainOf(suite.parent), suite];
}

async function begin(suite: Suite, begun: Begun): Promise<void> {
  if (begun.has(suite)) return;
  begun.add(suite);
  for (const before of suite.beforeAll) await before();
}

/** Counted in steps, so that a machine that stood still for a while makes nothing late. */
async function within(ms: number, action: () => Promise<unknown>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  let left = Math.ceil(ms / stepMs);
  const timer = setInterval(() => {
    if (--left < 0) reject(new Late(`It has not ended after ${ms} ms.`));
  }, stepMs);
  try {
    await Promise.race([action(), late]);
  } finally {
    clearInterval(timer);
  }
}
