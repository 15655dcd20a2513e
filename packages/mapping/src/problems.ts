import { nearestName } from '@sluice/ocsf';
import type { LineCounter } from 'yaml';
import type { Problem, ProblemCode } from './errors.ts';

/** Beyond this many the document is something else than a mapping. */
const maxProblems = 200;

/** A text that places are in. */
export interface SourceText {
  readonly file: string;
  readonly lines: LineCounter;
}

/** Where something stands: its first character, counted from 0. */
export interface Place {
  readonly offset: number;
  /** The imported file that it stands in; absent for the document itself. */
  readonly source?: SourceText;
}

/** A line, and the file where it is not the document itself. */
export interface LineOf {
  readonly line: number;
  readonly file?: string;
}

export interface ProblemDetails {
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
  /** Names among which the nearest to `found` is looked for. */
  readonly known?: Iterable<string>;
  readonly nearest?: string | undefined;
}

/** Collects all that is wrong with one document. */
export class Problems {
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #kept = new Map<string, Problem & { readonly offset: number; readonly isImported: boolean }>();

  constructor(file: string, lines: LineCounter) {
    this.#file = file;
    this.#lines = lines;
  }

  get count(): number {
    return this.#kept.size;
  }

  lineOf({ offset, source }: Place): LineOf {
    if (source === undefined) return { line: this.#lines.linePos(offset).line };
    return { line: source.lines.linePos(offset).line, file: source.file };
  }

  /** Adds a problem; the same one at the same place (a fragment used twice) counts once. */
  add(place: Place, code: ProblemCode, message: string, details: ProblemDetails = {}): void {
    if (this.#kept.size >= maxProblems) return;
    const { file, lines } = place.source ?? { file: this.#file, lines: this.#lines };
    const { line, col } = lines.linePos(place.offset);
    const nearest = details.nearest ?? nearestOf(details);
    const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    const problem = {
      code,
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      message: message + hint,
      ...(details.found === undefined ? {} : { found: details.found }),
      ...(details.expected === undefined ? {} : { expected: details.expected }),
      ...(nearest === undefined ? {} : { nearest }),
    };
    const isImported = place.source !== undefined;
    this.#kept.set(`${file} ${place.offset} ${code} ${message}`, { ...problem, offset: place.offset, isImported });
  }

  /** In the order of the document; those of imported files after its own. */
  list(): readonly Problem[] {
    const sorted = [...this.#kept.values()].toSorted(
      (one, other) =>
        Number(one.isImported) - Number(other.isImported) ||
        (one.file === other.file ? one.offset - other.offset : one.file < other.file ? -1 : 1),
    );
    return sorted.map(({ offset: _, isImported: __, ...problem }) => problem);
  }
}

function nearestOf({ found, known }: ProblemDetails): string | undefined {
  return found === undefined || known === undefined ? undefined : nearestName(found, known);
}

/** A value as a message may show it: JSON, short. */
export function shown(value: unknown): string {
  const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** `a, b or c` */
export function listed(names: Iterable<string>): string {
  const all = [...names];
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
