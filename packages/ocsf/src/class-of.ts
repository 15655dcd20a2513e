import type { Catalogue, ClassDefinition } from './catalogue.ts';
import { OcsfError } from './errors.ts';

/** The class with a uid. Throws `class_unknown`. */
export function classOf(catalogue: Catalogue, classUid: number): ClassDefinition {
  const definition = catalogue.classesByUid.get(classUid);
  if (definition !== undefined) return definition;
  throw new OcsfError('class_unknown', `OCSF ${catalogue.release} has no class with the uid ${classUid}.`);
}
