import { readFile } from 'node:fs/promises';
import { SluiceError } from '../errors.ts';
import type { ObjectStore } from './object-store.ts';

export interface MemoryStore extends ObjectStore {
  readonly objects: ReadonlyMap<string, Uint8Array>;
}

/** A store for tests and trials: it forgets everything with the process. */
export function memoryStore(): MemoryStore {
  const objects = new Map<string, Uint8Array>();
  const need = (key: string): Uint8Array => {
    const bytes = objects.get(key);
    if (bytes === undefined) throw new SluiceError('object_not_found', `There is no object ${key} in memory.`);
    return bytes;
  };
  return {
    description: 'memory',
    objects,
    async put(key, body) {
      if (objects.has(key)) return 'already-there';
      objects.set(key, 'path' in body ? await readFile(body.path) : Buffer.concat(body.chunks));
      return 'stored';
    },
    read: async (key, range) => need(key).slice(range?.start, range?.end),
    byteLength: async (key) => need(key).byteLength,
    async *list(prefix) {
      for (const key of [...objects.keys()].toSorted()) {
        if (key.startsWith(prefix)) yield { key, byteLength: need(key).byteLength };
      }
    },
    close: () => Promise.resolve(),
  };
}
