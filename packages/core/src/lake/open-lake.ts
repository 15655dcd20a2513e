import type { ConnectorLog } from '@sluice/connector';
import { loadCatalogue, type Catalogue } from '@sluice/ocsf';
import { sluiceEncoder, type Encoder } from '@sluice/parquet';
import { SluiceError } from '../errors.ts';
import { seal, type Sealer } from '../lane/seal.ts';
import { spillAboveBytes, spillRule } from '../lane/folder-spill.ts';
import { folderStaging, memoryStaging, patientStaging } from '../lane/staging.ts';
import { Flusher } from '../pipeline/flusher.ts';
import { FlushTiming } from '../pipeline/flush-timing.ts';
import type { StoredObject } from '../pipeline/options.ts';
import { SingleFlight } from '../pipeline/single-flight.ts';
import { memoryState, openState } from '../state/sqlite-state.ts';
import type { PipelineClaim, StateStore } from '../state/state-store.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { RetryOptions } from '../store/retry.ts';
import { newStatistics, type PipelineStatistics } from '../telemetry.ts';
import { softwareVersion } from '../version.ts';
import type { Product } from './conform.ts';
import { defaultFlushRules, type FlushRules } from './flush-rules.ts';
import { createPacker, type Generation, type Packer } from './packer.ts';
import type { LaneLoad } from '../lane/lane.ts';
import { isAccount } from './partition.ts';
import type { Refusal } from './refusal.ts';
import type { CustomSource } from './source.ts';

export interface LakeOptions {
  readonly store: ObjectStore;
  /** Region of the lake's bucket. */
  readonly region: string;
  /** Account of events that name no AWS account of their own: twelve digits, or `external_<id>`. */
  readonly account: string;
  /** What becomes `metadata.product` where an event says nothing else. */
  readonly product: Product;
  /** One for each class that will be written. */
  readonly sources: readonly CustomSource[];
  /** Name of this writer; two writers of one lake want two names. Default `sdk`. */
  readonly writer?: string;
  /**
   * Folder for state and for objects that wait to be stored. With it, a crash during a flush is finished by the next
   * start. Without it they wait in memory.
   */
  readonly stateFolder?: string;
  readonly flush?: Partial<FlushRules>;
  readonly encoder?: Encoder;
  /** Default OCSF 1.3.0, the newest that Security Lake takes. */
  readonly catalogue?: Catalogue;
  readonly log?: ConnectorLog;
  readonly onStored?: (object: StoredObject) => void;
  readonly now?: () => number;
}

export interface RejectedEvent extends Refusal {
  /** Position in the list that was given to `write`. */
  readonly index: number;
}

export interface WriteResult {
  readonly accepted: number;
  /** Events that cannot be stored, with the reason. They are the caller's to keep. */
  readonly rejected: readonly RejectedEvent[];
  /** Resolves when the accepted events are in the lake; rejects when they could not be stored. */
  readonly stored: Promise<void>;
}

/** An event in OCSF's JSON form: what must be said. Everything that follows from it is filled in. */
export type LakeEvent = Readonly<Record<string, unknown>> & { readonly class_uid: number };

/** A lake to write events to. */
export interface Lake {
  readonly statistics: Readonly<PipelineStatistics>;
  /**
   * Takes the events over (they are completed in place) and resolves when there is room for more: awaiting it is all
   * the backpressure a caller needs.
   */
  write(events: readonly LakeEvent[]): Promise<WriteResult>;
  /** Stores everything written so far. */
  flush(): Promise<void>;
  /** Stores everything and releases what is held. A closed lake takes no more events. */
  close(): Promise<void>;
}

/** Opens a lake for writing, with the same rules and the same bytes as `sluice run`. */
export async function openLake(options: LakeOptions): Promise<Lake> {
  if (!isAccount(options.account)) {
    throw new SluiceError(
      'source_invalid',
      `Account "${options.account}" has to be twelve digits, "external" or "external_<id>" (Security Lake: accountId).`,
    );
  }
  const state = options.stateFolder === undefined ? memoryState() : openState(options.stateFolder);
  try {
    const claim = await state.claim(options.writer ?? defaultWriter, { shared: false });
    const lake = new EventLake(options, state, claim);
    await lake.recover();
    return lake;
  } catch (error) {
    await state.close();
    throw error;
  }
}

const defaultWriter = 'sdk';

/** Events between two looks at the flush rules. */
const sliceEvents = 128;

const silent: ConnectorLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

class EventLake implements Lake {
  readonly statistics: PipelineStatistics = newStatistics();
  readonly #now: () => number;
  readonly #state: StateStore;
  readonly #packer: Packer;
  readonly #timing: FlushTiming;
  readonly #flusher: Flusher;
  readonly #sealer: Sealer;
  readonly #stop = new AbortController();
  #stored = Promise.withResolvers<void>();
  readonly #flushes = new SingleFlight();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: LakeOptions, state: StateStore, claim: PipelineClaim) {
    const { region, account, product, sources, store } = options;
    const rules = { ...defaultFlushRules, ...options.flush };
    const encoder = options.encoder ?? sluiceEncoder;
    const catalogue = options.catalogue ?? loadCatalogue('1.3.0');
    const writer = options.writer ?? defaultWriter;
    const { statistics } = this;
    const { folder } = claim.staging;
    const log = options.log ?? silent;
    const { signal } = this.#stop;
    const retry: RetryOptions = {
      signal,
      onRetry: (error, waitMs) => log.warn(error.message, { error_code: error.code, retry_in_ms: waitMs }),
    };
    this.#now = options.now ?? Date.now;
    this.#state = state;
    this.#packer = createPacker({
      catalogue,
      encoder,
      region,
      account,
      product,
      sources,
      statistics,
      maxMemoryBytes: rules.maxMemoryBytes,
      ...spillRule({ folder, aboveBytes: spillAboveBytes(rules, 1), retry }),
    });
    this.#timing = new FlushTiming(rules);
    this.#flusher = new Flusher({
      pipeline: writer,
      sources,
      store,
      claim,
      statistics,
      log,
      signal,
      deadLetters: store,
      now: this.#now,
      ...(options.onStored === undefined ? {} : { onStored: options.onStored }),
    });
    this.#sealer = {
      writer,
      lane: 0,
      extension: encoder.extension,
      footer: { 'sluice.pipeline': writer, 'sluice.ocsf': catalogue.release, 'sluice.version': softwareVersion() },
      staging: patientStaging(folder === undefined ? memoryStaging : folderStaging(folder), retry),
    };
    this.#stored.promise.catch(() => undefined);
  }

  recover(): Promise<void> {
    return this.#flusher.recover();
  }

  async write(events: readonly LakeEvent[]): Promise<WriteResult> {
    if (this.#closed) throw new SluiceError('lake_closed', 'This lake is closed; open it again to write more.');
    const rejected: RejectedEvent[] = [];
    const receivedAt = this.#now();
    // Events of one call may end in several flushes; they are stored when the last of these is.
    const flushes = new Set<Promise<void>>();
    for (const [index, event] of events.entries()) {
      const unfit = this.#take(event, receivedAt);
      if (unfit === undefined) flushes.add(this.#stored.promise);
      else rejected.push({ index, ...unfit });
      const endsSlice = index === events.length - 1 || index % sliceEvents === sliceEvents - 1;
      if (endsSlice) await this.#afterSlice();
    }
    this.#setTimer();
    const accepted = events.length - rejected.length;
    this.statistics.receivedRecords += events.length;
    this.statistics.mappedEvents += accepted;
    const stored = Promise.all(flushes).then(() => undefined);
    stored.catch(() => undefined);
    return { accepted, rejected, stored };
  }

  async #afterSlice(): Promise<void> {
    await this.#packer.spillIfFull();
    const isOld = this.#timing.isOld(performance.now(), this.#packer.events > 0);
    if (isOld || this.#isFull()) await this.#startFlush();
  }

  async flush(): Promise<void> {
    await this.#startFlush();
    await this.#flushes.idle();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await this.flush();
    } finally {
      clearTimeout(this.#timer);
      this.#stop.abort();
      await this.#state.close();
    }
  }

  #take(event: LakeEvent, receivedAt: number): Refusal | undefined {
    const taken = event as Record<string, unknown>;
    return this.#packer.prepare(taken, receivedAt) ?? this.#packer.add(taken);
  }

  #setTimer(): void {
    const waitMs = this.#timing.waitMs(performance.now());
    if (waitMs === undefined || this.#timer !== undefined) return;
    // A failure reaches the writer through `stored` and the next call.
    this.#timer = setTimeout(() => void this.#startFlush().catch(() => undefined), waitMs);
    this.#timer.unref();
  }

  async #startFlush(): Promise<void> {
    await this.#flushes.start(() => {
      if (this.#packer.events === 0) return undefined;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const { resolve, reject } = this.#stored;
      this.#stored = Promise.withResolvers<void>();
      this.#stored.promise.catch(() => undefined);
      this.#timing.restart();
      const flushing = this.#flush(this.#packer.detach());
      flushing.then(resolve, reject);
      return flushing;
    });
  }

  async #flush(generation: Generation): Promise<void> {
    const sealed = await seal(this.#sealer, this.#flusher.order({ records: generation.events }), generation, undefined);
    await this.#flusher.flush(sealed, { records: generation.events });
  }

  #isFull(): boolean {
    return this.#packer.events > 0 && this.#timing.isFull(this.#load());
  }

  #load(): LaneLoad {
    const { events, openObjects } = this.#packer;
    const memoryBytes = this.#packer.memoryBytes();
    return {
      events,
      heldObjects: 0,
      openObjects,
      memoryBytes,
      largestObjectBytes: this.#packer.largestObjectBytes(),
      spilledBytes: this.#packer.spilledBytes(),
      letters: 0,
      waiting: 0,
    };
  }
}
