import type { Stream } from '@sluice/connector';
import { queuePermissions } from '@sluice/queue';
import { emits } from './columns.ts';
import { fdrConfig, type FdrConfig } from './config.ts';
import { mapRecord } from './map.ts';
import { readFdr } from './read.ts';

export const fdr: Stream<FdrConfig, 'json'> = {
  name: 'fdr',
  description:
    'Falcon Data Replicator: everything that the sensors record, from the files that CrowdStrike puts into S3.',
  config: fdrConfig,
  delivery: 'at-least-once',
  format: 'json',
  shared: true,
  emits,
  permissions: queuePermissions('objects'),
  read: readFdr,
  map: mapRecord,
};
