import { basename } from 'node:path';
import type { CompiledModule, Namespace } from './compiled.ts';
import { createLoader, type Loader, type ModuleGraph } from './module-graph.ts';
import { type Begun, endAll } from './run-test.ts';
import type { FirstRun, KnownTest } from './test-session.ts';
import type { CollectedTest, TestTree } from './test-tree.ts';

export interface Subject {
  readonly graph: ModuleGraph;
  readonly externals: ReadonlyMap<string, Namespace>;
  readonly tree: TestTree;
  /** Runs a test, and throws what it throws. */
  readonly run: (test: CollectedTest, begun: Begun, withinMs: number) => Promise<void>;
}

/** Tests that take longer are no quick ones. */
const longestMs = 2500;

interface Result extends Pick<KnownTest, 'file' | 'name' | 'ms'> {
  /** Why it failed. */
  readonly problem?: string;
}

/** The quick tests: each runs once with functions that note that they ran, and passes once more as it is. */
export async function firstPass(subject: Subject, noted: ReadonlyMap<string, CompiledModule>): Promise<FirstRun> {
  const { modules } = subject.graph;
  const reached = new Set<string>();
  Object.assign(globalThis, { sluiceReached: reached });
  const loaded = new Set<string>();
  const reachedBy = new Map<string, ReadonlySet<string>>();
  const noting = createLoader({ modules: new Map([...modules, ...noted]), externals: subject.externals }, new Map());
  const first = await runAll(subject, noting, () => true, {
    before: () => moveTo(loaded, reached),
    after: (key) => reachedBy.set(key, moveTo(new Set(), reached)),
  });
  Reflect.deleteProperty(globalThis, 'sluiceReached');
  const quick = new Set(first.filter(({ ms, problem }) => ms <= longestMs && problem === undefined).map(keyOf));
  const plain = createLoader({ modules, externals: subject.externals }, new Map());
  const second = await runAll(subject, plain, (key) => quick.has(key), { before() {}, after() {} });
  return {
    tests: second
      .filter(({ problem }) => problem === undefined)
      .map((result) => ({ ...result, reached: reachedBy.get(keyOf(result)) ?? new Set() })),
    loaded,
    failures: [...first, ...second].flatMap(({ file, name, problem }) =>
      problem === undefined ? [] : [`${basename(file)}: ${name}: ${problem}`],
    ),
  };
}

function moveTo(target: Set<string>, source: Set<string>): Set<string> {
  for (const item of source) target.add(item);
  source.clear();
  return target;
}

function keyOf({ file, name }: Pick<KnownTest, 'file' | 'name'>): string {
  return `${file}\n${name}`;
}

interface Watcher {
  readonly before: () => void;
  readonly after: (key: string) => void;
}

async function runAll(
  { graph, tree, run }: Subject,
  load: Loader,
  isWanted: (key: string) => boolean,
  { before, after }: Watcher,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const file of graph.testFiles) {
    const begun: Begun = new Set();
    try {
      for (const test of tree.collect(() => load(file))) {
        const key = keyOf({ file, name: test.name });
        if (!isWanted(key)) continue;
        before();
        results.push(await timed(file, test.name, () => run(test, begun, 10_000)));
        after(key);
      }
      await endAll(begun);
    } catch (error) {
      results.push({ file, name: '', ms: 0, problem: String(error) });
    }
  }
  return results;
}

async function timed(file: string, name: string, action: () => Promise<void>): Promise<Result> {
  const start = performance.now();
  try {
    await action();
    return { file, name, ms: performance.now() - start };
  } catch (error) {
    return { file, name, ms: performance.now() - start, problem: String(error) };
  }
}
