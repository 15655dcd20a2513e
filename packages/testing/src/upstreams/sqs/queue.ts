import { createHash, randomUUID } from 'node:crypto';

export interface QueueOptions {
  /** Seconds for which a received message is hidden, where the receiver says nothing else; fractions are allowed. Default 30. */
  readonly visibilityTimeout?: number;
  /** After so many receipts a message goes to `dead` instead. Default: never. */
  readonly maxReceives?: number;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
}

export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  /** How often it was received. */
  readonly receives: number;
  /** Epoch milliseconds until which nobody else gets it. */
  readonly hiddenUntil: number;
}

interface Entry {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  receives: number;
  firstReceivedAt: number;
  hiddenUntil: number;
  /** The receipt that may delete it or change its visibility: the last one. */
  receipt: string;
}

export interface ReceivedMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes: Readonly<Record<string, string>>;
}

/** A standard queue as SQS has it: at least once, in any order, hidden for a while after each receipt. */
export class Queue {
  readonly #visibilityMs: number;
  readonly #maxReceives: number;
  readonly #now: () => number;
  #entries: Entry[] = [];
  readonly #dead: Entry[] = [];
  #waiting: (() => void)[] = [];

  constructor({ visibilityTimeout = 30, maxReceives = Infinity, now = Date.now }: QueueOptions = {}) {
    this.#visibilityMs = visibilityTimeout * 1000;
    this.#maxReceives = maxReceives;
    this.#now = now;
  }

  /** Messages that are not deleted, hidden ones too. */
  get messages(): readonly QueueMessage[] {
    return this.#entries.map((entry) => ({ ...entry }));
  }

  /** Bodies of messages that were received too often. */
  get dead(): readonly string[] {
    return this.#dead.map(({ body }) => body);
  }

  /** Puts a message in and gives its id. */
  send(body: string, delaySeconds = 0): string {
    const now = this.#now();
    const id = randomUUID();
    const hiddenUntil = now + delaySeconds * 1000;
    this.#entries.push({ id, body, sentAt: now, receives: 0, firstReceivedAt: 0, hiddenUntil, receipt: '' });
    this.#wake();
    return id;
  }

  /** Makes hidden messages visible at once, as if their time had run out: all, or the one with this id. */
  redeliver(id?: string): void {
    for (const entry of this.#entries) if (id === undefined || entry.id === id) entry.hiddenUntil = 0;
    this.#wake();
  }

  /** Up to `max` visible messages; hides them. */
  receive(max: number, visibilitySeconds?: number): readonly ReceivedMessage[] {
    const now = this.#now();
    this.#bury(now);
    const found = this.#entries.filter(({ hiddenUntil }) => hiddenUntil <= now).slice(0, max);
    return found.map((entry) => {
      entry.receives++;
      entry.firstReceivedAt ||= now;
      entry.receipt = `${entry.id}#${entry.receives}`;
      entry.hiddenUntil = now + (visibilitySeconds === undefined ? this.#visibilityMs : visibilitySeconds * 1000);
      return received(entry);
    });
  }

  /** False where the receipt is of no message here. An old receipt of a message that was received again deletes nothing. */
  delete(receipt: string): boolean {
    const entry = this.#entryOf(receipt);
    if (entry === undefined) return idOf(receipt) !== undefined;
    if (entry.receipt === receipt) this.#entries = this.#entries.filter((other) => other !== entry);
    return true;
  }

  /** False where the message is not hidden by this receipt. */
  changeVisibility(receipt: string, seconds: number): boolean {
    const entry = this.#entryOf(receipt);
    if (entry === undefined || entry.receipt !== receipt || entry.hiddenUntil <= this.#now()) return false;
    entry.hiddenUntil = this.#now() + seconds * 1000;
    if (seconds === 0) this.#wake();
    return true;
  }

  /** Resolves when something may have become visible, when the time is over or when the signal is aborted. */
  async untilVisible(waitMs: number, signal: AbortSignal): Promise<void> {
    const now = this.#now();
    const next = Math.min(waitMs, ...this.#entries.map(({ hiddenUntil }) => Math.max(1, hiddenUntil - now)));
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    const timer = setTimeout(resolve, next);
    signal.addEventListener('abort', () => resolve(), { once: true });
    await promise;
    clearTimeout(timer);
    this.#waiting = this.#waiting.filter((other) => other !== resolve);
  }

  #bury(now: number): void {
    const isDead = (entry: Entry): boolean => entry.hiddenUntil <= now && entry.receives >= this.#maxReceives;
    this.#dead.push(...this.#entries.filter(isDead));
    this.#entries = this.#entries.filter((entry) => !isDead(entry));
  }

  #entryOf(receipt: string): Entry | undefined {
    return this.#entries.find(({ id }) => id === idOf(receipt));
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }
}

function idOf(receipt: string): string | undefined {
  return /^([0-9a-f-]{36})#\d+$/.exec(receipt)?.[1];
}

function received({ id, body, sentAt, receives, receipt, firstReceivedAt }: Entry): ReceivedMessage {
  return {
    MessageId: id,
    ReceiptHandle: receipt,
    Body: body,
    MD5OfBody: md5(body),
    Attributes: {
      SentTimestamp: String(sentAt),
      ApproximateReceiveCount: String(receives),
      ApproximateFirstReceiveTimestamp: String(firstReceivedAt),
    },
  };
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
