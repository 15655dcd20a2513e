import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { s3Store, type ObjectStore } from '@sluice/core';
import type { Radosgw } from './radosgw.ts';

const region = 'eu-central-1';

/** A bucket of a real S3 server for a lake, and what `sluice run` has to be told to use it. */
export interface Bucket {
  readonly store: ObjectStore;
  /** Where the lake is, as a configuration says it, with a state and dead letters of its own. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** How to get in. */
  readonly environment: Readonly<Record<string, string>>;
  /** Copies all objects below a folder, under their keys: for readers that know folders only. */
  download(folder: string): Promise<void>;
}

export async function makeBucket(server: Radosgw, name: string): Promise<Bucket> {
  const { endpoint, accessKeyId, secretAccessKey } = server;
  const credentials = { accessKeyId, secretAccessKey };
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: name }));
  client.destroy();
  const store = s3Store({
    bucket: name,
    region,
    endpoint,
    credentials,
    forcePathStyle: true,
    checksums: 'when_required',
  });
  return {
    store,
    configuration: {
      lake: { bucket: name, region, endpoint, path_style: true, checksums: 'when_required' },
      state: `./state-${name}`,
      dead_letters: `./dead-letters-${name}`,
    },
    environment: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    async download(folder) {
      for await (const { key } of store.list('')) {
        const path = join(folder, key);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, await store.read(key));
      }
    },
  };
}
