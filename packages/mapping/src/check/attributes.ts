import { type Attribute, type ObjectDefinition } from '@sluice/ocsf';
import { describeNode, type DocumentNode, type Entry, type MapNode } from '../document/node.ts';
import { listed, type Place } from '../problems.ts';
import { wantOf } from '../value/want.ts';
import { readCondition } from './conditions.ts';
import type { CheckContext } from './context.ts';
import { isText } from './context.ts';
import { tellingAttribute } from './derived.ts';
import { type AttributePlace, findAttribute, isClosedObject, join, objectOf, type Target } from './find-attribute.ts';
import type { AttributePlan, AttributeSource, ObjectPlan } from './model.ts';
import { createObjectPlan } from './object-plan.ts';
import { readPath } from './paths.ts';
import { readForm, textOf, wrongShape } from './read-form.ts';
import { readRequired, readValue } from './values.ts';

/** Beyond this many segments a path is a mistake; OCSF's own objects recur (process.parent_process…). */
const maxDepth = 12;

/** Reads a map of attributes into a plan. Dotted keys go into objects. */
export function readAttributes(context: CheckContext, node: MapNode, plan: ObjectPlan, place: AttributePlace): void {
  const definition = definitionOf(context, plan);
  if (definition === undefined) return;
  for (const entry of node.entries) {
    if (entry.key === 'include') readInclude(context, entry, plan, place);
    else if (entry.key === 'when' && plan.path !== '') readWhen(context, entry, plan, place);
    else readAttribute(context, entry, entry.key.split('.'), { plan, definition }, place);
  }
}

/** When an object is made at all. */
function readWhen(context: CheckContext, entry: Entry, plan: ObjectPlan, place: AttributePlace): void {
  const condition = readCondition(context, entry.value, place);
  if (condition !== undefined) plan.conditions.push(condition);
}

function definitionOf(context: CheckContext, plan: ObjectPlan): ObjectDefinition | undefined {
  if (plan.path === '') return context.catalogue.classes.get(plan.definition);
  return context.catalogue.objects.get(plan.definition);
}

function readAttribute(
  context: CheckContext,
  entry: Entry,
  names: readonly string[],
  target: Target,
  place: AttributePlace,
): void {
  const [name = '', ...more] = names;
  const attribute = findAttribute(context, entry, name, target, place);
  if (attribute === undefined) return;
  const path = join(target.plan.path, name);
  if (more.length === 0 && !takesAttributes(context, attribute, entry)) {
    addLeaf(context, entry, attribute, target.plan, place);
    return;
  }
  const object = objectOf(context, entry, attribute, path);
  if (object === undefined) return;
  const plan = nestedPlan(context, entry, attribute, object, target.plan, place);
  if (plan === undefined) return;
  if (more.length > 0) readAttribute(context, entry, more, { plan, definition: object }, place);
  else if (entry.value.kind === 'map') readAttributes(context, entry.value, plan, place);
}

/** Whether the value of an attribute is a map of the attributes of an object. */
function takesAttributes(context: CheckContext, attribute: Attribute, { value }: Entry): boolean {
  return value.kind === 'map' && !attribute.isArray && isClosedObject(context, attribute);
}

function nestedPlan(
  context: CheckContext,
  entry: Entry,
  attribute: Attribute,
  object: ObjectDefinition,
  parent: ObjectPlan,
  place: AttributePlace,
): ObjectPlan | undefined {
  const known = parent.attributes.get(attribute.name);
  if (known?.source.kind === 'object') return known.source.object;
  if (known !== undefined) {
    duplicate(context, entry.at, known);
    return undefined;
  }
  const path = join(parent.path, attribute.name);
  if (path.split('.').length > maxDepth) {
    const message = `${path} is more than ${maxDepth} objects deep, which no column holds. Map less deep.`;
    context.problems.add(entry.at, 'wrong_shape', message, { found: path });
    return undefined;
  }
  const plan = createObjectPlan(object, path, entry.at, place.profiles);
  parent.attributes.set(attribute.name, { attribute, path, at: entry.at, source: { kind: 'object', object: plan } });
  return plan;
}

function duplicate(context: CheckContext, at: Place, known: AttributePlan): void {
  const message = `${known.path} has a source already. Keep one; "first" tries several.`;
  context.problems.add(at, 'duplicate_source', message, { found: known.path });
}

function addLeaf(
  context: CheckContext,
  entry: Entry,
  attribute: Attribute,
  parent: ObjectPlan,
  place: AttributePlace,
): void {
  const path = join(parent.path, attribute.name);
  const known = parent.attributes.get(attribute.name);
  if (known !== undefined) {
    duplicate(context, entry.at, known);
    return;
  }
  checkCaptions(context, entry, attribute, parent);
  const source = readSource(context, entry, attribute, path, place);
  // Where the source is wrong the attribute counts as mapped, so that nothing is said to be missing.
  const plan = { attribute, path, at: entry.at, source: source ?? brokenSource(context, attribute, entry) };
  parent.attributes.set(attribute.name, plan);
}

/** Ids and captions in two lists have to agree item by item, which no mapping of both can promise. */
function checkCaptions(context: CheckContext, { at, key }: Entry, attribute: Attribute, parent: ObjectPlan): void {
  const others = definitionOf(context, parent)?.attributes ?? new Map<string, Attribute>();
  for (const other of [attribute, ...others.values()]) {
    const { name, sibling, isArray, enum: ids } = other;
    if (ids === undefined || !isArray || sibling === undefined) continue;
    const isPair =
      attribute.name === name
        ? parent.attributes.has(sibling)
        : attribute.name === sibling && parent.attributes.has(name);
    if (!isPair) continue;
    const message = `${join(parent.path, sibling)} follows from ${join(parent.path, name)}. Keep one of the two.`;
    context.problems.add(at, 'duplicate_source', message, { found: key });
  }
}

function brokenSource(context: CheckContext, attribute: Attribute, { at }: Entry): AttributeSource {
  const want = wantOf(attribute, context.catalogue);
  return {
    kind: 'value',
    value: { kind: 'required', value: { kind: 'constant', value: 0, at }, orNext: false, at },
    want,
  };
}

function readSource(
  context: CheckContext,
  entry: Entry,
  attribute: Attribute,
  path: string,
  place: AttributePlace,
): AttributeSource | undefined {
  const { value } = entry;
  const isLoop = value.kind === 'map' && value.entries.some(({ key }) => key === 'each');
  if (isLoop) return readLoop(context, entry, attribute, path, place);
  if (!isClosedObject(context, attribute)) {
    const want = wantOf(attribute, context.catalogue);
    const read = readValue(context, value, { want, isArray: attribute.isArray, name: path, inLoop: place.inLoop });
    return read === undefined ? undefined : { kind: 'value', value: read, want };
  }
  if (attribute.isArray && value.kind === 'list') return readObjects(context, value.items, attribute, path, place);
  const expected = attribute.isArray ? 'a list of objects' : 'an object';
  const how = attribute.isArray
    ? 'Write a list of maps of its attributes, or { each: $.list, map: … }'
    : `Map its attributes: "${path}.${tellingAttribute(context.catalogue.objects.get(attribute.objectType ?? '')!)}", for one`;
  const message = `${path} is ${expected}; ${describeNode(value)} stands here. ${how}.`;
  context.problems.add(value, 'wrong_type', message, { found: describeNode(value), expected });
  return undefined;
}

function readObjects(
  context: CheckContext,
  items: readonly DocumentNode[],
  attribute: Attribute,
  path: string,
  place: AttributePlace,
): AttributeSource | undefined {
  const objects = items.map((item) => readElement(context, item, attribute, path, place));
  return objects.every((object) => object !== undefined) ? { kind: 'objects', objects } : undefined;
}

function readElement(
  context: CheckContext,
  node: DocumentNode,
  attribute: Attribute,
  path: string,
  place: AttributePlace,
): ObjectPlan | undefined {
  const object = context.catalogue.objects.get(attribute.objectType ?? '');
  if (object === undefined) return undefined;
  if (node.kind !== 'map') {
    const message = `${path} is a list of objects; ${describeNode(node)} stands here. Write a map of attributes.`;
    context.problems.add(node, 'wrong_type', message, { found: describeNode(node), expected: 'a map' });
    return undefined;
  }
  const plan = createObjectPlan(object, `${path}[]`, node, place.profiles);
  readAttributes(context, node, plan, place);
  return plan;
}

function readLoop(
  context: CheckContext,
  entry: Entry,
  attribute: Attribute,
  path: string,
  place: AttributePlace,
): AttributeSource | undefined {
  const form = readForm(context.problems, entry.value, 'loop');
  const each = form?.get('each');
  if (form === undefined || each === undefined) return undefined;
  if (!attribute.isArray) {
    const message = `${path} is no list, and a loop makes one. Write { from: … } for one value.`;
    context.problems.add(each.at, 'wrong_type', message, { found: 'each' });
    return undefined;
  }
  const over = readOver(context, each, place);
  const body = form.get('map') ?? form.get('value');
  const wanted = isClosedObject(context, attribute) ? 'map' : 'value';
  if (body?.key !== wanted || form.has('map') === form.has('value')) {
    const message = `A loop for ${path} needs "${wanted}"${wanted === 'map' ? ' with the attributes of each object' : ''}, and nothing else.`;
    context.problems.add(entry.at, 'missing_key', message, { expected: wanted });
    return undefined;
  }
  if (over === undefined) return undefined;
  const inside = { ...place, inLoop: true };
  const want = wantOf(attribute, context.catalogue);
  const required = readRequired(context, form.get('required'));
  if (wanted === 'map') {
    const object = readElement(context, body.value, attribute, path, inside);
    return object === undefined ? undefined : { kind: 'loop', over, object, value: undefined, want, required };
  }
  const value = readValue(context, body.value, { want, isArray: false, name: path, inLoop: true });
  return value === undefined ? undefined : { kind: 'loop', over, object: undefined, value, want, required };
}

function readOver(context: CheckContext, each: Entry, place: AttributePlace): ReturnType<typeof readPath> {
  const text = textOf(context.problems, each);
  const over = text === undefined ? undefined : readPath(context, text, each.value, place);
  if (over === undefined || !place.inLoop || over.path.root === 'item') return over;
  const message = `A loop in a loop goes over a list of the item ("@.list"), so that the work stays bounded by the record.`;
  context.problems.add(each.value, 'bad_path', message, { found: over.path.text, expected: '@…' });
  return undefined;
}

function readInclude(context: CheckContext, entry: Entry, plan: ObjectPlan, place: AttributePlace): void {
  const nodes = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  for (const node of nodes) {
    if (!isText(node)) {
      wrongShape(context.problems, entry, 'the name of a fragment, or a list of names');
      continue;
    }
    const name = node.value;
    context.used.add(`fragment ${name}`);
    const fragment = context.fragments.get(name);
    if (fragment === undefined) {
      const known = [...context.fragments.keys()];
      const all = known.length === 0 ? 'There are none under "fragments"' : `Known: ${listed(known)}`;
      context.problems.add(node, 'unknown_fragment', `There is no fragment "${name}". ${all}.`, { found: name, known });
    } else if (place.including.includes(name)) {
      const message = `The fragment "${name}" includes itself (${[...place.including, name].join(' > ')}). Break the circle.`;
      context.problems.add(node, 'fragment_cycle', message, { found: name });
    } else readAttributes(context, fragment.node, plan, { ...place, including: [...place.including, name] });
  }
}
