import { setTimeout as sleep } from 'node:timers/promises';
import { BucketClaim } from './bucket-claim.ts';
import { readHead, resumedFrom, withSlot, writeHead, type ReadHead, type Slot } from './bucket-head.ts';
import type { BucketHome } from './bucket-home.ts';
import type { DocumentStore } from './document-store.ts';
import { holderText, isProvablyGone, thisHolder } from './holder.ts';
import { s3Documents, type S3DocumentsOptions } from './s3-documents.ts';
import { stateLocked } from './state-errors.ts';
import type { PipelineClaim, StateStore } from './state-store.ts';

export interface BucketStateOptions {
  /** A holder that has given no sign of life for so long is taken for dead. Default 30 s. */
  readonly leaseMs?: number;
  readonly now?: () => number;
}

const defaultLeaseMs = 30_000;
/** How often a silent holder is looked at, within its lease. */
const looksPerLease = 10;

/**
 * State in a bucket, for containers without a disk: positions, intents and staged objects, all written on condition that
 * nobody else has written. The server has to honour `If-Match` and `If-None-Match`.
 */
export function openBucketState(options: S3DocumentsOptions & BucketStateOptions): StateStore {
  return documentState(s3Documents(options), options);
}

/** State in any store of documents. It closes the store. */
export function documentState(documents: DocumentStore, options: BucketStateOptions = {}): StateStore {
  const claims = new Set<PipelineClaim>();
  const { leaseMs = defaultLeaseMs, now = Date.now } = options;
  const take = async (pipeline: string, name: string, read: ReadHead): Promise<PipelineClaim | undefined> => {
    const taken = withSlot(read.head, name, takenOver(read.head.slots[name], now()));
    const version = await writeHead(documents, pipeline, { head: taken, version: read.version });
    if (version === undefined) return undefined;
    const claim = new BucketClaim(home, pipeline, name, { head: taken, version });
    claims.add(claim);
    return claim;
  };
  const home: BucketHome = {
    documents,
    leaseMs,
    now,
    async takeOver(pipeline, name, seen) {
      const read = await readHead(documents, pipeline);
      const slot = read.head.slots[name];
      const isAsSeen = slot?.epoch === seen.epoch && slot.sequence === seen.sequence;
      return isAsSeen ? take(pipeline, name, read) : undefined;
    },
  };
  return {
    description: documents.description,
    async claim(pipeline, { shared }) {
      for (;;) {
        const read = await readHead(documents, pipeline);
        const name = shared ? freePlace(read) : 'main';
        const slot = read.head.slots[name];
        if (slot !== undefined && !isFree(slot)) await silence(documents, { pipeline, name, slot, leaseMs });
        const claim = slot === undefined ? await take(pipeline, name, read) : await home.takeOver(pipeline, name, slot);
        if (claim !== undefined) return claim;
      }
    },
    async look(pipeline) {
      const { head } = await readHead(documents, pipeline);
      const [first] = Object.keys(head.slots).toSorted();
      return resumedFrom(first === undefined ? undefined : head.slots[first]);
    },
    async lookAll(pipeline) {
      const { head } = await readHead(documents, pipeline);
      return Object.keys(head.slots)
        .toSorted()
        .map((name) => resumedFrom(head.slots[name]));
    },
    async close() {
      for (const claim of claims) await claim.release();
      await documents.close();
    },
  };
}

function takenOver(slot: Slot | undefined, now: number): Slot {
  const place = { holder: thisHolder(now), isFree: false, sequence: 0 };
  return slot === undefined ? { ...place, epoch: 1, flush: 0 } : { ...slot, ...place, epoch: slot.epoch + 1 };
}

function isFree({ isFree: isLeft, holder }: Slot): boolean {
  return isLeft || isProvablyGone(holder);
}

/** A place of a shared pipeline that nobody is in, or a new one. */
function freePlace({ head }: ReadHead): string {
  const places = Object.keys(head.slots).filter((name) => name !== 'main');
  const free = places.find((name) => {
    const slot = head.slots[name];
    return slot !== undefined && isFree(slot);
  });
  return free ?? `w${places.length}`;
}

interface Held {
  readonly pipeline: string;
  readonly name: string;
  readonly slot: Slot;
  readonly leaseMs: number;
}

/** Resolves when the holder of a place has been silent for its lease; throws `state_locked` when it speaks. */
async function silence(documents: DocumentStore, { pipeline, name, slot, leaseMs }: Held): Promise<void> {
  for (let look = 0; look <= looksPerLease; look++) {
    await sleep(leaseMs / looksPerLease);
    const { head } = await readHead(documents, pipeline);
    const now = head.slots[name];
    if (now === undefined || now.isFree) return;
    if (now.epoch !== slot.epoch || now.sequence !== slot.sequence)
      throw stateLocked(pipeline, documents.description, holderText(now.holder));
  }
}
