import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, Cursor, Outcome } from '@sluice/connector';
import { defaultFlushRules } from '../lake/flush-rules.ts';
import { canonicalJson } from '../lake/input-range.ts';
import { addLoads, noLoad, type Lane, type LaneLoad } from '../lane/lane.ts';
import type { FlushCut, PipelineClaim } from '../state/state-store.ts';
import type { ObjectBody } from '../store/object-store.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import { Freshness } from './freshness.ts';
import { FlushSpan } from './flush-span.ts';
import { FlushTiming } from './flush-timing.ts';
import { Flusher, type FlushEnd } from './flusher.ts';
import { dealRule, openLanes } from './open-lanes.ts';
import type { PipelineOptions } from './options.ts';
import { readWithRetries } from './read-with-retries.ts';
import { Settlements } from './settlements.ts';
import { SingleFlight } from './single-flight.ts';
import { UnitLedger } from './unit-ledger.ts';

/** How long a reader may take to return once it is told to stop. */
const readerGraceMs = 5000;

export interface RunResources {
  readonly claim: PipelineClaim;
  readonly statistics: PipelineStatistics;
  readonly hardStop: AbortSignal;
}

/** One run of a pipeline: pulls batches, gives them to its lanes, and flushes when it is time. */
export class PipelineRun {
  readonly #options: PipelineOptions;
  readonly #claim: PipelineClaim;
  readonly #statistics: PipelineStatistics;
  readonly #now: () => number;
  readonly #steadyNow: () => number;
  readonly #lanes: readonly Lane[];
  readonly #flusher: Flusher;
  readonly #timing: FlushTiming;
  readonly #ledger: UnitLedger;
  readonly #settlements: Settlements;
  readonly #flushes = new SingleFlight();
  readonly #freshness: Freshness;
  readonly #stopReading = new AbortController();
  #span: FlushSpan;
  #cursor: Cursor | undefined;
  /** Whether the position moved since the last flush, be it by records that were all skipped. */
  #hasMoved = false;

  constructor(options: PipelineOptions, { claim, statistics, hardStop }: RunResources) {
    this.#options = options;
    this.#claim = claim;
    this.#statistics = statistics;
    this.#freshness = new Freshness(statistics);
    this.#now = options.now ?? Date.now;
    this.#span = this.#spanTo(undefined);
    this.#steadyNow = options.steadyNow ?? (() => performance.now());
    const rules = { ...defaultFlushRules, ...options.flush };
    const { name: pipeline, sources, store, deadLetters, log, onStored, onStep } = options;
    this.#timing = new FlushTiming(rules);
    this.#ledger = new UnitLedger(claim);
    this.#settlements = new Settlements(this.#ledger);
    this.#flusher = new Flusher({
      pipeline,
      sources,
      store,
      deadLetters,
      claim,
      statistics,
      log,
      now: this.#now,
      signal: hardStop,
      ...(onStored === undefined ? {} : { onStored }),
      ...(onStep === undefined ? {} : { onStep }),
    });
    this.#lanes = openLanes(options, {
      rules,
      statistics,
      signal: hardStop,
      stagingFolder: claim.staging.folder,
      holdsLate: claim.slot === 'main' && claim.staging.isDurable,
    });
  }

  async toTheEnd(): Promise<void> {
    try {
      await this.#flusher.recover();
      this.#cursor = this.#flusher.cursor;
      this.#span = this.#spanTo(this.#flusher.cut);
      await this.#restoreHeld();
      await this.#readAll();
      await this.#startFlush('end');
      await this.#flushes.idle();
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

  async #restoreHeld(): Promise<void> {
    const { staging } = this.#claim;
    const [lane] = this.#lanes;
    for (const held of this.#flusher.held)
      await lane?.restore(held, await bytesOf(await staging.body(held.file, held.byteLength)));
  }

  /** Takes care of everything that was read so far, and says up to where that is. */
  async #commit(): Promise<Cursor | undefined> {
    await this.#startFlush('position');
    await this.#flushes.idle();
    return this.#flusher.cursor;
  }

  /** The next batch; flushes by age while it waits. */
  async #untilNext(next: Promise<IteratorResult<Batch>>): Promise<Batch | undefined> {
    for (;;) {
      // What is held waits for its turn, though nothing comes any more.
      if (this.#load().heldObjects > 0) this.#timing.isOld(this.#steadyNow(), true);
      const waitMs = this.#timing.waitMs(this.#steadyNow());
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
      await this.#flushIfOld();
    }
  }

  async #take(given: Batch): Promise<void> {
    const selected = await this.#ledger.select(given);
    const { batch, runs } = selected;
    this.#statistics.repeatedRecords += selected.passedOver;
    const records = batch.bounds.length / 2;
    if (records > 0) this.#freshness.took(batch.receivedAt);
    const knowsPositions = batch.cursorAt !== undefined || runs.length > 0;
    let from = 0;
    do {
      const to = await this.#takeSome(batch, from);
      const isLast = to === records;
      this.#ledger.took(selected, from, to);
      const cursor = isLast ? batch.cursor : batch.cursorAt?.(to - 1);
      if (cursor !== undefined) this.#moveTo(cursor);
      if (isLast) await this.#settlements.add(given, selected);
      if (isLast || cursor !== undefined || runs.length > 0) await this.#flushIfDue(!knowsPositions);
      else if (this.#span.isAtCut) this.#span.giveUpCut();
      from = to;
    } while (from < records);
  }

  /** Gives records to the lane whose turn it is, up to where the flush rules are looked at next. A batch may have none. */
  async #takeSome(batch: Batch, from: number): Promise<number> {
    const to = this.#span.advance(batch, from);
    const lane = this.#lanes[this.#span.looks % this.#lanes.length];
    if (to > from) await lane?.take(batch, from, to);
    return to;
  }

  #spanTo(cut: FlushCut | undefined): FlushSpan {
    return (this.#options.threads ?? 0) === 0 ? new FlushSpan(cut) : new FlushSpan(cut, dealRule);
  }

  #moveTo(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#hasMoved = true;
  }

  /** `looksAnyway`: this is the one place of a batch where a flush may end, wherever the rules are looked at. */
  async #flushIfDue(looksAnyway: boolean): Promise<void> {
    const isLook = looksAnyway || this.#span.isAtLook;
    const judged = isLook ? addLoads(await Promise.all(this.#lanes.map((lane) => lane.look()))) : noLoad;
    const isDue = this.#span.cut === undefined ? this.#timing.isFull(judged) : this.#span.isAtCut;
    if (isDue) await this.#startFlush('rule');
    else await this.#flushIfOld();
  }

  async #flushIfOld(): Promise<void> {
    const load = this.#load();
    showLoad(this.#statistics, load);
    const isPending = this.#isPending(load) || load.heldObjects > 0;
    if (this.#timing.isOld(this.#steadyNow(), isPending)) await this.#startFlush('rule');
  }

  #load(): LaneLoad {
    return addLoads(this.#lanes.map((lane) => lane.load));
  }

  /**
   * Closes what is open and takes it to the lake beside the reading that goes on. One flush at a time: a slow lake
   * makes this wait, and so the input.
   */
  async #startFlush(why: 'rule' | 'position' | 'end'): Promise<void> {
    await this.#flushes.start(() => {
      const load = this.#load();
      // What is held is durable, so that a position can move on without it.
      if (!this.#isPending(load) && (why === 'position' || load.heldObjects === 0)) return undefined;
      this.#compareWithCut();
      const end = { records: this.#span.records, cursor: this.#cursor, units: this.#ledger.detach() };
      this.#hasMoved = false;
      this.#timing.restart();
      this.#span.restart();
      return this.#flush(end, why !== 'end' && !this.#timing.isCrowded(load));
    });
  }

  async #flush(end: FlushEnd, mayHold: boolean): Promise<void> {
    const unsettled = this.#settlements.detach();
    this.#freshness.flushes();
    let outcome: Outcome = { kind: 'stored' };
    try {
      // All of this begins before anything is waited for: what is read from here on belongs to the next flush.
      const cutSaved = this.#flusher.saveCut(end);
      const order = this.#flusher.order(end, mayHold);
      const sealing = this.#lanes.map((lane) => lane.seal(order));
      // Both have come to an end before this goes on, also where one fails: nothing may write to the staging afterwards.
      await Promise.allSettled([cutSaved, ...sealing]);
      await cutSaved;
      const stored = await this.#flusher.flush((await Promise.all(sealing)).flat(), end);
      if (stored.kind === 'dropped') outcome = this.#dropped(stored.units);
      if (end.units !== undefined && end.units.length > 0) await this.#flusher.finishAbandoned();
    } catch (error) {
      outcome = { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
    }
    this.#ledger.landed();
    this.#freshness.stored();
    showLoad(this.#statistics, this.#load());
    await this.#settlements.settle(unsettled, outcome);
    await this.#options.onStep?.('settled');
    if (outcome.kind === 'failed' && outcome.error !== droppedFlush) throw outcome.error;
  }

  #dropped(units: readonly string[]): Outcome {
    this.#options.log.warn('another worker has stored what this one was working on: the rest of it is read again', {
      pipeline: this.#options.name,
      units: units.slice(0, 5),
      of: units.length,
    });
    return { kind: 'failed', error: droppedFlush };
  }

  /** Where the interrupted run had begun this flush, it is to end at the same record. */
  #compareWithCut(): void {
    const { cut } = this.#span;
    if (cut === undefined || this.#cursor === undefined) return;
    if (this.#span.isAtCut && canonicalJson(cut.cursor) === canonicalJson(this.#cursor)) return;
    this.#options.log.info('the input came otherwise than before the interruption; nothing of it was stored then', {
      pipeline: this.#options.name,
    });
  }

  /** Whether there is anything to store, to settle or to commit. */
  #isPending({ events, letters, waiting }: LaneLoad): boolean {
    return events > 0 || letters > 0 || waiting > 0 || this.#settlements.waiting > 0 || this.#hasMoved;
  }
}

async function bytesOf(body: ObjectBody): Promise<Uint8Array> {
  return 'path' in body ? readFile(body.path) : Buffer.concat(body.chunks);
}

const droppedFlush = new Error('another worker has stored a part of it; the rest comes again');

function showLoad(statistics: PipelineStatistics, { events, openObjects, memoryBytes }: LaneLoad): void {
  statistics.openEvents = events;
  statistics.openObjects = openObjects;
  statistics.openMemoryBytes = memoryBytes;
}
