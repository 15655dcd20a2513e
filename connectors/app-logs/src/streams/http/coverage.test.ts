import { join } from 'node:path';
import { coverageFloor } from '@sluice/testing/coverage';
import { test } from 'vitest';
import { connector } from '../../index.ts';

const here = import.meta.dirname;

coverageFloor({
  test,
  connector,
  stream: 'http',
  config: {},
  samples: [join(here, 'fixtures')],
  lock: join(here, 'coverage.lock.json'),
});
