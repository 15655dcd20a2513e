import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import type { DeadLetter } from './dead-letter.ts';

const compress = promisify(zstdCompress);

export interface DeadLetterObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly letters: number;
}

/** Gathers the dead letters of a flush into one object: NDJSON in one zstd frame, which any tool reads. */
export class DeadLetterBuffer {
  readonly #lines: Buffer[] = [];
  #bytes = 0;

  get letters(): number {
    return this.#lines.length;
  }

  get memoryBytes(): number {
    return this.#bytes;
  }

  add(letter: DeadLetter): void {
    const line = Buffer.from(`${JSON.stringify(letter)}\n`);
    this.#lines.push(line);
    this.#bytes += line.byteLength;
  }

  /** The object under a key that follows from the pipeline, the input range and the records. */
  async seal(pipeline: string, range: string, day: string): Promise<DeadLetterObject> {
    const text = Buffer.concat(this.#lines);
    const hash = createHash('sha256')
      .update(JSON.stringify([pipeline, range]))
      .update(text);
    const key = `${pipeline}/${day}/${hash.digest('hex').slice(0, 32)}.ndjson.zst`;
    return { key, bytes: await compress(text), letters: this.#lines.length };
  }
}
