import { join } from 'node:path';
import { coverageFloor } from '@sluice/testing/coverage';
import { test } from 'vitest';
import { connector } from '../../index.ts';

const here = import.meta.dirname;
const samples = join(here, '../../../../../../shared/samples');
const stream = { test, connector, stream: 'messages', config: { listen: [{ transport: 'udp', port: 5514 }] } } as const;

coverageFloor({ ...stream, samples: [join(here, 'fixtures')], lock: join(here, 'coverage.lock.json') });
coverageFloor({
  ...stream,
  samples: ['linux/auth', 'cisco', 'paloalto', 'fortinet', 'cef', 'leef'].map((folder) => join(samples, folder)),
  mayBeAbsent: true,
  lock: join(here, 'coverage.samples.lock.json'),
});
