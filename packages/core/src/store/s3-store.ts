import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { ObjectStore } from './object-store.ts';

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
 *
 * What speaks to S3 is loaded by the first request: it weighs more than all else, and most pipelines with a folder need
 * none of it.
 */
export function s3Store(options: S3StoreOptions): ObjectStore {
  let opened: Promise<ObjectStore> | undefined;
  const open = (): Promise<ObjectStore> =>
    (opened ??= import('./s3-objects.ts').then(({ s3Objects }) => s3Objects(options)));
  return {
    description: `s3://${options.bucket}`,
    put: async (key, body, putOptions) => (await open()).put(key, body, putOptions),
    read: async (key, range) => (await open()).read(key, range),
    byteLength: async (key) => (await open()).byteLength(key),
    async *list(prefix) {
      yield* (await open()).list(prefix);
    },
    close: async () => (await opened)?.close(),
  };
}
