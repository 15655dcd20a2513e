import { join } from 'node:path';
import { coverageFloor } from '@sluice/testing/coverage';
import { test } from 'vitest';
import { connector } from '../../index.ts';

const here = import.meta.dirname;
const samples = join(here, '../../../../../../shared/samples');
/** Two thousand records take their time where machines are busy. */
const patient = Object.assign((name: string, body: () => void) => test(name, body, 120_000), { skip: test.skip });
const stream = { test: patient, connector, stream: 'files', config: { paths: ['/var/log/app.log'] } } as const;

coverageFloor({ ...stream, samples: [join(here, 'fixtures')], lock: join(here, 'coverage.lock.json') });
coverageFloor({
  ...stream,
  samples: ['nginx', 'apache', 'app-json', 'linux/journald'].map((folder) => join(samples, folder)),
  mayBeAbsent: true,
  lock: join(here, 'coverage.samples.lock.json'),
});
