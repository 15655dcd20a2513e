/** Tries mutants within one process: runs modules and tests as functions. A thread, so that a loop without end can be ended. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import * as vitest from 'vitest';
import { type CompiledModule, compiled, type Namespace } from './compiled.ts';
import { firstPass } from './first-pass.ts';
import { createLoader, type Loader, readModuleGraph } from './module-graph.ts';
import type { Attempt, FirstPassRequest, Outcome, Request, WorkerData } from './quick-session.ts';
import { functionsOf, noting } from './reached.ts';
import { type Begun, endAll, Late, runTest } from './run-test.ts';
import type { FirstRun } from './test-session.ts';
import { type CollectedTest, createTestTree } from './test-tree.ts';

const { folder, pulse: buffer } = workerData as WorkerData;
/** How many tests have begun, and how long the present one may take. */
const pulse = new Int32Array(buffer);
const graph = readModuleGraph(folder);
const tree = createTestTree();
const externals = await loadExternals();
const shared = loadAll();
const keptFor = new Map<string, ReadonlyMap<string, Namespace>>();
// What is left behind by a test that has failed is no reason to end; a test that should fail because of it fails later.
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', () => undefined);

// From here on no module takes long to load.
Atomics.store(pulse, 1, 2000);
Atomics.add(pulse, 0, 1);
parentPort?.on('message', (request: Request) => {
  void answer(request).then((result) => parentPort?.postMessage(result, []));
});

function answer(request: Request): Promise<FirstRun | Outcome> {
  if (request.kind === 'attempt') return attempt(request);
  return firstPass({ graph, externals, tree, run }, notedModules(request));
}

/** Packages are found as they are from the folder. */
async function loadExternals(): Promise<ReadonlyMap<string, Namespace>> {
  const path = join(folder, 'load-external.mjs');
  writeFileSync(path, 'export const load = (specifier) => import(specifier);\n');
  const { load } = (await import(pathToFileURL(path).href)) as { load: (specifier: string) => Promise<Namespace> };
  const loaded = new Map<string, Namespace>();
  for (const specifier of graph.externals)
    loaded.set(specifier, specifier === 'vitest' ? { ...vitest, ...tree.api } : await load(specifier));
  return loaded;
}

/** Of what no test imports there is nothing to note; it may await at its top, which no function can. */
function notedModules({ sources }: FirstPassRequest): ReadonlyMap<string, CompiledModule> {
  const noted = Object.entries(sources).flatMap(([file, source]) => {
    const path = join(folder, file);
    if (!graph.modules.has(path)) return [];
    return [[path, compiled(noting(source, functionsOf(source, file)), path)] as const];
  });
  return new Map(noted);
}

/** All modules as they are: those that a mutant does not concern need not run anew for it. */
function loadAll(): ReadonlyMap<string, Namespace> {
  const all = new Map<string, Namespace>();
  const load = createLoader({ modules: graph.modules, externals }, all);
  for (const file of graph.testFiles) {
    try {
      tree.collect(() => load(file));
    } catch {
      // The first pass tells of it.
    }
  }
  return all;
}

function run(test: CollectedTest, begun: Begun, withinMs: number): Promise<void> {
  Atomics.store(pulse, 1, withinMs);
  Atomics.add(pulse, 0, 1);
  return runTest(test, begun, withinMs);
}

/** Runs tests until one fails, or the time is over. What no test imports is beyond them. */
async function attempt({ changed, tests, budgetMs }: Attempt): Promise<Outcome> {
  if (changed !== undefined && !graph.modules.has(join(folder, changed.file))) return { kind: 'survived' };
  const start = performance.now();
  const begun: Begun = new Set();
  const collected = new Map<string, ReadonlyMap<string, CollectedTest>>();
  let failing = tests[0]?.id ?? 0;
  try {
    const { load, isConcerned } = worldOf(changed);
    for (const { id, file, name, ms } of tests) {
      if (!isConcerned(file)) continue;
      if (performance.now() - start > budgetMs) break;
      failing = id;
      const found = collected.get(file) ?? byName(tree.collect(() => load(file)));
      collected.set(file, found);
      const test = found.get(name);
      if (test !== undefined) await run(test, begun, 2000 + 4 * ms);
    }
    return { kind: 'survived' };
  } catch (error) {
    if (error instanceof Late) return { kind: 'late' };
    return { kind: 'noticed', by: failing, message: String(error) };
  } finally {
    await endAll(begun).catch(() => undefined);
  }
}

function byName(tests: readonly CollectedTest[]): ReadonlyMap<string, CollectedTest> {
  return new Map(tests.map((test) => [test.name, test]));
}

/** Where nothing is changed, all modules run anew. */
function worldOf(changed: Attempt['changed']): { readonly load: Loader; isConcerned: (file: string) => boolean } {
  if (changed === undefined)
    return { load: createLoader({ modules: graph.modules, externals }, new Map()), isConcerned: () => true };
  const path = join(folder, changed.file);
  const dependents = graph.dependents(path);
  const kept = keptFor.get(path) ?? new Map([...shared].filter(([each]) => !dependents.has(each)));
  keptFor.set(path, kept);
  const module = compiled(changed.text, path);
  return {
    load: createLoader({ modules: graph.modules, externals, kept, changed: { path, module } }, new Map()),
    isConcerned: (file) => dependents.has(file),
  };
}
