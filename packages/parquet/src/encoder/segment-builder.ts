import type { ColumnSchema } from '../schema/column-schema.ts';
import { blockRows } from './column-block.ts';
import { ColumnBuffer } from './column-buffer.ts';
import type { ColumnSource } from './column-source.ts';
import type { Pace } from './pace.ts';
import { SegmentMeter, type Segment, type SegmentLimits } from './segment.ts';
import { TimeLine } from './time-line.ts';

export interface BuilderOptions {
  readonly schema: ColumnSchema;
  readonly seed: number;
  readonly limits: SegmentLimits;
  readonly pace: Pace;
}

/** The blocks of one leaf column that rows are copied from. */
export type SourcesOf = (leaf: number) => readonly (ColumnSource | undefined)[];

/**
 * Makes segments of rows that stand in other blocks, exactly as if the rows were appended in this order: dictionary,
 * blocks and all. Rows are planned one by one and then copied column by column, which keeps each dictionary in cache.
 */
export class SegmentBuilder {
  readonly #options: BuilderOptions;
  readonly #meter: SegmentMeter;
  #columns: readonly ColumnBuffer[];
  #line = new TimeLine();
  #copied = 0;
  /** Source, first row and number of rows of each planned stretch. */
  #plan = new Uint32Array(3 * 64);
  #planned = 0;

  constructor(options: BuilderOptions) {
    this.#options = options;
    this.#meter = new SegmentMeter(options.limits);
    this.#columns = this.#newColumns();
  }

  get rows(): number {
    return this.#meter.rows;
  }

  /** Whether the segment is to be ended before a row of this weight. */
  isFullFor(weight: number): boolean {
    return this.#meter.isFullFor(weight);
  }

  /** The next row is row `row` of source `source`. */
  plan(source: number, row: number, time: number, weight: number): void {
    this.#meter.add(weight);
    this.#line.push(time, weight);
    const plan = this.#plan;
    const last = this.#planned - 3;
    if (last >= 0 && plan[last] === source && (plan[last + 1] ?? 0) + (plan[last + 2] ?? 0) === row) {
      plan[last + 2] = (plan[last + 2] ?? 0) + 1;
      return;
    }
    if (this.#planned === plan.length) this.#growPlan();
    this.#plan[this.#planned] = source;
    this.#plan[this.#planned + 1] = row;
    this.#plan[this.#planned + 2] = 1;
    this.#planned += 3;
  }

  /** Copies the rows that were planned since the last copy. */
  async copy(sourcesOf: SourcesOf): Promise<void> {
    if (this.#planned === 0) return;
    const rows = this.#meter.rows - this.#copied;
    for (const [leaf, column] of this.#columns.entries()) {
      this.#copyColumn(column, sourcesOf(leaf));
      await this.#options.pace.spend(rows * 24);
    }
    this.#copied += rows;
    this.#planned = 0;
  }

  /** The segment of the rows that were copied; the next row begins another. */
  end(): Segment {
    const { times, weights } = this.#line;
    const inBlock = this.#copied % blockRows;
    for (const column of this.#columns) {
      if (inBlock > 0) column.seal(inBlock);
      column.close();
    }
    const segment = { columns: this.#columns, rows: this.#copied, times, weights };
    this.#columns = this.#newColumns();
    this.#line = new TimeLine();
    this.#copied = 0;
    this.#meter.restart();
    return segment;
  }

  #copyColumn(column: ColumnBuffer, sources: readonly (ColumnSource | undefined)[]): void {
    const nothing = sharedNothing(sources);
    if (nothing !== undefined) return this.#addNothing(column, nothing);
    const plan = this.#plan;
    let room = blockRows - (this.#copied % blockRows);
    for (let at = 0; at < this.#planned; at += 3) {
      const source = sources[plan[at] ?? 0];
      let row = plan[at + 1] ?? 0;
      for (let left = plan[at + 2] ?? 0; left > 0;) {
        const count = Math.min(left, room);
        source?.copy(row, count, column);
        row += count;
        left -= count;
        room -= count;
        if (room > 0) continue;
        column.seal(blockRows);
        room = blockRows;
      }
    }
  }

  /** Most columns of a class are not used by a source: their rows need not be looked at. */
  #addNothing(column: ColumnBuffer, definition: number): void {
    let inBlock = this.#copied % blockRows;
    for (let left = this.#meter.rows - this.#copied; left > 0;) {
      const count = Math.min(left, blockRows - inBlock);
      column.levels.addAll(definition, undefined, count);
      left -= count;
      inBlock = (inBlock + count) % blockRows;
      if (inBlock === 0) column.seal(blockRows);
    }
  }

  #newColumns(): readonly ColumnBuffer[] {
    const { schema, seed } = this.#options;
    return schema.leaves.map((leaf) => new ColumnBuffer(leaf, seed));
  }

  #growPlan(): void {
    const larger = new Uint32Array(this.#plan.length * 2);
    larger.set(this.#plan);
    this.#plan = larger;
  }
}

function sharedNothing(sources: readonly (ColumnSource | undefined)[]): number | undefined {
  let shared: number | undefined;
  for (const source of sources) {
    if (source === undefined) continue;
    if (source.nothing === undefined || (shared !== undefined && source.nothing !== shared)) return undefined;
    shared = source.nothing;
  }
  return shared;
}
