import type { Catalogue } from '../catalogue.ts';
import { noAcceptance } from './acceptance.ts';
import { type CompleterOptions, createCompletion } from './create-completion.ts';
import { CompleterCode } from './generate.ts';
import { type CompletionNotes, notesOf } from './notes.ts';

/** Fills in, in place, what follows from what an event says. Never throws, never overwrites. */
export type Completer = (event: Record<string, unknown>) => CompletionNotes;

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
  const complete = createCompletion(catalogue, options, new CompleterCode(catalogue, noAcceptance));
  return (event) => notesOf(complete(event));
}
