import { loadCatalogue, type Attribute, type Catalogue, type ClassDefinition } from '@sluice/ocsf';

/** The extension's uid: those from 990 on are nobody's. Class uids follow: extension × 100,000 + category × 1000 + class. */
const extension = { uid: 999, name: 'doors', caption: 'Doors' };
const categoryUid = 3;

const door: Attribute = {
  name: 'door',
  caption: 'Door',
  type: 'string_t',
  isArray: false,
  requirement: 'required',
};

const attempts: Attribute = {
  name: 'attempts',
  caption: 'Attempts',
  type: 'integer_t',
  isArray: false,
  requirement: 'optional',
};

/** OCSF 1.3.0 with a class of our own: a door that a person opened, or could not. */
export function doorCatalogue(): Catalogue {
  const base = loadCatalogue('1.3.0');
  const doorActivity = doorActivityOf(base);
  return {
    ...base,
    classes: new Map([...base.classes, [doorActivity.name, doorActivity]]),
    classesByUid: new Map([...base.classesByUid, [doorActivity.uid, doorActivity]]),
    extensions: new Map([...base.extensions, [extension.name, extension]]),
  };
}

/** What the class's own ids and those that follow from them may be. */
const activities = { 0: 'Unknown', 1: 'Open', 99: 'Other' };
const uid = extension.uid * 100_000 + categoryUid * 1000 + 1;
const caption = 'Door Activity';
const ids: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  activity_id: activities,
  category_uid: { [categoryUid]: 'Identity & Access Management' },
  class_uid: { [uid]: caption },
  type_uid: Object.fromEntries(
    Object.entries(activities).map(([id, name]) => [uid * 100 + Number(id), `${caption}: ${name}`]),
  ),
};

/** Derived from Base Event, as every class is; `user` comes from Authentication, as OCSF describes it. */
function doorActivityOf({ classes }: Catalogue): ClassDefinition {
  const [baseEvent, authentication] = [classes.get('base_event'), classes.get('authentication')];
  const user = authentication?.attributes.get('user');
  if (baseEvent === undefined || user === undefined) throw new Error('OCSF 1.3.0 lacks what the extension builds on.');
  const attributes = [...[...baseEvent.attributes.values()].map(withIds), user, door, attempts];
  return {
    ...baseEvent,
    name: 'door_activity',
    caption,
    extends: 'base_event',
    uid,
    categoryUid,
    categoryName: 'Identity & Access Management',
    extension: extension.name,
    attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
  };
}

function withIds(attribute: Attribute): Attribute {
  const captions = ids[attribute.name];
  if (captions === undefined) return attribute;
  return { ...attribute, enum: new Map(Object.entries(captions).map(([id, each]) => [id, { caption: each }])) };
}
