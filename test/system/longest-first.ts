import type { TestSequencer, TestSpecification } from 'vitest/node';

/**
 * Files that take minutes, the longest first: begun last, each would be waited for alone. Those that build all packages
 * (`newcomer`, `container`) do not begin together.
 */
const long = ['newcomer', 'recovery', 'control-plane-terraform', 'container', 'faults/bucket', 'vendor-lake'];

/** The order in which files of tests are begun. */
export class LongestFirst implements TestSequencer {
  /** The whole suite is run in one place. */
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    return files.toSorted((left, right) => placeOf(left) - placeOf(right));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = long.findIndex((name) => moduleId.endsWith(`${name}.system.ts`));
  return place === -1 ? long.length : place;
}
