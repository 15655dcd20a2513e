/** What can be wrong with a mapping document. Stable: editors and CI rules refer to them. */
export const problemCodes = [
  'yaml_syntax',
  'document_too_large',
  'alias_not_allowed',
  'wrong_shape',
  'unknown_key',
  'missing_key',
  'keys_exclude',
  'bad_value',
  'unsupported_version',
  'unknown_class',
  'unknown_profile',
  'unknown_attribute',
  'profile_off',
  'derived_attribute',
  'duplicate_source',
  'wrong_type',
  'impossible_enum_id',
  'value_out_of_range',
  'required_unmapped',
  'required_uncertain',
  'constraint_unmet',
  'bad_path',
  'bad_template',
  'unknown_part',
  'unknown_field',
  'item_outside_loop',
  'bad_pattern',
  'unsafe_pattern',
  'pattern_never_matches',
  'unknown_lookup',
  'bad_import',
  'duplicate_name',
  'unknown_fragment',
  'fragment_cycle',
  'unknown_function',
  'wrong_arguments',
  'time_format_missing',
  'bad_time_format',
  'bad_zone',
  'unreachable_rule',
  'condition_never_holds',
  'unreachable_case',
  'unused',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** One thing that is wrong with a mapping document, where it stands, and what to do about it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** What is wrong and what to do, in whole sentences. */
  readonly message: string;
  /** What stands there. */
  readonly found?: string;
  /** What could stand there. */
  readonly expected?: string;
  /** The known name that was probably meant. */
  readonly nearest?: string;
}

/** `mapping.yaml:12:7 unknown_attribute …`, as compilers and editors write it. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.code} ${problem.message}`;
}

/** A document that has problems where a mapping was required. The message lists all of them. */
export class MappingError extends Error {
  readonly code = 'mapping_invalid';
  readonly retryable: boolean = false;
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    super([`The mapping has ${count}:`, ...problems.map(formatProblem)].join('\n'));
    this.name = 'MappingError';
    this.problems = problems;
  }
}
