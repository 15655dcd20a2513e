/**
 * What Node.js is told before `sluice` runs in it; docs/benchmarks.md has what it was without. Left to itself, it lets
 * garbage lie for hundreds of megabytes under load and gains nothing by it, and takes new objects all over more memory
 * than stays in cache. And where it has seen a hundred objects of one place in the code live long, it makes all further
 * ones of that place among the old objects, from where they keep whole events alive that nobody needs any more.
 */
export const nodeFlags = [
  '--max-semi-space-size=8',
  '--min-semi-space-size=8',
  '--heap-growing-percent=100',
  '--no-allocation-site-pretenuring',
  '--disable-warning=ExperimentalWarning',
];
