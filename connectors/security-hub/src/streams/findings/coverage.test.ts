import { join } from 'node:path';
import { coverageFloor } from '@sluice/testing/coverage';
import { test } from 'vitest';
import { connector } from '../../index.ts';

const here = import.meta.dirname;
const stream = {
  test,
  connector,
  stream: 'findings',
  config: { queue_url: 'https://sqs.eu-central-1.amazonaws.com/111122223333/findings' },
  origin: { transport: 'sqs' },
};

coverageFloor({ ...stream, samples: [join(here, 'fixtures')], lock: join(here, 'coverage.lock.json') });
coverageFloor({
  ...stream,
  samples: [join(here, '../../../../../../shared/samples/aws/securityhub-asff')],
  lock: join(here, 'coverage.samples.lock.json'),
  mayBeAbsent: true,
  minSpecific: 0.97,
});
