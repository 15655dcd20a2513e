import type { Slot } from './bucket-head.ts';
import type { DocumentStore } from './document-store.ts';
import type { PipelineClaim } from './state-store.ts';

/** What the claims of one state have in common. */
export interface BucketHome {
  readonly documents: DocumentStore;
  /** A holder that has given no sign of life for so long is taken for dead. */
  readonly leaseMs: number;
  readonly now: () => number;
  /** Takes a place whose holder is gone; undefined where someone else was quicker. */
  takeOver(pipeline: string, name: string, seen: Slot): Promise<PipelineClaim | undefined>;
}
