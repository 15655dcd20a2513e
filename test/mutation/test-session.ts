import { createVitest, type TestCase, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import { join } from 'node:path';

/** A test as the first run found it. */
export interface KnownTest {
  readonly file: string;
  /** With the names of what it stands in. */
  readonly name: string;
  readonly ms: number;
  /** Functions that ran in it. */
  readonly reached: ReadonlySet<string>;
}

export interface FirstRun {
  readonly tests: readonly KnownTest[];
  /** Functions that ran while modules were loaded. */
  readonly loaded: ReadonlySet<string>;
  /** What went wrong, test by test. */
  readonly failures: readonly string[];
}

export interface Verdict {
  readonly passed: boolean;
  readonly failed: readonly KnownTest[];
}

/** A test runner that keeps what it has transformed, so that a run after one change costs little more than its tests. */
export interface TestSession {
  /** All tests, with a note of what they reach. */
  firstRun(): Promise<FirstRun>;
  /** To be told after a file has changed. */
  changed(path: string): void;
  /** Whether these tests pass, within a time. Ends at the first that does not, and names it where it is one of them. */
  run(tests: readonly KnownTest[], withinMs: number): Promise<Verdict>;
  close(): Promise<void>;
}

export async function openTestSession(folder: string): Promise<TestSession> {
  let vitest = await open(folder);
  return {
    async firstRun() {
      const noting = await open(folder, [join(import.meta.dirname, 'reached.setup.ts')]);
      try {
        const specifications = await noting.getRelevantTestSpecifications();
        const { testModules, unhandledErrors } = await noting.runTestSpecifications(specifications);
        return firstRunOf(testModules, unhandledErrors);
      } finally {
        await noting.close();
      }
    },
    changed: (path) => vitest.invalidateFile(path),
    async run(tests, withinMs) {
      const { isLate, ...verdict } = await run(vitest, tests, withinMs);
      if (!isLate) return verdict;
      // A worker that was killed leaves a runner nobody should count on.
      await vitest.close();
      vitest = await open(folder);
      return { ...verdict, passed: false };
    },
    close: () => vitest.close(),
  };
}

function open(root: string, setupFiles: readonly string[] = []): Promise<Vitest> {
  return createVitest('test', {
    root,
    watch: false,
    setupFiles: [...setupFiles],
    isolate: setupFiles.length > 0,
    maxWorkers: 1,
    bail: setupFiles.length > 0 ? 0 : 1,
    reporters: [{}],
    silent: true,
    // A busy machine is no reason to think that a mutant was noticed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What does not end is not waited for.
    teardownTimeout: 1000,
  });
}

async function run(
  vitest: Vitest,
  tests: readonly KnownTest[],
  withinMs: number,
): Promise<Verdict & { readonly isLate: boolean }> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    // The second time without waiting for the worker, which may be in a loop without end.
    void vitest.cancelCurrentRun('keyboard-input').catch(() => undefined);
    void vitest.cancelCurrentRun('keyboard-input').catch(() => undefined);
  }, withinMs);
  try {
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specificationsOf(vitest, tests));
    const files = new Set(tests.map((known) => known.file));
    const broken = testModules.filter((module) => files.has(module.moduleId) && module.state() === 'failed');
    const failing = new Set(
      broken.flatMap((module) => [...module.children.allTests('failed')]).map((test) => keyOf(knownTest(test))),
    );
    const failed = tests.filter((known) => failing.has(keyOf(known)));
    return { passed: broken.length === 0 && unhandledErrors.length === 0, failed, isLate };
  } finally {
    clearTimeout(timer);
  }
}

function specificationsOf(vitest: Vitest, tests: readonly KnownTest[]): TestSpecification[] {
  const project = vitest.getRootProject();
  return [...Map.groupBy(tests, ({ file }) => file)].map(([file, own]) => {
    return project.createSpecification(file, { testNames: own.map(({ name }) => name) });
  });
}

function firstRunOf(modules: readonly TestModule[], errors: readonly unknown[]): FirstRun {
  const cases = modules.flatMap((module) => [...module.children.allTests()]);
  const broken = modules.flatMap((module) => module.errors().map(({ message }) => `${module.moduleId}: ${message}`));
  const failed = cases.flatMap((test) => {
    const result = test.result();
    return result.state === 'failed' ? [`${test.fullName}: ${result.errors[0]?.message ?? ''}`] : [];
  });
  return {
    tests: cases.filter((test) => test.result().state === 'passed').map(knownTest),
    loaded: new Set(cases.flatMap((test) => test.meta().loaded ?? [])),
    failures: [...errors.map(String), ...broken, ...failed],
  };
}

function keyOf({ file, name }: KnownTest): string {
  return `${file}\n${name}`;
}

function knownTest(test: TestCase): KnownTest {
  return {
    file: test.module.moduleId,
    name: test.fullName,
    ms: test.diagnostic()?.duration ?? 0,
    reached: new Set(test.meta().reached),
  };
}
