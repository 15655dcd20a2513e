import { nearestName } from '@sluice/ocsf';
import type { LineCounter } from 'yaml';
import type { Problem, ProblemCode } from './errors.ts';

/** Beyond this many the document is something else than a mapping. */
const maxProblems = 200;

/** Where something stands in the document: its first character, counted from 0. */
export interface Place {
  readonly offset: number;
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
  readonly #kept = new Map<string, Problem & { readonly offset: number }>();

  constructor(file: string, lines: LineCounter) {
    this.#file = file;
    this.#lines = lines;
  }

  get count(): number {
    return this.#kept.size;
  }

  lineOf(place: Place): number {
    return this.#lines.linePos(place.offset).line;
  }

  /** Adds a problem; the same one at the same place (a fragment used twice) counts once. */
  add(place: Place, code: ProblemCode, message: string, details: ProblemDetails = {}): void {
    if (this.#kept.size >= maxProblems) return;
    const { line, col } = this.#lines.linePos(place.offset);
    const nearest = details.nearest ?? nearestOf(details);
    const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    const problem = {
      code,
      file: this.#file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      message: message + hint,
      ...(details.found === undefined ? {} : { found: details.found }),
      ...(details.expected === undefined ? {} : { expected: details.expected }),
      ...(nearest === undefined ? {} : { nearest }),
    };
    this.#kept.set(`${place.offset} ${code} ${message}`, { ...problem, offset: place.offset });
  }

  /** In the order of the document. */
  list(): readonly Problem[] {
    const sorted = [...this.#kept.values()].toSorted((one, other) => one.offset - other.offset);
    return sorted.map(({ offset: _, ...problem }) => problem);
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
