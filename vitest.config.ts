import { defineConfig } from 'vitest/config';

/** Shared by all packages: each runs `vitest run` in its own folder and finds this file above it. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: {
    include: ['src/**/*.test.ts', '*.test.ts', '**/*.test.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.vitest/results.json' },
    passWithNoTests: true,
  },
});
