import type { Attribute, Catalogue, ClassDefinition } from '@sluice/ocsf';
import { PhysicalType } from '../encoder/parquet-format.ts';
import type { SchemaNode } from '../reader/schema-tree.ts';
import { leafTypeOf } from '../schema/attribute-type.ts';
import type { LeafType } from '../schema/column-schema.ts';
import { describeNode, isTwoLevelList } from './check-shape.ts';
import { finding, type InspectionFinding, type InspectionRuleId } from './rules.ts';

/** Holds every column against its attribute in the catalogue. */
export function checkColumns(
  root: SchemaNode,
  catalogue: Catalogue,
  definition: ClassDefinition,
): readonly InspectionFinding[] {
  return root.children.flatMap((node) =>
    checkAttribute({ node, attributes: definition.attributes, catalogue, where: definition.name }),
  );
}

interface Position {
  readonly node: SchemaNode;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly catalogue: Catalogue;
  readonly where: string;
}

function checkAttribute(position: Position): readonly InspectionFinding[] {
  const { node, attributes, catalogue, where } = position;
  if (node.path === 'time' || node.path === 'unmapped' || node.path === 'metadata.profiles') return [];
  const attribute = attributes.get(node.name) ?? attributes.get(node.name.toLowerCase());
  if (attribute === undefined) {
    return [
      finding(
        'column-unknown',
        `${node.path} is no attribute of ${where} in OCSF ${catalogue.release}. Put its values in unmapped.`,
        node.path,
      ),
    ];
  }
  if (!attribute.isArray) return checkValue({ ...position, attribute });
  if (node.annotation !== 'list')
    return node.repetition === 2 || isText(node) ? [] : [misfit('column-type', node, 'LIST')];
  const element = elementOf(node);
  return element === undefined ? [] : checkValue({ ...position, node: element, attribute });
}

function elementOf(list: SchemaNode): SchemaNode | undefined {
  const [repeated] = list.children;
  if (repeated === undefined) return undefined;
  return isTwoLevelList(repeated, list.name) ? repeated : repeated.children[0];
}

function checkValue(position: Position & { readonly attribute: Attribute }): readonly InspectionFinding[] {
  const { node, attribute, catalogue } = position;
  const isGroup = node.physicalType === undefined;
  const isObject = attribute.type === 'object_t' || attribute.type === 'json_t';
  if (!isObject)
    return isGroup
      ? [misfit('column-type', node, leafTypeOf(attribute, catalogue))]
      : checkLeaf(node, leafTypeOf(attribute, catalogue));
  if (!isGroup) return isText(node) ? [] : [misfit('column-type', node, 'STRUCT or JSON text')];
  const object = attribute.objectType === undefined ? undefined : catalogue.objects.get(attribute.objectType);
  if (object === undefined || object.attributes.size === 0 || node.annotation !== undefined) return [];
  return node.children.flatMap((child) =>
    checkAttribute({ ...position, node: child, attributes: object.attributes, where: object.name }),
  );
}

function checkLeaf(node: SchemaNode, type: LeafType): readonly InspectionFinding[] {
  switch (type) {
    case 'boolean':
      return node.physicalType === PhysicalType.BOOLEAN ? [] : [misfit('column-type', node, 'BOOLEAN')];
    case 'double':
      return node.physicalType === PhysicalType.DOUBLE || node.physicalType === PhysicalType.FLOAT
        ? []
        : [misfit('column-type', node, 'DOUBLE')];
    case 'int32':
      return checkInteger(node, PhysicalType.INT32, 'INT32');
    case 'int64':
      return checkInteger(node, PhysicalType.INT64, 'INT64');
    case 'timestamp':
      return node.physicalType === PhysicalType.INT64 && node.annotation === 'timestamp'
        ? []
        : [misfit('column-type', node, 'INT64 TIMESTAMP')];
    case 'string':
    case 'json':
      return isText(node) ? [] : [misfit('column-type', node, 'STRING')];
  }
}

function checkInteger(node: SchemaNode, wanted: number, name: string): readonly InspectionFinding[] {
  const isInteger =
    (node.physicalType === PhysicalType.INT32 || node.physicalType === PhysicalType.INT64) &&
    (node.annotation === undefined || node.annotation === 'integer');
  if (!isInteger) return [misfit('column-type', node, name)];
  return node.physicalType === wanted ? [] : [misfit('column-width', node, name)];
}

function isText(node: SchemaNode): boolean {
  return (
    node.physicalType === PhysicalType.BYTE_ARRAY &&
    (node.annotation === 'string' || node.annotation === 'json' || node.annotation === 'enum')
  );
}

function misfit(id: InspectionRuleId, node: SchemaNode, wanted: string): InspectionFinding {
  return finding(
    id,
    `${node.path} is ${describeNode(node)}, and OCSF makes it ${wanted.toUpperCase()}. Declare the column's type instead of inferring it.`,
    node.path,
  );
}
