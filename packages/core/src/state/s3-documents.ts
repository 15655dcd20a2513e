import type { S3StoreOptions } from '../store/s3-store.ts';
import type { DocumentStore } from './document-store.ts';

export interface S3DocumentsOptions extends Omit<S3StoreOptions, 'conditionalWrites'> {
  /** What every key begins with: `state/`. */
  readonly prefix: string;
}

/**
 * Documents in a bucket whose server honours `If-Match` and `If-None-Match` (AWS does, and Ceph). Needs s3:GetObject,
 * s3:PutObject and s3:DeleteObject below the prefix and s3:ListBucket. What speaks to S3 is loaded by the first request.
 */
export function s3Documents(options: S3DocumentsOptions): DocumentStore {
  let opened: Promise<DocumentStore> | undefined;
  const open = (): Promise<DocumentStore> =>
    (opened ??= import('./bucket-documents.ts').then(({ bucketDocuments }) => bucketDocuments(options)));
  return {
    description: `s3://${options.bucket}/${options.prefix}`,
    read: async (key) => (await open()).read(key),
    write: async (key, body, expected) => (await open()).write(key, body, expected),
    put: async (key, body) => (await open()).put(key, body),
    delete: async (keys) => (await open()).delete(keys),
    list: async (prefix) => (await open()).list(prefix),
    close: async () => (await opened)?.close(),
  };
}
