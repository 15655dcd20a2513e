import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Shared by all workspaces: each has a `vitest.config.ts` that passes this on. Packages resolve to each other's source. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: {
    include: ['**/*.test.ts'],
    globalSetup: [join(import.meta.dirname, 'scripts/test-folder.ts')],
    exclude: ['**/node_modules/**', '**/dist/**', 'system/**'],
    execArgv: ['--conditions=source', '--no-warnings'],
    server: { deps: { inline: [/@sluice\//] } },
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.vitest/results.json' },
    // Nothing of ours keeps state in a module; so files may share a process, and what it has loaded and compiled.
    isolate: false,
    passWithNoTests: true,
    // A busy machine is no failure.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
