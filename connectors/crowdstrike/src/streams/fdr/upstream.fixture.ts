import { gzipSync } from 'node:zlib';
import type { Upstream } from '@sluice/testing';
import { createBucketService, createQueueService, serve } from '@sluice/testing/upstreams';

/** The replicator's queue and bucket in memory: each feeding is one gzip file and one message. */
export const replicator: Upstream = {
  record: (marker) =>
    JSON.stringify({
      event_simpleName: 'DnsRequest',
      aid: 'a1',
      id: marker,
      timestamp: '1768471200500',
      ContextProcessId: '1',
      DomainName: 'www.example.com',
    }),
  async start() {
    const sqs = createQueueService();
    const s3 = createBucketService();
    const [queueServer, bucketServer] = [await serve(sqs.service), await serve(s3.service)];
    const queue = sqs.queue('cs-prod');
    let files = 0;
    return {
      config: {
        queue_url: sqs.urlOf(queueServer.endpoint, 'cs-prod'),
        region: 'us-west-1',
        s3_endpoint: bucketServer.endpoint,
        credentials: {
          access_key_id: 'AKIAEXAMPLE',
          secret_access_key: 'secret-key-of-the-replicator',
          session_token: 'token-of-the-replicator',
        },
        wait: '1s',
      },
      async feed(records) {
        const path = `data/${files++}.gz`;
        s3.bucket('cs-prod').put(path, gzipSync(records.join('\n')));
        queue.send(JSON.stringify({ cid: 'c', bucket: 'cs-prod', files: [{ path, size: 1, checksum: 'x' }] }));
      },
      // A poll that a dead reader left open may take a message at that moment; SQS would show it again in its time.
      redeliver() {
        queue.redeliver();
        setTimeout(() => queue.redeliver(), 500);
      },
      async stop() {
        await queueServer.close();
        await bucketServer.close();
      },
    };
  },
};
