import { createReadStream } from 'node:fs';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ObjectBody } from '../store/object-store.ts';
import { s3Client } from '../store/s3-client.ts';
import { isAlreadyThere, s3Error } from '../store/s3-errors.ts';
import type { SluiceError } from '../errors.ts';
import type { DocumentStore, Expected } from './document-store.ts';
import type { S3DocumentsOptions } from './s3-documents.ts';

const deletedAtOnce = 1000;

/** What `s3Documents` promises, by the SDK of AWS, which is loaded with this module. */
export function bucketDocuments(options: S3DocumentsOptions): DocumentStore {
  const client = s3Client(options);
  const { bucket, prefix } = options;
  const failed = (error: unknown, action: string, key: string): SluiceError =>
    s3Error(error, action, bucket, prefix + key);
  return {
    description: `s3://${bucket}/${prefix}`,
    async read(key) {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: prefix + key }));
        return { bytes: (await answer.Body?.transformToByteArray()) ?? new Uint8Array(), version: answer.ETag ?? '' };
      } catch (error) {
        const known = failed(error, 's3:GetObject', key);
        if (known.code === 'object_not_found') return undefined;
        throw known;
      }
    },
    write: (key, body, expected) => write(client, { bucket, key: prefix + key, body, expected }),
    async put(key, body) {
      try {
        const { byteLength } = body;
        const input = { Bucket: bucket, Key: prefix + key, Body: streamOf(body), ContentLength: byteLength };
        await client.send(new PutObjectCommand(input));
      } catch (error) {
        throw failed(error, 's3:PutObject', key);
      }
    },
    async delete(keys) {
      for (let from = 0; from < keys.length; from += deletedAtOnce) {
        const objects = keys.slice(from, from + deletedAtOnce).map((key) => ({ Key: prefix + key }));
        try {
          await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: objects, Quiet: true } }));
        } catch (error) {
          throw failed(error, 's3:DeleteObject', objects[0]?.Key ?? '');
        }
      }
    },
    async list(wanted) {
      const keys: string[] = [];
      try {
        for (let token: string | undefined, isFirst = true; isFirst || token !== undefined; isFirst = false) {
          const input = {
            Bucket: bucket,
            Prefix: prefix + wanted,
            ...(token === undefined ? {} : { ContinuationToken: token }),
          };
          const page = await client.send(new ListObjectsV2Command(input));
          for (const { Key: key } of page.Contents ?? []) if (key !== undefined) keys.push(key.slice(prefix.length));
          token = page.NextContinuationToken;
        }
      } catch (error) {
        throw failed(error, 's3:ListBucket', wanted);
      }
      return keys;
    },
    close: async () => client.destroy(),
  };
}

interface Write {
  readonly bucket: string;
  readonly key: string;
  readonly body: Uint8Array;
  readonly expected: Expected;
}

async function write(client: S3Client, { bucket, key, body, expected }: Write): Promise<string | undefined> {
  // Without its quotes: AWS takes both, Ceph compares what is between them.
  const condition = 'absent' in expected ? { IfNoneMatch: '*' } : { IfMatch: expected.version.replaceAll('"', '') };
  try {
    return (await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ...condition }))).ETag ?? '';
  } catch (error) {
    // 409: another conditional write of the same object is under way. 404: what was to be replaced is gone.
    if (isAlreadyThere(error) || isConflict(error)) return undefined;
    const known = s3Error(error, 's3:PutObject', bucket, key);
    if (known.code === 'object_not_found' && 'version' in expected) return undefined;
    throw known;
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalRequestConflict';
}

function streamOf(body: ObjectBody): Uint8Array | ReturnType<typeof createReadStream> {
  return 'path' in body ? createReadStream(body.path) : Buffer.concat(body.chunks);
}
