import { schemaOf, type ColumnNode, type ColumnSchema, type LeafType } from '../../src/index.ts';

export function leaf(name: string, type: LeafType, required = false): ColumnNode & { kind: 'leaf' } {
  return { kind: 'leaf', name, type, required };
}

export function group(name: string, children: readonly ColumnNode[], required = false): ColumnNode & { kind: 'group' } {
  return { kind: 'group', name, required, children };
}

export function list(
  name: string,
  element: (ColumnNode & { kind: 'leaf' }) | (ColumnNode & { kind: 'group' }),
): ColumnNode {
  return { kind: 'list', name, element };
}

/** Every type and every kind of nesting. */
export const everything: ColumnSchema = schemaOf([
  leaf('time', 'int64', true),
  leaf('class_uid', 'int32', true),
  leaf('type_uid', 'int64'),
  leaf('is_alert', 'boolean'),
  leaf('score', 'double'),
  leaf('time_dt', 'timestamp'),
  leaf('message', 'string'),
  leaf('data', 'json'),
  group(
    'metadata',
    [
      leaf('version', 'string'),
      list('profiles', leaf('profiles', 'string')),
      group('product', [leaf('name', 'string')]),
    ],
    true,
  ),
  list(
    'attacks',
    group('attacks', [
      group('tactic', [leaf('uid', 'string')]),
      list('sub', group('sub', [leaf('uid', 'int64'), list('tags', leaf('tags', 'string'))])),
    ]),
  ),
  list('ports', leaf('ports', 'int32')),
  list('flags', leaf('flags', 'boolean')),
  list('counts', leaf('counts', 'int64')),
  list('times', leaf('times', 'timestamp')),
  { kind: 'map', name: 'unmapped' },
]);
