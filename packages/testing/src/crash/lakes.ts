import { setTimeout as sleep } from 'node:timers/promises';
import { SluiceError, type ObjectStore } from '@sluice/core';

/** Each object takes its time. */
export function slow(store: ObjectStore): ObjectStore {
  return {
    ...store,
    async put(...args) {
      await sleep(100);
      return store.put(...args);
    },
  };
}

/** Each object is refused twice, for a reason that passes. */
export function failing(store: ObjectStore): ObjectStore {
  const refusals = new Map<string, number>();
  return {
    ...store,
    async put(key, ...rest) {
      const refused = refusals.get(key) ?? 0;
      refusals.set(key, refused + 1);
      if (refused < 2) throw passing('the lake is busy');
      return store.put(key, ...rest);
    },
  };
}

/** Each object is stored, and the answer lost once. */
export function forgetful(store: ObjectStore): ObjectStore {
  const told = new Set<string>();
  return {
    ...store,
    async put(key, ...rest) {
      const result = await store.put(key, ...rest);
      if (told.has(key)) return result;
      told.add(key);
      throw passing('the answer was lost');
    },
  };
}

function passing(message: string): SluiceError {
  return new SluiceError('store_unreachable', message, { retryable: true, retryAfterMs: 1 });
}
