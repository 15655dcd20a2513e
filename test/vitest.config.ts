import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import shared from '../vitest.config.ts';

/** These tests run whole pipelines, most of them in processes of their own. */
const config: ViteUserConfig = mergeConfig(shared, { test: { testTimeout: 60_000, hookTimeout: 30_000 } });

export default config;
