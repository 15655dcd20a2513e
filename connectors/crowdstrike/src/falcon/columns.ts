/** Columns of objects that events of all streams hold, in the order that they have in every lake: never another. */

export function fileAt(path: string): readonly string[] {
  return ['name', 'path', 'parent_folder', 'ext', 'type_id', 'type'].map((name) => `${path}.${name}`);
}

export function hashesAt(path: string): readonly string[] {
  return ['algorithm_id', 'algorithm', 'value'].map((name) => `${path}.hashes[].${name}`);
}

export function userAt(path: string): readonly string[] {
  return ['uid', 'name', 'domain', 'type_id', 'type'].map((name) => `${path}.${name}`);
}
