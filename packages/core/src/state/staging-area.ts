import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StagingArea } from './state-store.ts';

/** A folder on the disk of the state. Sealed objects are written there, so there is nothing more to keep. */
export function folderArea(folder: string): StagingArea {
  return {
    folder,
    keep: () => Promise.resolve(),
    body: (file, byteLength) => Promise.resolve({ path: join(folder, file), byteLength }),
    async drop(files) {
      for (const file of files) await rm(join(folder, file), { force: true });
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/** For state that forgets: nothing has to outlive the process. */
export const memoryArea: StagingArea = {
  folder: undefined,
  keep: () => Promise.resolve(),
  body: () => Promise.resolve({ chunks: [], byteLength: 0 }),
  drop: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};
