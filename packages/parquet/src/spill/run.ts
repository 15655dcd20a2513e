import type { Segment } from '../encoder/segment.ts';
import { ParquetError } from '../errors.ts';
import type { ColumnSchema } from '../schema/column-schema.ts';
import { packedPieces } from './pack-piece.ts';
import { unpackPiece, type RunPiece } from './run-piece.ts';
import type { SpillFile, SpillStore } from './spill-store.ts';

/** Rows in order of time, in a file of a spill store. */
export interface Run {
  readonly file: SpillFile;
  readonly pieces: readonly PiecePlace[];
  readonly rows: number;
  readonly byteLength: number;
}

interface PiecePlace {
  readonly start: number;
  readonly end: number;
  readonly plainBytes: number;
}

/** Writes sorted rows as a run. Removes the file where that fails. */
export async function writeRun(store: SpillStore, segments: AsyncIterable<Segment>): Promise<Run> {
  const file = await store.create();
  try {
    const pieces: PiecePlace[] = [];
    let [rows, end] = [0, 0];
    for await (const segment of segments) {
      for (const piece of packedPieces(segment)) {
        await file.write(piece.bytes);
        pieces.push({ start: end, end: end + piece.bytes.length, plainBytes: piece.plainBytes });
        end += piece.bytes.length;
        rows += piece.rows;
      }
    }
    return { file, pieces, rows, byteLength: end };
  } catch (error) {
    await file.remove();
    throw error;
  }
}

/** Reads a run piece by piece. */
export class RunReader {
  readonly #run: Run;
  readonly #schema: ColumnSchema;
  #next = 0;

  constructor(run: Run, schema: ColumnSchema) {
    this.#run = run;
    this.#schema = schema;
  }

  /** The next piece; `undefined` after the last. Throws `spill_failed` where it cannot be read back as it was written. */
  async next(): Promise<RunPiece | undefined> {
    const place = this.#run.pieces[this.#next++];
    if (place === undefined) return undefined;
    try {
      const bytes = await this.#run.file.read(place.start, place.end);
      return unpackPiece(bytes, place.plainBytes, this.#schema);
    } catch (error) {
      throw new ParquetError(
        'spill_failed',
        `Spilled rows cannot be read back (bytes ${place.start} to ${place.end} of a run): ${error instanceof Error ? error.message : String(error)}. ` +
          'Nothing of this object was stored; look after the disk and read the input again.',
        { cause: error },
      );
    }
  }
}
