import type { Attribute, ClassDefinition } from '../catalogue.ts';
import type { Acceptance, IdentityVariables } from './acceptance.ts';
import { enumCaptions } from './enum-caption.ts';
import type { ObjectBody } from './object-body.ts';

/** The object whose completion is being written. */
export interface CompletionPlace {
  readonly attributes: readonly Attribute[];
  /** The class, where the object is the event itself. */
  readonly identity: ClassDefinition | undefined;
  readonly body: ObjectBody;
  readonly ref: (value: unknown) => string;
  readonly acceptance: Acceptance;
  /** The expression that is the path of an attribute. */
  readonly path: (name: string) => string;
}

/** Follow from the class as a whole, not from each other. */
export const derivedIds: ReadonlySet<string> = new Set(['class_uid', 'category_uid', 'type_uid']);

/** Adds to a body what writes enum ids and captions, twins of timestamps, and which class it is. */
export function completeObject(place: CompletionPlace): void {
  const { attributes, identity } = place;
  let activityId: string | undefined;
  for (const attribute of attributes) {
    if (attribute.enum === undefined || (identity !== undefined && derivedIds.has(attribute.name))) continue;
    const id = completeEnum(place, attribute);
    if (attribute.name === 'activity_id') activityId = id;
  }
  for (const attribute of attributes)
    if (attribute.type === 'timestamp_t' && !attribute.isArray) completeTwin(place, attribute);
  if (identity !== undefined) completeIdentity(place, identity, activityId);
}

/** Gives the variable of the id, if there is one. */
function completeEnum(place: CompletionPlace, attribute: Attribute): string | undefined {
  const { name, sibling } = attribute;
  // 1.0 and 1.1 type the sibling of priority_id as an integer: no caption fits there.
  const hasSibling =
    sibling !== undefined && place.attributes.some((other) => other.name === sibling && other.type === 'string_t');
  if (!hasSibling && attribute.requirement !== 'required') {
    place.acceptance.enum(attribute);
    return undefined;
  }
  const id = place.body.valueOf(name);
  const caption = hasSibling ? place.body.valueOf(sibling) : undefined;
  const { captionOf, idOf } = enumExpressions(place, attribute, id, caption);
  if (caption !== undefined)
    place.body.atEnd(`if (${id} === undefined && ${caption} !== undefined) {
      ${id} = ${idOf}; if (${id} !== undefined) { v[${JSON.stringify(name)}] = ${id}; ${place.acceptance.wrote(name)} }
    }`);
  if (becomesUnknown(attribute))
    place.body.atEnd(
      `if (${id} === undefined) { v[${JSON.stringify(name)}] = ${id} = 0; c.unknownId(${place.path(name)}); ${place.acceptance.wrote(name)} }`,
    );
  if (caption !== undefined && sibling !== undefined)
    place.body.atEnd(`if (${caption} === undefined && ${id} !== undefined) {
      const t = ${captionOf}; if (t !== undefined) { v[${JSON.stringify(sibling)}] = ${caption} = t; ${place.acceptance.wrote(sibling, 't')} }
    }`);
  place.acceptance.enum(attribute, id, caption);
  return id;
}

function enumExpressions(
  { ref }: CompletionPlace,
  attribute: Attribute,
  id: string,
  caption: string | undefined,
): { readonly captionOf: string; readonly idOf: string } {
  const values = enumCaptions(attribute);
  if (attribute.isArray) {
    const all = ref(values);
    return { captionOf: `captionsOfIds(${all}, ${id})`, idOf: `idsOfCaptions(${all}, ${caption})` };
  }
  const quick = `(typeof ${id} === 'number' ? ${ref(values.byNumber)}[${id}] : undefined)`;
  return {
    captionOf: `${quick} ?? ${ref(values.captions)}.get(${id})`,
    idOf: `idOfCaption(${ref(values)}, ${caption})`,
  };
}

function becomesUnknown({ requirement, isArray, type, enum: values }: Attribute): boolean {
  return requirement === 'required' && !isArray && type !== 'string_t' && values?.has('0') === true;
}

/** A timestamp and its textual twin, each from the other. */
function completeTwin({ attributes, body, acceptance }: CompletionPlace, { name }: Attribute): void {
  const twin = `${name}_dt`;
  if (!attributes.some((attribute) => attribute.name === twin)) return;
  const ms = body.valueOf(name);
  const text = body.valueOf(twin);
  const write = (key: string, value: string): string =>
    `const t = ${value}; if (t !== undefined) { v[${JSON.stringify(key)}] = t; ${acceptance.wrote(key, 't')} }`;
  body.atEnd(`if (${ms} !== undefined && ${text} === undefined) { ${write(twin, `writeDatetime(${ms})`)} }
    else if (${ms} === undefined && ${text} !== undefined) { ${write(name, `parseDatetime(${text})`)} }`);
}

function completeIdentity(place: CompletionPlace, definition: ClassDefinition, activityId: string | undefined): void {
  const { body, ref } = place;
  const variables: IdentityVariables = {
    class_uid: body.valueOf('class_uid'),
    class_name: body.valueOf('class_name'),
    category_uid: body.valueOf('category_uid'),
    category_name: body.valueOf('category_name'),
    type_uid: body.valueOf('type_uid'),
    type_name: body.valueOf('type_name'),
    activity_id: activityId ?? body.valueOf('activity_id'),
  };
  const write = (key: keyof IdentityVariables, value: string): void =>
    body.atEnd(`if (${variables[key]} === undefined) v[${JSON.stringify(key)}] = ${variables[key]} = ${value};`);
  write('class_uid', JSON.stringify(definition.uid));
  write('class_name', JSON.stringify(definition.caption));
  write('category_uid', JSON.stringify(definition.categoryUid));
  write('category_name', JSON.stringify(definition.categoryName));
  write('type_uid', `${JSON.stringify(definition.uid * 100)} + activityOf(${variables.activity_id})`);
  const names = new Map(
    [...(definition.attributes.get('type_uid')?.enum ?? [])].map(([id, { caption }]) => [Number(id), caption]),
  );
  body.atEnd(`if (${variables.type_name} === undefined) {
    ${variables.type_name} = ${ref(names)}.get(numberOf(${variables.type_uid}));
    if (${variables.type_name} !== undefined) v.type_name = ${variables.type_name};
  }`);
  place.acceptance.identity(variables);
}
