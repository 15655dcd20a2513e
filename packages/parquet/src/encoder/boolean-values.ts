import { firstCapacity } from './column-block.ts';
import { noBytes } from './nothing.ts';
import type { LeafStage } from './stage.ts';
import type { PlainValues, ValueBuffer } from './value-buffer.ts';

/** Booleans, a byte each until they are packed into a page. Parquet has no dictionary for them. */
export class BooleanValues implements ValueBuffer {
  count = 0;
  readonly usesDictionary = false;
  readonly dictionary = undefined;
  #plain = noBytes;

  get memoryBytes(): number {
    return this.#plain.length;
  }

  absorb(stage: LeafStage, count: number, defined: number): void {
    const { definitions, low } = stage;
    this.#grow(count);
    for (let at = 0; at < count; at++) {
      if (definitions[at] === defined) this.#plain[this.count++] = low[at] ?? 0;
    }
  }

  addPlain(values: Uint8Array): void {
    this.#grow(values.length);
    this.#plain.set(values, this.count);
    this.count += values.length;
  }

  seal(): PlainValues {
    const plain = this.#plain.slice(0, this.count);
    this.count = 0;
    return { plain };
  }

  leaveDictionary(): void {}

  plainOf(): PlainValues {
    return { plain: new Uint8Array(0) };
  }

  close(): void {
    this.#plain = noBytes;
  }

  #grow(more: number): void {
    const needed = this.count + more;
    if (needed <= this.#plain.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#plain.length * 2, firstCapacity));
    larger.set(this.#plain);
    this.#plain = larger;
  }
}
