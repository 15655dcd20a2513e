import { firstCapacity } from './column-block.ts';
import { noBytes } from './nothing.ts';
import type { LeafStage } from './stage.ts';

/** Definition and repetition levels since the last seal. */
export class LevelBuffer {
  count = 0;
  /** The definition level of all entries so far, which are then not written down; -1 where they differ. */
  #constant = 0;
  #definitions = noBytes;
  #repetitions = noBytes;
  readonly #repeated: boolean;

  constructor(repeated: boolean) {
    this.#repeated = repeated;
    if (repeated) this.#constant = -1;
  }

  get memoryBytes(): number {
    return this.#definitions.length + this.#repetitions.length;
  }

  absorb(stage: LeafStage, count: number): void {
    if (!this.#repeated && this.#continues(stage.definitions, count)) {
      this.count += count;
      return;
    }
    this.#grow(count);
    const at = this.count;
    const { definitions } = stage;
    const own = this.#definitions;
    for (let i = 0; i < count; i++) own[at + i] = definitions[i] ?? 0;
    if (this.#repeated) for (let i = 0; i < count; i++) this.#repetitions[at + i] = stage.repetitions[i] ?? 0;
    this.count = at + count;
  }

  /** A row of one entry. */
  add(definition: number): void {
    this.#writeDown();
    if (this.count === this.#definitions.length) this.#grow(1);
    this.#definitions[this.count] = definition;
    if (this.#repeated) this.#repetitions[this.count] = 0;
    this.count++;
  }

  /** Entries as a sealed block has them: levels of each, or the one that all have. */
  addAll(definitions: Uint8Array | number, repetitions: Uint8Array | undefined, count: number): void {
    this.#writeDown();
    this.#grow(count);
    if (typeof definitions === 'number') this.#definitions.fill(definitions, this.count, this.count + count);
    else this.#definitions.set(definitions, this.count);
    if (this.#repeated) {
      if (repetitions === undefined) this.#repetitions.fill(0, this.count, this.count + count);
      else this.#repetitions.set(repetitions, this.count);
    }
    this.count += count;
  }

  seal(): { readonly definitions: Uint8Array | number; readonly repetitions?: Uint8Array } {
    const definitions = this.#constant >= 0 ? this.#constant : constantOr(this.#definitions, this.count);
    const repetitions = this.#repeated ? constantOr(this.#repetitions, this.count) : 0;
    this.count = 0;
    this.#constant = this.#repeated ? -1 : 0;
    return typeof repetitions === 'number' ? { definitions } : { definitions, repetitions };
  }

  /** Lets go of its memory. */
  close(): void {
    this.#definitions = noBytes;
    this.#repetitions = noBytes;
  }

  /** Whether these levels are the one that all have so far. Otherwise all are written down from then on. */
  #continues(definitions: Uint8Array, count: number): boolean {
    if (this.#constant < 0 || count === 0) return false;
    if (this.count === 0) this.#constant = definitions[0] ?? 0;
    const constant = this.#constant;
    let at = 0;
    while (at < count && definitions[at] === constant) at++;
    if (at === count) return true;
    this.#writeDown();
    return false;
  }

  #writeDown(): void {
    if (this.#constant < 0) return;
    const constant = this.#constant;
    this.#constant = -1;
    const { count } = this;
    this.count = 0;
    this.#grow(count);
    this.#definitions.fill(constant, 0, count);
    this.count = count;
  }

  #grow(more: number): void {
    const needed = this.count + more;
    if (needed <= this.#definitions.length) return;
    const capacity = Math.max(needed, this.#definitions.length * 2, firstCapacity);
    const definitions = new Uint8Array(capacity);
    definitions.set(this.#definitions);
    this.#definitions = definitions;
    if (!this.#repeated) return;
    const repetitions = new Uint8Array(capacity);
    repetitions.set(this.#repetitions);
    this.#repetitions = repetitions;
  }
}

/** Repetition levels begin with 0, so that a constant one means one entry a row. */
function constantOr(levels: Uint8Array, count: number): Uint8Array | number {
  const first = levels[0] ?? 0;
  for (let at = 1; at < count; at++) {
    if (levels[at] !== first) return levels.slice(0, count);
  }
  return first;
}
