import type { EmittedClass } from '@sluice/connector';
import type { Attribute, Catalogue } from '@sluice/ocsf';
import type { AttributePlan, ObjectPlan, Rule } from './check/model.ts';

/**
 * The classes that the rules emit, each with the columns that follow from its attributes: in the order of the document,
 * with what completion adds beside them (captions of ids, ids of enums that are required, texts of times).
 */
export function emittedClasses(rules: readonly Rule[], catalogue: Catalogue): readonly EmittedClass[] {
  const classes = new Map<string, { profiles: readonly string[]; columns: Set<string> }>();
  for (const { outcome } of rules) {
    if (outcome.kind !== 'event') continue;
    for (const { class: definition, profiles, object } of outcome.events) {
      const { name } = definition;
      const emitted = classes.get(name) ?? { profiles, columns: new Set() };
      classes.set(name, emitted);
      addObject(emitted.columns, object, { catalogue, profiles: new Set(profiles) });
    }
  }
  return [...classes].map(([name, { profiles, columns }]) => ({ class: name, profiles, columns: [...columns] }));
}

interface Known {
  readonly catalogue: Catalogue;
  readonly profiles: ReadonlySet<string>;
}

/** Always there: the writer of objects has columns for them. */
const ownColumns = new Set(['metadata.version', 'metadata.profiles', 'unmapped', 'observables']);

function addObject(columns: Set<string>, object: ObjectPlan, known: Known): void {
  const definition =
    object.path === ''
      ? known.catalogue.classes.get(object.definition)
      : known.catalogue.objects.get(object.definition);
  for (const plan of object.attributes.values()) {
    addAttribute(columns, plan, known);
    addCompanions(columns, plan.attribute, object, definition?.attributes, known);
  }
  if (object.path === '') return;
  for (const attribute of definition?.attributes.values() ?? []) {
    const isFilled =
      attribute.requirement === 'required' && attribute.enum?.has('0') === true && isOn(attribute, known);
    if (!isFilled || object.attributes.has(attribute.name)) continue;
    add(columns, `${object.path}.${attribute.name}`);
    addCompanions(columns, attribute, object, definition?.attributes, known);
  }
}

function isOn(attribute: Attribute, { profiles }: Known): boolean {
  return attribute.profiles === undefined || attribute.profiles.some((profile) => profiles.has(profile));
}

function add(columns: Set<string>, path: string): void {
  if (!ownColumns.has(path)) columns.add(path);
}

/** The caption of an id and the id of a caption, the text of a time and the time of a text: what completion adds. */
function addCompanions(
  columns: Set<string>,
  attribute: Attribute,
  object: ObjectPlan,
  attributes: ReadonlyMap<string, Attribute> | undefined,
  known: Known,
): void {
  const { name: own, sibling, type } = attribute;
  const ids = [...(attributes?.values() ?? [])].find((other) => other.enum !== undefined && other.sibling === own);
  const times = type === 'timestamp_t' ? `${own}_dt` : type === 'datetime_t' ? own.replace(/_dt$/, '') : undefined;
  const names = [sibling, ids?.name, times];
  for (const name of names) {
    const companion = name === undefined ? undefined : attributes?.get(name);
    if (companion === undefined || !isOn(companion, known)) continue;
    const path = object.path === '' ? companion.name : `${object.path}.${companion.name}`;
    add(columns, companion.isArray ? `${path}[]` : path);
  }
}

function addAttribute(columns: Set<string>, { attribute, path, source }: AttributePlan, known: Known): void {
  switch (source.kind) {
    case 'object':
      return addObject(columns, source.object, known);
    case 'objects':
      return source.objects.forEach((object) => addObject(columns, object, known));
    case 'loop':
      if (source.object !== undefined) return addObject(columns, source.object, known);
      return add(columns, `${path}[]`);
    case 'value':
      return add(columns, attribute.isArray ? `${path}[]` : path);
  }
}
