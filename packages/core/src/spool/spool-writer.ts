import type { Batch, ConnectorLog } from '@sluice/connector';
import { SluiceError } from '../errors.ts';
import { folderError } from '../store/folder-errors.ts';
import { retry } from '../store/retry.ts';
import { encodeBlock } from './block.ts';
import { encodeHeader, segmentName } from './segment.ts';
import type { Segment, Segments } from './segments.ts';
import type { SpoolFile, SpoolFiles } from './spool-files.ts';

export interface SpoolWriterOptions {
  readonly files: SpoolFiles;
  readonly segments: Segments;
  /** A segment is closed once it has this many bytes. */
  readonly segmentBytes: number;
  readonly log: ConnectorLog;
  /** Once aborted, what fails is not tried again. */
  readonly signal: AbortSignal;
  /** First wait after a failure of the disk. Default as for any store. */
  readonly firstWaitMs?: number;
}

/** Failures of the disk in a row, other than a full or read-only one, after which the spool gives up. */
const mostFailures = 5;

/**
 * Appends groups of batches. A file that failed to write or to sync is never written or synced again: after such a
 * failure nobody knows what it holds, and a second sync may say that all is well. The group goes into a new segment,
 * whose header says where the one before it ends.
 */
export class SpoolWriter {
  readonly #options: SpoolWriterOptions;
  #active: { readonly file: SpoolFile; readonly segment: Segment } | undefined;
  #failures = 0;

  constructor(options: SpoolWriterOptions) {
    this.#options = options;
  }

  /** Whether the last segment is still written to. */
  get isActive(): boolean {
    return this.#active !== undefined;
  }

  /** Resolves when all of it is durable. */
  async append(batches: readonly Batch[]): Promise<void> {
    const { signal, log, files, firstWaitMs } = this.#options;
    await retry(() => this.#appendOnce(batches), {
      signal,
      ...(firstWaitMs === undefined ? {} : { firstWaitMs }),
      onRetry: (error, waitMs) =>
        log.warn(`The spool waits: ${error.message}`, {
          spool: files.path,
          error_code: error.code,
          retry_in_ms: waitMs,
        }),
    });
  }

  /** Writes no more to the last segment. */
  async roll(): Promise<void> {
    const active = this.#active;
    this.#active = undefined;
    await active?.file.close();
  }

  async #appendOnce(batches: readonly Batch[]): Promise<void> {
    try {
      const active = this.#active ?? (await this.#begin());
      this.#active = active;
      await this.#write(active, batches);
      this.#failures = 0;
    } catch (error) {
      await this.#abandon();
      throw this.#errorOf(error);
    }
    if ((this.#active?.segment.end ?? 0) >= this.#options.segmentBytes) await this.roll();
  }

  async #write({ file, segment }: { file: SpoolFile; segment: Segment }, batches: readonly Batch[]): Promise<void> {
    const { seed } = segment.header;
    let offset = segment.end;
    let firstOrdinal = segment.nextOrdinal;
    const chunks: Uint8Array[] = [];
    for (const batch of batches) {
      const block = encodeBlock(batch, { seed, offset, firstOrdinal });
      for (const chunk of block) offset += chunk.byteLength;
      firstOrdinal += batch.bounds.length / 2;
      chunks.push(...block);
    }
    await file.write(chunks, segment.end);
    await file.sync();
    segment.end = offset;
    segment.nextOrdinal = firstOrdinal;
  }

  async #begin(): Promise<{ readonly file: SpoolFile; readonly segment: Segment }> {
    const { files, segments } = this.#options;
    const header = segments.nextHeader();
    const file = await files.create(segmentName(header.number));
    try {
      await file.write([encodeHeader(header)], 0);
    } catch (error) {
      await this.#giveUp(file, header.number);
      throw error;
    }
    return { file, segment: segments.add(header) };
  }

  async #abandon(): Promise<void> {
    const active = this.#active;
    this.#active = undefined;
    if (active === undefined) return;
    const { header, nextOrdinal } = active.segment;
    if (nextOrdinal > header.firstOrdinal) return active.file.close().catch(() => undefined);
    this.#options.segments.drop(active.segment);
    await this.#giveUp(active.file, header.number);
  }

  /** A file without an acknowledged record. Where it cannot be removed, the next start does it. */
  async #giveUp(file: SpoolFile, number: number): Promise<void> {
    await file.close().catch(() => undefined);
    await this.#options.files.remove(segmentName(number)).catch(() => undefined);
  }

  #errorOf(error: unknown): SluiceError {
    const known = folderError(error, this.#options.files.path);
    const isPassing = known.code === 'store_full' || known.code === 'store_read_only';
    if (!isPassing && ++this.#failures >= mostFailures) {
      return new SluiceError(
        'spool_failed',
        `The disk of the spool in ${this.#options.files.path} failed ${mostFailures} times in a row: ${known.message} ` +
          'Nothing that was acknowledged is lost. Replace the disk, or give the spool another folder.',
        { cause: error },
      );
    }
    return known;
  }
}
