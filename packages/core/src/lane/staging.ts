import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { folderError } from '../store/folder-errors.ts';
import { retry, type RetryOptions } from '../store/retry.ts';
import type { ObjectBody } from '../store/object-store.ts';

/** Where objects wait to be stored. */
export interface Staging {
  /** Keeps an object under a name; in a folder, it is on disk when this resolves. Throws a `SluiceError`. */
  write(name: string, chunks: readonly Uint8Array[]): Promise<ObjectBody>;
}

export function folderStaging(folder: string): Staging {
  return {
    async write(name, chunks) {
      const path = join(folder, name);
      try {
        await mkdir(folder, { recursive: true });
        const file = await open(path, 'w');
        try {
          for (const chunk of chunks) await file.writeFile(chunk);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (error) {
        throw folderError(error, path);
      }
      return { path, byteLength: lengthOf(chunks) };
    },
  };
}

/** Waits for a full disk: the rows are still in memory, and the input is not read meanwhile. */
export function patientStaging(staging: Staging, options: RetryOptions): Staging {
  return { write: (name, chunks) => retry(() => staging.write(name, chunks), options) };
}

/** For writers without a state folder. */
export const memoryStaging: Staging = {
  write: (_name, chunks) => Promise.resolve({ chunks, byteLength: lengthOf(chunks) }),
};

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((total, chunk) => total + chunk.byteLength, 0);
}
