import { contractVersion, type Batch, type Cursor, type Outcome } from '@sluice/connector';
import { sluiceEncoder } from '@sluice/parquet';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { DeadLetterBuffer } from '../dead-letters/dead-letter-buffer.ts';
import { SluiceError } from '../errors.ts';
import { defaultFlushRules } from '../lake/flush-rules.ts';
import { createPacker, type Packer } from '../lake/packer.ts';
import { newStatistics, type PipelineStatistics } from '../telemetry.ts';
import { softwareVersion } from '../version.ts';
import { createFlushTiming, type FlushTiming } from './flush-timing.ts';
import { Flusher } from './flusher.ts';
import { mapBatch, type MapperOptions } from './mapper.ts';
import type { PipelineOptions } from './options.ts';
import { readWithRetries } from './read-with-retries.ts';
import { SingleFlight } from './single-flight.ts';

const defaultDrainMs = 60_000;
/** Records between two looks at the clock and the flush rules. */
const sliceRecords = 128;
/** Longest stretch of work before the event loop gets its turn: sockets are served on this thread too. */
const turnMs = 8;
/** How long a reader may take to return once it is told to stop. */
const readerGraceMs = 5000;

/**
 * Runs one pipeline until its upstream ends or the signal is aborted, and then stores everything it received.
 *
 * Resolves when all is stored and committed. Rejects with a `SluiceError` when something cannot be mended by trying
 * again; what was staged by then is stored by the next run.
 */
export async function runPipeline(options: PipelineOptions): Promise<PipelineStatistics> {
  checkContract(options);
  const statistics = options.statistics ?? newStatistics();
  const hardStop = new AbortController();
  const run = new PipelineRun(options, statistics, hardStop.signal);
  const overdue = drainLimit(options, hardStop);
  try {
    await Promise.race([run.toTheEnd(), overdue.promise]);
    return statistics;
  } finally {
    overdue.cancel();
    hardStop.abort();
  }
}

class PipelineRun {
  readonly #options: PipelineOptions;
  readonly #statistics: PipelineStatistics;
  readonly #now: () => number;
  readonly #packer: Packer;
  readonly #mapping: MapperOptions;
  readonly #stopReading = new AbortController();
  readonly #flusher: Flusher;
  readonly #timing: FlushTiming;
  #deadLetters = new DeadLetterBuffer();
  #unsettled: NonNullable<Batch['settle']>[] = [];
  #cursor: Cursor | undefined;
  readonly #flushes = new SingleFlight();

  constructor(options: PipelineOptions, statistics: PipelineStatistics, hardStop: AbortSignal) {
    this.#options = options;
    this.#statistics = statistics;
    this.#now = options.now ?? Date.now;
    const rules = { ...defaultFlushRules, ...options.flush };
    const encoder = options.encoder ?? sluiceEncoder;
    const { catalogue, region, account, sources, connector } = options;
    this.#packer = createPacker({
      catalogue,
      encoder,
      region,
      account,
      sources,
      statistics,
      product: connector.product,
      maxMemoryBytes: rules.maxMemoryBytes,
    });
    this.#mapping = { pipeline: options, packer: this.#packer, statistics };
    this.#timing = createFlushTiming(rules, this.#packer, statistics, () => this.#deadLetters.memoryBytes);
    this.#flusher = new Flusher({
      pipeline: options.name,
      sources,
      statistics,
      store: options.store,
      deadLetters: options.deadLetters,
      state: options.state,
      extension: encoder.extension,
      footer: footerOf(options),
      log: options.log,
      now: this.#now,
      signal: hardStop,
      ...(options.onStored === undefined ? {} : { onStored: options.onStored }),
    });
    this.#cursor = this.#flusher.cursor;
  }

  async toTheEnd(): Promise<void> {
    await this.#flusher.recover();
    this.#cursor = this.#flusher.cursor;
    const batches = readWithRetries({
      ...this.#options,
      signal: AbortSignal.any([this.#options.signal, this.#stopReading.signal]),
      now: this.#now,
      statistics: this.#statistics,
      /** A restarted read goes on after what is committed, so everything before it is stored first. */
      commit: async () => {
        await this.#startFlush();
        await this.#flushes.idle();
        return this.#flusher.cursor;
      },
    });
    const iterator = batches[Symbol.asyncIterator]();
    try {
      for (let next = iterator.next(); ; next = iterator.next()) {
        const batch = await this.#untilNext(next);
        if (batch === undefined) break;
        await this.#take(batch);
      }
    } finally {
      // A generator that waits for its upstream only returns once it is told to stop waiting.
      this.#stopReading.abort();
      await Promise.race([iterator.return?.(), sleep(readerGraceMs, undefined, { ref: false })]);
    }
    await this.#startFlush();
    await this.#flushes.idle();
  }

  /** The next batch; flushes by age while it waits. */
  async #untilNext(next: Promise<IteratorResult<Batch>>): Promise<Batch | undefined> {
    for (;;) {
      const waitMs = this.#timing.waitMs(this.#now());
      const timer = new AbortController();
      const due =
        waitMs === undefined ? [] : [sleep(waitMs, undefined, { signal: timer.signal }).catch(() => undefined)];
      const winner = await Promise.race([next, this.#flushes.failure, ...due]);
      timer.abort();
      if (winner !== undefined) return valueOf(winner);
      if (this.#timing.isDue(this.#now())) await this.#startFlush();
    }
  }

  async #take(batch: Batch): Promise<void> {
    const records = batch.bounds.length / 2;
    const map = mapBatch(this.#mapping, batch);
    let turnEndsAt = performance.now() + turnMs;
    for (let from = 0; from < records;) {
      const to = Math.min(from + sliceRecords, records);
      map(from, to, this.#deadLetters);
      from = to;
      const cursor = from === records ? batch.cursor : batch.cursorAt?.(from - 1);
      if (cursor !== undefined) this.#cursor = cursor;
      const mayFlush = from === records || batch.cursorAt !== undefined;
      if (from === records && batch.settle !== undefined) this.#unsettled.push(batch.settle);
      if (mayFlush && this.#timing.isDue(this.#now())) await this.#startFlush();
      if (performance.now() >= turnEndsAt) {
        await nextTurn();
        turnEndsAt = performance.now() + turnMs;
      }
    }
  }

  /**
   * Closes what is open and takes it to the lake beside the reading that goes on. One flush at a time: a slow lake
   * makes this wait, and so the input.
   */
  async #startFlush(): Promise<void> {
    await this.#flushes.start(() => {
      const nothing = this.#packer.events === 0 && this.#deadLetters.letters === 0 && this.#unsettled.length === 0;
      if (nothing && !this.#hasMoved()) return undefined;
      const deadLetters = this.#deadLetters;
      const unsettled = this.#unsettled;
      this.#deadLetters = new DeadLetterBuffer();
      this.#unsettled = [];
      this.#timing.restart();
      return this.#flush({ generation: this.#packer.detach(), deadLetters, cursor: this.#cursor }, unsettled);
    });
  }

  async #flush(
    input: Parameters<Flusher['flush']>[0],
    unsettled: readonly NonNullable<Batch['settle']>[],
  ): Promise<void> {
    let outcome: Outcome = { kind: 'stored' };
    try {
      await this.#flusher.flush(input);
    } catch (error) {
      outcome = { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
    }
    for (const settle of unsettled) await settle(outcome);
    if (outcome.kind === 'failed') throw outcome.error;
  }

  /** Whether the position moved although nothing came of it: skipped records. */
  #hasMoved(): boolean {
    return JSON.stringify(this.#cursor) !== JSON.stringify(this.#flusher.cursor);
  }
}

function valueOf(result: IteratorResult<Batch>): Batch | undefined {
  return result.done === true ? undefined : result.value;
}

function checkContract({ connector }: PipelineOptions): void {
  const { contract, name } = connector as { contract: unknown; name: string };
  if (contract === contractVersion) return;
  throw new SluiceError(
    'contract_mismatch',
    `Connector "${name}" was built for contract version ${String(contract)}; this Sluice speaks version ${contractVersion}. ` +
      `Use a release of the connector for version ${contractVersion}.`,
  );
}

function footerOf({ name, connector, stream, catalogue }: PipelineOptions): Readonly<Record<string, string>> {
  return {
    'sluice.pipeline': name,
    'sluice.connector': `${connector.name}@${connector.version}`,
    'sluice.stream': stream.name,
    'sluice.ocsf': catalogue.release,
    'sluice.version': softwareVersion(),
  };
}

interface DrainLimit {
  readonly promise: Promise<never>;
  cancel(): void;
}

/** Rejects when the drain that the signal began takes longer than it may. */
function drainLimit(
  { signal, drainForMs = defaultDrainMs, name }: PipelineOptions,
  hardStop: AbortController,
): DrainLimit {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => {
      hardStop.abort();
      reject(
        new SluiceError(
          'drain_timeout',
          `Pipeline "${name}" could not store everything within ${drainForMs} ms of being asked to stop. What is staged is stored by the next run.`,
        ),
      );
    }, drainForMs);
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return {
    promise,
    cancel() {
      signal.removeEventListener('abort', begin);
      clearTimeout(timer);
    },
  };
}
