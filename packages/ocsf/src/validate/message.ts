import type { FindingCode } from './codes.ts';

/** What of a finding goes into its sentence. */
export interface MessageParts {
  readonly code: FindingCode;
  readonly path: string;
  readonly found?: string;
  readonly expected?: string | undefined;
  readonly nearest?: string | undefined;
}

/** What each code says, before what was found and what is expected. */
export const sentences: Readonly<Record<FindingCode, string>> = {
  class_uid_unknown: 'no class has this uid',
  attribute_required_missing: 'required, and missing',
  attribute_wrong_type: 'wrong type',
  attribute_unknown: 'no such attribute here',
  attribute_enum_value_unknown: 'not one of the ids of this enum',
  attribute_enum_array_value_unknown: 'not one of the ids of this enum',
  attribute_enum_array_sibling_missing: 'no caption for the id at this index',
  attribute_enum_array_sibling_incorrect: 'not the caption of the id at this index',
  attribute_value_not_in_type_values: 'not a value of its type',
  attribute_value_not_in_super_type_values: 'not a value of the type that its type narrows',
  attribute_value_exceeds_range: 'outside the range of its type',
  attribute_value_exceeds_super_type_range: 'outside the range of the type that its type narrows',
  attribute_value_exceeds_max_len: 'too long for its type',
  attribute_value_exceeds_super_type_max_len: 'too long for the type that its type narrows',
  constraint_failed: 'constraint failed',
  constraint_unknown: 'the schema has a constraint of an unknown kind',
  type_uid_incorrect: 'not class_uid * 100 + activity_id',
  profile_unknown: 'no such profile',
  observable_name_invalid_reference: 'not the path of an attribute of this class',
  version_incompatible_initial_development: 'a release before 1.0.0',
  version_incompatible_prerelease: 'a release that was not final',
  version_incompatible_later: 'a later release than the one validated against',
  schema_bug_type_missing: 'the schema uses a type that it does not define',
  schema_bug_primitive_type_unknown: 'the schema narrows a type that is not primitive',
  schema_bug_type_regex_invalid: 'the pattern of its type cannot be used',
  class_deprecated: 'the class is deprecated',
  object_deprecated: 'the object is deprecated',
  attribute_deprecated: 'deprecated',
  attribute_enum_value_deprecated: 'this id is deprecated',
  attribute_enum_array_value_deprecated: 'this id is deprecated',
  attribute_enum_sibling_incorrect: 'not the caption of its id',
  attribute_enum_sibling_suspicious_other: 'the caption of 99 instead of what the source said',
  attribute_recommended_missing: 'recommended, and missing',
  attribute_value_regex_not_matched: 'does not fit the pattern of its type',
  attribute_value_super_type_regex_not_matched: 'does not fit the pattern of the type that its type narrows',
  version_earlier: 'not the release validated against',
  event_too_deep: 'nested too deeply to be looked at',
  event_too_large: 'more objects than are looked at; what follows was not validated',
  findings_truncated: 'more findings than are kept',
};

/** One sentence for a person. */
export function messageOf(parts: MessageParts): string {
  const { code, path, found, expected, nearest } = parts;
  const where = path === '' ? 'the event' : path;
  const seen = found === undefined ? '' : `; found ${found}`;
  const right = expected === undefined ? '' : `; expected ${expected}`;
  const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
  return `${where}: ${sentences[code]}${seen}${right}${hint}`;
}
