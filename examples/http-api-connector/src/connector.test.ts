import { join } from 'node:path';
import { checkConnector, type Upstream } from '@sluice/testing';
import { createApiService, serve } from '@sluice/testing/upstreams';
import { test } from 'vitest';
import { connector } from './index.ts';

const client = { clientId: 'example', clientSecret: 'not-a-real-secret' };

const vendor: Upstream = {
  record: (marker) =>
    JSON.stringify({ at: '2026-01-15T12:00:00Z', user: 'ada', ip: '192.0.2.7', ok: true, note: marker }),
  async start() {
    const api = createApiService({ client, retryAfterSeconds: 0.01 });
    const { endpoint, close } = await serve(api.service);
    return {
      config: { url: endpoint, client_id: client.clientId, client_secret: client.clientSecret, poll_every: '20ms' },
      async feed(records) {
        api.fail('records', 'throttle');
        api.add(records.map(valueOf));
      },
      redeliver: () => api.expireTokens(),
      taken: () => api.taken,
      stop: close,
    };
  },
};

/** A page is JSON as a whole: what is not JSON can only be in it as text. */
function valueOf(record: string): unknown {
  try {
    return JSON.parse(record);
  } catch {
    return record;
  }
}

checkConnector({
  test,
  connector,
  folder: join(import.meta.dirname, '..'),
  streams: {
    events: {
      config: { url: 'https://api.example.com', client_id: 'example', client_secret: 'not-a-real-secret' },
      upstream: vendor,
    },
  },
});
