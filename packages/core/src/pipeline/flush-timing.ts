import type { FlushRules } from '../lake/flush-rules.ts';
import type { LaneLoad } from '../lane/lane.ts';

/** Knows when open objects have to be closed. */
export class FlushTiming {
  readonly #rules: FlushRules;
  #openedAt: number | undefined;

  constructor(rules: FlushRules) {
    this.#rules = rules;
  }

  /** Looks at age, size, memory and number. `isPending`: whether there is anything to flush at all. */
  isDue(now: number, load: LaneLoad, isPending: boolean): boolean {
    if (!isPending) return false;
    // A clock set back would otherwise keep objects open for as long as it went back.
    if (this.#openedAt === undefined || now < this.#openedAt) this.#openedAt = now;
    const { maxAgeMs, maxMemoryBytes, maxOpenObjects, maxObjectBytes } = this.#rules;
    return (
      now - this.#openedAt >= maxAgeMs ||
      load.memoryBytes >= maxMemoryBytes ||
      load.openObjects >= maxOpenObjects ||
      load.largestObjectBytes >= maxObjectBytes
    );
  }

  /** Milliseconds until the age rule strikes; undefined while nothing is open. */
  waitMs(now: number): number | undefined {
    return this.#openedAt === undefined ? undefined : Math.max(0, this.#openedAt + this.#rules.maxAgeMs - now);
  }

  /** Call when what was open has been closed. */
  restart(): void {
    this.#openedAt = undefined;
  }
}
