import { checkedProfiles } from '../active-attributes.ts';
import type { Catalogue } from '../catalogue.ts';
import { classOf } from '../class-of.ts';
import { noAcceptance } from '../complete/acceptance.ts';
import { type CompleterOptions, createCompletion } from '../complete/create-completion.ts';
import { CompleterCode } from '../complete/generate.ts';
import { type CompletionNotes, notesOf, nothingToNote } from '../complete/notes.ts';
import { createValidator, type ValidatorOptions } from '../validate/create-validator.ts';
import type { Finding } from '../validate/finding.ts';
import { metadataOf, statesProfiles } from '../validate/validator.ts';
import { isAcceptable } from './is-acceptable.ts';
import { acceptanceOf } from './object-acceptance.ts';

/** Completes an event in place, and says what had to be assumed in it and what is wrong with it then. */
export type CompletingValidator = (event: Record<string, unknown>) => CompletionVerdict;

export interface CompletionVerdict extends CompletionNotes {
  readonly findings: readonly Finding[];
}

export interface CompletingValidatorOptions extends CompleterOptions, ValidatorOptions {}

/** Shared by all events about which there is nothing to say. */
const clean: CompletionVerdict = Object.freeze({ ...nothingToNote, findings: Object.freeze([]) });

/** Makes completing validators. Throws `class_unknown` or `profile_unknown`. */
export type CompletingValidatorMaker = (options: CompletingValidatorOptions) => CompletingValidator;

/**
 * Does what `createCompleter` and then `createValidator` do, with the same event and the same findings, in about half
 * the time: while it completes an event it sees whether there can be anything to find, and only then looks again.
 * Throws `class_unknown` or `profile_unknown` when it is made. For several classes, see `completingValidators`.
 *
 * @example
 * const conform = createCompletingValidator(loadCatalogue('1.3.0'), { classUid: 3002, profiles: [] });
 * const { findings, unknownIds } = conform(event); // the event is complete now
 */
export function createCompletingValidator(
  catalogue: Catalogue,
  options: CompletingValidatorOptions,
): CompletingValidator {
  return completingValidators(catalogue)(options);
}

/**
 * What makes completing validators of several classes, which share the code for the objects that they have in common.
 *
 * @example
 * const createFor = completingValidators(loadCatalogue('1.3.0'));
 * const [logon, process] = [3002, 1007].map((classUid) => createFor({ classUid, profiles: [] }));
 */
export function completingValidators(catalogue: Catalogue): CompletingValidatorMaker {
  const accepting = new CompleterCode(catalogue, acceptanceOf(catalogue));
  const completing = new CompleterCode(catalogue, noAcceptance);
  return (options) => createFrom(catalogue, options, { accepting, completing });
}

interface SharedCode {
  readonly accepting: CompleterCode;
  readonly completing: CompleterCode;
}

function createFrom(catalogue: Catalogue, options: CompletingValidatorOptions, code: SharedCode): CompletingValidator {
  const definition = classOf(catalogue, options.classUid);
  const profiles = checkedProfiles(catalogue, options.profiles);
  const validate = createValidator(catalogue, options);
  const isPlain = options.recommended !== true && options.exactNumbers !== true;
  const accepts = isPlain && isAcceptable(catalogue, definition, profiles);
  const complete = createCompletion(catalogue, options, accepts ? code.accepting : code.completing);
  const stated = [...profiles];
  return (event) => {
    const metadata = metadataOf(event);
    // What is not completion's own was not looked at on the way.
    const isUsual = accepts && (event['observables'] ?? null) === null && statesProfiles(event, stated);
    const completion = complete(event);
    const isClean = isUsual && metadata?.['version'] === catalogue.release && completion.isAccepted;
    if (isClean)
      return completion.unknownIds === undefined ? clean : { ...notesOf(completion), findings: clean.findings };
    return { ...notesOf(completion), findings: validate(event) };
  };
}
