import type { Batch, ReadContext } from '@sluice/connector';
import {
  createBucketService,
  createQueueService,
  serve,
  type BucketService,
  type Queue,
} from '@sluice/testing/upstreams';
import * as z from 'zod';
import { queueShape, type QueueConfig } from './config.ts';
import { readQueue } from './read-queue.ts';
import type { QueueReading } from './workplace.ts';

/** A queue and buckets in memory, and readers of them. */
export interface QueueSite {
  readonly queue: Queue;
  readonly sqs: ReturnType<typeof createQueueService>;
  readonly s3: BucketService;
  readonly config: QueueConfig;
  readonly logged: string[];
  context(more?: Partial<QueueConfig>, signal?: AbortSignal): ReadContext<QueueConfig>;
  /** Puts an object and announces it. */
  announce(key: string, body: string | Uint8Array): void;
  close(): Promise<void>;
}

export async function openQueueSite(): Promise<QueueSite> {
  const sqs = createQueueService();
  const s3 = createBucketService();
  const [queueServer, bucketServer] = [await serve(sqs.service), await serve(s3.service)];
  const queue = sqs.queue('notices');
  const logged: string[] = [];
  const log = (message: string, fields?: object): void =>
    void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const config: QueueConfig = z.strictObject(queueShape).parse({
    queue_url: sqs.urlOf(queueServer.endpoint, 'notices'),
    region: 'eu-central-1',
    s3_endpoint: bucketServer.endpoint,
    credentials: { access_key_id: 'AKIAEXAMPLE', secret_access_key: 'not a secret' },
    wait: '1s',
  });
  return {
    queue,
    sqs,
    s3,
    config,
    logged,
    context: (more = {}, signal = new AbortController().signal) => ({
      config: { ...config, ...more },
      signal,
      log: { debug: log, info: log, warn: log, error: log },
      now: Date.now,
      reportBacklog: () => undefined,
      reportDropped: () => undefined,
    }),
    announce(key, body) {
      s3.bucket('logs').put(key, body);
      queue.send(announcementOf(key));
    },
    async close() {
      await queueServer.close();
      await bucketServer.close();
    },
  };
}

export function announcementOf(key: string): string {
  return JSON.stringify({ bucket: 'logs', files: [{ path: key }] });
}

export function recordsOf(batch: Batch): string[] {
  return Array.from({ length: batch.bounds.length / 2 }, (_, record) =>
    Buffer.from(batch.bytes.subarray(batch.bounds[2 * record], batch.bounds[2 * record + 1])).toString(),
  );
}

/** Reads until as many units ended, settles each batch as it comes, and leaves. */
export async function readUnits(
  site: QueueSite,
  units: number,
  reading: Partial<QueueReading> = {},
  config: Partial<QueueConfig> = {},
): Promise<readonly Batch[]> {
  const batches: Batch[] = [];
  let ended = 0;
  for await (const batch of readQueue(site.context(config), { content: 'objects', backoffMs: () => 0, ...reading })) {
    batches.push(batch);
    await batch.settle?.({ kind: 'stored' });
    ended += batch.units?.filter(({ isLast }) => isLast).length ?? 0;
    if (ended >= units) break;
  }
  return batches;
}
