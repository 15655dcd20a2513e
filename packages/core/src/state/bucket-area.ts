import { rm } from 'node:fs/promises';
import type { ObjectBody } from '../store/object-store.ts';
import { SluiceError } from '../errors.ts';
import type { DocumentStore } from './document-store.ts';
import type { StagingArea } from './state-store.ts';

export interface BucketAreaOptions {
  /** Below which everything of the place is: `staging/office/main/`. */
  readonly folder: string;
  /** Who had the place before may still be writing: each has a folder of its own in it. */
  readonly epoch: number;
  /** The epoch whose objects an intent that was found names. */
  readonly stagedIn: number;
}

/** Sealed objects in the bucket of the state, so that whoever takes the place over can store them. */
export function bucketArea(documents: DocumentStore, { folder, epoch, stagedIn }: BucketAreaOptions): StagingArea {
  const scratch = new Map<string, string>();
  const keyIn = (of: number, file: string): string => `${folder}${of}/${file}`;
  return {
    folder: undefined,
    isDurable: true,
    async keep(file, body) {
      if ('path' in body) scratch.set(file, body.path);
      await documents.put(keyIn(epoch, file), body);
    },
    async body(file, byteLength): Promise<ObjectBody> {
      const found = await documents.read(keyIn(stagedIn, file));
      if (found !== undefined) return { chunks: [found.bytes], byteLength };
      throw new SluiceError(
        'object_not_found',
        `There is no staged object ${keyIn(stagedIn, file)} in ${documents.description}.`,
      );
    },
    async drop(files) {
      const epochs = new Set([epoch, stagedIn]);
      await documents.delete([...epochs].flatMap((of) => files.map((file) => keyIn(of, file))));
      for (const file of files) {
        const path = scratch.get(file);
        if (path !== undefined) await rm(path, { force: true });
        scratch.delete(file);
      }
    },
    async clear(but = []) {
      const kept = new Set(but.map((file) => keyIn(stagedIn, file)));
      await documents.delete((await documents.list(folder)).filter((key) => !kept.has(key)));
    },
  };
}
