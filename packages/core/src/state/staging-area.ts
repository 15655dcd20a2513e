import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StagingArea } from './state-store.ts';

/** A folder on the disk of the state. Sealed objects are written there, so there is nothing more to keep. */
export function folderArea(folder: string): StagingArea {
  return {
    folder,
    isDurable: true,
    keep: () => Promise.resolve(),
    body: (file, byteLength) => Promise.resolve({ path: join(folder, file), byteLength }),
    async drop(files) {
      for (const file of files) await rm(join(folder, file), { force: true });
    },
    async clear(but = []) {
      for (const name of await readdir(folder).catch(() => [])) {
        if (!but.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}

/** For state that forgets: nothing has to outlive the process. */
export const memoryArea: StagingArea = {
  folder: undefined,
  isDurable: false,
  keep: () => Promise.resolve(),
  body: () => Promise.resolve({ chunks: [], byteLength: 0 }),
  drop: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};
