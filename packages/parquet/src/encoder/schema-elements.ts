import type { ColumnNode, ColumnSchema, GroupColumn, LeafColumn, LeafType } from '../schema/column-schema.ts';
import { ConvertedType, PhysicalType, Repetition } from './parquet-format.ts';
import type { ThriftWriter } from './thrift-writer.ts';

/** A node of Parquet's flattened schema tree. */
export interface SchemaElement {
  readonly name: string;
  readonly repetition?: number;
  readonly physical?: number;
  readonly children?: number;
  readonly annotation?: 'string' | 'timestamp' | 'list' | 'map';
}

/** The schema as Parquet lists it: depth first, the root before all. */
export function schemaElements(schema: ColumnSchema): readonly SchemaElement[] {
  return [{ name: 'schema', children: schema.columns.length }, ...schema.columns.flatMap((node) => elementsOf(node))];
}

function elementsOf(node: ColumnNode): readonly SchemaElement[] {
  switch (node.kind) {
    case 'leaf':
      return [leafElement(node, node.name)];
    case 'group':
      return groupElements(node, node.name);
    case 'list':
      return [
        { name: node.name, repetition: Repetition.OPTIONAL, children: 1, annotation: 'list' },
        { name: 'list', repetition: Repetition.REPEATED, children: 1 },
        ...(node.element.kind === 'leaf'
          ? [leafElement(node.element, 'element')]
          : groupElements(node.element, 'element')),
      ];
    case 'map':
      return [
        { name: node.name, repetition: Repetition.OPTIONAL, children: 1, annotation: 'map' },
        { name: 'key_value', repetition: Repetition.REPEATED, children: 2 },
        { name: 'key', repetition: Repetition.REQUIRED, physical: PhysicalType.BYTE_ARRAY, annotation: 'string' },
        { name: 'value', repetition: Repetition.OPTIONAL, physical: PhysicalType.BYTE_ARRAY, annotation: 'string' },
      ];
  }
}

function groupElements(node: GroupColumn, name: string): readonly SchemaElement[] {
  return [
    { name, repetition: repetitionOf(node.required), children: node.children.length },
    ...node.children.flatMap((child) => elementsOf(child)),
  ];
}

function leafElement(node: LeafColumn, name: string): SchemaElement {
  const element = { name, repetition: repetitionOf(node.required), physical: physicalType(node.type) };
  if (node.type === 'timestamp') return { ...element, annotation: 'timestamp' };
  return node.type === 'string' || node.type === 'json' ? { ...element, annotation: 'string' } : element;
}

function repetitionOf(required: boolean): number {
  return required ? Repetition.REQUIRED : Repetition.OPTIONAL;
}

export function physicalType(type: LeafType): number {
  switch (type) {
    case 'boolean':
      return PhysicalType.BOOLEAN;
    case 'int32':
      return PhysicalType.INT32;
    case 'int64':
    case 'timestamp':
      return PhysicalType.INT64;
    case 'double':
      return PhysicalType.DOUBLE;
    case 'string':
    case 'json':
      return PhysicalType.BYTE_ARRAY;
  }
}

export function writeSchemaElement(thrift: ThriftWriter, element: SchemaElement): void {
  thrift.body(() => {
    if (element.physical !== undefined) thrift.i32(1, element.physical);
    if (element.repetition !== undefined) thrift.i32(3, element.repetition);
    thrift.text(4, element.name);
    if (element.children !== undefined) thrift.i32(5, element.children);
    writeAnnotation(thrift, element.annotation);
  });
}

function writeAnnotation(thrift: ThriftWriter, annotation: SchemaElement['annotation']): void {
  const nothing = (): void => {};
  switch (annotation) {
    case undefined:
      return;
    case 'string':
      thrift.i32(6, ConvertedType.UTF8);
      return thrift.struct(10, () => thrift.struct(1, nothing));
    case 'map':
      thrift.i32(6, ConvertedType.MAP);
      return thrift.struct(10, () => thrift.struct(2, nothing));
    case 'list':
      thrift.i32(6, ConvertedType.LIST);
      return thrift.struct(10, () => thrift.struct(3, nothing));
    case 'timestamp':
      thrift.i32(6, ConvertedType.TIMESTAMP_MILLIS);
      return thrift.struct(10, () => {
        thrift.struct(8, () => {
          thrift.bool(1, true);
          thrift.struct(2, () => thrift.struct(1, nothing));
        });
      });
  }
}
