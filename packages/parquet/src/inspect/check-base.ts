import { PhysicalType } from '../encoder/parquet-format.ts';
import type { ObjectMetadata } from '../reader/object-metadata.ts';
import type { SchemaNode } from '../reader/schema-tree.ts';
import { requiredColumns } from '../schema/base-columns.ts';
import { describeNode } from './check-shape.ts';
import { finding, type InspectionFinding } from './rules.ts';

/** Rules of the attributes that every event has. */
export function checkBase(metadata: ObjectMetadata): readonly InspectionFinding[] {
  const columns = new Map(metadata.schema.children.map((node) => [node.name, node]));
  const profiles = columns.get('metadata')?.children.find((node) => node.name === 'profiles');
  return [
    ...[...requiredColumns].flatMap((name) => checkRequired(name, columns.get(name), metadata)),
    ...checkTime(columns.get('time')),
    ...(profiles === undefined || isListOfTexts(profiles)
      ? []
      : [
          finding(
            'profiles-type',
            `metadata.profiles is ${describeNode(profiles)}. Write a LIST of strings.`,
            'metadata.profiles',
          ),
        ]),
    ...checkUnmapped(columns.get('unmapped')),
  ];
}

function checkRequired(
  name: string,
  node: SchemaNode | undefined,
  metadata: ObjectMetadata,
): readonly InspectionFinding[] {
  if (node === undefined)
    return [finding('required-missing', `There is no column ${name}. Every event has one.`, name)];
  if (node.repetition === 0 || node.physicalType === undefined) return [];
  const nulls = metadata.rowGroups.reduce(
    (sum, group) => sum + (group.chunks.find((chunk) => chunk.path === name)?.nulls ?? 0),
    0,
  );
  return nulls === 0 ? [] : [finding('required-null', `${name} is null in ${nulls} of ${metadata.rows} rows.`, name)];
}

function checkTime(node: SchemaNode | undefined): readonly InspectionFinding[] {
  if (node === undefined || (node.physicalType === PhysicalType.INT64 && isPlainInteger(node))) return [];
  return [
    finding(
      'time-type',
      `time is ${describeNode(node)}. Write INT64 epoch milliseconds without a logical type.`,
      'time',
    ),
  ];
}

/** No annotation, or the one that says a 64-bit integer again. */
function isPlainInteger(node: SchemaNode): boolean {
  return node.annotation === undefined || node.annotation === 'integer';
}

function isListOfTexts(node: SchemaNode): boolean {
  if (node.annotation !== 'list') return false;
  const [repeated] = node.children;
  const element = repeated?.physicalType === undefined ? repeated?.children[0] : repeated;
  return element?.physicalType === PhysicalType.BYTE_ARRAY;
}

function checkUnmapped(node: SchemaNode | undefined): readonly InspectionFinding[] {
  if (
    node === undefined ||
    node.annotation === 'map' ||
    (node.physicalType === PhysicalType.BYTE_ARRAY && node.repetition !== 2)
  )
    return [];
  return [finding('unmapped-type', `unmapped is ${describeNode(node)}. Write a MAP of strings.`, 'unmapped')];
}
