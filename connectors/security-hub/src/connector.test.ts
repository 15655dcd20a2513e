import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConnector, type Upstream } from '@sluice/testing';
import { createQueueService, serve } from '@sluice/testing/upstreams';
import { test } from 'vitest';
import { connector } from './index.ts';

const record = (marker: string): string =>
  JSON.stringify({
    Id: marker,
    AwsAccountId: '111122223333',
    Title: 'A finding',
    UpdatedAt: new Date().toISOString(),
    Types: ['TTPs/Discovery'],
  });

/** EventBridge's queue in memory: each record is one message. */
const queue: Upstream = {
  record,
  async start() {
    const sqs = createQueueService();
    const server = await serve(sqs.service);
    const messages = sqs.queue('findings');
    return {
      config: {
        queue_url: sqs.urlOf(server.endpoint, 'findings'),
        region: 'eu-central-1',
        credentials: {
          access_key_id: 'AKIAEXAMPLE',
          secret_access_key: 'secret-key-of-the-queue',
          session_token: 'token-of-the-queue',
        },
        wait: '1s',
      },
      feed: (records) => Promise.resolve(records.forEach((text) => messages.send(text))),
      // A poll that a dead reader left open may take a message at that moment; SQS would show it again in its time.
      redeliver() {
        messages.redeliver();
        setTimeout(() => messages.redeliver(), 500);
      },
      stop: () => server.close(),
    };
  },
};

/** A folder into which exports are put, each a file of JSON lines. */
const exports: Upstream = {
  record,
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-exports-'));
    let files = 0;
    return {
      config: { paths: [join(folder, '*.json')], follow: true, poll_every: '20ms' },
      async feed(records) {
        const path = join(folder, `${String(files++).padStart(4, '0')}.json`);
        await writeFile(`${path}.part`, records.map((text) => `${text}\n`).join(''));
        await rename(`${path}.part`, path);
      },
      stop: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

const fixtures = join(import.meta.dirname, 'streams/findings/fixtures');

checkConnector({
  test,
  connector,
  folder: join(import.meta.dirname, '..'),
  streams: {
    findings: {
      config: { queue_url: 'https://sqs.eu-central-1.amazonaws.com/111122223333/findings' },
      origin: { transport: 'sqs' },
      upstream: queue,
    },
    files: { config: { paths: ['findings.json'] }, origin: { transport: 'sqs' }, fixtures, upstream: exports },
  },
});
