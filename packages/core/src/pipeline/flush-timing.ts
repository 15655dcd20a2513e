import type { FlushRules } from '../lake/flush-rules.ts';
import type { Packer } from '../lake/packer.ts';
import type { PipelineStatistics } from '../telemetry.ts';

/** Knows when open objects have to be closed. */
export interface FlushTiming {
  /** Looks at age, size, memory and number; cheap enough for every few hundred records. */
  isDue(now: number): boolean;
  /** Milliseconds until the age rule strikes; undefined while nothing is open. */
  waitMs(now: number): number | undefined;
  /** Call after each `detach`. */
  restart(): void;
}

export function createFlushTiming(
  rules: FlushRules,
  packer: Packer,
  statistics: PipelineStatistics,
  deadLetterBytes: () => number,
): FlushTiming {
  let openedAt: number | undefined;
  return {
    isDue(now) {
      const letters = deadLetterBytes();
      if (packer.events === 0 && letters === 0) return false;
      openedAt ??= now;
      // A clock set back would otherwise keep objects open for as long as it went back.
      if (now < openedAt) openedAt = now;
      const memory = packer.memoryBytes() + letters;
      statistics.openEvents = packer.events;
      statistics.openObjects = packer.openObjects;
      statistics.openMemoryBytes = memory;
      return (
        now - openedAt >= rules.maxAgeMs ||
        memory >= rules.maxMemoryBytes ||
        packer.openObjects >= rules.maxOpenObjects ||
        packer.largestObjectBytes() >= rules.maxObjectBytes
      );
    },
    waitMs: (now) => (openedAt === undefined ? undefined : Math.max(0, openedAt + rules.maxAgeMs - now)),
    restart() {
      openedAt = undefined;
    },
  };
}
