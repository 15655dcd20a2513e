/** Loaded before each test file of the first run: says with each test which functions ran in it. */
import { afterEach, beforeEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Functions that ran during the test. */
    reached?: readonly string[];
    /** Functions that ran before the first test of its file. */
    loaded?: readonly string[];
  }
}

const reached = new Set<string>();
Object.assign(globalThis, { sluiceReached: reached });
let loaded: readonly string[] | undefined;

beforeEach(() => {
  loaded ??= [...reached];
  reached.clear();
});

afterEach(({ task }) => {
  task.meta.reached = [...reached];
  task.meta.loaded = loaded ?? [];
});
