import { folderStore, s3Store, type CustomSource, type ObjectStore } from '@sluice/core';
import type { Place, SourcePlan } from '../config/plan.ts';

/** The store of a place; keys begin below its prefix. Whoever opens it closes it. */
export function openPlace(place: Place): ObjectStore {
  if (place.kind === 'folder') return folderStore(place.folder);
  const store = s3Store(place.options);
  return place.prefix === '' ? store : below(store, place.prefix);
}

/** A source with a store of its own where it is written with a role of its own. */
export function openSource({ source, role }: SourcePlan, lake: Place): CustomSource {
  if (role === undefined || lake.kind === 'folder') return source;
  return { ...source, store: s3Store({ ...lake.options, ...role }) };
}

/** The part of a store whose keys begin with `prefix`. */
function below(store: ObjectStore, prefix: string): ObjectStore {
  return {
    description: `${store.description}/${prefix}`,
    put: (key, body, options) => store.put(prefix + key, body, options),
    read: (key, range) => store.read(prefix + key, range),
    byteLength: (key) => store.byteLength(prefix + key),
    async *list(wanted) {
      for await (const entry of store.list(prefix + wanted)) yield { ...entry, key: entry.key.slice(prefix.length) };
    },
    close: () => store.close(),
  };
}
