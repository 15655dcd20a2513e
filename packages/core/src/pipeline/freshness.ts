import type { PipelineStatistics } from '../telemetry.ts';

/** Knows since when the oldest record waits that is received and not stored. One flush runs beside what is open. */
export class Freshness {
  readonly #statistics: PipelineStatistics;
  #openSince = 0;
  #flushingSince = 0;

  constructor(statistics: PipelineStatistics) {
    this.#statistics = statistics;
  }

  /** Records were taken that were received at this time. */
  took(receivedAt: number): void {
    if (this.#openSince === 0 || receivedAt < this.#openSince) this.#openSince = receivedAt;
    this.#show();
  }

  /** What is open is being stored from now on. */
  flushes(): void {
    this.#flushingSince = this.#openSince;
    this.#openSince = 0;
  }

  stored(): void {
    this.#flushingSince = 0;
    this.#show();
  }

  #show(): void {
    this.#statistics.oldestUnstoredAt = this.#flushingSince === 0 ? this.#openSince : this.#flushingSince;
  }
}
