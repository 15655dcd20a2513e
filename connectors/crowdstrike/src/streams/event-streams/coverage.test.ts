import { join } from 'node:path';
import { coverageFloor } from '@sluice/testing/coverage';
import { test } from 'vitest';
import { connector } from '../../index.ts';

const here = import.meta.dirname;
const stream = {
  test,
  connector,
  stream: 'event_streams',
  config: { client_id: 'id', client_secret: 'secret' },
};

coverageFloor({ ...stream, samples: [join(here, 'fixtures')], lock: join(here, 'coverage.lock.json') });
coverageFloor({
  ...stream,
  samples: [join(here, '../../../../../../shared/samples/crowdstrike/event-streams')],
  lock: join(here, 'coverage.samples.lock.json'),
  mayBeAbsent: true,
});
