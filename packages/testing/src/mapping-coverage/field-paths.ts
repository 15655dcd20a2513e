/** Deeper than this a value counts as one. */
const maxDepth = 8;

/** The paths of the values in a value, as `a.b[].c`, each once. Empty lists and objects have none. */
export function fieldPaths(value: unknown, path = '', depth = 0): ReadonlySet<string> {
  const paths = new Set<string>();
  collect(value, path, depth, paths);
  return paths;
}

function collect(value: unknown, path: string, depth: number, paths: Set<string>): void {
  if (value === undefined || value === null || value === '') return;
  if (typeof value !== 'object' || depth >= maxDepth) paths.add(path);
  else if (Array.isArray(value)) for (const item of value) collect(item, `${path}[]`, depth + 1, paths);
  else
    for (const [name, item] of Object.entries(value)) {
      const shown = /^[\w@#-]+$/.test(name) ? name : JSON.stringify(name.slice(0, 60));
      collect(item, path === '' ? shown : `${path}.${shown}`, depth + 1, paths);
    }
}
