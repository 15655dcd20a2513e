import { openBucketState, openState, type StateStore } from '@sluice/core';
import type { Place } from '../config/plan.ts';

/** The state at a place. Whoever opens it closes it. */
export function openStateAt(place: Place): StateStore {
  if (place.kind === 'folder') return openState(place.folder);
  const { conditionalWrites: _, ...options } = place.options;
  return openBucketState({ ...options, prefix: place.prefix });
}
