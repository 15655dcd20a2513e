import type { LeafType } from '../schema/column-schema.ts';
import type { Bounds } from './chunk-values.ts';
import { maxDeltaInteger, maxDeltaRange } from './delta.ts';
import { integerOf } from './value-halves.ts';

/** Least and greatest of the numbers it is shown, each in halves of 32 bits. */
export class NumberBounds {
  readonly #type: LeafType;
  #any = false;
  #minLow = 0;
  #minHigh = 0;
  #maxLow = 0;
  #maxHigh = 0;

  constructor(type: LeafType) {
    this.#type = type;
  }

  add(low: number, high: number): void {
    if (!this.#any) {
      this.#any = true;
      this.#minLow = this.#maxLow = low;
      this.#minHigh = this.#maxHigh = high;
    } else if (this.#isLess(low, high, this.#minLow, this.#minHigh)) {
      this.#minLow = low;
      this.#minHigh = high;
    } else if (this.#isLess(this.#maxLow, this.#maxHigh, low, high)) {
      this.#maxLow = low;
      this.#maxHigh = high;
    }
  }

  /** Plain numbers: one half each for INT32, two for the others. */
  addAll(halves: Int32Array): void {
    if (this.#type === 'int32') for (const low of halves) this.add(low, 0);
    else for (let at = 0; at < halves.length; at += 2) this.add(halves[at] ?? 0, halves[at + 1] ?? 0);
  }

  /** Whether there are some, and all are integers whose differences `DeltaWriter` can write. */
  get haveDeltas(): boolean {
    if (!this.#any || this.#type === 'double') return false;
    const [min, max] = [this.#integer(this.#minLow, this.#minHigh), this.#integer(this.#maxLow, this.#maxHigh)];
    return min >= -maxDeltaInteger && max < maxDeltaInteger && max - min < maxDeltaRange;
  }

  merge(other: NumberBounds): void {
    if (!other.#any) return;
    this.add(other.#minLow, other.#minHigh);
    this.add(other.#maxLow, other.#maxHigh);
  }

  bytes(): Bounds | undefined {
    if (!this.#any) return undefined;
    return {
      min: this.#numberBytes(this.#minLow, this.#minHigh, -0),
      max: this.#numberBytes(this.#maxLow, this.#maxHigh, 0),
      isMinExact: true,
      isMaxExact: true,
    };
  }

  #integer(low: number, high: number): number {
    return this.#type === 'int32' ? low : integerOf(low, high);
  }

  #isLess(lowA: number, highA: number, lowB: number, highB: number): boolean {
    if (this.#type === 'int32') return lowA < lowB;
    if (this.#type === 'double') return doubleOf(lowA, highA) < doubleOf(lowB, highB);
    return highA < highB || (highA === highB && lowA >>> 0 < lowB >>> 0);
  }

  /** A double zero as bound takes the sign that cannot exclude the other zero. */
  #numberBytes(low: number, high: number, zero: number): Uint8Array {
    if (this.#type === 'int32') return new Uint8Array(Int32Array.of(low).buffer);
    if (this.#type === 'double' && doubleOf(low, high) === 0) return new Uint8Array(Float64Array.of(zero).buffer);
    return new Uint8Array(Int32Array.of(low, high).buffer);
  }
}

function doubleOf(low: number, high: number): number {
  return new Float64Array(Int32Array.of(low, high).buffer)[0] ?? 0;
}
