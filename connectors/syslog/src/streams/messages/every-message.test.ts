import { globSync } from 'node:fs';
import { join } from 'node:path';
import { goldens } from '@sluice/testing';
import { describe, test } from 'vitest';
import { connector } from '../../index.ts';

/**
 * Each message of each program and device in each of its documented forms, beside those of `fixtures`, which tell of one
 * behaviour a case. A new folder beside the readers of a device is found by itself.
 */
const folders = globSync('{programs,devices/*}/fixtures', { cwd: import.meta.dirname }).toSorted();

describe.each(folders)('%s', (folder) => {
  goldens({
    test,
    connector,
    stream: 'messages',
    fixtures: join(import.meta.dirname, folder),
    config: { listen: [{ transport: 'udp', port: 5514 }] },
    origin: { transport: 'udp', address: '192.0.2.1' },
  });
});
