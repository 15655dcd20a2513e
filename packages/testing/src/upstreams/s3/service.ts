import { createFaults, reset, truncated, type Fault, type Faults } from '../faults.ts';
import type { Service } from '../serve.ts';
import { Bucket, type BucketObject } from './buckets.ts';
import { listObjects } from './list.ts';
import { getObject, putObject } from './object-requests.ts';
import { S3Error } from './s3-error.ts';
import { xml } from './xml.ts';

export interface BucketServiceOptions {
  /** Told of every object that was put, by a client or a test: a place to send notifications from. */
  readonly onStored?: (bucket: string, object: BucketObject) => void;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
}

export interface BucketService {
  /** The bucket of this name; it is there from the first time it is asked for. */
  bucket(name: string): Bucket;
  /** The next requests of an operation (`GetObject`, `*`) fail. */
  readonly fail: Faults['fail'];
  /** `GetObject bucket/key` and so on, in order. */
  readonly requests: readonly string[];
  readonly service: Service;
}

/**
 * Amazon S3 in memory, as its clients speak to it: PutObject, GetObject, HeadObject, DeleteObject and ListObjectsV2, with
 * ETags, ranges and conditions, buckets in the path or in the host. It verifies no signatures.
 *
 * @example
 * const s3 = createBucketService();
 * s3.bucket('logs').put('a.json', '{}');
 * const { endpoint } = await serve(s3.service);
 * const client = new S3Client({ endpoint, forcePathStyle: true, region: 'eu-west-1', credentials });
 */
export function createBucketService({ onStored, now = Date.now }: BucketServiceOptions = {}): BucketService {
  const buckets = new Map<string, Bucket>();
  const faults = createFaults();
  const requests: string[] = [];
  const bucket = (name: string): Bucket => {
    const found = buckets.get(name) ?? new Bucket(now, (object) => onStored?.(name, object));
    buckets.set(name, found);
    return found;
  };
  const service: Service = async (request) => {
    const { bucket: name, key, query } = placeOf(request);
    const operation = operationOf(request.method, key);
    requests.push(`${operation} ${name}/${key}`);
    const fault = faults.take(operation);
    if (fault === 'reset') return reset();
    if (fault !== undefined && fault !== 'truncate') return errorAnswer(request, errorOf(fault));
    try {
      const found = buckets.get(name);
      if (found === undefined) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');
      const response = await carryOut(operation, request, { name, bucket: found, key, query });
      return fault === undefined ? response : await truncated(response);
    } catch (error) {
      if (error instanceof S3Error) return errorAnswer(request, error);
      throw error;
    }
  };
  return { bucket, fail: (...plan) => faults.fail(...plan), requests, service };
}

type Operation = 'PutObject' | 'GetObject' | 'HeadObject' | 'DeleteObject' | 'ListObjectsV2' | 'HeadBucket' | 'Unknown';

function operationOf(method: string, key: string): Operation {
  const byMethod: Readonly<Record<string, Operation>> =
    key === ''
      ? { GET: 'ListObjectsV2', HEAD: 'HeadBucket' }
      : { PUT: 'PutObject', GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' };
  return Object.hasOwn(byMethod, method) ? (byMethod[method] ?? 'Unknown') : 'Unknown';
}

interface Place {
  readonly name: string;
  readonly bucket: Bucket;
  readonly key: string;
  readonly query: URLSearchParams;
}

function carryOut(operation: Operation, request: Request, place: Place): Response | Promise<Response> {
  const { name, bucket, key, query } = place;
  switch (operation) {
    case 'PutObject':
      return putObject(bucket, key, request);
    case 'GetObject':
    case 'HeadObject':
      return getObject(bucket, key, request);
    case 'DeleteObject':
      bucket.delete(key);
      return new Response(null, { status: 204 });
    case 'ListObjectsV2':
      return xmlAnswer(200, listObjects(name, bucket, query));
    case 'HeadBucket':
      return new Response(null, { status: 200 });
    case 'Unknown':
      throw new S3Error(501, 'NotImplemented', `This bucket service does not know ${request.method} here.`);
  }
}

/** Bucket and key, from `bucket.s3.region.amazonaws.com/key` or `host/bucket/key`. */
function placeOf(request: Request): { bucket: string; key: string; query: URLSearchParams } {
  const { hostname, pathname, searchParams: query } = new URL(request.url);
  const path = decodeURIComponent(pathname.slice(1));
  const [, bucket] = /^(.+)\.s3[.-][a-z0-9.-]*amazonaws\.com$/.exec(hostname) ?? [];
  if (bucket !== undefined) return { bucket, key: path, query };
  const slash = path.indexOf('/');
  return slash === -1
    ? { bucket: path, key: '', query }
    : { bucket: path.slice(0, slash), key: path.slice(slash + 1), query };
}

function errorOf(fault: Exclude<Fault, 'truncate' | 'reset'>): S3Error {
  switch (fault) {
    case 'throttle':
      return new S3Error(503, 'SlowDown', 'Please reduce your request rate.');
    case 'error':
      return new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.');
    case 'denied':
      return new S3Error(403, 'AccessDenied', 'Access Denied');
  }
}

function errorAnswer({ method }: Request, { status, code, message }: S3Error): Response {
  const answer = xmlAnswer(
    status,
    xml([
      'Error',
      [
        ['Code', code],
        ['Message', message],
        ['RequestId', '0000000000000000'],
      ],
    ]),
  );
  return method === 'HEAD' ? new Response(null, { status }) : answer;
}

function xmlAnswer(status: number, body: string): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } });
}
