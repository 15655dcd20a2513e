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

  equals(other: Head): boolean {
    return Buffer.compare(this.#bytes, other.#bytes) === 0;
  }

  positionAt(path: string, offset: number): FilePosition {
    const headBytes = Math.min(offset, this.#bytes.length);
    const isWhole = headBytes === this.#bytes.length;
    return { path, offset, head: isWhole ? this.#hash : hashOf(this.#bytes.subarray(0, headBytes)), headBytes };
  }

  /** Whether a file with this head is the one in which the position was taken. */
  fits(position: FilePosition): boolean {
    if (position.headBytes > this.#bytes.length) return false;
    return hashOf(this.#bytes.subarray(0, position.headBytes)) === position.head;
  }
}

async function firstBytes(handle: FileHandle): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(maxHeadBytes);
  const { bytesRead } = await handle.read(bytes, 0, maxHeadBytes, 0);
  return bytes.subarray(0, bytesRead);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
