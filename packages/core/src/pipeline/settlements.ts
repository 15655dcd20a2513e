import type { Batch, Outcome, UnitPart } from '@sluice/connector';
import type { SelectedBatch, UnitLedger } from './unit-ledger.ts';

type Settle = NonNullable<Batch['settle']>;

interface Pending {
  readonly settle: Settle;
  readonly units: readonly UnitPart[] | undefined;
  readonly isBroken: boolean;
}

/** The batches whose upstream waits to hear what became of them. */
export class Settlements {
  readonly #ledger: UnitLedger;
  #open: Pending[] = [];

  constructor(ledger: UnitLedger) {
    this.#ledger = ledger;
  }

  get waiting(): number {
    return this.#open.length;
  }

  /** All records of the batch are in open objects, or passed over. */
  async add({ settle, units }: Batch, { runs, isBroken }: SelectedBatch): Promise<void> {
    if (settle === undefined) return;
    const pending = { settle, units, isBroken };
    // Nothing of it waits for a flush where all of it was stored before: the upstream need not wait either.
    const isOver = units !== undefined && units.some(({ records }) => records > 0) && runs.length === 0 && !isBroken;
    if (isOver && (await this.#ledger.areStored(units))) await settle({ kind: 'stored' });
    else this.#open.push(pending);
  }

  /** Those that the flush which begins now decides. */
  detach(): readonly Pending[] {
    const detached = this.#open;
    this.#open = [];
    return detached;
  }

  /** Tells each what became of it. A batch of units is stored when all of them are, whoever did it. */
  async settle(detached: readonly Pending[], outcome: Outcome): Promise<void> {
    for (const pending of detached) await pending.settle(await this.#outcomeOf(pending, outcome));
  }

  async #outcomeOf({ units, isBroken }: Pending, outcome: Outcome): Promise<Outcome> {
    if (outcome.kind === 'failed' || units === undefined) return outcome;
    if (!isBroken && (await this.#ledger.areStored(units))) return outcome;
    return { kind: 'failed', error: new Error('another worker has a part of it that is not stored yet') };
  }
}
