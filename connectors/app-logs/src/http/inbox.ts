import { BatchBuilder, type Batch, type Origin, type Outcome } from '@sluice/connector';

/** Records of one request. */
export interface Post {
  readonly records: readonly Uint8Array[];
  readonly origin: Origin;
  readonly receivedAt: number;
}

interface Waiting extends Post {
  readonly bytes: number;
  readonly settled: PromiseWithResolvers<Outcome>;
}

/** Posts that go out together in one batch. */
const maxBatchBytes = 1024 * 1024;

/**
 * Where requests wait to be taken by the pipeline. Those that wait together go out in one batch; each is told when that
 * batch is stored.
 */
export class Inbox {
  readonly #maxBytes: number;
  #waiting: Waiting[] = [];
  #bytes = 0;
  #isClosed = false;
  #wake: (() => void) | undefined;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get pendingBytes(): number {
    return this.#bytes;
  }

  get isFull(): boolean {
    return this.#bytes >= this.#maxBytes;
  }

  /** Takes a post in; resolves with what became of it. Undefined when the inbox is full or closed. */
  put(post: Post): Promise<Outcome> | undefined {
    if (this.#isClosed || this.isFull) return undefined;
    const bytes = post.records.reduce((sum, record) => sum + record.length, 0);
    const settled = Promise.withResolvers<Outcome>();
    this.#waiting.push({ ...post, bytes, settled });
    this.#bytes += bytes;
    this.#wake?.();
    return settled.promise;
  }

  /** Nothing more comes in; what is here still goes out. */
  close(): void {
    this.#isClosed = true;
    this.#wake?.();
  }

  /** Gives up what nobody has taken. */
  abandon(): void {
    this.close();
    const error = new Error('the pipeline has stopped');
    for (const { settled } of this.#waiting.splice(0)) settled.resolve({ kind: 'failed', error });
  }

  /** One consumer. Ends when the inbox is closed and empty. */
  async *batches(): AsyncGenerator<Batch, void, undefined> {
    for (;;) {
      const [first] = this.#waiting;
      if (first !== undefined) yield this.#take(first.receivedAt);
      else if (this.#isClosed) return;
      else await this.#somethingNew();
    }
  }

  async #somethingNew(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
  }

  /** What has come at this time, as much as goes into a batch. */
  #take(receivedAt: number): Batch {
    const builder = new BatchBuilder();
    const taken: Waiting[] = [];
    for (const post of this.#waiting) {
      const isEnough = taken.length > 0 && (builder.weight + post.bytes > maxBatchBytes || builder.isFull);
      if (isEnough || post.receivedAt !== receivedAt) break;
      for (const record of post.records) builder.add(record, 0, record.length, post.origin);
      this.#bytes -= post.bytes;
      taken.push(post);
    }
    this.#waiting.splice(0, taken.length);
    const settle = async (outcome: Outcome): Promise<void> => taken.forEach(({ settled }) => settled.resolve(outcome));
    return builder.take({ receivedAt, settle });
  }
}
