import { glueTableName } from '@sluice/core';
import type { LakeObject } from '../lake/list-lake.ts';
import { shortTableName, sourceNameOf } from '../lake/object-path.ts';

/** A table over the objects of one source. */
export interface LakeTable {
  /** As Glue names it: `amazon_security_lake_table_us_east_1_ext_syslog_auth`. */
  readonly name: string;
  /** Shorter, for typing: `syslog_auth`. Absent where two sources would have the same. */
  readonly alias?: string;
  readonly objects: readonly LakeObject[];
}

/** The tables of a lake, in order of name. */
export function tablesOf(objects: readonly LakeObject[], region: string | undefined): readonly LakeTable[] {
  const bySource = Map.groupBy(objects, (object) => object.source);
  const aliases = [...bySource.keys()].map(shortTableName);
  const tables = [...bySource].map(([source, own]) => {
    const alias = shortTableName(source);
    const isUnique = aliases.filter((other) => other === alias).length === 1;
    return { name: tableName(region ?? own[0]?.region ?? '', source), objects: own, ...(isUnique ? { alias } : {}) };
  });
  return tables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Sources below `ext/` are custom; those of AWS itself have no `ext` in their table's name. */
function tableName(region: string, source: string): string {
  const isNative = source.startsWith('aws/');
  const name = glueTableName(region, isNative ? source.replace(/^aws\//, '') : sourceNameOf(source));
  return isNative ? name.replace('_ext_', '_') : name;
}

/** The tables whose name stands in a statement, by either name. One too many does no harm; the statement is not parsed. */
export function tablesNamed(tables: readonly LakeTable[], sql: string): readonly LakeTable[] {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return tables.filter(({ name, alias }) => words.has(name) || (alias !== undefined && words.has(alias)));
}
