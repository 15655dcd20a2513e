import { ParquetError } from '../errors.ts';

/** What a reader throws where the bytes are not what the format says. */
export function unreadable(what: string, cause?: unknown): ParquetError {
  return new ParquetError(
    'object_unreadable',
    `This is not a readable Parquet object: ${what}.`,
    cause === undefined ? {} : { cause },
  );
}
