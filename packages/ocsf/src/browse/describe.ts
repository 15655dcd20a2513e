import { activeAttributes, checkedProfiles } from '../active-attributes.ts';
import type { Attribute, Catalogue, Constraint, ObjectDefinition } from '../catalogue.ts';
import { OcsfError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';

export interface DescribeOptions {
  /** Profiles that are on. Default none. */
  readonly profiles?: readonly string[];
  /** How many levels of objects are opened. Default 1: the class or object itself. */
  readonly depth?: number;
}

/** One attribute in a tree, with what is within it as far as the tree was opened. */
export interface AttributeNode {
  readonly name: string;
  /** Path from the top: `src_endpoint.ip`, `answers[].rdata`. */
  readonly path: string;
  readonly attribute: Attribute;
  readonly constraints: readonly Constraint[];
  readonly children: readonly AttributeNode[];
}

export interface DefinitionTree {
  readonly definition: ObjectDefinition;
  readonly nodes: readonly AttributeNode[];
}

/**
 * What a class or object is made of, as a tree. Throws `class_unknown`, with the nearest name.
 *
 * @example
 * formatTree(describe(loadCatalogue('1.3.0'), 'authentication', { profiles: ['cloud'] }));
 */
export function describe(catalogue: Catalogue, name: string, options: DescribeOptions = {}): DefinitionTree {
  const definition = catalogue.classes.get(name) ?? catalogue.objects.get(name) ?? classByUid(catalogue, name);
  if (definition === undefined) throw unknownDefinition(catalogue, name);
  const profiles = checkedProfiles(catalogue, options.profiles ?? []);
  const nodesOf = (item: ObjectDefinition, prefix: string, depth: number): readonly AttributeNode[] =>
    activeAttributes(item, profiles).map((attribute) => {
      const path = `${prefix}${attribute.name}${attribute.isArray ? '[]' : ''}`;
      const object = catalogue.objects.get(attribute.objectType ?? '');
      const children = object === undefined || depth <= 1 ? [] : nodesOf(object, `${path}.`, depth - 1);
      return { name: attribute.name, path, attribute, constraints: object?.constraints ?? [], children };
    });
  return { definition, nodes: nodesOf(definition, '', options.depth ?? 1) };
}

function classByUid(catalogue: Catalogue, text: string): ObjectDefinition | undefined {
  return /^\d+$/.test(text) ? catalogue.classesByUid.get(Number(text)) : undefined;
}

function unknownDefinition(catalogue: Catalogue, name: string): OcsfError {
  const nearest = nearestName(name, [...catalogue.classes.keys(), ...catalogue.objects.keys()]);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return new OcsfError('class_unknown', `OCSF ${catalogue.release} has no class or object "${name}".${hint}`);
}
