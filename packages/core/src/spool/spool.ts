import type { Batch, ConnectorLog } from '@sluice/connector';
import { segmentBytes, type SpoolOptions, defaultSpoolBytes } from './options.ts';
import type { Position } from './position.ts';
import { blocksBegin } from './segment.ts';
import { Segments } from './segments.ts';
import type { SpoolFiles } from './spool-files.ts';
import { SpoolReader, type SpooledBatch, type SpoolReaderOptions } from './spool-reader.ts';
import { SpoolWriter } from './spool-writer.ts';

export interface SpoolSettings extends Pick<SpoolReaderOptions, 'at' | 'now' | 'onLost' | 'onDamage'> {
  readonly files: SpoolFiles;
  readonly options: Pick<SpoolOptions, 'maxBytes' | 'whenFull'>;
  readonly log: ConnectorLog;
  /** Aborted when what is in memory has to be written now or never: no waiting for room, no trying again. */
  readonly signal: AbortSignal;
  /** First wait after a failure of the disk. */
  readonly firstWaitMs?: number;
}

/** A durable queue of batches on disk, with one writer and one reader. */
export class Spool {
  readonly #settings: SpoolSettings;
  readonly #segments: Segments;
  readonly #writer: SpoolWriter;
  readonly #reader: SpoolReader;
  readonly #maxBytes: number;
  #released: Position | undefined;
  #room: PromiseWithResolvers<void> | undefined;

  /** Finds what an earlier run left, and frees what it had committed. Throws a system error where it cannot be read. */
  static async open(settings: SpoolSettings): Promise<Spool> {
    const segments = await Segments.open(settings.files, settings.at, settings.log);
    const spool = new Spool(settings, segments);
    if (settings.at !== undefined) await spool.release(settings.at);
    return spool;
  }

  private constructor(settings: SpoolSettings, segments: Segments) {
    const { options } = settings;
    this.#settings = settings;
    this.#segments = segments;
    this.#maxBytes = options.maxBytes ?? defaultSpoolBytes;
    this.#writer = new SpoolWriter({ ...settings, segments, segmentBytes: segmentBytes(this.#maxBytes) });
    this.#reader = new SpoolReader({ ...settings, segments });
  }

  /** On disk, what is read and not yet committed included. */
  get bytes(): number {
    return this.#segments.bytes;
  }

  get unreadBytes(): number {
    return this.#segments.bytesAfter(this.#reader.position);
  }

  /** Whether `append` waits until something is released. */
  get isFull(): boolean {
    return this.#room !== undefined;
  }

  /** Resolves when all of it is durable. Waits, or drops the oldest segment, where there is no room. */
  async append(batches: readonly Batch[]): Promise<void> {
    await this.#makeRoom(batches.reduce((total, batch) => total + diskBytes(batch), 0));
    await this.#writer.append(batches);
  }

  next(): Promise<SpooledBatch | undefined> {
    return this.#reader.next();
  }

  /** Everything before `position` is stored elsewhere: segments that hold nothing else are deleted. */
  async release(position: Position): Promise<void> {
    this.#released = position;
    while (this.#isReleased(position)) await this.#removeFirst();
    this.#room?.resolve();
  }

  /** Ends the waiting for room. */
  stopWaiting(): void {
    this.#room?.resolve();
  }

  async close(): Promise<void> {
    await this.#reader.close();
    await this.#writer.roll().catch(() => undefined);
  }

  /** Whether the oldest segment is done with and no longer written to. */
  #isReleased({ segment: number, offset }: Position): boolean {
    const { first, last } = this.#segments;
    if (first === undefined || (first === last && this.#writer.isActive)) return false;
    const { header, end } = first;
    return header.number < number || (header.number === number && offset >= end);
  }

  async #makeRoom(bytes: number): Promise<void> {
    const { options, signal } = this.#settings;
    while (this.bytes + bytes > this.#maxBytes && this.bytes > blocksBegin) {
      if (options.whenFull === 'drop_oldest' || this.#isAllReleased()) await this.#dropOldest();
      else if (signal.aborted) return;
      else await this.#untilReleased();
    }
  }

  #isAllReleased(): boolean {
    const released = this.#released;
    return released !== undefined && this.#segments.bytesAfter(released) === 0;
  }

  async #dropOldest(): Promise<void> {
    if (this.#segments.first === this.#segments.last) await this.#writer.roll();
    await this.#removeFirst();
  }

  async #untilReleased(): Promise<void> {
    this.#room = Promise.withResolvers();
    await this.#room.promise;
    this.#room = undefined;
  }

  async #removeFirst(): Promise<void> {
    const { files, log } = this.#settings;
    // A file that cannot be removed takes room until the next start finds it.
    await this.#segments
      .removeFirst()
      .catch((error: unknown) => log.warn('cannot remove a segment', { spool: files.path, error: String(error) }));
  }
}

function diskBytes(batch: Batch): number {
  const records = batch.bounds.length / 2;
  return batch.bytes.byteLength + 2 * (14 * records + 64 + 96 * batch.origins.length);
}
