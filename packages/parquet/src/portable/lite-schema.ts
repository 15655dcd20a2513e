import type { Field } from 'parquetjs-lite';
import type { ColumnNode, ColumnSchema, GroupColumn, LeafColumn, LeafType } from '../schema/column-schema.ts';

const liteTypes: Readonly<Record<LeafType, string>> = {
  boolean: 'BOOLEAN',
  int32: 'INT32',
  int64: 'INT64',
  timestamp: 'TIMESTAMP_MILLIS',
  double: 'DOUBLE',
  string: 'UTF8',
  json: 'UTF8',
};

/** The schema as parquetjs-lite takes it, its lists and maps wrapped by hand: its own `repeated` makes bare ones. */
export function liteFields(schema: ColumnSchema): Record<string, Field> {
  return fieldsOf(schema.columns, '');
}

function fieldsOf(nodes: readonly ColumnNode[], path: string): Record<string, Field> {
  return Object.fromEntries(nodes.map((node) => [node.name, fieldOf(node, `${path}${node.name}`)]));
}

function fieldOf(node: ColumnNode, path: string): Field {
  switch (node.kind) {
    case 'leaf':
      return leafField(node, path);
    case 'group':
      return groupField(node, path);
    case 'list': {
      const element =
        node.element.kind === 'leaf' ? leafField(node.element, `${path}[]`) : groupField(node.element, `${path}[]`);
      return { type: 'LIST', optional: true, fields: { list: { repeated: true, fields: { element } } } };
    }
    case 'map': {
      const text: Field = { type: 'UTF8', compression: 'GZIP', statistics: false };
      return {
        type: 'MAP',
        optional: true,
        fields: { key_value: { repeated: true, fields: { key: text, value: { ...text, optional: true } } } },
      };
    }
  }
}

function groupField(node: GroupColumn, path: string): Field {
  return { optional: !node.required, fields: fieldsOf(node.children, `${path}.`) };
}

/**
 * Bounds of texts are left out but for `metadata.version`: parquetjs-lite orders them by UTF-16, and Parquet by UTF-8.
 * Those of timestamps are left out because it cannot write the ones before 1970.
 */
function leafField(node: LeafColumn, path: string): Field {
  const hasBounds = node.type === 'int32' || node.type === 'int64' || path === 'metadata.version';
  const field: Field = { type: liteTypes[node.type], optional: !node.required, compression: 'GZIP' };
  return hasBounds ? field : { ...field, statistics: false };
}
