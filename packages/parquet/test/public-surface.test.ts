import { expect, it } from 'vitest';
import * as surface from '../src/index.ts';

it('exports these names and no others: a change here is a change for users', () => {
  expect(Object.keys(surface).toSorted()).toEqual([
    'ColumnValueError',
    'ParquetError',
    'bytesAccess',
    'columnSchema',
    'compatibleEncoder',
    'inspectObject',
    'inspectionRules',
    'memorySpill',
    'moveUndeclared',
    'portableEncoder',
    'schemaOf',
    'sluiceEncoder',
  ]);
});

it('keeps the ids of inspection rules', () => {
  expect(Object.keys(surface.inspectionRules).toSorted()).toMatchInlineSnapshot(`
    [
      "codec-none",
      "codec-not-zstd",
      "column-name",
      "column-type",
      "column-unknown",
      "column-width",
      "columns-unchecked",
      "empty-object",
      "empty-struct",
      "event-day-mismatch",
      "list-encoding",
      "list-two-level",
      "map-encoding",
      "object-size",
      "ocsf-version",
      "ocsf-version-missing",
      "page-index",
      "page-size",
      "path-account",
      "path-event-day",
      "path-partitions",
      "profiles-type",
      "required-missing",
      "required-null",
      "row-group-size",
      "single-class",
      "sorted-by-time",
      "time-type",
      "time-unit",
      "unmapped-type",
      "unreadable",
    ]
  `);
});

it('keeps the columns that every object has, in their order', async () => {
  const { baseColumns } = await import('../src/schema/base-columns.ts');
  expect(baseColumns.slice(0, 34)).toMatchInlineSnapshot(`
    [
      "time",
      "time_dt",
      "class_uid",
      "class_name",
      "category_uid",
      "category_name",
      "activity_id",
      "activity_name",
      "type_uid",
      "type_name",
      "severity_id",
      "severity",
      "status_id",
      "status",
      "status_code",
      "status_detail",
      "message",
      "metadata.version",
      "metadata.profiles",
      "metadata.product.name",
      "metadata.product.vendor_name",
      "metadata.product.version",
      "metadata.uid",
      "metadata.event_code",
      "metadata.original_time",
      "metadata.logged_time",
      "metadata.log_name",
      "metadata.log_provider",
      "observables[].name",
      "observables[].value",
      "observables[].type",
      "observables[].type_id",
      "raw_data",
      "unmapped",
    ]
  `);
});
