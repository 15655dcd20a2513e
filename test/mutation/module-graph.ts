import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CompiledModule, compiled, type Namespace } from './compiled.ts';

/** All modules that the test files of a folder import, by their paths; what is not in the folder is loaded once. */
export interface ModuleGraph {
  readonly testFiles: readonly string[];
  readonly modules: ReadonlyMap<string, CompiledModule>;
  /** A module and those that import it, at once or through others. */
  dependents(path: string): ReadonlySet<string>;
  /** Specifiers of what is not in the folder. */
  readonly externals: ReadonlySet<string>;
}

export function readModuleGraph(folder: string): ModuleGraph {
  const testFiles = globSync('**/*.test.ts', { cwd: folder, exclude: ['**/node_modules/**', '**/dist/**'] })
    .toSorted()
    .map((file) => join(folder, file));
  const modules = new Map<string, CompiledModule>();
  const importers = new Map<string, Set<string>>();
  const externals = new Set<string>();
  const read = (path: string): void => {
    if (modules.has(path)) return;
    const module = compiled(readFileSync(path, 'utf8'), path);
    modules.set(path, module);
    for (const specifier of module.imports) {
      const imported = resolved(path, specifier);
      if (imported === undefined) externals.add(specifier);
      else {
        importers.set(imported, (importers.get(imported) ?? new Set()).add(path));
        read(imported);
      }
    }
  };
  for (const file of testFiles) read(file);
  return { testFiles, modules, externals, dependents: (path) => closure(path, importers) };
}

function resolved(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? join(dirname(from), specifier) : undefined;
}

function closure(path: string, importers: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set([path]);
  // A set that grows while it is gone through is gone through to its end.
  for (const each of found) for (const importer of importers.get(each) ?? []) found.add(importer);
  return found;
}

/** Runs modules when they are first asked for; each has then run once, as far as this function is concerned. */
export type Loader = (path: string) => Namespace;

export interface World {
  readonly modules: ReadonlyMap<string, CompiledModule>;
  readonly externals: ReadonlyMap<string, Namespace>;
  /** Namespaces of modules that have run already and may be shared. */
  readonly kept?: ReadonlyMap<string, Namespace>;
  /** In the place of another module. */
  readonly changed?: { readonly path: string; readonly module: CompiledModule };
}

export function createLoader({ modules, externals, kept, changed }: World, own: Map<string, Namespace>): Loader {
  const load = (path: string): Namespace => {
    const known = own.get(path) ?? kept?.get(path);
    if (known !== undefined) return known;
    const module = changed?.path === path ? changed.module : modules.get(path);
    if (module === undefined) throw new Error(`${path} is imported by no test file.`);
    const exports: Namespace = {};
    own.set(path, exports);
    const meta = { filename: path, dirname: dirname(path), url: pathToFileURL(path).href };
    module.run({ exports, meta, load: (specifier) => imported(path, specifier) });
    return exports;
  };
  const imported = (from: string, specifier: string): Namespace => {
    const path = resolved(from, specifier);
    const namespace = path === undefined ? externals.get(specifier) : load(path);
    if (namespace === undefined) throw new Error(`${specifier} is imported by ${from}, and was not loaded.`);
    return namespace;
  };
  return load;
}
