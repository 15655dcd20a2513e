/** Code to run for one key of an object. */
export interface KeyCase {
  readonly key: string;
  readonly code: string;
}

/**
 * JavaScript that runs the code of the key held in the variable `k`, and then goes on with the next key of the loop
 * around it. By length first: a handful of comparisons instead of sixty. Keys are data of a schema, so they stand in
 * the code as JSON strings, never as code.
 */
export function dispatchKeys(cases: readonly KeyCase[]): string {
  const byLength = Map.groupBy(cases, ({ key }) => key.length);
  const branches = [...byLength].map(([length, group]) => {
    const tests = group.map(({ key, code }) => `if (k === ${JSON.stringify(key)}) { ${code} continue; }`);
    return `case ${length}: ${tests.join('\n')} break;`;
  });
  return `switch (k.length) { ${branches.join('\n')} }`;
}
