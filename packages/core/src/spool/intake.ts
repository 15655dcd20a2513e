import { setTimeout as sleep } from 'node:timers/promises';
import { StreamError, type Batch, type Outcome } from '@sluice/connector';
import type { Spool } from './spool.ts';

export interface IntakeOptions {
  readonly spool: Spool;
  readonly batches: AsyncIterable<Batch>;
  /** How long a batch may wait for others of its group. */
  readonly syncIntervalMs: number;
  /** Most bytes that share one sync, and that wait for the sync before theirs. */
  readonly groupBytes: number;
  /** Told how many records have become durable. */
  readonly onDurable: (records: number) => void;
}

/**
 * Takes batches from an upstream into the spool, in groups that share one sync, and tells the upstream of each batch
 * once it is durable. Reads on while a group is written, as far as one further group.
 */
export class Intake {
  readonly #options: IntakeOptions;
  #waiting: Batch[] = [];
  #bytes = 0;
  #isEnded = false;
  #failure: { readonly error: unknown } | undefined;
  #changed = Promise.withResolvers<void>();

  /** Resolves when the upstream has ended and all is durable, or when it failed; never rejects. */
  readonly ended: Promise<void>;

  constructor(options: IntakeOptions) {
    this.#options = options;
    const pulled = this.#pull().catch((error: unknown) => this.#fail(error));
    const committed = this.#commitGroups().catch((error: unknown) => this.#fail(error));
    this.ended = Promise.all([pulled, committed]).then(() => this.#tell());
  }

  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** Resolves when something has become durable or has ended since the last call, or the spool has filled up. */
  async change(): Promise<void> {
    await this.#changed.promise;
  }

  async #pull(): Promise<void> {
    try {
      for await (const batch of this.#options.batches) {
        if (batch.cursor !== undefined || batch.units !== undefined) throw needlessSpool();
        this.#waiting.push(batch);
        this.#bytes += batch.bytes.byteLength;
        this.#tell();
        while (this.#bytes >= this.#options.groupBytes && this.#failure === undefined) await this.change();
        if (this.#failure !== undefined) return;
      }
    } finally {
      this.#isEnded = true;
      this.#tell();
    }
  }

  async #commitGroups(): Promise<void> {
    const { spool, syncIntervalMs, groupBytes, onDurable } = this.#options;
    for (;;) {
      while (this.#waiting.length === 0) {
        if (this.#isEnded) return;
        await this.change();
      }
      if (this.#bytes < groupBytes && !this.#isEnded && syncIntervalMs > 0) await sleep(syncIntervalMs);
      const group = this.#takeGroup();
      this.#tell();
      await settleAll(group, spool.append(group));
      onDurable(group.reduce((total, { bounds }) => total + bounds.length / 2, 0));
      this.#tell();
    }
  }

  /** The first batches that wait, as many as one group may have, at least one. */
  #takeGroup(): readonly Batch[] {
    let bytes = 0;
    let count = 0;
    for (const { bytes: payload } of this.#waiting) {
      if (count > 0 && bytes + payload.byteLength > this.#options.groupBytes) break;
      bytes += payload.byteLength;
      count++;
    }
    this.#bytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#tell();
  }

  #tell(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}

async function settleAll(group: readonly Batch[], appended: Promise<void>): Promise<void> {
  let outcome: Outcome = { kind: 'stored' };
  try {
    await appended;
  } catch (error) {
    outcome = { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
  }
  for (const { settle } of group) await settle?.(outcome);
  if (outcome.kind === 'failed') throw outcome.error;
}

function needlessSpool(): StreamError {
  return new StreamError(
    'bad_config',
    'This stream keeps positions of its own, so that a spool in front of it buys nothing. Remove `spool` from its pipeline.',
  );
}
