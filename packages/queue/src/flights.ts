import type { Message } from '@aws-sdk/client-sqs';
import type { ConnectorLog } from '@sluice/connector';
import { Flight, type Landing } from './flight.ts';
import type { Mailbox } from './mailbox.ts';

export interface FlightsOptions {
  readonly mailbox: Mailbox;
  readonly visibilityMs: number;
  readonly maxInFlight: number;
  readonly now: () => number;
  readonly log: ConnectorLog;
  /** Called once everything has landed after `close`. */
  readonly onIdle: () => void;
}

/** Longest that SQS hides a message, counted from when it was received. */
const longestHiddenMs = 12 * 3600 * 1000;

/**
 * The messages that are received and neither deleted nor released: keeps them hidden from other readers until then,
 * also after the reader itself has ended.
 */
export class Flights {
  readonly #options: FlightsOptions;
  readonly #flights = new Set<Flight>();
  readonly #heartbeat: NodeJS.Timeout;
  #landings: Promise<void> = Promise.resolve();
  #toDelete: Flight[] = [];
  #toRelease: (readonly [Flight, number])[] = [];
  #isClosed = false;
  #error: Error | undefined;
  #waiting: (() => void)[] = [];

  constructor(options: FlightsOptions) {
    this.#options = options;
    this.#heartbeat = setInterval(() => void this.#extend(), options.visibilityMs / 4);
    this.#heartbeat.unref();
  }

  get size(): number {
    return this.#flights.size;
  }

  begin(message: Message): Flight {
    const hiddenUntil = this.#options.now() + this.#options.visibilityMs;
    const flight = new Flight(message, hiddenUntil, (landed, landing) => this.#land(landed, landing));
    this.#flights.add(flight);
    return flight;
  }

  /** Resolves when another message may be received. */
  async room(signal: AbortSignal): Promise<void> {
    const wake = (): void => this.#wake();
    signal.addEventListener('abort', wake, { once: true });
    while (this.#flights.size >= this.#options.maxInFlight && !signal.aborted) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    signal.removeEventListener('abort', wake);
  }

  /**
   * Resolves at once while other messages are on their way (deletions go in tens), and after all deletions once none
   * is. Throws where the queue refuses a deletion for good.
   */
  async landed(): Promise<void> {
    if (this.#flights.size === 0) await this.#landings;
    if (this.#error !== undefined) throw this.#error;
  }

  /** No more messages will be received. */
  close(): void {
    this.#isClosed = true;
    this.#endIfIdle();
  }

  #land(flight: Flight, landing: Landing): void {
    this.#flights.delete(flight);
    if (landing.kind === 'delete') this.#toDelete.push(flight);
    else this.#toRelease.push([flight, landing.afterMs]);
    this.#landings = this.#landings.then(() => this.#sendLandings());
    this.#wake();
  }

  /** Tells the queue of up to ten of each; what waits longer is told by the calls that stand behind this one. */
  async #sendLandings(): Promise<void> {
    const deletions = this.#toDelete.splice(0, 10);
    const releases = this.#toRelease.splice(0, 10);
    const { mailbox, log } = this.#options;
    try {
      if (deletions.length > 0) await mailbox.delete(deletions.map((flight) => flight.receiptHandle));
      if (releases.length > 0) {
        await mailbox.hide(releases.map(([flight, afterMs]) => ({ handle: flight.receiptHandle, forMs: afterMs })));
      }
    } catch (error) {
      // A message that could not be deleted comes again, and what it named is passed over.
      if (isFatal(error)) this.#error = error;
      else log.warn('messages could not be deleted or released; they will come again', { error: String(error) });
    }
    this.#endIfIdle();
  }

  async #extend(): Promise<void> {
    const { visibilityMs, now, mailbox, log } = this.#options;
    const soon = now() + visibilityMs * 0.7;
    const due = [...this.#flights].filter((flight) => flight.hiddenUntil < soon);
    for (let from = 0; from < due.length; from += 10) {
      const some = due.slice(from, from + 10);
      try {
        await mailbox.hide(some.map((flight) => ({ handle: flight.receiptHandle, forMs: visibilityMs })));
        for (const flight of some) flight.hiddenUntil = now() + visibilityMs;
      } catch (error) {
        log.warn('messages at work could not be hidden any longer; others may receive them too', {
          messages: some.length,
          longest_hidden_ms: longestHiddenMs,
          error: String(error),
        });
      }
    }
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #endIfIdle(): void {
    if (!this.#isClosed || this.#flights.size > 0 || this.#toDelete.length > 0 || this.#toRelease.length > 0) return;
    clearInterval(this.#heartbeat);
    this.#options.onIdle();
  }
}

function isFatal(error: unknown): error is Error {
  return error instanceof Error && 'retryable' in error && error.retryable === false;
}
