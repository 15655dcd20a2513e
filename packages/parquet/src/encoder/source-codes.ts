import type { CodeLine } from './code-line.ts';
import type { Codes } from './column-block.ts';
import type { ColumnBuffer } from './column-buffer.ts';
import { FixedValues } from './fixed-values.ts';
import { noWords } from './nothing.ts';
import { TextValues } from './text-values.ts';
import { codeAt } from './value-buffer.ts';

/** Distinct texts by code, as a dictionary has them. */
interface CodedTexts {
  readonly size: number;
  readonly bytes: Uint8Array;
  start(code: number): number;
  length(code: number): number;
}

/** Distinct numbers by code: low and high half of each. */
interface CodedNumbers {
  readonly size: number;
  readonly halves: Int32Array;
}

export type CodedValues = CodedTexts | CodedNumbers;

/** Gives coded values to other columns. Each distinct value is looked up once for each column that it goes to. */
export class SourceCodes {
  readonly #dictionary: CodedValues | undefined;
  #known = noWords;
  #knownTo: ColumnBuffer | undefined;

  constructor(dictionary: CodedValues | undefined) {
    this.#dictionary = dictionary;
  }

  /** Copies the values `start` to `end` (exclusive) of a block. */
  copy(codes: Codes, start: number, end: number, target: ColumnBuffer): void {
    const { values } = target;
    if (!(values instanceof TextValues || values instanceof FixedValues)) return;
    if (this.#knownTo !== target) this.#begin(target);
    let at = start;
    while (at < end) {
      if (values.usesDictionary) at = this.#copyKnown(codes, at, end, values.codes);
      if (at < end) this.#copyOne(codeAt(codes, at++), values);
    }
  }

  #begin(target: ColumnBuffer): void {
    this.#knownTo = target;
    const size = this.#dictionary?.size ?? 0;
    if (this.#known.length === size) this.#known.fill(-1);
    else this.#known = new Int32Array(size).fill(-1);
  }

  #copyKnown(codes: Codes, start: number, end: number, target: CodeLine): number {
    if (typeof codes !== 'number') return target.addKnown(codes, this.#known, start, end);
    const code = this.#known[codes] ?? -1;
    if (code < 0) return start;
    target.addTimes(code, end - start);
    return end;
  }

  #copyOne(code: number, values: TextValues | FixedValues): void {
    const dictionary = this.#dictionary;
    let given = -1;
    if (values instanceof TextValues && dictionary !== undefined && 'bytes' in dictionary) {
      const start = dictionary.start(code);
      given = values.addBytes(dictionary.bytes, start, start + dictionary.length(code));
    } else if (values instanceof FixedValues && dictionary !== undefined && 'halves' in dictionary) {
      given = values.add(dictionary.halves[2 * code] ?? 0, dictionary.halves[2 * code + 1] ?? 0);
    }
    if (given >= 0) this.#known[code] = given;
  }
}
