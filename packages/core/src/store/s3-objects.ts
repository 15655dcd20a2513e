import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { RenewedClient } from './s3-client.ts';
import type { SluiceError } from '../errors.ts';
import { isAlreadyThere, isSessionOver, s3Error } from './s3-errors.ts';
import type { S3StoreOptions } from './s3-store.ts';
import type { ObjectBody, ObjectStore, PutOptions, StoredEntry } from './object-store.ts';

const mebibyte = 1024 * 1024;

/** What `s3Store` promises, by the SDK of AWS, which is loaded with this module. */
export function s3Objects(options: S3StoreOptions): ObjectStore {
  const clients = new RenewedClient(options);
  const { bucket } = options;
  const failed = (error: unknown, action: string, key: string, client: S3Client): SluiceError => {
    if (isSessionOver(error)) clients.renew(client);
    return s3Error(error, action, bucket, key);
  };
  return {
    description: `s3://${bucket}`,
    async put(key, body, putOptions) {
      const client = clients.current;
      try {
        await put(client, options, key, body, putOptions);
        return 'stored';
      } catch (error) {
        if (isAlreadyThere(error)) return 'already-there';
        throw failed(error, 's3:PutObject', key, client);
      }
    },
    async read(key, range) {
      const client = clients.current;
      try {
        const answer = await client.send(
          new GetObjectCommand({
            Bucket: bucket,
            Key: key,
            ...(range === undefined ? {} : { Range: `bytes=${range.start}-${range.end - 1}` }),
          }),
        );
        return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        throw failed(error, 's3:GetObject', key, client);
      }
    },
    async byteLength(key) {
      const client = clients.current;
      try {
        return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).ContentLength ?? 0;
      } catch (error) {
        throw failed(error, 's3:GetObject', key, client);
      }
    },
    list: (prefix) => list(clients.current, bucket, prefix),
    close() {
      clients.close();
      return Promise.resolve();
    },
  };
}

async function put(
  client: S3Client,
  options: S3StoreOptions,
  key: string,
  body: ObjectBody,
  { signal }: PutOptions = {},
): Promise<void> {
  const input: PutObjectCommandInput = {
    Bucket: options.bucket,
    Key: key,
    ContentType: contentType(key),
    ...(options.conditionalWrites === false ? {} : { IfNoneMatch: '*' }),
  };
  if (body.byteLength >= (options.multipartFromBytes ?? 64 * mebibyte)) return putInParts(client, input, body, signal);
  await client.send(
    new PutObjectCommand({ ...input, Body: await bytesOf(body), ContentLength: body.byteLength }),
    signal === undefined ? {} : { abortSignal: signal },
  );
}

async function putInParts(
  client: S3Client,
  input: PutObjectCommandInput,
  body: ObjectBody,
  signal: AbortSignal | undefined,
): Promise<void> {
  const upload = new Upload({
    client,
    params: { ...input, Body: 'path' in body ? createReadStream(body.path) : Buffer.concat(body.chunks) },
    partSize: 16 * mebibyte,
    queueSize: 2,
    leavePartsOnError: true,
  });
  const abort = (): void => void upload.abort();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await upload.done();
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

async function bytesOf(body: ObjectBody): Promise<Uint8Array> {
  return 'path' in body ? readFile(body.path) : Buffer.concat(body.chunks);
}

function contentType(key: string): string {
  return key.endsWith('.parquet') ? 'application/vnd.apache.parquet' : 'application/octet-stream';
}

async function* list(client: S3Client, bucket: string, prefix: string): AsyncIterable<StoredEntry> {
  let token: string | undefined;
  do {
    let page;
    try {
      page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          ...(token === undefined ? {} : { ContinuationToken: token }),
        }),
      );
    } catch (error) {
      throw s3Error(error, 's3:ListBucket', bucket, prefix);
    }
    for (const entry of page.Contents ?? []) {
      if (entry.Key !== undefined) yield { key: entry.Key, byteLength: entry.Size ?? 0 };
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
