import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import type { DeadLetter } from './dead-letter.ts';

export interface DeadLetterObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly letters: number;
}

/** Gathers the dead letters of a flush into one object: NDJSON, zstd, which any tool reads. */
export class DeadLetterBuffer {
  readonly #frames: Uint8Array[] = [];
  #lines: string[] = [];
  #lineBytes = 0;
  #frameBytes = 0;
  #letters = 0;

  get letters(): number {
    return this.#letters;
  }

  get memoryBytes(): number {
    return this.#lineBytes * 2 + this.#frameBytes;
  }

  add(letter: DeadLetter): void {
    const line = JSON.stringify(letter);
    this.#lines.push(line);
    this.#lineBytes += line.length + 1;
    this.#letters++;
    if (this.#lineBytes > 1024 * 1024) this.#compress();
  }

  /** The object under a key that follows from the pipeline, the input range and the records. */
  seal(pipeline: string, range: string, day: string): DeadLetterObject {
    this.#compress();
    const bytes = Buffer.concat(this.#frames);
    const digest = createHash('sha256')
      .update(JSON.stringify([pipeline, range]))
      .update(bytes)
      .digest('hex')
      .slice(0, 32);
    return { key: `${pipeline}/${day}/${digest}.ndjson.zst`, bytes, letters: this.#letters };
  }

  /** A zstd file may hold several frames; so each megabyte is compressed as it fills. */
  #compress(): void {
    if (this.#lines.length === 0) return;
    const frame = zstdCompressSync(`${this.#lines.join('\n')}\n`);
    this.#frames.push(frame);
    this.#frameBytes += frame.byteLength;
    this.#lines = [];
    this.#lineBytes = 0;
  }
}
