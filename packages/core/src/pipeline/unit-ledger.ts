import type { Batch, UnitPart } from '@sluice/connector';
import type { PipelineClaim, UnitRange } from '../state/state-store.ts';
import { withRecords } from './batch-part.ts';

/** What is to be taken of a batch, and how that counts for its units. */
export interface SelectedBatch {
  readonly batch: Batch;
  /** The units of the batch's records, in order. */
  readonly runs: readonly UnitRun[];
  /** Records that are taken care of already. */
  readonly passedOver: number;
  /** Records that cannot be taken, because those before them did not come: they have to be delivered again. */
  readonly isBroken: boolean;
}

interface UnitRun {
  readonly id: string;
  /** First record of the unit that is taken. */
  readonly from: number;
  /** Index in the selected batch of that record. */
  readonly start: number;
  readonly records: number;
}

/**
 * Knows how much of each unit this process has taken and how much any process has stored, so that what a queue delivers
 * twice is taken once.
 */
export class UnitLedger {
  readonly #claim: PipelineClaim;
  #open = new Map<string, UnitRange>();
  /** Units of the flush that is on its way. */
  #underWay: ReadonlyMap<string, UnitRange> = new Map();

  constructor(claim: PipelineClaim) {
    this.#claim = claim;
  }

  /** Leaves out the records of a batch that are in an open object, on their way or stored. */
  async select(batch: Batch): Promise<SelectedBatch> {
    const { units } = batch;
    if (units === undefined) return { batch, runs: [], passedOver: 0, isBroken: false };
    const known = await this.#known(units);
    const kept: [number, number][] = [];
    const runs: UnitRun[] = [];
    let record = 0;
    let start = 0;
    let isBroken = false;
    for (const { id, firstRecord, records } of units) {
      const done = known.get(id) ?? 0;
      const skipped = Math.min(records, Math.max(0, done - firstRecord));
      const taken = done < firstRecord ? 0 : records - skipped;
      isBroken ||= done < firstRecord;
      if (taken > 0) {
        kept.push([record + skipped, record + records]);
        runs.push({ id, from: firstRecord + skipped, start, records: taken });
        known.set(id, firstRecord + records);
        start += taken;
      }
      record += records;
    }
    const all = batch.bounds.length / 2;
    return { batch: start === all ? batch : withRecords(batch, kept), runs, passedOver: all - start, isBroken };
  }

  /** Records `[from, to)` of the selected batch are in open objects. */
  took({ runs }: SelectedBatch, from: number, to: number): void {
    for (const { id, from: first, start, records } of runs) {
      const begin = Math.max(from, start);
      const end = Math.min(to, start + records);
      if (begin >= end) continue;
      const open = this.#open.get(id);
      this.#open.set(id, { id, from: open?.from ?? first + begin - start, to: first + end - start });
    }
  }

  /** The units of the flush that begins now. The one before has to be over. */
  detach(): readonly UnitRange[] {
    this.#underWay = this.#open;
    this.#open = new Map();
    return [...this.#underWay.values()];
  }

  /** The flush is over: what became of its units stands in the state. */
  landed(): void {
    this.#underWay = new Map();
  }

  /** Whether all records of these parts are stored, by whomever. */
  async areStored(parts: readonly UnitPart[]): Promise<boolean> {
    const known = await this.#claim.units(idsOf(parts));
    return parts.every(({ id, firstRecord, records }) => {
      const unit = known.get(id);
      return records === 0 || (unit !== undefined && unit.isStored && unit.records >= firstRecord + records);
    });
  }

  async #known(parts: readonly UnitPart[]): Promise<Map<string, number>> {
    const stored = await this.#claim.units(idsOf(parts));
    const known = new Map<string, number>();
    for (const id of idsOf(parts)) {
      const own = this.#open.get(id) ?? this.#underWay.get(id);
      known.set(id, own?.to ?? stored.get(id)?.records ?? 0);
    }
    return known;
  }
}

function idsOf(parts: readonly UnitPart[]): readonly string[] {
  return [...new Set(parts.map(({ id }) => id))];
}
