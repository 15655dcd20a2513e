import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { folderStore, s3Store, type ObjectStore, type S3StoreOptions } from '@sluice/core';
import type { VictimSpec } from './victim-spec.ts';

/** A real S3 server and how to get in. */
export interface S3Server {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Where victims leave what they make, in a folder or in a real S3 server. */
export interface Place {
  readonly folder: string;
  /** A lake, a state and a folder for dead letters that nobody has used. */
  outputs(name: string): Promise<Pick<VictimSpec, 'lake' | 'state' | 'deadLetters' | 'leaseMs'>>;
  lake(spec: VictimSpec): ObjectStore;
  /** Frees the room that a run has taken in the folder. */
  forget(spec: VictimSpec): Promise<void>;
  remove(): Promise<void>;
}

export async function folderPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-recovery-'));
  return {
    folder,
    outputs: async (name) => ({
      lake: { folder: join(folder, name, 'lake') },
      state: { folder: join(folder, name, 'state') },
      deadLetters: join(folder, name, 'dead-letters'),
    }),
    lake: openLakeOf,
    forget: ({ state }) => ('folder' in state ? rm(join(state.folder, '..'), { recursive: true }) : Promise.resolve()),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Lakes in buckets, and where it is wanted the state in them too. */
export async function bucketPlace(server: S3Server, { stateToo }: { readonly stateToo: boolean }): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-recovery-'));
  const { endpoint, accessKeyId, secretAccessKey } = server;
  const credentials = { accessKeyId, secretAccessKey };
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
  return {
    folder,
    async outputs(name) {
      const bucket = `${name}-${Math.random().toString(36).slice(2, 10)}`;
      await client.send(new CreateBucketCommand({ Bucket: bucket }));
      const options: S3StoreOptions = {
        bucket,
        endpoint,
        credentials,
        region: 'us-east-1',
        forcePathStyle: true,
        checksums: 'when_required',
      };
      const state = stateToo ? `${bucket}-state` : undefined;
      if (state !== undefined) await client.send(new CreateBucketCommand({ Bucket: state }));
      return {
        lake: { bucket: options },
        state:
          state === undefined
            ? { folder: join(folder, name, 'state') }
            : { bucket: { ...options, bucket: state, prefix: 'state/' } },
        deadLetters: join(folder, name, 'dead-letters'),
      };
    },
    lake: openLakeOf,
    forget: ({ deadLetters }) => rm(join(deadLetters, '..'), { recursive: true, force: true }),
    async remove() {
      client.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function openLakeOf({ lake }: VictimSpec): ObjectStore {
  return 'folder' in lake ? folderStore(lake.folder) : s3Store(lake.bucket);
}
