import type { Pace } from './pace.ts';

const firstRows = 64;

/** The time and the weight of each row, in order of arrival. */
export class TimeLine {
  length = 0;
  #times = new Float64Array(firstRows);
  #weights = new Uint32Array(firstRows);

  get memoryBytes(): number {
    return this.#times.byteLength + this.#weights.byteLength;
  }

  push(time: number, weight: number): void {
    if (this.length === this.#times.length) this.#grow();
    this.#times[this.length] = time;
    this.#weights[this.length++] = weight;
  }

  get times(): Float64Array {
    return this.#times.subarray(0, this.length);
  }

  get weights(): Uint32Array {
    return this.#weights.subarray(0, this.length);
  }

  #grow(): void {
    const [times, weights] = [new Float64Array(this.length * 2), new Uint32Array(this.length * 2)];
    times.set(this.#times);
    weights.set(this.#weights);
    this.#times = times;
    this.#weights = weights;
  }
}

/**
 * The order that sorts `times`, equal times in their given order; `undefined` where they are in order already. Linear:
 * a radix sort over as many digits as the range of times has, of 16 bits, or of 8 where the rows are few. Yields to the event loop.
 */
export async function sortedOrder(times: Float64Array, pace: Pace): Promise<Uint32Array | undefined> {
  const range = rangeOf(times);
  if (range.isSorted) return undefined;
  let order = new Uint32Array(times.length);
  let spare = new Uint32Array(times.length);
  const digits = times.length < fewRows ? 256 : 65_536;
  for (let row = 0; row < order.length; row++) order[row] = row;
  for (let unit = 1; unit <= range.max - range.min; unit *= digits) {
    await countingSort(times, { order, into: spare, unit, digits, min: range.min, pace });
    [order, spare] = [spare, order];
  }
  return order;
}

interface Pass {
  readonly order: Uint32Array;
  readonly into: Uint32Array;
  /** The digit is that of the time after `min`, in units of this many milliseconds. */
  readonly unit: number;
  /** How many different digits there are. */
  readonly digits: number;
  readonly min: number;
  readonly pace: Pace;
}

const rowsBetweenYields = 65_536;
const fewRows = 16_384;

async function countingSort(times: Float64Array, pass: Pass): Promise<void> {
  const { order, into, unit, digits, min, pace } = pass;
  const starts = new Uint32Array(digits + 1);
  for (let from = 0; from < times.length; from += rowsBetweenYields) {
    const end = Math.min(from + rowsBetweenYields, times.length);
    for (let row = from; row < end; row++) {
      const slot = (Math.floor(((times[row] ?? 0) - min) / unit) % digits) + 1;
      starts[slot] = (starts[slot] ?? 0) + 1;
    }
    await pace.spend(rowsBetweenYields * 8);
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  for (let from = 0; from < order.length; from += rowsBetweenYields) {
    const end = Math.min(from + rowsBetweenYields, order.length);
    for (let at = from; at < end; at++) {
      const row = order[at] ?? 0;
      const digit = Math.floor(((times[row] ?? 0) - min) / unit) % digits;
      const place = starts[digit] ?? 0;
      into[place] = row;
      starts[digit] = place + 1;
    }
    await pace.spend(rowsBetweenYields * 16);
  }
}

export interface TimeRange {
  readonly min: number;
  readonly max: number;
  readonly isSorted: boolean;
}

export function rangeOf(times: Float64Array): TimeRange {
  let [min, max, previous] = [Infinity, -Infinity, -Infinity];
  let isSorted = true;
  for (const time of times) {
    if (time < previous) isSorted = false;
    if (time < min) min = time;
    if (time > max) max = time;
    previous = time;
  }
  return times.length === 0 ? { min: 0, max: 0, isSorted } : { min, max, isSorted };
}
