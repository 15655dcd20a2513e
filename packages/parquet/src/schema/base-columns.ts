/**
 * Columns that every object has, whatever was declared, as far as the class and its profiles know them. Order is part
 * of the format: only ever append.
 */
export const baseColumns: readonly string[] = [
  'time',
  'time_dt',
  'class_uid',
  'class_name',
  'category_uid',
  'category_name',
  'activity_id',
  'activity_name',
  'type_uid',
  'type_name',
  'severity_id',
  'severity',
  'status_id',
  'status',
  'status_code',
  'status_detail',
  'message',
  'metadata.version',
  'metadata.profiles',
  'metadata.product.name',
  'metadata.product.vendor_name',
  'metadata.product.version',
  'metadata.uid',
  'metadata.event_code',
  'metadata.original_time',
  'metadata.logged_time',
  'metadata.log_name',
  'metadata.log_provider',
  'observables[].name',
  'observables[].value',
  'observables[].type',
  'observables[].type_id',
  'raw_data',
  'unmapped',
  'cloud.provider',
  'cloud.account.uid',
  'cloud.region',
];

/** What OCSF requires of every event, and so the only columns that a writer can promise to be there. */
export const requiredColumns: ReadonlySet<string> = new Set([
  'time',
  'class_uid',
  'category_uid',
  'activity_id',
  'type_uid',
  'severity_id',
  'metadata',
]);
