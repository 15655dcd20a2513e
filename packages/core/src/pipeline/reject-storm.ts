import type { Batch, Cursor } from '@sluice/connector';
import { SluiceError } from '../errors.ts';
import { total, type PipelineStatistics } from '../telemetry.ts';

/** A storm of rejects: of the last `records` records, at least this share was rejected. */
export interface RejectStorm {
  /** 0 to 1. */
  readonly share: number;
  /** So many records are looked at together: fewer never are a storm, be they all rejected. */
  readonly records: number;
}

export const defaultRejectStorm: RejectStorm = { share: 0.5, records: 10_000 };

export interface RejectWatchOptions {
  readonly name: string;
  readonly rejectStorm?: RejectStorm;
  readonly statistics: PipelineStatistics;
  /** Stores everything that was read so far. */
  readonly commit: () => Promise<Cursor | undefined>;
}

const namedReasons = 3;

/**
 * Ends a pipeline whose records are mostly rejected: a vendor changed a format, or the wrong file was named. What an
 * upstream can give again is left there, so that nothing but the first records of the storm are dead letters; what it
 * cannot give again is stored first, as dead letters too.
 */
export class RejectWatch {
  readonly #options: RejectWatchOptions;
  #received = 0;
  #rejected: Readonly<Record<string, number>> = {};

  constructor(options: RejectWatchOptions) {
    this.#options = options;
    this.#begin();
  }

  /** Call when the batch was taken. Throws `reject_storm`. */
  async check(batch: Batch): Promise<void> {
    const { rejectStorm: storm, statistics, commit } = this.#options;
    if (storm === undefined) return;
    const received = statistics.receivedRecords - this.#received;
    if (received < storm.records) return;
    const rejected = total(statistics.rejected) - total(this.#rejected);
    if (rejected < storm.share * received) return this.#begin();
    const error = this.#error(received, rejected);
    if (batch.cursor === undefined && batch.settle === undefined) await commit();
    throw error;
  }

  #begin(): void {
    const { statistics } = this.#options;
    this.#received = statistics.receivedRecords;
    this.#rejected = { ...statistics.rejected };
  }

  #error(received: number, rejected: number): SluiceError {
    const { name, statistics } = this.#options;
    const reasons = Object.entries(statistics.rejected)
      .map(([reason, count]) => [reason, count - (this.#rejected[reason] ?? 0)] as const)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, namedReasons)
      .map(([reason, count]) => `${reason} (${count})`);
    return new SluiceError(
      'reject_storm',
      `Pipeline "${name}" stops: ${rejected} of its last ${received} records were rejected, most for ${reasons.join(', ')}. ` +
        'Look at them with `sluice dlq show`, mend the mapping or the input, and start again; `sluice dlq replay` then brings ' +
        'the dead letters into the lake. If this is how the input is, raise `reject_storm` in the configuration.',
    );
  }
}
