import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Batch, Cursor } from '@sluice/connector';
import type { AnyStream } from '../stream-under-test.ts';
import { markersOf } from './upstream.ts';

/** Longest wait for records that were fed. */
const patienceMs = 15_000;

export interface ReadingOptions {
  readonly stream: AnyStream;
  /** Parsed. */
  readonly config: unknown;
  readonly cursor?: Cursor | undefined;
}

/** One call of `read`, pulled by hand. Whoever opens it stops it. */
export class Reading {
  readonly batches: Batch[] = [];
  /** Everything that was logged, as text. */
  readonly logged: string[] = [];
  readonly #stop = new AbortController();
  readonly #iterator: AsyncIterator<Batch>;
  #next: Promise<IteratorResult<Batch>> | undefined;

  constructor({ stream, config, cursor }: ReadingOptions) {
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
    this.#iterator = batches[Symbol.asyncIterator]();
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

  /** The next batch, or undefined at the end or when the time is over; what was asked for stays asked for. */
  async pull(waitMs: number = patienceMs): Promise<Batch | undefined> {
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
    const until = performance.now() + patienceMs;
    while (this.markers.length < count) {
      const left = until - performance.now();
      if (left <= 0 || (await this.pull(left)) === undefined) break;
    }
    return this.markers;
  }

  /** Aborts, and lets the generator end. Gives the milliseconds that it took. */
  async stop(): Promise<number> {
    const begun = performance.now();
    this.#stop.abort();
    await this.#next?.catch(() => undefined);
    await this.#iterator.return?.();
    return performance.now() - begun;
  }
}
