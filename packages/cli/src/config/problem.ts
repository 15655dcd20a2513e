/** Where a problem of a configuration is shown: a stretch of one line. Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** How many characters the caret underlines; at least 1. */
  readonly length: number;
}

/** Stable kinds of problems; the README lists them. */
export type ProblemCode =
  | 'unreadable'
  | 'syntax'
  | 'undefined_variable'
  | 'unknown_key'
  | 'missing_key'
  | 'wrong_type'
  | 'wrong_value'
  | 'unknown_connector'
  | 'unknown_stream'
  | 'unknown_class'
  | 'collision'
  | 'mismatch'
  | 'unusable_file';

/** `error` stops a run; `warning` is said and passed over. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong with a configuration, said so that it can be mended without reading the manual. */
export interface Problem {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** Path of the value in the file: `pipelines.office.account`. Empty for the file itself. */
  readonly path: string;
  /** What was found, what was expected and, where there is one, the nearest valid name. One line, no secret. */
  readonly message: string;
  readonly position: Position;
  /** The nearest valid name. */
  readonly suggestion?: string;
}

export type Path = readonly (string | number)[];

/** `pipelines.office.listen[0].port` */
export function pathText(path: Path): string {
  let text = '';
  for (const segment of path) {
    if (typeof segment === 'number') text += `[${segment}]`;
    else if (/^[\w-]+$/.test(segment)) text += text === '' ? segment : `.${segment}`;
    else text += `[${JSON.stringify(segment)}]`;
  }
  return text;
}
