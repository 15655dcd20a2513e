import { join } from 'node:path';
import { coverageFloor } from '@sluice/testing/coverage';
import { test } from 'vitest';
import { connector } from '../../index.ts';

const here = import.meta.dirname;
const samples = join(here, '../../../../../../shared/samples');
/** Seven thousand records take their time where machines are busy. */
const patient = Object.assign((name: string, body: () => void) => test(name, body, 120_000), { skip: test.skip });

const stream = {
  test: patient,
  connector,
  stream: 'messages',
  config: { listen: [{ transport: 'udp', port: 5514 }] },
} as const;

coverageFloor({ ...stream, samples: [join(here, 'fixtures')], lock: join(here, 'coverage.lock.json') });
coverageFloor({
  ...stream,
  samples: ['linux/auth', 'cisco', 'paloalto', 'fortinet', 'cef', 'leef'].map((folder) => join(samples, folder)),
  mayBeAbsent: true,
  lock: join(here, 'coverage.samples.lock.json'),
});
