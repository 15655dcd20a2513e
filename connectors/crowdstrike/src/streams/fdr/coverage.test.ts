import { join } from 'node:path';
import { coverageFloor } from '@sluice/testing/coverage';
import { test } from 'vitest';
import { connector } from '../../index.ts';

const here = import.meta.dirname;
const stream = {
  test,
  connector,
  stream: 'fdr',
  config: { queue_url: 'https://sqs.us-west-1.amazonaws.com/111122223333/cs-prod-example' },
  origin: { transport: 's3', path: 's3://cs-prod-example/data/part-00000.gz' },
};

coverageFloor({ ...stream, samples: [join(here, 'fixtures')], lock: join(here, 'coverage.lock.json') });
coverageFloor({
  ...stream,
  samples: [join(here, '../../../../../../shared/samples/crowdstrike/fdr')],
  lock: join(here, 'coverage.samples.lock.json'),
  mayBeAbsent: true,
});
