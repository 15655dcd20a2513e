/**
 * Whether this run writes goldens and locks instead of checking them: `UPDATE_GOLDENS=1`, or `--update` of vitest or
 * `--test-update-snapshots` of node:test.
 */
export function isUpdate(): boolean {
  if (process.env['UPDATE_GOLDENS'] === '1' || process.execArgv.includes('--test-update-snapshots')) return true;
  const vitest: unknown = Reflect.get(globalThis, '__vitest_worker__');
  return at(vitest, ['config', 'snapshotOptions', 'updateSnapshot']) === 'all';
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (holder, key) =>
      typeof holder === 'object' && holder !== null ? (Reflect.get(holder, key) as unknown) : undefined,
    value,
  );
}
