import type { TestSequencer, TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first: begun last, each would be waited for alone. */
const long = ['newcomer', 'container', 'recovery', 'control-plane-terraform', 'faults/bucket', 'vendor-lake'];

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
