import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectorLog, Cursor } from '@sluice/connector';
import PQueue from 'p-queue';
import type { DeadLetterBuffer } from '../dead-letters/dead-letter-buffer.ts';
import { SluiceError } from '../errors.ts';
import { objectKey } from '../lake/object-key.ts';
import type { Generation, OpenObject } from '../lake/packer.ts';
import type { CustomSource } from '../lake/source.ts';
import type { FlushIntent, StagedObject, StateStore } from '../state/state-store.ts';
import { folderError } from '../store/folder-errors.ts';
import type { ObjectBody, ObjectStore } from '../store/object-store.ts';
import { retry } from '../store/retry.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import { eventDay, dayNumber } from '../lake/partition.ts';
import type { StoredObject } from './options.ts';

export interface FlusherOptions {
  readonly pipeline: string;
  readonly sources: readonly CustomSource[];
  readonly store: ObjectStore;
  readonly deadLetters: ObjectStore;
  readonly state: StateStore;
  /** File name ending of the encoder's objects. */
  readonly extension: string;
  /** Goes into every object's footer: who made it, with what. */
  readonly footer: Readonly<Record<string, string>>;
  readonly statistics: PipelineStatistics;
  readonly log: ConnectorLog;
  readonly now: () => number;
  /** Ends all waiting and retrying; what is staged stays on disk for the next start. */
  readonly signal: AbortSignal;
  readonly onStored?: (object: StoredObject) => void;
}

/** What one flush is to store, and where reading goes on after it. */
export interface FlushInput {
  readonly generation: Generation;
  readonly deadLetters: DeadLetterBuffer;
  readonly cursor: Cursor | undefined;
}

const storesAtOnce = 4;

/**
 * Takes closed objects to the lake so that a crash at any point leaves it the same: the objects are written to local
 * disk, then the intent to store them, then they are stored, then the position moves on. A restart finds either no
 * intent (the input is read again and nothing of it was stored) or one, and stores exactly those files.
 */
export class Flusher {
  readonly #options: FlusherOptions;
  readonly #sources: ReadonlyMap<string, CustomSource>;
  /** Where objects wait on disk; undefined keeps them in memory. */
  readonly #folder: string | undefined;
  readonly #inMemory = new Map<string, readonly Uint8Array[]>();
  readonly #queue = new PQueue({ concurrency: storesAtOnce });
  #flush: number;
  #cursor: Cursor | undefined;

  constructor(options: FlusherOptions) {
    this.#options = options;
    this.#sources = new Map(options.sources.map((source) => [source.name, source]));
    const { stagingFolder } = options.state;
    this.#folder = stagingFolder === undefined ? undefined : join(stagingFolder, options.pipeline);
    const { flush, cursor } = options.state.load(options.pipeline);
    this.#flush = flush;
    this.#cursor = cursor;
  }

  /** Everything up to here is stored. */
  get cursor(): Cursor | undefined {
    return this.#cursor;
  }

  /** Finishes what a crash interrupted. Call once, before anything is read. */
  async recover(): Promise<void> {
    const intent = this.#options.state.loadIntent(this.#options.pipeline);
    if (intent !== undefined) {
      this.#options.log.info('finishing the flush that was interrupted', { objects: intent.objects.length });
      await this.#finish(intent);
    }
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }

  async flush(input: FlushInput): Promise<void> {
    const intent = await this.#stage(input);
    this.#options.state.saveIntent(this.#options.pipeline, intent);
    await this.#finish(intent);
  }

  async #stage({ generation, deadLetters, cursor }: FlushInput): Promise<FlushIntent> {
    const range = this.#rangeTo(cursor);
    const objects: StagedObject[] = [];
    for (const object of generation.objects) objects.push(await this.#stageObject(object, range, objects.length));
    if (deadLetters.letters > 0) objects.push(await this.#stageDeadLetters(deadLetters, range, objects.length));
    return { flush: this.#flush, objects, ...(cursor === undefined ? {} : { cursor }) };
  }

  /** The input of this flush, as text: from position to position, or the number of the flush where there is none. */
  #rangeTo(cursor: Cursor | undefined): string {
    return cursor === undefined ? `flush ${this.#flush}` : JSON.stringify([this.#cursor ?? null, cursor]);
  }

  async #stageObject({ source, partition, writer }: OpenObject, range: string, index: number): Promise<StagedObject> {
    const { pipeline, extension, footer } = this.#options;
    const encoded = await writer.finish({ ...footer, 'sluice.source': source.name, 'sluice.range': range });
    const { rowsHash, rows, minTime, maxTime, byteLength } = encoded;
    const identity = { writer: pipeline, source: source.name, partition, range, rowsHash };
    const key = objectKey(source.prefix ?? `ext/${source.name}/`, identity, extension);
    const file = await this.#write(index, encoded.chunks);
    const { account, eventDay: day } = partition;
    return {
      kind: 'lake',
      source: source.name,
      key,
      file,
      byteLength,
      rows,
      className: source.class,
      account,
      eventDay: day,
      minTime,
      maxTime,
    };
  }

  async #stageDeadLetters(buffer: DeadLetterBuffer, range: string, index: number): Promise<StagedObject> {
    const day = eventDay(dayNumber(this.#options.now()));
    const { key, bytes, letters } = buffer.seal(this.#options.pipeline, range, day);
    const file = await this.#write(index, [bytes]);
    return {
      kind: 'dead-letter',
      source: '',
      key,
      file,
      byteLength: bytes.byteLength,
      rows: letters,
      className: '',
      account: '',
      eventDay: day,
      minTime: 0,
      maxTime: 0,
    };
  }

  /** A full disk is waited for: the rows are still in memory, and inputs are not read meanwhile. */
  async #write(index: number, chunks: readonly Uint8Array[]): Promise<string> {
    const name = `${this.#flush}-${index}`;
    const folder = this.#folder;
    if (folder === undefined) this.#inMemory.set(name, chunks);
    else await this.#retry(() => writeDurably(folder, name, chunks));
    return name;
  }

  #bodyOf({ file, byteLength }: StagedObject): ObjectBody {
    if (this.#folder !== undefined) return { path: join(this.#folder, file), byteLength };
    return { chunks: this.#inMemory.get(file) ?? [], byteLength };
  }

  async #forget(file: string): Promise<void> {
    this.#inMemory.delete(file);
    if (this.#folder !== undefined) await rm(join(this.#folder, file), { force: true });
  }

  async #finish(intent: FlushIntent): Promise<void> {
    const outcomes = await Promise.allSettled(
      intent.objects.map((object) => this.#queue.add(() => this.#store(object))),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    this.#flush = intent.flush + 1;
    this.#cursor = intent.cursor;
    const { cursor } = intent;
    await this.#retry(() => {
      this.#options.state.commit(this.#options.pipeline, {
        flush: this.#flush,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return Promise.resolve();
    });
    this.#options.statistics.lastProgressAt = this.#options.now();
    for (const { file } of intent.objects) await this.#forget(file);
  }

  async #store(object: StagedObject): Promise<void> {
    const store = object.kind === 'lake' ? this.#storeOf(object.source) : this.#options.deadLetters;
    await this.#retry(() => store.put(object.key, this.#bodyOf(object), { signal: this.#options.signal }));
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

async function writeDurably(folder: string, name: string, chunks: readonly Uint8Array[]): Promise<void> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(path, 'w');
    try {
      for (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw folderError(error, path);
  }
}
