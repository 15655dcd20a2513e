import type { FixedDictionary } from './fixed-dictionary.ts';
import type { LeafStage } from './stage.ts';
import type { TextDictionary } from './text-dictionary.ts';

/** Values of a sealed block. */
export interface SealedValues {
  readonly codes?: Uint8Array | Uint16Array;
  readonly plain?: Uint8Array;
}

/** The values of one leaf since the last seal, nulls left out. */
export interface ValueBuffer {
  /** Takes the staged values whose definition level is `defined`. */
  absorb(stage: LeafStage, count: number, defined: number): void;
  /** Values since the last seal. */
  readonly count: number;
  /** Gives the values since the last seal and starts anew. */
  seal(): SealedValues;
  /** Gives up the dictionary for the values since the last seal and all that come. */
  leaveDictionary(): void;
  /** Plain bytes of values that a sealed block has as codes. */
  plainOf(codes: Uint8Array | Uint16Array): Uint8Array;
  /** Whether values still get codes. */
  readonly usesDictionary: boolean;
  readonly dictionary: TextDictionary | FixedDictionary | undefined;
  readonly memoryBytes: number;
}

/** Codes in as few bytes as they need. */
export function compactCodes(codes: Uint16Array, count: number): Uint8Array | Uint16Array {
  for (let at = 0; at < count; at++) {
    if ((codes[at] ?? 0) > 255) return codes.slice(0, count);
  }
  return Uint8Array.from(codes.subarray(0, count));
}

export function grownCodes(codes: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(codes.length * 2);
  larger.set(codes);
  return larger;
}
