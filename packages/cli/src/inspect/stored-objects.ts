import type { ObjectStore } from '@sluice/core';
import { bytesAccess, type RandomAccess } from '@sluice/parquet';
import type { Place } from '../config/plan.ts';
import { openPlace } from '../run/open-place.ts';
import type { InspectedObject } from './inspected-object.ts';

const wholeBytes = 32 * 1024 * 1024;
const blockBytes = 1024 * 1024;
const keptBlocks = 16;

/** Objects of a bucket below a prefix, or the one that the prefix names. Whoever asks closes the store. */
export async function* storedObjects(store: ObjectStore, bucket: string): AsyncIterable<InspectedObject> {
  for await (const { key, byteLength } of store.list('')) {
    if (!key.endsWith('.parquet')) continue;
    yield {
      name: `s3://${bucket}/${key}`,
      key,
      use: async (work) =>
        work(byteLength <= wholeBytes ? bytesAccess(await store.read(key)) : blocks(store, key, byteLength)),
    };
  }
}

/** A store whose listing begins at the prefix of the place, while its keys stay whole: rules look at whole keys. */
export function wholeKeys(place: Place & { readonly kind: 'bucket' }): ObjectStore {
  const store = openPlace({ ...place, prefix: '' });
  return { ...store, list: (prefix) => store.list(place.prefix + prefix) };
}

/** A large object by ranges: neighbouring reads share a block, so that page headers do not cost a request each. */
function blocks(store: ObjectStore, key: string, size: number): RandomAccess {
  const kept = new Map<number, Promise<Uint8Array>>();
  const block = (number: number): Promise<Uint8Array> => {
    const known = kept.get(number);
    if (known !== undefined) return known;
    const start = number * blockBytes;
    const bytes = store.read(key, { start, end: Math.min(size, start + blockBytes) });
    kept.set(number, bytes);
    for (const oldest of kept.keys()) if (kept.size > keptBlocks) kept.delete(oldest);
    return bytes;
  };
  return {
    size,
    async read(start, end) {
      if (end - start > blockBytes) return store.read(key, { start, end });
      const first = Math.floor(start / blockBytes);
      const last = Math.floor(Math.max(start, end - 1) / blockBytes);
      const parts = first === last ? [await block(first)] : [await block(first), await block(last)];
      const from = start - first * blockBytes;
      const [only] = parts;
      return parts.length === 1 && only !== undefined
        ? only.subarray(from, from + end - start)
        : Buffer.concat(parts).subarray(from, from + end - start);
    },
  };
}
