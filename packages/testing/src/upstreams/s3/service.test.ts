import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { setupServer } from 'msw/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handlersOf } from '../handlers-of.ts';
import { serve, type ServedService } from '../serve.ts';
import { createBucketService, type BucketService } from './service.ts';

const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' };
const Bucket = 'logs';

let s3: BucketService;
let stored: string[];
let served: ServedService;
let client: S3Client;
beforeEach(async () => {
  stored = [];
  s3 = createBucketService({ onStored: (bucket, { key }) => stored.push(`${bucket}/${key}`) });
  s3.bucket(Bucket);
  served = await serve(s3.service);
  client = new S3Client({
    endpoint: served.endpoint,
    forcePathStyle: true,
    region: 'eu-west-1',
    credentials,
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await served.close();
});

async function textOf(key: string, options: object = {}): Promise<string | undefined> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, ...options }));
  return Body?.transformToString();
}

test.each(['plain.json', 'a b/ü+%?&=.log', 'day=1/x.gz'])('what is put is got back: %s', async (key) => {
  const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: key, Body: 'grüezi' }));
  expect(await textOf(key)).toBe('grüezi');
  expect(await client.send(new HeadObjectCommand({ Bucket, Key: key }))).toMatchObject({ ETag, ContentLength: 7 });
  expect(stored).toEqual([`logs/${key}`]);
  await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
  await expect(textOf(key)).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a stream is stored without the framing of its chunks', async () => {
  const parts = ['first ', 'x'.repeat(100_000), ' last'];
  const Body = Readable.from(parts.map((part) => Buffer.from(part)));
  await client.send(new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: 100_011 }));
  expect(await textOf('stream')).toBe(parts.join(''));
});

test('ranges of either end are cut, and what lies outside is refused', async () => {
  s3.bucket(Bucket).put('digits', '0123456789');
  expect(await textOf('digits', { Range: 'bytes=2-4' })).toBe('234');
  expect(await textOf('digits', { Range: 'bytes=8-' })).toBe('89');
  expect(await textOf('digits', { Range: 'bytes=-3' })).toBe('789');
  await expect(textOf('digits', { Range: 'bytes=10-12' })).rejects.toMatchObject({ name: 'InvalidRange' });
});

test('of many conditional writes one wins; an ETag guards against lost updates', async () => {
  const put = (Body: string, condition: object): Promise<{ ETag?: string | undefined }> =>
    client.send(new PutObjectCommand({ Bucket, Key: 'lock', Body, ...condition }));
  const race = await Promise.allSettled(['a', 'b', 'c', 'd'].map((body) => put(body, { IfNoneMatch: '*' })));
  expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { ETag } = await client.send(new HeadObjectCommand({ Bucket, Key: 'lock' }));
  await put('second', { IfMatch: ETag });
  await expect(put('third', { IfMatch: ETag })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  expect(await textOf('lock')).toBe('second');
  await expect(textOf('lock', { IfMatch: ETag })).rejects.toMatchObject({ name: 'PreconditionFailed' });
});

test('objects are listed in pages, in the order of their bytes, with folders', async () => {
  const keys = ['a/1', 'a/2', 'b', 'c/1', 'ｚ', '😀'];
  for (const key of keys.toReversed()) s3.bucket(Bucket).put(key, key);
  const found: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 4, ContinuationToken }));
    found.push(...(page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  expect(found).toEqual(keys);
  const top = await client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }));
  expect(top.CommonPrefixes).toEqual([{ Prefix: 'a/' }, { Prefix: 'c/' }]);
  const rest = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'a/', StartAfter: 'a/1' }));
  expect(rest.Contents).toMatchObject([{ Key: 'a/2', Size: 3 }]);
});

test('it fails as it is told to, so often', async () => {
  s3.bucket(Bucket).put('a', 'x'.repeat(1000));
  s3.fail('GetObject', 'throttle');
  s3.fail('GetObject', 'error');
  s3.fail('GetObject', 'denied');
  s3.fail('*', 'truncate');
  await expect(textOf('a')).rejects.toMatchObject({ name: 'SlowDown' });
  await expect(textOf('a')).rejects.toMatchObject({ name: 'InternalError' });
  await expect(textOf('a')).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(textOf('a')).rejects.toThrow(/aborted|ECONNRESET|terminated/);
  expect(await textOf('a')).toHaveLength(1000);
  await expect(client.send(new GetObjectCommand({ Bucket: 'none', Key: 'a' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test('clients inside the process reach it through Mock Service Worker, with the bucket in the host', async () => {
  const server = setupServer(...handlersOf(/^https:\/\/[^/]*s3\.eu-west-1\.amazonaws\.com\//, s3.service));
  server.listen({ onUnhandledFrame: 'error' });
  try {
    s3.bucket(Bucket).put('a/b', 'hello');
    const aws = new S3Client({ region: 'eu-west-1', credentials });
    const { Body } = await aws.send(new GetObjectCommand({ Bucket, Key: 'a/b' }));
    expect(await Body?.transformToString()).toBe('hello');
  } finally {
    server.close();
  }
});
