import { loadCatalogue, releases, type Attribute, type Catalogue, type Release } from '@sluice/ocsf';
import { columnSchema, type ColumnSchema } from '../../src/index.ts';

export interface OcsfClass {
  readonly release: Release;
  readonly uid: number;
  readonly name: string;
}

/** Every class of every release. */
export function allClasses(): readonly OcsfClass[] {
  return releases.flatMap((release) =>
    [...loadCatalogue(release).classesByUid].map(([uid, { name }]) => ({ release, uid, name })),
  );
}

const maxDepth = 4;
const maxColumns = 120;

/**
 * A schema of a class: its base columns and, of all attributes with any profile, those that `chance` (0 to 1, called once
 * for each object on the way) picks, four levels deep.
 */
export function classSchema({ release, uid }: OcsfClass, chance: () => number): ColumnSchema {
  const catalogue = loadCatalogue(release);
  const profiles = profilesOf(catalogue, uid);
  const bare = columnSchema(catalogue, { classUid: uid, profiles, columns: [] });
  const base = new Set(bare.columns.map(({ name }) => name));
  const columns: string[] = [];
  const walk = (attributes: ReadonlyMap<string, Attribute>, prefix: string, depth: number): void => {
    for (const attribute of attributes.values()) {
      if (depth === 1 && base.has(attribute.name)) continue;
      const path = prefix + attribute.name;
      const within = attribute.objectType === undefined ? undefined : catalogue.objects.get(attribute.objectType);
      const picked = chance();
      if (within !== undefined && within.attributes.size > 0 && depth < maxDepth && picked < 0.4) {
        walk(within.attributes, `${path}${attribute.isArray ? '[]' : ''}.`, depth + 1);
      } else if (picked > 0.5) columns.push(path);
    }
  };
  walk(catalogue.classesByUid.get(uid)?.attributes ?? new Map<string, Attribute>(), '', 1);
  return columnSchema(catalogue, { classUid: uid, profiles, columns: columns.slice(0, maxColumns) });
}

function profilesOf(catalogue: Catalogue, uid: number): readonly string[] {
  const definitions = [catalogue.classesByUid.get(uid), ...catalogue.objects.values()];
  const profiles = definitions.flatMap((one) => [...(one?.attributes.values() ?? [])].flatMap((a) => a.profiles ?? []));
  return [...new Set(profiles)];
}
