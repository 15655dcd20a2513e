import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The system tests: real programs, real sockets. They mostly wait for those, so two files run at a time. */
const config: ViteUserConfig = defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: {
    include: ['**/*.system.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
});

export default config;
