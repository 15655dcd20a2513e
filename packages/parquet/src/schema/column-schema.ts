/** What a leaf column holds. `timestamp` is RFC 3339 text in the event and milliseconds in the object. */
export type LeafType = 'boolean' | 'int32' | 'int64' | 'timestamp' | 'double' | 'string' | 'json';

export interface LeafColumn {
  readonly kind: 'leaf';
  readonly name: string;
  readonly type: LeafType;
  readonly required: boolean;
}

export interface GroupColumn {
  readonly kind: 'group';
  readonly name: string;
  readonly required: boolean;
  readonly children: readonly ColumnNode[];
}

/** A LIST of three levels, whose elements may be null. */
export interface ListColumn {
  readonly kind: 'list';
  readonly name: string;
  readonly element: LeafColumn | GroupColumn;
}

/** A MAP of strings: what `unmapped` becomes, its nested keys joined with dots. */
export interface MapColumn {
  readonly kind: 'map';
  readonly name: string;
}

export type ColumnNode = LeafColumn | GroupColumn | ListColumn | MapColumn;

/** A leaf where Parquet keeps it. */
export interface SchemaLeaf {
  /** As a person declares it: `observables[].name`. */
  readonly column: string;
  /** As Parquet spells it: `observables.list.element.name`. */
  readonly path: readonly string[];
  readonly type: LeafType;
  readonly maxDefinition: number;
  readonly maxRepetition: number;
}

/** The columns of an object, in order. The order never depends on a row. */
export interface ColumnSchema {
  readonly columns: readonly ColumnNode[];
  readonly leaves: readonly SchemaLeaf[];
  /** Index into `leaves` of the top-level column that rows are sorted by; absent where rows keep their order. */
  readonly sortLeaf?: number;
  readonly classUid?: number;
  readonly release?: string;
  readonly profiles?: readonly string[];
}

export interface SchemaFacts {
  readonly classUid?: number;
  readonly release?: string;
  readonly profiles?: readonly string[];
}

/**
 * A schema of any columns. Rows are sorted by the top-level required INT64 column `time` where there is one, and keep
 * the order in which they came where there is none.
 */
export function schemaOf(columns: readonly ColumnNode[], facts: SchemaFacts = {}): ColumnSchema {
  const leaves = columns.flatMap((node) => leavesOf(node, { path: [], column: '', definition: 0, repetition: 0 }));
  const sorts = columns.some(
    (node) => node.kind === 'leaf' && node.name === 'time' && node.type === 'int64' && node.required,
  );
  const sortLeaf = sorts ? leaves.findIndex((leaf) => leaf.column === 'time') : -1;
  const { classUid, release, profiles } = facts;
  return {
    columns,
    leaves,
    ...(sortLeaf < 0 ? {} : { sortLeaf }),
    ...(classUid === undefined ? {} : { classUid }),
    ...(release === undefined ? {} : { release }),
    ...(profiles === undefined ? {} : { profiles }),
  };
}

interface Position {
  readonly path: readonly string[];
  readonly column: string;
  readonly definition: number;
  readonly repetition: number;
}

function leavesOf(node: ColumnNode, at: Position): readonly SchemaLeaf[] {
  const column = at.column === '' ? node.name : `${at.column}.${node.name}`;
  const below = { path: [...at.path, node.name], column, definition: at.definition, repetition: at.repetition };
  switch (node.kind) {
    case 'leaf':
      return [leafAt(node, below)];
    case 'group':
      return childrenOf(node, below);
    case 'list': {
      const element = {
        path: [...below.path, 'list', 'element'],
        column: `${column}[]`,
        definition: at.definition + 2,
        repetition: at.repetition + 1,
      };
      return node.element.kind === 'leaf' ? [leafAt(node.element, element)] : childrenOf(node.element, element);
    }
    case 'map':
      return mapLeaves(below);
  }
}

function leafAt(node: LeafColumn, at: Position): SchemaLeaf {
  return {
    column: at.column,
    path: at.path,
    type: node.type,
    maxDefinition: at.definition + (node.required ? 0 : 1),
    maxRepetition: at.repetition,
  };
}

function childrenOf(node: GroupColumn, at: Position): readonly SchemaLeaf[] {
  const definition = at.definition + (node.required ? 0 : 1);
  return node.children.flatMap((child) => leavesOf(child, { ...at, definition }));
}

function mapLeaves(at: Position): readonly SchemaLeaf[] {
  const leaf = (name: string, maxDefinition: number): SchemaLeaf => ({
    column: `${at.column}{}.${name}`,
    path: [...at.path, 'key_value', name],
    type: 'string',
    maxDefinition,
    maxRepetition: at.repetition + 1,
  });
  return [leaf('key', at.definition + 2), leaf('value', at.definition + 3)];
}

const typeNames: Readonly<Record<LeafType, string>> = {
  boolean: 'BOOLEAN',
  int32: 'INT32',
  int64: 'INT64',
  timestamp: 'TIMESTAMP (RFC 3339 text)',
  double: 'DOUBLE',
  string: 'STRING',
  json: 'JSON',
};

/** The name of a type as errors and documentation say it. */
export function typeName(type: LeafType): string {
  return typeNames[type];
}
