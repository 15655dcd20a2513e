import { isDeepStrictEqual } from 'node:util';
import type { Attribute, Catalogue, ClassDefinition, Constraint, ObjectDefinition } from '../catalogue.ts';

/** What of an attribute differs between two releases. */
export interface AttributeChange {
  readonly name: string;
  readonly aspect:
    | 'type'
    | 'isArray'
    | 'requirement'
    | 'profiles'
    | 'sibling'
    | 'observable'
    | 'deprecated'
    | 'caption';
  readonly from: unknown;
  readonly to: unknown;
}

/** Ids of an enum that differ. */
export interface EnumChange {
  readonly name: string;
  /** Ids with their captions. */
  readonly added: Readonly<Record<string, string>>;
  readonly removed: Readonly<Record<string, string>>;
  readonly renamed: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
}

/** What of a class or object differs. */
export interface DefinitionDiff {
  readonly name: string;
  /** Name in the other release, where it differs. */
  readonly renamedTo?: string;
  /** Uid of a class. */
  readonly uid?: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly AttributeChange[];
  readonly enums: readonly EnumChange[];
  readonly constraints?: { readonly from: readonly Constraint[]; readonly to: readonly Constraint[] };
  /** Release that deprecated it in between. */
  readonly deprecated?: string;
}

export interface DefinitionsDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly DefinitionDiff[];
}

export interface ReleaseDiff {
  readonly from: string;
  readonly to: string;
  /** Matched by uid: names changed, uids never did. */
  readonly classes: DefinitionsDiff;
  readonly objects: DefinitionsDiff;
  readonly profiles: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

export interface DiffOptions {
  /** Only this class, by its name in either release, and no objects. */
  readonly className?: string;
}

/** What one release has that another does not, and what differs. Definitions that are alike are left out. */
export function diffReleases(from: Catalogue, to: Catalogue, options: DiffOptions = {}): ReleaseDiff {
  const { className } = options;
  const isWanted = ({ uid }: ClassDefinition): boolean =>
    className === undefined || uid === from.classes.get(className)?.uid || uid === to.classes.get(className)?.uid;
  const classesOf = (catalogue: Catalogue): ReadonlyMap<number, ClassDefinition> =>
    new Map([...catalogue.classesByUid].filter(([, definition]) => isWanted(definition)));
  const noObjects: ReadonlyMap<string, ObjectDefinition> = new Map();
  return {
    from: from.release,
    to: to.release,
    classes: diffDefinitions(classesOf(from), classesOf(to)),
    objects:
      className === undefined ? diffDefinitions(from.objects, to.objects) : diffDefinitions(noObjects, noObjects),
    profiles: {
      added: [...to.profiles].filter((profile) => !from.profiles.has(profile)),
      removed: [...from.profiles].filter((profile) => !to.profiles.has(profile)),
    },
  };
}

function diffDefinitions<Key>(
  from: ReadonlyMap<Key, ObjectDefinition>,
  to: ReadonlyMap<Key, ObjectDefinition>,
): DefinitionsDiff {
  const namesOf = (definitions: readonly [Key, ObjectDefinition][], other: ReadonlyMap<Key, ObjectDefinition>) =>
    definitions.filter(([key]) => !other.has(key)).map(([, { name }]) => name);
  const changed = [...from].flatMap(([key, one]) => {
    const other = to.get(key);
    const diff = other === undefined ? undefined : diffDefinition(one, other);
    return diff === undefined ? [] : [diff];
  });
  return { added: namesOf([...to], from), removed: namesOf([...from], to), changed };
}

/** Undefined where the two are alike. */
function diffDefinition(from: ObjectDefinition, to: ObjectDefinition): DefinitionDiff | undefined {
  const common = [...from.attributes.values()].flatMap((attribute): [Attribute, Attribute][] => {
    const other = to.attributes.get(attribute.name);
    return other === undefined ? [] : [[attribute, other]];
  });
  const diff = {
    ...(from.name === to.name ? {} : { renamedTo: to.name }),
    added: [...to.attributes.keys()].filter((name) => !from.attributes.has(name)),
    removed: [...from.attributes.keys()].filter((name) => !to.attributes.has(name)),
    changed: common.flatMap(([one, other]) => changesOf(one, other)),
    enums: common.flatMap(([one, other]) => enumChangesOf(one, other)),
    ...(isDeepStrictEqual(from.constraints, to.constraints)
      ? {}
      : { constraints: { from: from.constraints, to: to.constraints } }),
    ...(from.deprecated === to.deprecated || to.deprecated === undefined ? {} : { deprecated: to.deprecated }),
  };
  const { added, removed, changed, enums, ...rest } = diff;
  const isAlike =
    Object.keys(rest).length === 0 && [added, removed, changed, enums].every(({ length }) => length === 0);
  return isAlike ? undefined : { name: from.name, ...uidOf(from), ...diff };
}

function uidOf(definition: ObjectDefinition): { readonly uid?: number } {
  return 'uid' in definition && typeof definition.uid === 'number' ? { uid: definition.uid } : {};
}

function changesOf(from: Attribute, to: Attribute): readonly AttributeChange[] {
  const aspects = ['isArray', 'requirement', 'profiles', 'sibling', 'observable', 'deprecated', 'caption'] as const;
  const pairs: readonly [AttributeChange['aspect'], unknown, unknown][] = [
    ['type', from.objectType ?? from.type, to.objectType ?? to.type],
    ...aspects.map((aspect): [AttributeChange['aspect'], unknown, unknown] => [aspect, from[aspect], to[aspect]]),
  ];
  return pairs
    .filter(([, one, other]) => !isDeepStrictEqual(one, other))
    .map(([aspect, one, other]) => ({ name: from.name, aspect, from: one, to: other }));
}

function enumChangesOf(from: Attribute, to: Attribute): readonly EnumChange[] {
  const one = captionsOf(from);
  const other = captionsOf(to);
  const added = Object.fromEntries([...other].filter(([id]) => !one.has(id)));
  const removed = Object.fromEntries([...one].filter(([id]) => !other.has(id)));
  const renamed = Object.fromEntries(
    [...one].flatMap(([id, caption]) => {
      const now = other.get(id);
      return now === undefined || now === caption ? [] : [[id, { from: caption, to: now }]];
    }),
  );
  const isAlike = [added, removed, renamed].every((ids) => Object.keys(ids).length === 0);
  return isAlike ? [] : [{ name: from.name, added, removed, renamed }];
}

function captionsOf(attribute: Attribute): ReadonlyMap<string, string> {
  return new Map([...(attribute.enum ?? [])].map(([id, { caption }]) => [id, caption]));
}
