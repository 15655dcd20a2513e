import { checkedProfiles } from '../active-attributes.ts';
import type { Catalogue, ClassDefinition } from '../catalogue.ts';
import { classOf } from '../class-of.ts';
import { maxObservables as defaultMaxObservables } from '../limits.ts';
import { type CompletedObservable, Completion } from './completion.ts';
import { generateCompleter } from './generate.ts';
import { type CompletionNotes, nothingToNote } from './notes.ts';
import { pathObservables } from './path-observables.ts';
import { PathNode } from './path-node.ts';

/** Fills in, in place, what follows from what an event says. Never throws, never overwrites. */
export type Completer = (event: Record<string, unknown>) => CompletionNotes;

export interface CompleterOptions {
  readonly classUid: number;
  readonly profiles: readonly string[];
  /** How many observables are added at most; 0 for none. Default 64. */
  readonly maxObservables?: number;
}

/**
 * A completer compiled for one class and set of profiles. It fills in:
 *
 * - uid and name of class, category and type;
 * - enum captions from ids, and ids from captions (any case; a caption that is none means 99 Other);
 * - with the profile `datetime`, `X_dt` from `X` and `X` from `X_dt`;
 * - observables, by the catalogue's own rules; those that are there stay;
 * - 0 Unknown for required enum ids that were not said, also within objects that are there. These are noted.
 *
 * Throws `class_unknown` or `profile_unknown` when it is made.
 *
 * @example
 * const complete = createCompleter(loadCatalogue('1.3.0'), { classUid: 3002, profiles: [] });
 * const event = { class_uid: 3002, activity_id: 1, severity_id: 1, time: 1, metadata, user };
 * complete(event).unknownIds; // []
 * event.type_uid; // 300201
 */
export function createCompleter(catalogue: Catalogue, options: CompleterOptions): Completer {
  const definition = classOf(catalogue, options.classUid);
  const profiles = checkedProfiles(catalogue, options.profiles);
  const maxObservables = options.maxObservables ?? defaultMaxObservables;
  const completeObject = generateCompleter(catalogue, definition, { profiles, observables: maxObservables > 0 });
  const completion = new Completion(maxObservables);
  const addPathObservables = maxObservables > 0 ? pathObservables(definition, catalogue.observableTypes) : undefined;
  const root = new PathNode('', { kept: 0 });
  const types = new Map(
    [...(definition.attributes.get('type_uid')?.enum ?? [])].map(([id, { caption }]) => [Number(id), caption]),
  );
  return (event) => {
    completion.reset();
    completeObject(event, completion, root, 0);
    addPathObservables?.(event, completion);
    identify(event, definition, types);
    if (completion.observables.length > 0) addObservables(event, completion.observables);
    return completion.unknownIds === undefined ? nothingToNote : { unknownIds: completion.unknownIds };
  };
}

function identify(
  event: Record<string, unknown>,
  definition: ClassDefinition,
  types: ReadonlyMap<unknown, string>,
): void {
  event['class_uid'] ??= definition.uid;
  event['class_name'] ??= definition.caption;
  event['category_uid'] ??= definition.categoryUid;
  event['category_name'] ??= definition.categoryName;
  const activityId = event['activity_id'];
  event['type_uid'] ??= definition.uid * 100 + (isWholeNumber(activityId) ? Number(activityId) : 0);
  const typeName = types.get(Number(event['type_uid']));
  if (typeName !== undefined) event['type_name'] ??= typeName;
}

function isWholeNumber(value: unknown): boolean {
  return typeof value === 'bigint' || Number.isInteger(value);
}

function addObservables(event: Record<string, unknown>, added: readonly CompletedObservable[]): void {
  const existing = event['observables'];
  if (existing === undefined || existing === null) {
    event['observables'] = added;
  } else if (Array.isArray(existing)) {
    const names = new Set(existing.map(nameOf));
    event['observables'] = [...existing, ...added.filter(({ name }) => !names.has(name))];
  }
}

function nameOf(observable: unknown): unknown {
  return typeof observable === 'object' && observable !== null && 'name' in observable ? observable.name : undefined;
}
