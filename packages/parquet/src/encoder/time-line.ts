/** The time of each row, in order of arrival. */
export class TimeLine {
  length = 0;
  #times = new Float64Array(1024);

  get memoryBytes(): number {
    return this.#times.byteLength;
  }

  push(time: number): void {
    if (this.length === this.#times.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.#times);
      this.#times = larger;
    }
    this.#times[this.length++] = time;
  }

  /** Takes back what was pushed after `length` times. */
  truncate(length: number): void {
    this.length = length;
  }

  view(): Float64Array {
    return this.#times.subarray(0, this.length);
  }
}

/**
 * The order that sorts `times`, equal times in their given order; `undefined` where they are in order already. Linear:
 * a radix sort over as many 16-bit digits as the range of times has.
 */
export function sortedOrder(times: Float64Array): Uint32Array | undefined {
  const range = rangeOf(times);
  if (range.isSorted) return undefined;
  let order = Uint32Array.from(times, (_, index) => index);
  let spare = new Uint32Array(times.length);
  for (let unit = 1; unit <= range.max - range.min; unit *= 65_536) {
    countingSort(times, { order, into: spare, digit: (time) => Math.floor((time - range.min) / unit) % 65_536 });
    [order, spare] = [spare, order];
  }
  return order;
}

interface Pass {
  readonly order: Uint32Array;
  readonly into: Uint32Array;
  readonly digit: (time: number) => number;
}

function countingSort(times: Float64Array, pass: Pass): void {
  const starts = new Uint32Array(65_537);
  for (const time of times) {
    const slot = pass.digit(time) + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  for (const row of pass.order) {
    const digit = pass.digit(times[row] ?? 0);
    const at = starts[digit] ?? 0;
    pass.into[at] = row;
    starts[digit] = at + 1;
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
