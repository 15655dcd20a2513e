import type { Attribute, Constraint } from '../catalogue.ts';
import type { AttributeNode, DefinitionTree } from './describe.ts';

/** Ids of an enum that are listed in full. */
const maxListedIds = 12;

/** A class or object as a tree for a person: `!` required, `+` recommended, and each enum's ids. */
export function formatTree(tree: DefinitionTree): string {
  const { definition, nodes } = tree;
  const uid = 'uid' in definition ? ` ${String(definition.uid)}` : '';
  const since = definition.deprecated === undefined ? '' : `, deprecated since ${definition.deprecated}`;
  return [
    `${definition.name}${uid}: ${definition.caption}${since}`,
    ...definition.constraints.map((constraint) => `  ${constraintText(constraint)}`),
    ...nodeLines(nodes, ''),
  ].join('\n');
}

function nodeLines(nodes: readonly AttributeNode[], indent: string): readonly string[] {
  return nodes.flatMap((node, index) => {
    const isLast = index === nodes.length - 1;
    const below = `${indent}${isLast ? '   ' : '│  '}`;
    return [
      `${indent}${isLast ? '└─ ' : '├─ '}${attributeText(node.attribute)}`,
      ...(node.children.length === 0
        ? []
        : node.constraints.map((constraint) => `${below}${constraintText(constraint)}`)),
      ...nodeLines(node.children, below),
    ];
  });
}

const marks: Readonly<Record<Attribute['requirement'], string>> = { required: '!', recommended: '+', optional: ' ' };

function attributeText(attribute: Attribute): string {
  const { name, isArray, requirement, profiles, deprecated } = attribute;
  const type = `${attribute.objectType ?? attribute.type}${isArray ? '[]' : ''}`;
  const notes = [
    ...(profiles === undefined ? [] : [`profile ${profiles.join(' or ')}`]),
    ...(deprecated === undefined ? [] : [`deprecated since ${deprecated}`]),
  ];
  return `${marks[requirement]} ${name}: ${type}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}${enumText(attribute)}`;
}

function enumText(attribute: Attribute): string {
  const values = [...(attribute.enum ?? [])];
  if (values.length === 0) return '';
  const listed = values.slice(0, maxListedIds).map(([id, { caption }]) => `${id} ${caption}`);
  const more = values.length > maxListedIds ? `, and ${values.length - maxListedIds} more` : '';
  return ` = ${listed.join(', ')}${more}`;
}

function constraintText({ kind, attributes }: Constraint): string {
  return `${kind.replaceAll('_', ' ')} of: ${attributes.join(', ')}`;
}
