import { OcsfError } from '../errors.ts';
import { mergeAttributes, unionOf } from './merge-attribute.ts';
import type { SourceItem } from './source.ts';

/** Applies an extension's patches to the items they extend. */
export function applyPatches(items: ReadonlyMap<string, SourceItem>, patches: readonly SourceItem[]): void {
  for (const patch of patches) {
    const base = items.get(patch.extends ?? '');
    if (base === undefined) {
      throw new OcsfError('schema_invalid', `${patch.path} patches "${patch.extends}", which is not defined.`);
    }
    if (base.extension !== undefined && base.extension !== patch.extension) {
      throw new OcsfError(
        'schema_invalid',
        `${patch.path} patches "${patch.extends}" of extension "${base.extension}"; only what the schema itself defines can be patched.`,
      );
    }
    applyPatch(base, patch);
  }
}

function applyPatch(base: SourceItem, patch: SourceItem): void {
  const profiles = unionOf(base.profiles, patch.profiles);
  if (profiles.length > 0) base.profiles = profiles;
  mergeAttributes(base.attributes, patch.attributes);
  if (patch.observable !== undefined) base.observable = patch.observable;
  if (patch.observables !== undefined) base.observables = patch.observables;
  if (patch.constraints !== undefined) base.constraints = patch.constraints;
}
