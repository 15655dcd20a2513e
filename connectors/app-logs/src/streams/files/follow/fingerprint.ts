import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { FilePosition } from './cursor.ts';

/** So many first bytes tell a file from another one with the same inode. */
export const maxHeadBytes = 1024;

/** The first bytes of a file, as far as they are known. Immutable. */
export class Head {
  readonly #bytes: Uint8Array;
  readonly #hash: string;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#hash = hashOf(bytes);
  }

  /** Reads up to `maxHeadBytes` from the start of a file. */
  static async read(handle: FileHandle): Promise<Head> {
    return new Head(await firstBytes(handle));
  }

  /** The head of the same file later: this one where it is complete. Undefined where the file was written anew. */
  async readAgain(handle: FileHandle): Promise<Head | undefined> {
    const now = await firstBytes(handle);
    const before = this.#bytes.length;
    if (now.length < before || Buffer.compare(this.#bytes, now.subarray(0, before)) !== 0) return undefined;
    return now.length === before ? this : new Head(now);
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** Whether this is what a file begins with that began with the other one before it grew. */
  startsWith(other: Head): boolean {
    return Buffer.compare(this.#bytes.subarray(0, other.#bytes.length), other.#bytes) === 0;
  }

  /** `tail`: the last bytes before the offset, as many as tell. */
  positionAt(path: string, offset: number, tail?: Uint8Array): FilePosition {
    const headBytes = Math.min(offset, this.#bytes.length);
    const isWhole = headBytes === this.#bytes.length;
    const head = isWhole ? this.#hash : hashOf(this.#bytes.subarray(0, headBytes));
    return { path, offset, head, headBytes, ...(tail === undefined ? {} : { tail: hashOf(tail) }) };
  }

  /** Whether a file with this head is the one in which the position was taken. */
  fits(position: FilePosition): boolean {
    if (position.headBytes > this.#bytes.length) return false;
    return hashOf(this.#bytes.subarray(0, position.headBytes)) === position.head;
  }
}

/** So many last bytes that were read tell, with the head, a file from one that only begins like it. */
const maxTailBytes = 256;

/** What a file says, whatever way it is stored. */
export interface Content {
  head(): Promise<Head>;
  /** The last bytes before an offset, as many as tell; undefined where the file ends before the offset. */
  before(offset: number): Promise<Uint8Array | undefined>;
}

/** The content of a file that is not compressed. */
export function plainContent(handle: FileHandle): Content {
  return {
    head: () => Head.read(handle),
    before: async (offset) => {
      const { size } = await handle.stat();
      return offset > size ? undefined : bytesBefore(handle, offset);
    },
  };
}

/** Whether a file holds, up to the position, what was read when the position was taken. */
export async function holds(content: Content, position: FilePosition): Promise<boolean> {
  if (!(await content.head()).fits(position)) return false;
  const before = await content.before(position.offset);
  return before !== undefined && hasTail(position, before);
}

/** Whether these are the last bytes that were read when a position was taken. */
export function hasTail({ tail }: FilePosition, before: Uint8Array): boolean {
  return tail === undefined || hashOf(before) === tail;
}

/** The last bytes before an offset, as many as tell. */
export async function bytesBefore(handle: FileHandle, offset: number): Promise<Uint8Array> {
  const tail = Buffer.alloc(Math.min(offset, maxTailBytes));
  const { bytesRead } = await handle.read(tail, 0, tail.length, offset - tail.length);
  return tail.subarray(0, bytesRead);
}

async function firstBytes(handle: FileHandle): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(maxHeadBytes);
  const { bytesRead } = await handle.read(bytes, 0, maxHeadBytes, 0);
  return bytes.subarray(0, bytesRead);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** The last of two pieces that follow each other, as many as tell, as a copy: the second is given away. */
export function lastBytes(before: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length >= maxTailBytes) return Uint8Array.prototype.slice.call(bytes, -maxTailBytes);
  return Buffer.concat([before, bytes]).subarray(-maxTailBytes);
}
