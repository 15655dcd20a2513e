import { ApiActivityActivityId, EntityManagementActivityId } from '@sluice/ocsf/1.3.0';

/** What a verb does to what it is about; the ids of Create to Delete are the same for an API and for an entity. */
type Kind = 'create' | 'read' | 'update' | 'delete' | 'enable' | 'disable';

const kinds: readonly (readonly [Kind, readonly string[]])[] = [
  ['create', ['create', 'created', 'add', 'upload', 'grant']],
  ['read', ['get', 'read', 'view', 'list', 'query', 'download', 'export', 'reveal']],
  ['update', ['update', 'updated', 'change', 'modify', 'set', 'edit', 'assign', 'reset', 'perform']],
  ['delete', ['delete', 'deleted', 'remove', 'revoke']],
  ['enable', ['enable', 'activate']],
  ['disable', ['disable', 'deactivate']],
];

const kindOfVerb: ReadonlyMap<string, Kind> = new Map(
  kinds.flatMap(([kind, verbs]) => verbs.map((verb) => [verb, kind] as const)),
);

/** The verb stands first or last in the name of an operation: `updatePolicy`, `update_policy`, `detection_update`. */
function kindOf(operation: string): Kind | undefined {
  const words = operation.slice(0, 256).match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  const [first = ''] = words;
  return kindOfVerb.get(first.toLowerCase()) ?? kindOfVerb.get((words.at(-1) ?? '').toLowerCase());
}

const apiActivities: Readonly<Record<Kind, ApiActivityActivityId>> = {
  create: ApiActivityActivityId.Create,
  read: ApiActivityActivityId.Read,
  update: ApiActivityActivityId.Update,
  delete: ApiActivityActivityId.Delete,
  // An API only creates, reads, updates and deletes: to switch something on or off is to change it.
  enable: ApiActivityActivityId.Update,
  disable: ApiActivityActivityId.Update,
};

export function apiVerb(operation: string): ApiActivityActivityId {
  const kind = kindOf(operation);
  return kind === undefined ? ApiActivityActivityId.Other : apiActivities[kind];
}

const entityActivities: Readonly<Record<Kind, EntityManagementActivityId>> = {
  create: EntityManagementActivityId.Create,
  read: EntityManagementActivityId.Read,
  update: EntityManagementActivityId.Update,
  delete: EntityManagementActivityId.Delete,
  enable: EntityManagementActivityId.Enable,
  disable: EntityManagementActivityId.Disable,
};

export function entityVerb(operation: string): EntityManagementActivityId {
  const kind = kindOf(operation);
  return kind === undefined ? EntityManagementActivityId.Other : entityActivities[kind];
}
