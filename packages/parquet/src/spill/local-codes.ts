import type { Codes } from '../encoder/column-block.ts';

/** Renumbers the codes of a column for one piece after the other: what the piece uses, in order of first use. */
export class LocalCodes {
  /** The column's code of each code of the piece. */
  used: number[] = [];
  readonly #local: Uint16Array;
  /** Piece that last used each code of the column. */
  readonly #lastPiece: Uint32Array;
  #piece = 0;

  constructor(size: number) {
    this.#local = new Uint16Array(size);
    this.#lastPiece = new Uint32Array(size);
  }

  /** The codes from `start` to `end` (exclusive), renumbered for a new piece. */
  renumber(codes: Codes, start: number, end: number): Codes {
    this.#piece++;
    if (typeof codes === 'number') {
      this.used = end > start ? [codes] : [];
      return 0;
    }
    this.used = [];
    const local = new Uint16Array(end - start);
    for (let at = start; at < end; at++) local[at - start] = this.#localOf(codes[at] ?? 0);
    return this.used.length > 256 ? local : new Uint8Array(local);
  }

  #localOf(code: number): number {
    if (this.#lastPiece[code] === this.#piece) return this.#local[code] ?? 0;
    this.#lastPiece[code] = this.#piece;
    this.#local[code] = this.used.length;
    return this.used.push(code) - 1;
  }
}
