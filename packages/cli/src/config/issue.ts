import type { Path } from './problem.ts';

/**
 * One complaint of a validator. Standard Schema promises `message` and `path`; validators made with Zod, ours and most
 * connectors', also say what kind of complaint it is, and then the message can be better.
 */
export interface Issue {
  readonly message: string;
  readonly path: Path;
  readonly code?: string;
  /** `invalid_type` */
  readonly expected?: string;
  /** `unrecognized_keys` */
  readonly keys?: readonly string[];
  /** `invalid_value` */
  readonly values?: readonly unknown[];
  /** `too_small`, `too_big` */
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  /** `invalid_key`, `invalid_element` */
  readonly issues?: readonly Issue[];
  /** `invalid_union`: the key whose value tells the alternatives apart, where that is what is wrong. */
  readonly discriminator?: string;
  /** `invalid_union`: the complaints of each alternative. */
  readonly errors?: readonly (readonly Issue[])[];
}

interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Issues of a validator with plain paths, unions reduced to the alternative that was most likely meant. */
export function plainIssues(issues: readonly StandardIssue[], value: unknown, parent: Path = []): readonly Issue[] {
  return issues.flatMap((issue) => {
    const plain: Issue = { ...issue, path: [...parent, ...(issue.path ?? []).map(segmentOf)] };
    if (plain.code !== 'invalid_union' || plain.errors === undefined || plain.errors.length === 0) return [plain];
    const chosen = likeliest(plain.errors, valueAt(value, plain.path));
    return chosen === undefined ? [plain] : plainIssues(chosen, value, plain.path);
  });
}

function segmentOf(segment: PropertyKey | { readonly key: PropertyKey }): string | number {
  const key = typeof segment === 'object' ? segment.key : segment;
  return typeof key === 'number' ? key : String(key);
}

/** The alternative with the fewest complaints; one that wants another kind of value altogether comes last. */
function likeliest(alternatives: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  const ranked = alternatives
    .map((issues) => ({ issues, weight: issues.reduce((sum, issue) => sum + weightOf(issue, value), 0) }))
    .toSorted((a, b) => a.weight - b.weight);
  const [best, next] = ranked;
  // When none takes this kind of value, the union itself is the better answer.
  return best === undefined || (next !== undefined && best.weight >= wrongKind) ? undefined : best.issues;
}

const wrongKind = 1000;

function weightOf(issue: Issue, value: unknown): number {
  const atRoot = issue.path.length === 0;
  if (issue.code === 'unrecognized_keys') return 2 * (issue.keys?.length ?? 1);
  if (atRoot && issue.code === 'invalid_type') return wrongKind;
  // A missing key tells alternatives apart: `bucket` is missing, so a bucket was not meant.
  if (issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined) return 3;
  // A wrong literal at a key that names the kind (`transport: tcp`) rules the alternative out.
  return issue.code === 'invalid_value' && issue.values?.length === 1 ? 10 : 1;
}

export function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const segment of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, segment)) return undefined;
    found = (found as Record<string | number, unknown>)[segment];
  }
  return found;
}

/** Puts a value in the place of one that is there. */
export function setAt(root: unknown, path: Path, value: unknown): void {
  let target = root as Record<string | number, unknown>;
  for (const segment of path.slice(0, -1)) target = target[segment] as Record<string | number, unknown>;
  const last = path.at(-1);
  if (last !== undefined) target[last] = value;
}
