const digit0 = 0x30;
const digit9 = 0x39;
const space = 0x20;
const lessThan = 0x3c;
/** A count of more digits is no length that a sender means: the bytes are read as a line. */
const maxDigits = 8;

/**
 * Tells byte by byte how a message of a stream is framed (RFC 6587): `123 <` begins an octet-counted one, anything
 * else one that ends with LF or NUL. A sender that has counted once goes on counting: from then on `123 ` is enough, so
 * that a counted message which is no syslog does not swallow those behind it. Keeps its place between chunks.
 */
export class FrameHead {
  /** Octets of the counted message, once `scan` said `counted`. */
  count = 0;
  #digits = 0;
  #isPastSpace = false;
  #hasCounted = false;

  reset(): void {
    this.count = 0;
    this.#digits = 0;
    this.#isPastSpace = false;
  }

  /** Takes the next byte: decided, or `undefined` where the byte belongs to a head that is still open. */
  scan(byte: number): 'counted' | 'line' | undefined {
    if (this.#isPastSpace) {
      this.#hasCounted ||= byte === lessThan;
      return this.#hasCounted ? 'counted' : 'line';
    }
    if (byte >= digit0 && byte <= digit9 && this.#digits < maxDigits && (byte !== digit0 || this.#digits > 0)) {
      this.count = this.count * 10 + byte - digit0;
      this.#digits += 1;
      return undefined;
    }
    if (byte === space && this.#digits > 0) {
      this.#isPastSpace = true;
      return undefined;
    }
    return 'line';
  }
}
