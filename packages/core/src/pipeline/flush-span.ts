import type { Batch } from '@sluice/connector';
import type { FlushCut } from '../state/state-store.ts';

/** The rules of size and memory are looked at after so many records, or so many bytes of them. */
export interface LookRule {
  readonly records: number;
  readonly bytes: number;
}

const everyFew: LookRule = { records: 128, bytes: 1024 * 1024 };

/**
 * The records of the flush that is open. Its rules are looked at after the same records whatever batches these come in,
 * so that a run that was interrupted cuts where an undisturbed one does; and where the interrupted run had written down
 * where its flush ends, this one ends there.
 */
export class FlushSpan {
  #records = 0;
  #recordsSinceLook = 0;
  #bytesSinceLook = 0;
  #looks = 0;
  #cut: FlushCut | undefined;
  readonly #rule: LookRule;

  constructor(cut?: FlushCut, rule: LookRule = everyFew) {
    this.#cut = cut;
    this.#rule = rule;
  }

  get records(): number {
    return this.#records;
  }

  /** How often the rules were looked at: a number of the stretch that records are counted in, whatever their batches. */
  get looks(): number {
    return this.#looks;
  }

  /** Where the interrupted run ended this flush; undefined once it is reached or given up. */
  get cut(): FlushCut | undefined {
    return this.#cut;
  }

  get isAtCut(): boolean {
    return this.#cut !== undefined && this.#records >= this.#cut.records;
  }

  /** Whether the rules are to be looked at here. */
  get isAtLook(): boolean {
    return this.#recordsSinceLook >= this.#rule.records || this.#bytesSinceLook >= this.#rule.bytes;
  }

  /** Counts records from `from` on, up to the next look or the cut, and says where that is. */
  advance({ bounds }: Batch, from: number): number {
    if (this.isAtLook) this.look();
    let to = from;
    for (const records = bounds.length / 2; to < records && !this.isAtLook && !this.isAtCut; to++) {
      this.#records++;
      this.#recordsSinceLook++;
      this.#bytesSinceLook += (bounds[2 * to + 1] ?? 0) - (bounds[2 * to] ?? 0);
    }
    return to;
  }

  /** The rules were looked at. */
  look(): void {
    this.#looks++;
    this.#recordsSinceLook = 0;
    this.#bytesSinceLook = 0;
  }

  /** The records did not come as they came before: the flush ends where its rules say. */
  giveUpCut(): void {
    this.#cut = undefined;
  }

  /** A flush begins: what is counted from here on belongs to the next. */
  restart(): void {
    this.#records = 0;
    this.#cut = undefined;
    this.look();
    this.#looks = 0;
  }
}
