export type RuleSeverity = 'error' | 'warning' | 'info';

export type InspectionRuleId =
  | 'unreadable'
  | 'path-partitions'
  | 'path-event-day'
  | 'path-account'
  | 'event-day-mismatch'
  | 'single-class'
  | 'sorted-by-time'
  | 'codec-not-zstd'
  | 'codec-none'
  | 'page-size'
  | 'row-group-size'
  | 'list-encoding'
  | 'list-two-level'
  | 'map-encoding'
  | 'column-type'
  | 'column-width'
  | 'column-unknown'
  | 'columns-unchecked'
  | 'column-name'
  | 'empty-struct'
  | 'ocsf-version'
  | 'ocsf-version-missing'
  | 'required-missing'
  | 'required-null'
  | 'time-type'
  | 'time-unit'
  | 'profiles-type'
  | 'unmapped-type'
  | 'page-index'
  | 'object-size'
  | 'empty-object';

export interface InspectionRule {
  readonly id: InspectionRuleId;
  readonly severity: RuleSeverity;
  /** What the rule asks, and what goes wrong where it is broken. */
  readonly explanation: string;
  /** The documentation that the rule comes from. */
  readonly source: string;
}

const customSources = 'https://docs.aws.amazon.com/security-lake/latest/userguide/custom-sources.html';
const athenaTypes = 'https://docs.aws.amazon.com/athena/latest/ug/data-types.html';
const ocsf = 'https://schema.ocsf.io/';
const parquetFormat = 'https://parquet.apache.org/docs/file-format/';

function rule(id: InspectionRuleId, severity: RuleSeverity, explanation: string, source: string): InspectionRule {
  return { id, severity, explanation, source };
}

/** Every rule by its id. Ids are stable. */
export const inspectionRules: Readonly<Record<InspectionRuleId, InspectionRule>> = {
  unreadable: rule('unreadable', 'error', 'An object is a whole Parquet file of format 1.x or 2.x.', customSources),
  'path-partitions': rule(
    'path-partitions',
    'error',
    'An object stands under region=<region>/accountId=<account>/eventDay=<yyyyMMdd>/, spelt and ordered exactly so; other spellings make other partitions or none.',
    customSources,
  ),
  'path-event-day': rule('path-event-day', 'error', 'eventDay is a UTC day of eight digits, yyyyMMdd.', customSources),
  'path-account': rule(
    'path-account',
    'warning',
    'accountId is an AWS account of 12 digits, or for others "external" or "external_" and an id.',
    customSources,
  ),
  'event-day-mismatch': rule(
    'event-day-mismatch',
    'error',
    'All rows belong to the UTC day that eventDay names; queries by day miss the others.',
    customSources,
  ),
  'single-class': rule('single-class', 'error', 'All rows of an object are of one OCSF class.', customSources),
  'sorted-by-time': rule('sorted-by-time', 'error', 'Rows are sorted by time within the object.', customSources),
  'codec-not-zstd': rule('codec-not-zstd', 'warning', 'zstandard is the preferred compression.', customSources),
  'codec-none': rule('codec-none', 'error', 'Objects are compressed, preferably with zstandard.', customSources),
  'page-size': rule('page-size', 'error', 'A data page has at most 1 MB uncompressed.', customSources),
  'row-group-size': rule('row-group-size', 'error', 'A row group has at most 256 MB compressed.', customSources),
  'list-encoding': rule(
    'list-encoding',
    'error',
    'Repeated values stand in a group annotated LIST or MAP; Athena refuses a bare repeated field.',
    athenaTypes,
  ),
  'list-two-level': rule(
    'list-two-level',
    'info',
    'A LIST has three levels. The older two are read by most, but cannot tell a null element from none.',
    parquetFormat,
  ),
  'map-encoding': rule(
    'map-encoding',
    'error',
    'A MAP is a repeated group of a required key and a value.',
    parquetFormat,
  ),
  'column-type': rule(
    'column-type',
    'error',
    'A column has the type that OCSF gives its attribute, the same in every object of a source.',
    ocsf,
  ),
  'column-width': rule(
    'column-width',
    'warning',
    'Enum ids, class and category uids and ports are INT32, other integers INT64: one width for the life of a source.',
    ocsf,
  ),
  'column-unknown': rule(
    'column-unknown',
    'warning',
    'Columns are attributes of the OCSF class; other values belong in unmapped.',
    ocsf,
  ),
  'columns-unchecked': rule(
    'columns-unchecked',
    'info',
    'Columns are held against the catalogue of the release that metadata.version states, where it is known here.',
    ocsf,
  ),
  'column-name': rule(
    'column-name',
    'error',
    'Names of columns and struct fields have letters, digits and underscores only.',
    athenaTypes,
  ),
  'empty-struct': rule(
    'empty-struct',
    'error',
    'A struct has at least one field; Athena and Glue refuse struct<>.',
    athenaTypes,
  ),
  'ocsf-version': rule('ocsf-version', 'error', 'Custom sources are of OCSF 1.3 or earlier.', customSources),
  'ocsf-version-missing': rule(
    'ocsf-version-missing',
    'warning',
    'metadata.version says which OCSF release the rows follow, one for all rows.',
    ocsf,
  ),
  'required-missing': rule(
    'required-missing',
    'error',
    'OCSF requires activity_id, category_uid, class_uid, metadata, severity_id, time and type_uid of every event.',
    ocsf,
  ),
  'required-null': rule('required-null', 'error', 'What OCSF requires is there in every row.', ocsf),
  'time-type': rule('time-type', 'error', 'time is INT64, epoch milliseconds, without a logical type.', ocsf),
  'time-unit': rule(
    'time-unit',
    'error',
    'time is in milliseconds since 1970; these values look like another unit.',
    ocsf,
  ),
  'profiles-type': rule('profiles-type', 'error', 'metadata.profiles is a LIST of strings.', ocsf),
  'unmapped-type': rule(
    'unmapped-type',
    'warning',
    "unmapped is a MAP of strings, as in AWS's own objects, or one JSON string; a struct of what a batch happened to have drifts from object to object.",
    ocsf,
  ),
  'page-index': rule(
    'page-index',
    'error',
    'A page index agrees with the pages; readers that skip pages by a wrong one lose rows without a word.',
    parquetFormat,
  ),
  'object-size': rule(
    'object-size',
    'info',
    'Few large objects are better than many small ones: at least 5 minutes of events, or 256 MB.',
    customSources,
  ),
  'empty-object': rule('empty-object', 'warning', 'An object has rows.', customSources),
};

export interface InspectionFinding {
  readonly rule: InspectionRuleId;
  readonly severity: RuleSeverity;
  /** What was found, where, and what to do. */
  readonly message: string;
  /** The column or partition key, where one is meant. */
  readonly path?: string;
  /** The documentation that the rule comes from. */
  readonly source: string;
}

export function finding(id: InspectionRuleId, message: string, path?: string): InspectionFinding {
  const { severity, source } = inspectionRules[id];
  return { rule: id, severity, message, source, ...(path === undefined ? {} : { path }) };
}
