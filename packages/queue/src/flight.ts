import type { Message } from '@aws-sdk/client-sqs';
import type { Outcome } from '@sluice/connector';

/** What becomes of a message when nothing of it is at work any more. */
export type Landing = { readonly kind: 'delete' } | { readonly kind: 'release'; readonly afterMs: number };

/**
 * One received message on its way. It lands once: when its reader is done with it and everything it gave is settled.
 */
export class Flight {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** How often the message was received, this time included. */
  readonly receives: number;
  /** Epoch milliseconds until which the queue hides it. */
  hiddenUntil: number;
  readonly #onLanding: (flight: Flight, landing: Landing) => void;
  #atWork = 0;
  #isRead = false;
  #releaseAfterMs: number | undefined;
  #hasLanded = false;

  constructor(message: Message, hiddenUntil: number, onLanding: (flight: Flight, landing: Landing) => void) {
    this.messageId = message.MessageId ?? '';
    this.receiptHandle = message.ReceiptHandle ?? '';
    this.body = message.Body ?? '';
    this.receives = Number(message.Attributes?.ApproximateReceiveCount ?? 1);
    this.hiddenUntil = hiddenUntil;
    this.#onLanding = onLanding;
  }

  /** A batch with records of this message goes out. */
  leave(): void {
    this.#atWork += 1;
  }

  /** That batch is stored, or could not be. */
  settle(outcome: Outcome): void {
    this.#atWork -= 1;
    if (outcome.kind === 'failed') this.#releaseAfterMs ??= 0;
    this.#landIfDone();
  }

  /** All of the message was read. */
  finish(): void {
    this.#isRead = true;
    this.#landIfDone();
  }

  /** The message is to come again, after what it already gave is settled. */
  release(afterMs: number): void {
    this.#releaseAfterMs ??= afterMs;
    this.#isRead = true;
    this.#landIfDone();
  }

  #landIfDone(): void {
    if (this.#hasLanded || !this.#isRead || this.#atWork > 0) return;
    this.#hasLanded = true;
    const afterMs = this.#releaseAfterMs;
    this.#onLanding(this, afterMs === undefined ? { kind: 'delete' } : { kind: 'release', afterMs });
  }
}
