import { join } from 'node:path';
import { checkConnector } from '@sluice/testing';
import { test } from 'vitest';
import { connector } from './index.ts';
import { alertsApi } from './streams/alerts/upstream.fixture.ts';
import { feed } from './streams/event-streams/upstream.fixture.ts';
import { replicator } from './streams/fdr/upstream.fixture.ts';

checkConnector({
  test,
  connector,
  folder: join(import.meta.dirname, '..'),
  streams: {
    fdr: {
      config: { queue_url: 'https://sqs.us-west-1.amazonaws.com/111122223333/cs-prod-example' },
      origin: { transport: 's3', path: 's3://cs-prod-example/data/part-00000.gz' },
      upstream: replicator,
    },
    event_streams: {
      config: { client_id: 'id', client_secret: 'secret' },
      fixtures: join(import.meta.dirname, 'streams/event-streams/fixtures'),
      upstream: feed,
    },
    alerts: { config: { client_id: 'id', client_secret: 'secret' }, upstream: alertsApi },
  },
});
