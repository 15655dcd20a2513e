import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { RenewedClient } from './s3-client.ts';
import type { SluiceError } from '../errors.ts';
import { isAlreadyThere, isSessionOver, s3Error } from './s3-errors.ts';
import type { ObjectBody, ObjectStore, PutOptions, StoredEntry } from './object-store.ts';

const mebibyte = 1024 * 1024;

export interface S3StoreOptions {
  readonly bucket: string;
  readonly region: string;
  /** Another S3-compatible server: `http://127.0.0.1:7480`. */
  readonly endpoint?: string;
  /** `bucket` in the path rather than in the host name; most servers that are not AWS's want it. */
  readonly forcePathStyle?: boolean;
  /**
   * `when_supported` sends a CRC32 trailer with each request; servers that do not know it answer 411 or store garbage,
   * and want `when_required`. Default `when_supported`.
   */
  readonly checksums?: 'when_supported' | 'when_required';
  /**
   * Whether the server honours `If-None-Match: *`. Without it a repeated put writes the same bytes again, which does no
   * harm to the lake but notifies subscribers twice. Default true.
   */
  readonly conditionalWrites?: boolean;
  /** Role to assume: `provider.roleArn` of the custom source. */
  readonly roleArn?: string;
  readonly externalId?: string;
  /** Objects of this size and more go up in parts. Default 64 MiB. */
  readonly multipartFromBytes?: number;
  /** How long the server may be silent before a request counts as failed, and is tried again. Default 30 s. */
  readonly silenceMs?: number;
  /** Tries of the SDK itself for one request, before Sluice's own. Default 3. */
  readonly maxAttempts?: number;
  /** For tests and for hosts with credentials of their own; default is AWS's standard chain. */
  readonly credentials?: NonNullable<S3ClientConfig['credentials']>;
}

/**
 * A lake in a bucket. One plain PutObject for each object, without ACL and tags: that is all that Security Lake's
 * permissions boundary for custom sources allows. Large objects go up in parts; parts of a failed upload stay, because
 * the role may not abort it (a lifecycle rule of the bucket removes them).
 */
export function s3Store(options: S3StoreOptions): ObjectStore {
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
