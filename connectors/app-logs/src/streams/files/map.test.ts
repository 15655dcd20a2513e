import { join } from 'node:path';
import { goldens } from '@sluice/testing';
import { test } from 'vitest';
import { connector } from '../../index.ts';

goldens({
  test,
  connector,
  stream: 'files',
  fixtures: join(import.meta.dirname, 'fixtures'),
  config: { paths: ['/var/log/shop/app.log'] },
  origin: { transport: 'file', path: '/var/log/shop/app.log' },
});
