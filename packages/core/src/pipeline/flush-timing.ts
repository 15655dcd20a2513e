import type { FlushRules } from '../lake/flush-rules.ts';
import type { LaneLoad } from '../lane/lane.ts';

/**
 * Knows when open objects have to be closed. Its time comes from a clock that only goes forward at its own pace
 * (`performance.now`): the clock of the system may jump a day and back, and no object is closed early or late for it.
 */
export class FlushTiming {
  readonly #rules: FlushRules;
  #openedAt: number | undefined;

  constructor(rules: FlushRules) {
    this.#rules = rules;
  }

  /** Whether what is open has been so for long enough. `isPending`: whether there is anything to flush at all. */
  isOld(steadyNow: number, isPending: boolean): boolean {
    if (!isPending) return false;
    this.#openedAt ??= steadyNow;
    return steadyNow - this.#openedAt >= this.#rules.maxAgeMs;
  }

  /** Whether a rule of size, memory or number asks for a flush: what follows from the records alone, never from time. */
  isFull(load: LaneLoad): boolean {
    const { maxMemoryBytes, maxSpilledBytes, maxOpenObjects, maxObjectBytes } = this.#rules;
    return (
      load.memoryBytes >= maxMemoryBytes ||
      (load.spilledBytes > 0 && load.spilledBytes >= maxSpilledBytes) ||
      load.openObjects >= maxOpenObjects ||
      load.largestObjectBytes >= maxObjectBytes
    );
  }

  /** Whether memory, disk or the number of open objects asks for a flush: then nothing may stay open over it. */
  isCrowded({ memoryBytes, spilledBytes, openObjects }: LaneLoad): boolean {
    const { maxMemoryBytes, maxSpilledBytes, maxOpenObjects } = this.#rules;
    return memoryBytes >= maxMemoryBytes / 2 || spilledBytes >= maxSpilledBytes / 2 || openObjects >= maxOpenObjects;
  }

  /** Milliseconds until the age rule strikes; undefined while nothing is open. */
  waitMs(steadyNow: number): number | undefined {
    return this.#openedAt === undefined ? undefined : Math.max(0, this.#openedAt + this.#rules.maxAgeMs - steadyNow);
  }

  /** Call when what was open has been closed. */
  restart(): void {
    this.#openedAt = undefined;
  }
}
