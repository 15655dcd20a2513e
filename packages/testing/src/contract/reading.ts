import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { StreamError, type Batch, type Cursor } from '@sluice/connector';
import type { AnyStream } from '../stream-under-test.ts';
import { markersOf } from './upstream.ts';

const defaultPatienceMs = 15_000;
const retryMs = 50;
/** A reader that has not ended by now never will. */
export const givenUpMs = 2000;

export interface ReadingOptions {
  readonly stream: AnyStream;
  /** Parsed. */
  readonly config: unknown;
  readonly cursor?: Cursor | undefined;
  /** Longest wait for records that were fed. Default 15 s. */
  readonly patienceMs?: number | undefined;
}

/** One call of `read`, pulled by hand. Whoever opens it stops it. */
export class Reading {
  readonly batches: Batch[] = [];
  /** Everything that was logged, as text. */
  readonly logged: string[] = [];
  readonly #stop = new AbortController();
  readonly #options: ReadingOptions;
  #iterator: AsyncIterator<Batch>;
  #next: Promise<IteratorResult<Batch>> | undefined;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#iterator = this.#open(options.cursor);
  }

  get #patienceMs(): number {
    return this.#options.patienceMs ?? defaultPatienceMs;
  }

  /** Markers so far, in order. */
  get markers(): readonly string[] {
    return this.batches.flatMap(markersOf);
  }

  /** Asks for a batch without waiting for it, as the runtime does while it waits for new records. */
  ask(): void {
    this.#next ??= this.#iterator.next();
    this.#next.catch(() => undefined);
  }

  /**
   * The next batch, or undefined at the end or when the time is over; what was asked for stays asked for. An error that
   * may pass is logged, and reading goes on from the last cursor, as in the runtime.
   */
  async pull(waitMs: number = this.#patienceMs): Promise<Batch | undefined> {
    const until = performance.now() + waitMs;
    for (;;) {
      try {
        return await this.#pullOnce(Math.max(1, until - performance.now()));
      } catch (error) {
        if (!(error instanceof StreamError) || !error.retryable || performance.now() > until) throw error;
        this.logged.push(inspect(error, { depth: 8 }));
        await sleep(Math.min(error.retryAfterMs ?? retryMs, Math.max(1, until - performance.now())));
        this.#next = undefined;
        this.#iterator = this.#open(this.batches.at(-1)?.cursor ?? this.#options.cursor);
      }
    }
  }

  async #pullOnce(waitMs: number): Promise<Batch | undefined> {
    this.ask();
    const timer = new AbortController();
    const late = sleep(waitMs, undefined, { signal: timer.signal }).catch(() => undefined);
    const result = await Promise.race([this.#next, late]);
    timer.abort();
    if (result === undefined) return undefined;
    this.#next = undefined;
    if (result.done === true) return undefined;
    this.batches.push(result.value);
    return result.value;
  }

  /** Pulls until so many markers have come; fewer when the upstream ends or nothing comes any more. */
  async pullMarkers(count: number): Promise<readonly string[]> {
    const until = performance.now() + this.#patienceMs;
    while (this.markers.length < count) {
      const left = until - performance.now();
      if (left <= 0 || (await this.pull(left)) === undefined) break;
    }
    return this.markers;
  }

  /** Aborts, and lets the generator end. Gives the milliseconds that it took; one that does not end is given up. */
  async stop(): Promise<number> {
    const begun = performance.now();
    this.#stop.abort();
    const ended = Promise.resolve(this.#next)
      .catch(() => undefined)
      .then(() => this.#iterator.return?.());
    const timer = new AbortController();
    await Promise.race([ended, sleep(givenUpMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    return performance.now() - begun;
  }

  #open(cursor: Cursor | undefined): AsyncIterator<Batch> {
    const { stream, config } = this.#options;
    const say = (message: string, fields?: object): void => void this.logged.push(`${message} ${inspect(fields)}`);
    const batches = stream.read({
      config,
      ...(cursor === undefined ? {} : { cursor }),
      signal: this.#stop.signal,
      log: { debug: say, info: say, warn: say, error: say },
      now: Date.now,
      reportBacklog: () => undefined,
      reportDropped: (reason) => say(`dropped: ${reason}`),
    });
    return batches[Symbol.asyncIterator]();
  }
}
