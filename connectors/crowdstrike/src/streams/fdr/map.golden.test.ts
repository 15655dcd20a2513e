import { join } from 'node:path';
import { goldens } from '@sluice/testing';
import { test } from 'vitest';
import { connector } from '../../index.ts';

goldens({
  test,
  connector,
  stream: 'fdr',
  fixtures: join(import.meta.dirname, 'fixtures'),
  config: { queue_url: 'https://sqs.us-west-1.amazonaws.com/111122223333/cs-prod-example' },
  origin: { transport: 's3', path: 's3://cs-prod-example/data/00000000-0000-0000-0000-000000000000/part-00000.gz' },
});
