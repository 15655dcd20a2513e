const initialBytes = 256;
/** A buffer that grew beyond this is given back when its message is out. */
const keptBytes = 4096;

/**
 * The message of a connection that is not complete yet, and the pieces of one that is too long.
 *
 * A piece from the second on is the message of an RFC 5424 header of ours, `<46>1 - - sluice - continuation
 * [sluice@32473 piece="2"] `, and is mapped as what it is: the text alone could read as a login that never was.
 */
export class PieceBuffer {
  readonly #maxBytes: number;
  #bytes: Buffer = Buffer.alloc(0);
  #length = 0;
  #header = 0;
  #piece = 1;
  /** Bytes of a split character, which begin the next piece. */
  #carried: Buffer | undefined;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get length(): number {
    return this.#length;
  }

  get capacity(): number {
    return this.#bytes.length;
  }

  get isContinuation(): boolean {
    return this.#piece > 1;
  }

  get headerLength(): number {
    return this.#header;
  }

  append(source: Buffer, start: number, end: number): void {
    this.#reserve(this.#length + end - start);
    source.copy(this.#bytes, this.#length, start, end);
    this.#length += end - start;
  }

  /** Appends what fits into a message of the greatest length; says how many bytes that were. */
  appendUpTo(source: Buffer, start: number, end: number): number {
    const taken = Math.min(end - start, this.#maxBytes - this.#length);
    this.append(source, start, start + taken);
    return taken;
  }

  /** The whole message, valid until the next call of `release`. */
  takeAll(): Buffer {
    this.#piece = 1;
    this.#length = 0;
    return this.#bytes;
  }

  /** A full piece, valid until the next call of `release`; another one is begun. */
  takePiece(): { readonly bytes: Buffer; readonly length: number } {
    const length = wholeCharacters(this.#bytes, this.#length);
    this.#carried = Buffer.from(this.#bytes.subarray(length, this.#length));
    this.#piece += 1;
    this.#length = 0;
    return { bytes: this.#bytes, length };
  }

  /** What was taken is used up; memory that it alone needed is given back. */
  release(): void {
    if (this.#carried !== undefined) this.#beginPiece(this.#carried);
    else if (this.#length === 0 && this.#bytes.length > keptBytes) this.#bytes = Buffer.alloc(0);
  }

  clear(): void {
    this.#length = 0;
  }

  #beginPiece(carried: Buffer): void {
    const header = Buffer.from(`<46>1 - - sluice - continuation [sluice@32473 piece="${this.#piece}"] `);
    this.#carried = undefined;
    this.#header = header.length;
    this.append(header, 0, header.length);
    this.append(carried, 0, carried.length);
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(
      Math.min(Math.max(length, this.#bytes.length * 2, initialBytes), this.#maxBytes),
    );
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}

/** Length of `bytes[0, length)` without a UTF-8 character that is cut off at its end. */
function wholeCharacters(bytes: Buffer, length: number): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[length - back] ?? 0;
    if ((byte & 0xc0) !== 0x80) return sequenceLength(byte) > back ? length - back : length;
  }
  return length;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc2 ? 2 : 1;
}
