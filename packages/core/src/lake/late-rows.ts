import type { ObjectBody } from '../store/object-store.ts';

/** A file of the staging that holds rows of an object which waits for more. */
export interface HeldFile {
  readonly file: string;
  readonly byteLength: number;
  readonly rows: number;
  /** Its bytes, for whoever has to keep them. Absent after a restart: they are kept. */
  readonly body?: ObjectBody;
}

/** Rows that are in no file yet, one a line. */
export interface TakenRows {
  readonly text: string;
  readonly rows: number;
}

/**
 * The rows of an object of a day that is over, as text: what came since the last flush, and the files that hold what came
 * before. While they are all here or there, the object may stay open over a flush, and a restart finds its rows.
 */
export class LateRows {
  #lines: string[] = [];
  #bytes = 0;
  #isWhole = true;
  readonly #files: HeldFile[] = [];
  /** The flush that it was first held over. */
  since: number | undefined;

  /** Whether no row is missing. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get files(): readonly HeldFile[] {
    return this.#files;
  }

  add(event: Readonly<Record<string, unknown>>): void {
    if (!this.#isWhole) return;
    try {
      const line = JSON.stringify(event);
      this.#lines.push(line);
      this.#bytes += 2 * line.length;
    } catch {
      // A whole number beyond what JSON can say exactly: such an object is stored with the flush.
      this.giveUp();
    }
  }

  /** The rows that are in no file yet, one a line; they count as held once `hold` is told of their file. */
  take(): TakenRows {
    const taken = { text: this.#lines.map((line) => `${line}\n`).join(''), rows: this.#lines.length };
    this.#lines = [];
    this.#bytes = 0;
    return taken;
  }

  hold(file: HeldFile): void {
    this.#files.push(file);
  }

  giveUp(): void {
    this.#isWhole = false;
    this.#lines = [];
    this.#bytes = 0;
  }
}
