import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, Cursor, Outcome } from '@sluice/connector';
import { defaultFlushRules } from '../lake/flush-rules.ts';
import { addLoads, type Lane, type LaneLoad } from '../lane/lane.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import { FlushTiming } from './flush-timing.ts';
import { Flusher, stagingFolderOf } from './flusher.ts';
import { openLanes } from './open-lanes.ts';
import type { PipelineOptions } from './options.ts';
import { readWithRetries } from './read-with-retries.ts';
import { SingleFlight } from './single-flight.ts';

/** How long a reader may take to return once it is told to stop. */
const readerGraceMs = 5000;

type Settle = NonNullable<Batch['settle']>;

/** One run of a pipeline: pulls batches, gives them to its lanes, and flushes when it is time. */
export class PipelineRun {
  readonly #options: PipelineOptions;
  readonly #statistics: PipelineStatistics;
  readonly #now: () => number;
  readonly #lanes: readonly Lane[];
  readonly #flusher: Flusher;
  readonly #timing: FlushTiming;
  readonly #flushes = new SingleFlight();
  readonly #stopReading = new AbortController();
  #unsettled: Settle[] = [];
  #cursor: Cursor | undefined;
  /** Whether the position moved since the last flush, be it by records that were all skipped. */
  #hasMoved = false;

  constructor(options: PipelineOptions, statistics: PipelineStatistics, hardStop: AbortSignal) {
    this.#options = options;
    this.#statistics = statistics;
    this.#now = options.now ?? Date.now;
    const rules = { ...defaultFlushRules, ...options.flush };
    const { name: pipeline, sources, store, deadLetters, state, log, onStored } = options;
    this.#timing = new FlushTiming(rules);
    this.#flusher = new Flusher({
      pipeline,
      sources,
      store,
      deadLetters,
      state,
      statistics,
      log,
      now: this.#now,
      signal: hardStop,
      ...(onStored === undefined ? {} : { onStored }),
    });
    this.#lanes = openLanes(options, {
      rules,
      statistics,
      signal: hardStop,
      stagingFolder: stagingFolderOf(state, pipeline),
    });
  }

  async toTheEnd(): Promise<void> {
    try {
      await this.#flusher.recover();
      this.#cursor = this.#flusher.cursor;
      await this.#readAll();
      await this.#commit();
    } finally {
      await Promise.all(this.#lanes.map((lane) => lane.close()));
    }
  }

  async #readAll(): Promise<void> {
    const batches = readWithRetries({
      ...this.#options,
      signal: AbortSignal.any([this.#options.signal, this.#stopReading.signal]),
      now: this.#now,
      statistics: this.#statistics,
      commit: () => this.#commit(),
    });
    const iterator = batches[Symbol.asyncIterator]();
    try {
      for (let next = iterator.next(); ; next = iterator.next()) {
        const batch = await this.#untilNext(next);
        if (batch === undefined) return;
        await this.#take(batch);
      }
    } finally {
      // A generator that waits for its upstream only returns once it is told to stop waiting.
      this.#stopReading.abort();
      await Promise.race([iterator.return?.(), sleep(readerGraceMs, undefined, { ref: false })]);
    }
  }

  /** Stores everything that was read so far and says up to where that is. */
  async #commit(): Promise<Cursor | undefined> {
    await this.#startFlush();
    await this.#flushes.idle();
    return this.#flusher.cursor;
  }

  /** The next batch; flushes by age while it waits. */
  async #untilNext(next: Promise<IteratorResult<Batch>>): Promise<Batch | undefined> {
    for (;;) {
      const waitMs = this.#timing.waitMs(this.#now());
      const timer = new AbortController();
      const options = { signal: timer.signal };
      const due = waitMs === undefined ? [] : [sleep(waitMs, undefined, options).catch(() => undefined)];
      const failed = Promise.withResolvers<never>();
      const stopListening = this.#flushes.onFailure(failed.reject);
      try {
        const winner = await Promise.race([next, failed.promise, ...due]);
        if (winner !== undefined) return winner.done === true ? undefined : winner.value;
      } finally {
        // Both would outlive the wait, also when it fails: the timer keeps the process alive, the listener its memory.
        timer.abort();
        stopListening();
      }
      await this.#flushIfDue();
    }
  }

  async #take(batch: Batch): Promise<void> {
    const records = batch.bounds.length / 2;
    const lane = this.#freestLane();
    let from = 0;
    do {
      const to = Math.min(from + lane.sliceRecords, records);
      const isLast = to === records;
      // A batch without records still moves the position: a reader that skips what is there says so.
      if (to > from) await lane.take(batch, from, to);
      const cursor = isLast ? batch.cursor : batch.cursorAt?.(to - 1);
      if (cursor !== undefined) this.#moveTo(cursor);
      if (isLast && batch.settle !== undefined) this.#unsettled.push(batch.settle);
      if (isLast || cursor !== undefined) await this.#flushIfDue();
      from = to;
    } while (from < records);
  }

  #moveTo(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#hasMoved = true;
  }

  #freestLane(): Lane {
    return this.#lanes.reduce((freest, lane) => (lane.load.waiting < freest.load.waiting ? lane : freest));
  }

  async #flushIfDue(): Promise<void> {
    const load = this.#load();
    this.#statistics.openEvents = load.events;
    this.#statistics.openObjects = load.openObjects;
    this.#statistics.openMemoryBytes = load.memoryBytes;
    if (this.#timing.isDue(this.#now(), load, this.#isPending(load))) await this.#startFlush();
  }

  #load(): LaneLoad {
    return addLoads(this.#lanes.map((lane) => lane.load));
  }

  /**
   * Closes what is open and takes it to the lake beside the reading that goes on. One flush at a time: a slow lake
   * makes this wait, and so the input.
   */
  async #startFlush(): Promise<void> {
    await this.#flushes.start(() => {
      if (!this.#isPending(this.#load())) return undefined;
      const unsettled = this.#unsettled;
      this.#unsettled = [];
      this.#hasMoved = false;
      this.#timing.restart();
      return this.#flush(this.#cursor, unsettled);
    });
  }

  async #flush(cursor: Cursor | undefined, unsettled: readonly Settle[]): Promise<void> {
    let outcome: Outcome = { kind: 'stored' };
    try {
      const order = this.#flusher.order(cursor);
      const sealed = await Promise.all(this.#lanes.map((lane) => lane.seal(order)));
      await this.#flusher.flush(sealed.flat(), cursor);
    } catch (error) {
      outcome = { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
    }
    for (const settle of unsettled) await settle(outcome);
    if (outcome.kind === 'failed') throw outcome.error;
  }

  /** Whether there is anything to store, to settle or to commit. */
  #isPending({ events, letters, waiting }: LaneLoad): boolean {
    return events > 0 || letters > 0 || waiting > 0 || this.#unsettled.length > 0 || this.#hasMoved;
  }
}
