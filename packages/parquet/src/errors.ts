/** Codes of what this package refuses. Stable: dashboards and dead letters carry them. */
export type ParquetErrorCode =
  | 'column_value'
  | 'column_unknown'
  | 'column_path'
  | 'class_unknown'
  | 'writer_full'
  | 'writer_closed'
  | 'spill_failed'
  | 'option_invalid'
  | 'object_unreadable';

/** Any refusal of this package. The message names the thing, what was expected and the remedy. */
export class ParquetError extends Error {
  readonly code: ParquetErrorCode;
  /** Whether the same call may succeed later. Only a full writer empties. */
  readonly retryable: boolean;

  constructor(code: ParquetErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'ParquetError';
    this.code = code;
    this.retryable = code === 'writer_full';
  }
}

/** A value that does not fit its column. The row it stands in is not in the object, no part of it. */
export class ColumnValueError extends ParquetError {
  /** The column, spelt as it was declared: `observables[].type_id`. */
  readonly path: string;
  /** What the column holds: `INT32`. */
  readonly type: string;
  /** The kind of value found, never the value itself: `a string`, `a fraction`. */
  readonly found: string;

  constructor(path: string, type: string, found: string) {
    super('column_value', `${path} is a column of ${type}, but the event has ${found} there. Correct the mapping.`);
    this.name = 'ColumnValueError';
    this.path = path;
    this.type = type;
    this.found = found;
  }
}
