export type Severity = 'error' | 'warning';

/**
 * Codes of the OCSF schema server's validation (`/api/v2/validate`), and three of what it has no word for: an event too
 * big to be looked at in full.
 */
export type FindingCode =
  | 'class_uid_unknown'
  | 'attribute_required_missing'
  | 'attribute_wrong_type'
  | 'attribute_unknown'
  | 'attribute_enum_value_unknown'
  | 'attribute_enum_array_value_unknown'
  | 'attribute_enum_array_sibling_missing'
  | 'attribute_enum_array_sibling_incorrect'
  | 'attribute_value_not_in_type_values'
  | 'attribute_value_not_in_super_type_values'
  | 'attribute_value_exceeds_range'
  | 'attribute_value_exceeds_super_type_range'
  | 'attribute_value_exceeds_max_len'
  | 'attribute_value_exceeds_super_type_max_len'
  | 'constraint_failed'
  | 'constraint_unknown'
  | 'type_uid_incorrect'
  | 'profile_unknown'
  | 'observable_name_invalid_reference'
  | 'version_incompatible_initial_development'
  | 'version_incompatible_prerelease'
  | 'version_incompatible_later'
  | 'schema_bug_type_missing'
  | 'schema_bug_primitive_type_unknown'
  | 'schema_bug_type_regex_invalid'
  | 'class_deprecated'
  | 'object_deprecated'
  | 'attribute_deprecated'
  | 'attribute_enum_value_deprecated'
  | 'attribute_enum_array_value_deprecated'
  | 'attribute_enum_sibling_incorrect'
  | 'attribute_enum_sibling_suspicious_other'
  | 'attribute_recommended_missing'
  | 'attribute_value_regex_not_matched'
  | 'attribute_value_super_type_regex_not_matched'
  | 'version_earlier'
  | 'event_too_deep'
  | 'event_too_large'
  | 'findings_truncated';

/** Severities of the codes, as the schema server has them. */
export const findingSeverities: Readonly<Record<FindingCode, Severity>> = {
  class_uid_unknown: 'error',
  attribute_required_missing: 'error',
  attribute_wrong_type: 'error',
  attribute_unknown: 'error',
  attribute_enum_value_unknown: 'error',
  attribute_enum_array_value_unknown: 'error',
  attribute_enum_array_sibling_missing: 'error',
  attribute_enum_array_sibling_incorrect: 'error',
  attribute_value_not_in_type_values: 'error',
  attribute_value_not_in_super_type_values: 'error',
  attribute_value_exceeds_range: 'error',
  attribute_value_exceeds_super_type_range: 'error',
  attribute_value_exceeds_max_len: 'error',
  attribute_value_exceeds_super_type_max_len: 'error',
  constraint_failed: 'error',
  constraint_unknown: 'error',
  type_uid_incorrect: 'error',
  profile_unknown: 'error',
  observable_name_invalid_reference: 'error',
  version_incompatible_initial_development: 'error',
  version_incompatible_prerelease: 'error',
  version_incompatible_later: 'error',
  schema_bug_type_missing: 'error',
  schema_bug_primitive_type_unknown: 'error',
  schema_bug_type_regex_invalid: 'error',
  class_deprecated: 'warning',
  object_deprecated: 'warning',
  attribute_deprecated: 'warning',
  attribute_enum_value_deprecated: 'warning',
  attribute_enum_array_value_deprecated: 'warning',
  attribute_enum_sibling_incorrect: 'warning',
  attribute_enum_sibling_suspicious_other: 'warning',
  attribute_recommended_missing: 'warning',
  attribute_value_regex_not_matched: 'warning',
  attribute_value_super_type_regex_not_matched: 'warning',
  version_earlier: 'warning',
  event_too_deep: 'error',
  event_too_large: 'error',
  findings_truncated: 'warning',
};
