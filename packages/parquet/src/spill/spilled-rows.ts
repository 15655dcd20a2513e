import { mergedRunLimits, type Segment } from '../encoder/segment.ts';
import type { BuilderOptions } from '../encoder/segment-builder.ts';
import { mergeRuns } from './merge-runs.ts';
import { writeRun, type Run } from './run.ts';
import type { SpillStore } from './spill-store.ts';

/** Runs that are merged at once; each holds a piece in memory. */
const maxRunsOfLevel = 32;

/** Rows of one object that were spilled, as sorted runs in order of arrival. */
export class SpilledRows {
  readonly #store: SpillStore;
  /** Runs of a higher level were merged of those below, and came before them. */
  #runs: { readonly run: Run; readonly level: number }[] = [];
  /** Of all runs, as they lie on disk. */
  byteLength = 0;

  constructor(store: SpillStore) {
    this.#store = store;
  }

  get rows(): number {
    return this.#runs.reduce((sum, { run }) => sum + run.rows, 0);
  }

  /** Writes sorted rows that came after all others. Where it rejects, they are not among them. */
  async add(sorted: AsyncIterable<Segment>): Promise<void> {
    const run = await writeRun(this.#store, sorted);
    this.#runs.push({ run, level: 0 });
    this.byteLength += run.byteLength;
  }

  /** Merges runs where there are many, so that as few are read at once whatever their number. */
  async merge(options: BuilderOptions): Promise<void> {
    for (let tail = this.#fullTail(); tail.length > 0; tail = this.#fullTail()) {
      const level = (tail[0]?.level ?? 0) + 1;
      const runs = tail.map(({ run }) => run);
      const run = await writeRun(this.#store, mergeRuns(runs, { ...options, limits: mergedRunLimits }));
      this.#runs.splice(-tail.length, tail.length, { run, level });
      for (const { byteLength } of runs) this.byteLength -= byteLength;
      this.byteLength += run.byteLength;
      for (const { file } of runs) await file.remove();
    }
  }

  /** All rows in order of time. */
  sorted(options: BuilderOptions): AsyncGenerator<Segment> {
    return mergeRuns(
      this.#runs.map(({ run }) => run),
      options,
    );
  }

  async remove(): Promise<void> {
    const runs = this.#runs;
    this.#runs = [];
    this.byteLength = 0;
    for (const { run } of runs) await run.file.remove();
  }

  /** The last runs, where there are too many of one level. */
  #fullTail(): readonly { readonly run: Run; readonly level: number }[] {
    const level = this.#runs.at(-1)?.level ?? 0;
    const tail = this.#runs.slice(-maxRunsOfLevel);
    return tail.length === maxRunsOfLevel && tail.every((one) => one.level === level) ? tail : [];
  }
}
