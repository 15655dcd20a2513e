import { readFile } from 'node:fs/promises';
import type { Document, DocumentStore } from './document-store.ts';

/** Documents in memory, with the conditions that S3 has: for tests, and for several workers in one process. */
export function memoryDocuments(): DocumentStore {
  const documents = new Map<string, Document>();
  let versions = 0;
  const set = (key: string, bytes: Uint8Array): string => {
    const version = `"${++versions}"`;
    documents.set(key, { bytes: Uint8Array.from(bytes), version });
    return version;
  };
  return {
    description: 'memory',
    read: async (key) => documents.get(key),
    async write(key, body, expected) {
      const version = documents.get(key)?.version;
      const isAsExpected = 'absent' in expected ? version === undefined : version === expected.version;
      return isAsExpected ? set(key, body) : undefined;
    },
    async put(key, body) {
      set(key, 'path' in body ? await readFile(body.path) : Buffer.concat(body.chunks));
    },
    async delete(keys) {
      for (const key of keys) documents.delete(key);
    },
    list: async (prefix) => [...documents.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
    close: () => Promise.resolve(),
  };
}
