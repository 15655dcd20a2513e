import { createBucketService, type BucketService } from '../upstreams/s3/service.ts';
import type { Service } from '../upstreams/serve.ts';
import { createQueueService, type QueueService } from '../upstreams/sqs/service.ts';
import { callerOf } from './caller.ts';
import { createSecurityLakeEmulator, type SecurityLakeEmulator, type SecurityLakeEmulatorOptions } from './emulator.ts';
import type { EmulatorResponse } from './http.ts';
import { bucketName } from './resource-names.ts';

/** A Security Lake with all that stands around it: its buckets, the queues of its subscribers, IAM, STS and Glue. */
export interface LakeService {
  readonly emulator: SecurityLakeEmulator;
  readonly buckets: BucketService;
  readonly queues: QueueService;
  /** Answers for all of these services; which one is meant stands in the signature of a request. */
  readonly service: Service;
}

const largestCall = 2 * 1024 * 1024;

/**
 * Plays the services that a custom source meets, in memory. An object that is put into a bucket of the lake is told to
 * those who subscribe to its source, on their queues.
 */
export function createLakeService(options: SecurityLakeEmulatorOptions = {}): LakeService {
  const { regions = ['us-east-1'] } = options;
  const queues = createQueueService();
  const emulator = createSecurityLakeEmulator({
    ...options,
    onNotification(notification) {
      const name = notification.endpoint.split(':').at(-1) ?? '';
      if (notification.endpoint.startsWith('arn:')) queues.queue(name).send(notification.body);
      options.onNotification?.(notification);
    },
  });
  const regionOf = new Map(regions.map((region) => [bucketName({ account: emulator.account, region }), region]));
  const buckets = createBucketService({
    onStored(bucket, { key, bytes, etag }) {
      const region = regionOf.get(bucket);
      if (region === undefined) return;
      emulator.objectWritten({ region, key, byteLength: bytes.byteLength, etag: etag.replaceAll('"', '') });
    },
  });
  for (const bucket of regionOf.keys()) buckets.bucket(bucket);
  return { emulator, buckets, queues, service: serviceOf(emulator, buckets, queues) };
}

function serviceOf(emulator: SecurityLakeEmulator, buckets: BucketService, queues: QueueService): Service {
  return async (request) => {
    const caller = callerOf(request.headers.get('authorization'));
    if (caller?.service === 's3') {
      const [, bucket = '', ...key] = decodeURIComponent(new URL(request.url).pathname).split('/');
      const isAllowed = emulator.allows(caller.accessKeyId, request.method, bucket, key.join('/'));
      return isAllowed ? buckets.service(request) : accessDenied();
    }
    if (caller?.service === 'sqs') return queues.service(request);
    if (Number(request.headers.get('content-length') ?? 0) > largestCall) return new Response(null, { status: 413 });
    const response = responseOf(await emulator.handle(await requestOf(request)));
    // AWS makes the queue of a subscriber with its notification, not with the first object.
    for (const name of emulator.subscriberQueues()) queues.queue(name);
    return response;
  };
}

async function requestOf(request: Request): Promise<Parameters<SecurityLakeEmulator['handle']>[0]> {
  const { pathname: path, searchParams: query } = new URL(request.url);
  return { method: request.method, path, query, headers: request.headers, body: await request.text() };
}

function responseOf({ status, headers, body }: EmulatorResponse): Response {
  return new Response(body, { status, headers });
}

function accessDenied(): Response {
  const body = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
  return new Response(body, { status: 403, headers: { 'content-type': 'application/xml' } });
}
