import { nearestName, type Attribute, type Catalogue, type ClassDefinition } from '@sluice/ocsf';
import { ParquetError } from '../errors.ts';
import { leafTypeOf } from './attribute-type.ts';
import { baseColumns, requiredColumns } from './base-columns.ts';
import { parseColumnPath, type PathSegment } from './column-path.ts';
import { schemaOf, type ColumnNode, type ColumnSchema } from './column-schema.ts';

export interface ColumnDeclaration {
  readonly classUid: number;
  /** Profiles of the events: their attributes may be declared. */
  readonly profiles: readonly string[];
  /** Attribute paths beyond the base columns, `[]` for arrays. Append only. */
  readonly columns: readonly string[];
}

/**
 * The columns of a class: the base columns, then the declared ones in their order, each typed from the catalogue.
 * A column added at the end of the declaration comes last in its struct, so that older objects stay readable beside newer ones.
 *
 * An unknown path, an array without `[]` or an attribute of a profile that is off throws a `ParquetError` that names
 * the nearest path.
 */
export function columnSchema(catalogue: Catalogue, declaration: ColumnDeclaration): ColumnSchema {
  const definition = catalogue.classesByUid.get(declaration.classUid);
  if (definition === undefined) {
    throw new ParquetError('class_unknown', `OCSF ${catalogue.release} has no class ${declaration.classUid}.`);
  }
  const walk = { catalogue, definition, profiles: new Set(declaration.profiles) };
  const root: Draft = { attribute: undefined, children: new Map() };
  for (const path of baseColumns) {
    if (isKnown(walk, path)) place(walk, root, path);
  }
  for (const path of declaration.columns) place(walk, root, path);
  const columns = [...root.children.values()].map((draft) => nodeOf(draft, walk, true));
  return schemaOf(columns, {
    classUid: declaration.classUid,
    release: catalogue.release,
    profiles: [...declaration.profiles],
  });
}

interface Walk {
  readonly catalogue: Catalogue;
  readonly definition: ClassDefinition;
  readonly profiles: ReadonlySet<string>;
}

interface Draft {
  readonly attribute: Attribute | undefined;
  readonly children: Map<string, Draft>;
}

function isKnown(walk: Walk, path: string): boolean {
  let attributes: ReadonlyMap<string, Attribute> | undefined = walk.definition.attributes;
  for (const segment of parseColumnPath(path)) {
    const attribute: Attribute | undefined = attributes?.get(segment.name);
    if (attribute === undefined || !isActive(walk, attribute)) return false;
    attributes = attributesBelow(walk, attribute);
  }
  return true;
}

function place(walk: Walk, root: Draft, path: string): void {
  const segments = parseColumnPath(path);
  let at = root;
  let attributes: ReadonlyMap<string, Attribute> = walk.definition.attributes;
  for (const [depth, segment] of segments.entries()) {
    const attribute = attributeAt({ walk, attributes, segment, path, isLast: depth === segments.length - 1 });
    const known = at.children.get(segment.name);
    if (known !== undefined && known.children.size === 0 && depth < segments.length - 1) {
      throw new ParquetError(
        'column_path',
        `Column ${path} lies within ${segment.name}, which is declared whole. Declare either the object or what is in it.`,
      );
    }
    if (known !== undefined && known.children.size > 0 && depth === segments.length - 1) {
      throw new ParquetError(
        'column_path',
        `Column ${path} is declared whole, but columns within it are declared too. Declare either the object or what is in it.`,
      );
    }
    const draft = known ?? { attribute, children: new Map<string, Draft>() };
    at.children.set(segment.name, draft);
    at = draft;
    attributes = attributesBelow(walk, attribute) ?? new Map();
  }
}

interface Step {
  readonly walk: Walk;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly segment: PathSegment;
  readonly path: string;
  readonly isLast: boolean;
}

function attributeAt(step: Step): Attribute {
  const { walk, attributes, segment, path, isLast } = step;
  const attribute = attributes.get(segment.name);
  if (attribute === undefined) throw unknownPath(step);
  if (!isActive(walk, attribute)) {
    throw new ParquetError(
      'column_unknown',
      `Column ${path}: ${segment.name} belongs to the profile ${attribute.profiles?.join(' or ')}, which is not among the profiles of this class (${[...walk.profiles].join(', ') || 'none'}). Add the profile or remove the column.`,
    );
  }
  if (segment.each && !attribute.isArray) {
    throw new ParquetError(
      'column_path',
      `Column ${path}: ${segment.name} is not an array. Write ${segment.name} without [].`,
    );
  }
  if (!segment.each && attribute.isArray && !isLast) {
    throw new ParquetError(
      'column_path',
      `Column ${path}: ${segment.name} is an array. Write ${segment.name}[] there.`,
    );
  }
  return attribute;
}

function unknownPath(step: Step): ParquetError {
  const { walk, attributes, segment, path } = step;
  const wanted = nearestName(segment.name, attributes.keys());
  const where = `OCSF ${walk.catalogue.release} ${walk.definition.name}`;
  const hint =
    wanted === undefined
      ? 'Name an attribute of the class, or keep the value in unmapped.'
      : `Did you mean ${path.replace(segment.name, wanted)}?`;
  return new ParquetError('column_unknown', `Column ${path}: ${where} has no ${segment.name} there. ${hint}`);
}

function isActive(walk: Walk, attribute: Attribute): boolean {
  return attribute.profiles === undefined || attribute.profiles.some((profile) => walk.profiles.has(profile));
}

/** Attributes of the object an attribute holds; none where the object is open or the attribute is a scalar. */
function attributesBelow(walk: Walk, attribute: Attribute): ReadonlyMap<string, Attribute> | undefined {
  return attribute.objectType === undefined ? undefined : walk.catalogue.objects.get(attribute.objectType)?.attributes;
}

function nodeOf(draft: Draft, walk: Walk, isTop: boolean): ColumnNode {
  const { attribute } = draft;
  if (attribute === undefined) throw new Error('a column without an attribute');
  const { name } = attribute;
  if (isTop && name === 'unmapped') return { kind: 'map', name };
  const required = isTop && requiredColumns.has(name);
  const element = elementOf(draft, attribute, { walk, required: required && !attribute.isArray });
  return attribute.isArray ? { kind: 'list', name, element } : element;
}

interface ElementContext {
  readonly walk: Walk;
  readonly required: boolean;
}

function elementOf(
  draft: Draft,
  attribute: Attribute,
  context: ElementContext,
): Exclude<ColumnNode, { kind: 'list' | 'map' }> {
  const { walk, required } = context;
  const { name } = attribute;
  if (draft.children.size === 0) return { kind: 'leaf', name, type: leafTypeOf(attribute, walk.catalogue), required };
  const children = [...draft.children.values()].map((child) => nodeOf(child, walk, false));
  return { kind: 'group', name, required, children };
}
