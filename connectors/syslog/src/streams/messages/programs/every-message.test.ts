import { join } from 'node:path';
import { goldens } from '@sluice/testing';
import { test } from 'vitest';
import { connector } from '../../../index.ts';

/** Each message of each program in each of its forms, beside those of `streams/messages/fixtures`. */
goldens({
  test,
  connector,
  stream: 'messages',
  fixtures: join(import.meta.dirname, 'fixtures'),
  config: { listen: [{ transport: 'udp', port: 5514 }] },
  origin: { transport: 'udp', address: '192.0.2.1' },
});
