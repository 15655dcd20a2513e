import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStore, type MemoryStore } from '@sluice/core';
import { describe, expect, it } from 'vitest';
import type { LakeObject } from '../lake/list-lake.ts';
import { createObjectCache, type ObjectCache } from './object-cache.ts';

async function lakeWith(
  sizes: Readonly<Record<string, number>>,
): Promise<{ store: MemoryStore; reads: string[]; objects: LakeObject[] }> {
  const store = memoryStore();
  const reads: string[] = [];
  const objects: LakeObject[] = [];
  for (const [key, byteLength] of Object.entries(sizes)) {
    await store.put(key, { byteLength, chunks: [new Uint8Array(byteLength)] });
    objects.push({ key, byteLength, source: 'ext/a', region: 'r', account: 'a', eventDay: '20260301' });
  }
  return { store: { ...store, read: (key, range) => (reads.push(key), store.read(key, range)) }, reads, objects };
}

function cacheOf(
  store: MemoryStore,
  maxBytes: number,
  folder = mkdtempSync(join(tmpdir(), 'sluice-cache-')),
): ObjectCache {
  return createObjectCache(store, { folder, identity: 'a', maxBytes });
}

describe('the cache of objects', () => {
  it('fetches each object once', async () => {
    const { store, reads, objects } = await lakeWith({ 'a/1.parquet': 10, 'a/2.parquet': 20 });
    const cache = cacheOf(store, 100);
    await cache.fill(objects);
    await cache.fill(objects);
    expect(reads.toSorted()).toEqual(['a/1.parquet', 'a/2.parquet']);
    expect(readFileSync(join(cache.folder, 'a/2.parquet'))).toHaveLength(20);
  });

  it('refuses what is too large for it before it fetches anything', async () => {
    const { store, reads, objects } = await lakeWith({ 'a.parquet': 60, 'b.parquet': 60 });
    await expect(cacheOf(store, 100).fill(objects)).rejects.toThrow(
      'the query needs 120 B of objects and the cache takes 100 B',
    );
    expect(reads).toEqual([]);
  });

  it('gives up what was not used for longest', async () => {
    const { store, objects } = await lakeWith({ 'a.parquet': 60, 'b.parquet': 30, 'c.parquet': 60 });
    const cache = cacheOf(store, 100);
    await cache.fill(objects.slice(0, 1));
    await cache.fill(objects.slice(1, 2));
    await cache.fill(objects.slice(2));
    expect(readdirSync(cache.folder).toSorted()).toEqual(['b.parquet', 'c.parquet']);
  });

  it('leaves no half of an object behind', async () => {
    const { store, objects } = await lakeWith({ 'a.parquet': 60 });
    const broken = { ...store, read: () => Promise.reject(new Error('the line went dead')) };
    const cache = cacheOf(broken, 100);
    await expect(cache.fill(objects)).rejects.toThrow('the line went dead');
    expect(readdirSync(cache.folder)).toEqual([]);
  });
});
