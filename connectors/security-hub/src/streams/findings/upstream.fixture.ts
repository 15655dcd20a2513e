import type { Upstream } from '@sluice/testing';
import { createQueueService, serve } from '@sluice/testing/upstreams';

export function findingRecord(marker: string): string {
  return JSON.stringify({
    Id: marker,
    AwsAccountId: '111122223333',
    Title: 'A finding',
    UpdatedAt: new Date().toISOString(),
    Types: ['TTPs/Discovery'],
  });
}

/** EventBridge's queue in memory: each record is one message. */
export const findingsQueue: Upstream = {
  record: findingRecord,
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
