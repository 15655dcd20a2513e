import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The system tests: real programs, real sockets, one file at a time so that they do not steal each other's cores. */
const config: ViteUserConfig = defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: {
    include: ['**/*.system.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
});

export default config;
