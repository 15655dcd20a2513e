import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ObjectStore } from '@sluice/core';
import type { Place } from '../config/plan.ts';
import type { Io } from '../terminal/io.ts';
import { createObjectCache, type ObjectCache } from './object-cache.ts';

/** Where the objects of a lake are as local files. */
export type LocalFiles = ObjectCache;

/** The lake itself where it is a folder, else a cache of copies that is filled by what a query needs. */
export function localFiles(
  place: Place,
  store: ObjectStore,
  { cacheSize }: { readonly cacheSize: number },
  io: Io,
): LocalFiles {
  if (place.kind === 'folder') return { folder: place.folder, fill: () => Promise.resolve() };
  const { bucket, endpoint = 'aws' } = place.options;
  return createObjectCache(store, {
    folder: cacheFolder(io.environment),
    identity: `${endpoint} ${bucket} ${place.prefix}`,
    maxBytes: cacheSize,
    onFetch(fetched, of) {
      if (io.stderr.isTty) io.stderr.write(`\rfetching objects: ${fetched} of ${of}${fetched === of ? '\n' : ''}`);
    },
  });
}

function cacheFolder(environment: Io['environment']): string {
  const base = environment['XDG_CACHE_HOME'];
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'sluice', 'objects');
}
