import {
  asStruct,
  integerField,
  structField,
  textField,
  type ThriftStruct,
  type ThriftValue,
} from './thrift-reader.ts';
import { unreadable } from './unreadable.ts';

type Annotation =
  | 'string'
  | 'map'
  | 'list'
  | 'enum'
  | 'decimal'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'integer'
  | 'null'
  | 'json'
  | 'bson'
  | 'uuid'
  | 'other';

/** A node of the schema as the footer has it. */
export interface SchemaNode {
  readonly name: string;
  readonly path: string;
  /** 0 required, 1 optional, 2 repeated. */
  readonly repetition: number;
  /** Absent for groups. */
  readonly physicalType: number | undefined;
  readonly annotation: Annotation | undefined;
  readonly timestamp: { readonly unit: 'millis' | 'micros' | 'nanos'; readonly isUtc: boolean } | undefined;
  readonly children: readonly SchemaNode[];
  readonly maxDefinition: number;
  readonly maxRepetition: number;
}

const maxDepth = 64;
const maxNodes = 200_000;

interface Cursor {
  readonly elements: readonly ThriftValue[];
  next: number;
}

/** Rebuilds the tree from Parquet's flattened list. */
export function readSchema(elements: readonly ThriftValue[]): SchemaNode {
  if (elements.length === 0) throw unreadable('it has no schema');
  if (elements.length > maxNodes)
    throw unreadable(`its schema has ${elements.length} nodes, and the most that is read is ${maxNodes}`);
  const cursor: Cursor = { elements, next: 0 };
  const root = nodeAt(cursor, { path: '', definition: 0, repetition: 0, depth: 0 });
  if (cursor.next !== elements.length) throw unreadable('its schema has nodes outside the tree');
  return root;
}

interface Above {
  readonly path: string;
  readonly definition: number;
  readonly repetition: number;
  readonly depth: number;
}

function nodeAt(cursor: Cursor, above: Above): SchemaNode {
  const element = cursor.elements[cursor.next++];
  if (element === undefined || above.depth > maxDepth) throw unreadable('its schema is cut off or nested too deep');
  const struct = asStruct(element);
  const isRoot = above.depth === 0;
  const name = textField(struct, 4) ?? '';
  const repetition = isRoot ? 0 : (integerField(struct, 3) ?? 0);
  const below = {
    path: isRoot ? '' : above.path === '' ? name : `${above.path}.${name}`,
    definition: above.definition + (repetition === 0 ? 0 : 1),
    repetition: above.repetition + (repetition === 2 ? 1 : 0),
    depth: above.depth + 1,
  };
  const children: SchemaNode[] = [];
  const count = integerField(struct, 5) ?? 0;
  if (count > cursor.elements.length) throw unreadable('a group of its schema has too many children');
  for (let at = 0; at < count; at++) children.push(nodeAt(cursor, below));
  return {
    name,
    path: below.path,
    repetition,
    physicalType: integerField(struct, 1),
    ...annotationOf(struct),
    children,
    maxDefinition: below.definition,
    maxRepetition: below.repetition,
  };
}

const logicalTypes: Readonly<Record<number, Annotation>> = {
  1: 'string',
  2: 'map',
  3: 'list',
  4: 'enum',
  5: 'decimal',
  6: 'date',
  7: 'time',
  8: 'timestamp',
  10: 'integer',
  11: 'null',
  12: 'json',
  13: 'bson',
  14: 'uuid',
};
const convertedTypes: Readonly<Record<number, Annotation>> = {
  0: 'string',
  1: 'map',
  2: 'map',
  3: 'list',
  4: 'enum',
  5: 'decimal',
  6: 'date',
  7: 'time',
  8: 'time',
  9: 'timestamp',
  10: 'timestamp',
  19: 'json',
  20: 'bson',
};

function annotationOf(struct: ThriftStruct): Pick<SchemaNode, 'annotation' | 'timestamp'> {
  const logical = structField(struct, 10);
  const [entry] = logical === undefined ? [] : [...logical];
  if (entry !== undefined) {
    const annotation = logicalTypes[entry[0]] ?? 'other';
    return { annotation, timestamp: annotation === 'timestamp' ? timestampOf(asStruct(entry[1])) : undefined };
  }
  const converted = integerField(struct, 6);
  if (converted === undefined) return { annotation: undefined, timestamp: undefined };
  const annotation = convertedTypes[converted] ?? (converted >= 11 && converted <= 18 ? 'integer' : 'other');
  return {
    annotation,
    timestamp: annotation === 'timestamp' ? { unit: converted === 9 ? 'millis' : 'micros', isUtc: true } : undefined,
  };
}

function timestampOf(struct: ThriftStruct): SchemaNode['timestamp'] {
  const unit = structField(struct, 2);
  return {
    unit: unit?.has(1) === true ? 'millis' : unit?.has(2) === true ? 'micros' : 'nanos',
    isUtc: struct.get(1) === true,
  };
}

/** All leaves below a node, in the order of column chunks. */
export function leavesBelow(node: SchemaNode): readonly SchemaNode[] {
  return node.physicalType !== undefined && node.children.length === 0
    ? [node]
    : node.children.flatMap((child) => leavesBelow(child));
}
