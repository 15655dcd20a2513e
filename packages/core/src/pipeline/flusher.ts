import type { ConnectorLog, Cursor } from '@sluice/connector';
import PQueue from 'p-queue';
import { SluiceError } from '../errors.ts';
import { rangeText } from '../lake/input-range.ts';
import type { CustomSource } from '../lake/source.ts';
import type { SealedObject, SealOrder } from '../lane/lane.ts';
import type { FlushCut, FlushIntent, PipelineClaim, StagedObject, UnitRange } from '../state/state-store.ts';
import type { ObjectBody, ObjectStore } from '../store/object-store.ts';
import { retry } from '../store/retry.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import type { FlushStep, OnFlushStep } from './flush-steps.ts';
import type { StoredObject } from './options.ts';

export interface FlusherOptions {
  readonly pipeline: string;
  readonly sources: readonly CustomSource[];
  readonly store: ObjectStore;
  readonly deadLetters: ObjectStore;
  readonly claim: PipelineClaim;
  readonly statistics: PipelineStatistics;
  readonly log: ConnectorLog;
  readonly now: () => number;
  /** Ends all waiting and retrying; what is staged stays for the next start. */
  readonly signal: AbortSignal;
  readonly onStored?: (object: StoredObject) => void;
  readonly onStep?: OnFlushStep;
}

/** Where a flush ends. */
export interface FlushEnd {
  /** Records in it. */
  readonly records: number;
  readonly cursor?: Cursor | undefined;
  readonly units?: readonly UnitRange[];
}

/** `dropped`: another worker has stored some of its units in the meantime, so nothing of it was. */
export type FlushOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'dropped'; readonly units: readonly string[] };

const storesAtOnce = 4;

/**
 * Takes sealed objects to the lake so that a crash at any point leaves it the same: where the flush ends is written down,
 * the objects are staged, then the intent to store them is written down, then they are stored, then the position moves
 * on. A restart finds either no intent (the input is read again, and nothing of it was stored) or one, and stores
 * exactly those files.
 */
export class Flusher {
  readonly #options: FlusherOptions;
  readonly #sources: ReadonlyMap<string, CustomSource>;
  readonly #queue = new PQueue({ concurrency: storesAtOnce });
  #flush: number;
  #cursor: Cursor | undefined;
  /** Files of objects that stayed open over the last flush. */
  #held: readonly StagedObject[];

  constructor(options: FlusherOptions) {
    this.#options = options;
    this.#sources = new Map(options.sources.map((source) => [source.name, source]));
    const { flush, cursor, held = [] } = options.claim.resumed;
    this.#held = held;
    this.#flush = flush;
    this.#cursor = cursor;
  }

  /** Everything up to here is stored. */
  get cursor(): Cursor | undefined {
    return this.#cursor;
  }

  /** Rows that were held over the last flush: open their objects again before anything is read. */
  get held(): readonly StagedObject[] {
    return this.#held;
  }

  /** Where the flush ends that a crash interrupted before its objects were complete. */
  get cut(): FlushCut | undefined {
    const { cut } = this.#options.claim.resumed;
    return cut?.flush === this.#flush ? cut : undefined;
  }

  /** Finishes what a crash interrupted, of this worker and of others that died. Call once, before anything is read. */
  async recover(): Promise<void> {
    const { claim } = this.#options;
    const { intent } = claim.resumed;
    if (intent !== undefined) {
      await this.#resume(claim, intent);
      this.#moveOn(intent);
    }
    await claim.staging.clear(this.#held.map(({ file }) => file));
    await this.finishAbandoned();
  }

  /** Finishes the flushes of workers that died since. */
  async finishAbandoned(): Promise<void> {
    for (const left of await this.#options.claim.abandoned()) {
      try {
        if (left.resumed.intent !== undefined) await this.#resume(left, left.resumed.intent);
        await left.staging.clear();
      } finally {
        await left.release();
      }
    }
  }

  /** Writes down where the flush ends that begins now. It is done, or has failed, before this returns where state is local. */
  async saveCut({ records, cursor, units = [] }: FlushEnd): Promise<void> {
    if (cursor === undefined || units.length > 0) return;
    const cut = { flush: this.#flush, records, cursor };
    await this.#retry(() => this.#options.claim.saveCut(cut));
    await this.#step('cut');
  }

  /** The order to seal what is open. */
  order({ cursor, units }: FlushEnd, mayHold = false): SealOrder {
    const { slot } = this.#options.claim;
    const flush = slot === 'main' ? String(this.#flush) : `${slot} ${this.#flush}`;
    const range = rangeText({ from: this.#cursor, to: cursor, flush, ...(units === undefined ? {} : { units }) });
    return { flush: this.#flush, range, now: this.#options.now(), mayHold };
  }

  /** Stores sealed objects and moves the position on. Flushes come one at a time. */
  async flush(sealed: readonly SealedObject[], { cursor, units = [] }: FlushEnd): Promise<FlushOutcome> {
    const { claim } = this.#options;
    await this.#step('sealed');
    const known = new Set(this.#held.map(({ file }) => file));
    for (const { file, body } of sealed) {
      if (!known.has(file)) await this.#retry(() => claim.staging.keep(file, body));
    }
    await this.#step('staged');
    const all = sealed.map(({ body: _, ...object }): StagedObject => object);
    const objects = all.filter(({ kind }) => kind !== 'held');
    const held = all.filter(({ kind }) => kind === 'held');
    const intent: FlushIntent = {
      flush: this.#flush,
      objects,
      ...(held.length === 0 ? {} : { held }),
      ...(cursor === undefined ? {} : { cursor }),
      ...(units.length === 0 ? {} : { units }),
    };
    const lost = await this.#retry(() => claim.bind(intent));
    if (lost.length > 0) {
      await claim.staging.drop(objects.map(({ file }) => file));
      return { kind: 'dropped', units: lost };
    }
    await this.#step('intended');
    const bodies = new Map(sealed.map(({ file, body }) => [file, body]));
    await this.#finish(claim, intent, async ({ file }) => bodies.get(file) ?? { chunks: [], byteLength: 0 });
    this.#moveOn(intent);
    return { kind: 'stored' };
  }

  async #resume(claim: PipelineClaim, intent: FlushIntent): Promise<void> {
    const { pipeline, log } = this.#options;
    log.info('finishing the flush that was interrupted', {
      pipeline,
      slot: claim.slot,
      objects: intent.objects.length,
    });
    await this.#finish(claim, intent, ({ file, byteLength }) => claim.staging.body(file, byteLength));
  }

  async #finish(
    claim: PipelineClaim,
    intent: FlushIntent,
    bodyOf: (object: StagedObject) => Promise<ObjectBody>,
  ): Promise<void> {
    const stores = intent.objects.map((object) => this.#queue.add(() => this.#store(object, bodyOf)));
    const failed = (await Promise.allSettled(stores)).find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    await this.#retry(() => claim.commit(intent));
    await this.#step('committed');
    this.#options.statistics.lastProgressAt = this.#options.now();
    const held = new Set(intent.held?.map(({ file }) => file));
    const over = claim === this.#options.claim ? this.#held.filter(({ file }) => !held.has(file)) : [];
    await claim.staging.drop([...intent.objects, ...over].map(({ file }) => file));
    await this.#step('cleaned');
  }

  #moveOn({ flush, cursor, held = [] }: FlushIntent): void {
    this.#held = held;
    this.#flush = flush + 1;
    this.#cursor = cursor;
  }

  async #store(object: StagedObject, bodyOf: (object: StagedObject) => Promise<ObjectBody>): Promise<void> {
    const store = object.kind === 'lake' ? this.#storeOf(object.source) : this.#options.deadLetters;
    const body = await this.#retry(() => bodyOf(object));
    await this.#step('storing');
    await this.#retry(() => store.put(object.key, body, { signal: this.#options.signal }));
    await this.#step('stored');
    this.#count(object);
  }

  #storeOf(name: string): ObjectStore {
    const source = this.#sources.get(name);
    if (source !== undefined) return source.store ?? this.#options.store;
    throw new SluiceError(
      'source_invalid',
      `Pipeline "${this.#options.pipeline}" was stopped while it stored objects of source "${name}", which the configuration ` +
        'no longer names. Name it again until the pipeline has started once.',
    );
  }

  #count(object: StagedObject): void {
    const { statistics, onStored } = this.#options;
    if (object.kind === 'dead-letter') {
      statistics.deadLetterObjects++;
      return;
    }
    statistics.storedObjects++;
    statistics.storedEvents += object.rows;
    statistics.storedBytes += object.byteLength;
    statistics.newestStoredTime = Math.max(statistics.newestStoredTime, object.maxTime);
    onStored?.(object);
  }

  async #step(step: FlushStep): Promise<void> {
    await this.#options.onStep?.(step);
  }

  #retry<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const { signal, log, pipeline } = this.#options;
    return retry(attempt, {
      signal,
      onRetry: (error, waitMs) => log.warn(error.message, { pipeline, error_code: error.code, retry_in_ms: waitMs }),
    });
  }
}
