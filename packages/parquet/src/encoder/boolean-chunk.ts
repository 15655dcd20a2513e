import type { ByteSink } from './byte-sink.ts';
import type { Bounds, ChunkValues, PageValues } from './chunk-values.ts';
import type { PagePlan } from './page-plan.ts';
import { Encoding } from './parquet-format.ts';

/** Booleans of a column chunk, eight a byte. */
export class BooleanChunk implements ChunkValues {
  #sawFalse = false;
  #sawTrue = false;

  writePage(plan: PagePlan, sink: ByteSink): PageValues {
    const values = Buffer.concat(
      plan.slices.map(({ block, valueStart, valueEnd }) =>
        (block.plain ?? new Uint8Array(0)).subarray(valueStart, valueEnd),
      ),
    );
    for (let at = 0; at < values.length; at += 8) {
      let packed = 0;
      for (let bit = 0; bit < 8; bit++) packed |= (values[at + bit] ?? 0) << bit;
      sink.byte(packed);
    }
    const [sawFalse, sawTrue] = [values.includes(0), values.includes(1)];
    this.#sawFalse ||= sawFalse;
    this.#sawTrue ||= sawTrue;
    return { encoding: Encoding.PLAIN, bounds: boundsOf(sawFalse, sawTrue) };
  }

  dictionary(): { readonly entries: number; readonly bytes: Uint8Array } {
    return { entries: 0, bytes: new Uint8Array(0) };
  }

  bounds(): Bounds | undefined {
    return boundsOf(this.#sawFalse, this.#sawTrue);
  }
}

function boundsOf(sawFalse: boolean, sawTrue: boolean): Bounds | undefined {
  if (!sawFalse && !sawTrue) return undefined;
  return {
    min: Uint8Array.of(sawFalse ? 0 : 1),
    max: Uint8Array.of(sawTrue ? 1 : 0),
    isMinExact: true,
    isMaxExact: true,
  };
}
