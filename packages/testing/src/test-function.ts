/** The test runner's own: `test` of vitest or of node:test. */
export type TestFunction = (name: string, options: { timeout: number }, body: () => void | Promise<void>) => unknown;
