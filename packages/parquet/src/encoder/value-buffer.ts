import type { Codes } from './column-block.ts';
import type { FixedDictionary } from './fixed-dictionary.ts';
import type { LeafStage } from './stage.ts';
import type { TextDictionary } from './text-dictionary.ts';

/** Values without codes, as a block has them. */
export interface PlainValues {
  readonly plain: Uint8Array;
  readonly lengths?: Int32Array;
}

/** Values of a sealed block. */
export type SealedValues = PlainValues | { readonly codes: Codes };

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
  /** The values that a sealed block has as codes. */
  plainOf(codes: Codes, count: number): PlainValues;
  /** Whether values still get codes. */
  readonly usesDictionary: boolean;
  readonly dictionary: TextDictionary | FixedDictionary | undefined;
  readonly memoryBytes: number;
  /** Lets go of what only further values would need. */
  close(): void;
}

/** The code of a value of a sealed block. */
export function codeAt(codes: Codes, value: number): number {
  return typeof codes === 'number' ? codes : (codes[value] ?? 0);
}
