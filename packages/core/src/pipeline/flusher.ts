import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectorLog, Cursor } from '@sluice/connector';
import PQueue from 'p-queue';
import { SluiceError } from '../errors.ts';
import type { CustomSource } from '../lake/source.ts';
import type { SealedObject, SealOrder } from '../lane/lane.ts';
import type { FlushIntent, StagedObject, StateStore } from '../state/state-store.ts';
import type { ObjectBody, ObjectStore } from '../store/object-store.ts';
import { retry } from '../store/retry.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import type { StoredObject } from './options.ts';

export interface FlusherOptions {
  readonly pipeline: string;
  readonly sources: readonly CustomSource[];
  readonly store: ObjectStore;
  readonly deadLetters: ObjectStore;
  readonly state: StateStore;
  readonly statistics: PipelineStatistics;
  readonly log: ConnectorLog;
  readonly now: () => number;
  /** Ends all waiting and retrying; what is staged stays on disk for the next start. */
  readonly signal: AbortSignal;
  readonly onStored?: (object: StoredObject) => void;
}

const storesAtOnce = 4;

/**
 * Takes sealed objects to the lake so that a crash at any point leaves it the same: the objects are on local disk, then
 * the intent to store them is written down, then they are stored, then the position moves on. A restart finds either no
 * intent (the input is read again, and nothing of it was stored) or one, and stores exactly those files.
 */
export class Flusher {
  readonly #options: FlusherOptions;
  readonly #sources: ReadonlyMap<string, CustomSource>;
  readonly #queue = new PQueue({ concurrency: storesAtOnce });
  #flush: number;
  #cursor: Cursor | undefined;

  constructor(options: FlusherOptions) {
    this.#options = options;
    this.#sources = new Map(options.sources.map((source) => [source.name, source]));
    const { flush, cursor } = options.state.load(options.pipeline);
    this.#flush = flush;
    this.#cursor = cursor;
  }

  /** Everything up to here is stored. */
  get cursor(): Cursor | undefined {
    return this.#cursor;
  }

  /** Where objects wait on disk; undefined where they wait in memory. */
  get stagingFolder(): string | undefined {
    return stagingFolderOf(this.#options.state, this.#options.pipeline);
  }

  /** Finishes what a crash interrupted. Call once, before anything is read. */
  async recover(): Promise<void> {
    const intent = this.#options.state.loadIntent(this.#options.pipeline);
    const folder = this.stagingFolder;
    if (intent !== undefined && folder !== undefined) {
      this.#options.log.info('finishing the flush that was interrupted', { objects: intent.objects.length });
      await this.#finish(intent, ({ file, byteLength }) => ({ path: join(folder, file), byteLength }));
    }
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }

  /** The order to seal what is open, for a flush that ends at `cursor`. */
  order(cursor: Cursor | undefined): SealOrder {
    const range = cursor === undefined ? `flush ${this.#flush}` : JSON.stringify([this.#cursor ?? null, cursor]);
    return { flush: this.#flush, range, now: this.#options.now() };
  }

  /** Stores sealed objects and moves the position on to `cursor`. Flushes come one at a time. */
  async flush(sealed: readonly SealedObject[], cursor: Cursor | undefined): Promise<void> {
    const bodies = new Map(sealed.map(({ file, body }) => [file, body]));
    const objects = sealed.map(({ body: _, ...object }): StagedObject => object);
    const intent = { flush: this.#flush, objects, ...(cursor === undefined ? {} : { cursor }) };
    await this.#retry(() => Promise.resolve(this.#options.state.saveIntent(this.#options.pipeline, intent)));
    await this.#finish(intent, ({ file }) => bodies.get(file) ?? { chunks: [], byteLength: 0 });
  }

  async #finish(intent: FlushIntent, bodyOf: (object: StagedObject) => ObjectBody): Promise<void> {
    const { state, pipeline, statistics, now } = this.#options;
    const stores = intent.objects.map((object) => this.#queue.add(() => this.#store(object, bodyOf(object))));
    const failed = (await Promise.allSettled(stores)).find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const { cursor } = intent;
    const next = { flush: intent.flush + 1, ...(cursor === undefined ? {} : { cursor }) };
    await this.#retry(() => Promise.resolve(state.commit(pipeline, next)));
    this.#flush = next.flush;
    this.#cursor = cursor;
    statistics.lastProgressAt = now();
    const folder = this.stagingFolder;
    if (folder !== undefined) {
      for (const { file } of intent.objects) await rm(join(folder, file), { force: true });
    }
  }

  async #store(object: StagedObject, body: ObjectBody): Promise<void> {
    const store = object.kind === 'lake' ? this.#storeOf(object.source) : this.#options.deadLetters;
    await this.#retry(() => store.put(object.key, body, { signal: this.#options.signal }));
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

  #retry<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const { signal, log, pipeline } = this.#options;
    return retry(attempt, {
      signal,
      onRetry: (error, waitMs) => log.warn(error.message, { pipeline, error_code: error.code, retry_in_ms: waitMs }),
    });
  }
}

export function stagingFolderOf(state: StateStore, pipeline: string): string | undefined {
  return state.stagingFolder === undefined ? undefined : join(state.stagingFolder, pipeline);
}
