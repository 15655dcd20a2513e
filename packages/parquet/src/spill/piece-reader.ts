/** Reads what a piece of a run is made of, in the order in which it was put there. Throws at the end of the bytes. */
export class PieceReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  }

  uint32(): number {
    const start = this.#pass(4);
    const { buffer, byteOffset } = this.#bytes;
    return new DataView(buffer, byteOffset + start, 4).getUint32(0, true);
  }

  bytes(): Uint8Array {
    const { start, length } = this.#array();
    return this.#bytes.subarray(start, start + length);
  }

  shorts(): Uint16Array {
    const { start, length } = this.#array();
    return new Uint16Array(this.#bytes.buffer, this.#bytes.byteOffset + start, length / 2);
  }

  words(): Int32Array {
    const { start, length } = this.#array();
    return new Int32Array(this.#bytes.buffer, this.#bytes.byteOffset + start, length / 4);
  }

  doubles(): Float64Array {
    const { start, length } = this.#array();
    return new Float64Array(this.#bytes.buffer, this.#bytes.byteOffset + start, length / 8);
  }

  #array(): { readonly start: number; readonly length: number } {
    const length = this.uint32();
    this.#at = (this.#at + 7) & ~7;
    return { start: this.#pass(length), length };
  }

  #pass(length: number): number {
    const start = this.#at;
    if (start + length > this.#bytes.length) throw new Error('it ends too soon');
    this.#at = start + length;
    return start;
  }
}
