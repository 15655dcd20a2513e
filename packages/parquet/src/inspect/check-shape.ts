import { PhysicalType } from '../encoder/parquet-format.ts';
import type { SchemaNode } from '../reader/schema-tree.ts';
import { finding, type InspectionFinding } from './rules.ts';

/** Rules of the schema that hold whatever the rows are about: nesting, names, empty structs. */
export function checkShape(root: SchemaNode): readonly InspectionFinding[] {
  return root.children.flatMap((child) => checkNode(child, false));
}

function checkNode(node: SchemaNode, inWrapper: boolean): readonly InspectionFinding[] {
  const findings: InspectionFinding[] = [];
  if (!isPlainName(node.name))
    findings.push(
      finding(
        'column-name',
        `The column name ${JSON.stringify(node.name.slice(0, 64))} has characters that Athena and Glue do not take. Use letters, digits and underscores.`,
        node.path,
      ),
    );
  if (node.repetition === 2 && !inWrapper)
    findings.push(
      finding(
        'list-encoding',
        `${node.path} is repeated outside a LIST or MAP. Write it as a LIST of three levels.`,
        node.path,
      ),
    );
  if (node.physicalType === undefined && node.children.length === 0)
    findings.push(
      finding(
        'empty-struct',
        `${node.path} is a struct without fields. Leave it out, or give it its fields.`,
        node.path,
      ),
    );
  if (node.annotation === 'list') return [...findings, ...checkList(node)];
  if (node.annotation === 'map') return [...findings, ...checkMap(node)];
  return [...findings, ...node.children.flatMap((child) => checkNode(child, false))];
}

function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,254}$/.test(name);
}

function checkList(node: SchemaNode): readonly InspectionFinding[] {
  const [repeated] = node.children;
  if (node.children.length !== 1 || repeated?.repetition !== 2) {
    return [
      finding(
        'list-encoding',
        `${node.path} is annotated LIST but has no single repeated child. Write list and element below it.`,
        node.path,
      ),
      ...node.children.flatMap((child) => checkNode(child, true)),
    ];
  }
  const below = repeated.children.flatMap((child) => checkNode(child, false));
  const isTwoLevel = isTwoLevelList(repeated, node.name);
  return isTwoLevel ? [finding('list-two-level', `${node.path} is a list of two levels.`, node.path), ...below] : below;
}

/** The format's own rule for telling the old form: the repeated node is the element itself. */
export function isTwoLevelList(repeated: SchemaNode, listName: string): boolean {
  if (repeated.physicalType !== undefined || repeated.children.length !== 1) return true;
  return repeated.name === 'array' || repeated.name === `${listName}_tuple`;
}

function checkMap(node: SchemaNode): readonly InspectionFinding[] {
  const [entry] = node.children;
  const [key, value] = entry?.children ?? [];
  const isMap =
    node.children.length === 1 &&
    entry?.repetition === 2 &&
    entry.children.length === 2 &&
    key?.repetition === 0 &&
    value !== undefined;
  if (!isMap)
    return [
      finding(
        'map-encoding',
        `${node.path} is annotated MAP but is not a repeated key_value of a required key and a value.`,
        node.path,
      ),
    ];
  return entry.children.flatMap((child) => checkNode(child, false));
}

/** `LIST<STRUCT>`, `INT64 TIMESTAMP`…, for messages. */
export function describeNode(node: SchemaNode): string {
  if (node.annotation === 'list') return 'LIST';
  if (node.annotation === 'map') return 'MAP';
  if (node.physicalType === undefined) return 'STRUCT';
  const physical = Object.entries(PhysicalType).find(([, number]) => number === node.physicalType)?.[0] ?? 'UNKNOWN';
  const prefix = node.repetition === 2 ? 'REPEATED ' : '';
  return `${prefix}${node.annotation === 'string' ? 'STRING' : physical}${node.annotation === undefined || node.annotation === 'string' ? '' : ` ${node.annotation.toUpperCase()}`}`;
}
