import type { Catalogue, ClassDefinition } from '../catalogue.ts';
import { checkedProfiles } from '../active-attributes.ts';
import { isObject, type JsonRecord } from '../json-object.ts';
import { classOf } from '../class-of.ts';
import type { Finding } from './finding.ts';
import { type NumberKinds, numberKinds } from './numbers.ts';
import { Report } from './report.ts';
import { type ClassValidator, createClassValidator, metadataOf, statesProfiles } from './validator.ts';

/** All that is wrong with an event; the same frozen empty list whenever there is nothing. Never throws for JSON. */
export type Validator = (event: unknown) => readonly Finding[];

export interface ValidatorOptions extends EventValidatorOptions {
  /** The class whose events these usually are. An event of another is validated by that. */
  readonly classUid: number;
  /** The profiles that they usually have. An event that states others is validated by those. */
  readonly profiles: readonly string[];
}

export interface EventValidatorOptions {
  /** Whether a missing recommended attribute is a warning. Default false. */
  readonly recommended?: boolean;
  /** Whether events come from `parseExact`, where whole numbers are bigints. Default false. */
  readonly exactNumbers?: boolean;
}

/** Validators for combinations of class and profiles that are kept. An event can state any combination. */
const maxKept = 128;

/**
 * A validator compiled for one class and set of profiles: what the schema server's validation says, by the same codes,
 * severities and paths. Making one takes some milliseconds, using it some hundred nanoseconds. Throws `class_unknown`
 * or `profile_unknown`.
 *
 * @example
 * const validate = createValidator(loadCatalogue('1.3.0'), { classUid: 3002, profiles: ['cloud'] });
 * const findings = validate(event);
 */
export function createValidator(catalogue: Catalogue, options: ValidatorOptions): Validator {
  const definition = classOf(catalogue, options.classUid);
  const profiles = checkedProfiles(catalogue, options.profiles);
  const others = new ValidatorCache(catalogue, options);
  const usual = others.get(definition, [...profiles]);
  const report = new Report();
  const kinds = numberKinds(options.exactNumbers ?? false);
  return (event) => {
    report.reset();
    if (!hasClass(event, report, kinds)) return report.findings;
    const isUsual = event['class_uid'] === options.classUid || !catalogue.classesByUid.has(Number(event['class_uid']));
    if (isUsual && statesProfiles(event, usual.profiles)) {
      return event['class_uid'] === options.classUid ? usual.validate(event, report) : unknownClass(event, report);
    }
    return validateByStatement(event, catalogue, others, report);
  };
}

/**
 * A validator for events of all classes, each by its own `class_uid` and `metadata.profiles`. What it compiled it
 * keeps, within bounds.
 */
export function createEventValidator(catalogue: Catalogue, options: EventValidatorOptions = {}): Validator {
  const cache = new ValidatorCache(catalogue, options);
  const report = new Report();
  const kinds = numberKinds(options.exactNumbers ?? false);
  return (event) => {
    report.reset();
    if (!hasClass(event, report, kinds)) return report.findings;
    return validateByStatement(event, catalogue, cache, report);
  };
}

/** Validates one event. For many, keep the validator of `createEventValidator`. */
export function validate(
  event: unknown,
  catalogue: Catalogue,
  options: EventValidatorOptions = {},
): readonly Finding[] {
  return createEventValidator(catalogue, options)(event);
}

function validateByStatement(
  event: JsonRecord,
  catalogue: Catalogue,
  cache: ValidatorCache,
  report: Report,
): readonly Finding[] {
  const definition = catalogue.classesByUid.get(Number(event['class_uid']));
  if (definition === undefined) return unknownClass(event, report);
  const profiles = metadataOf(event)?.['profiles'];
  const stated = Array.isArray(profiles) ? profiles : [];
  for (const [index, profile] of stated.entries()) {
    if (typeof profile !== 'string' || catalogue.profiles.has(profile)) continue;
    const n = report.atElement(report.at(0, 'metadata'), 'profiles', index);
    report.add(n, 'profile_unknown', profile, () => [...catalogue.profiles].join(', '));
  }
  return cache.get(definition, stated).validate(event, report);
}

/** Whether validation can go on: the event is an object with a whole number as its class. */
function hasClass(event: unknown, report: Report, kinds: NumberKinds): event is JsonRecord {
  if (!isObject(event)) {
    report.add(0, 'attribute_wrong_type', event ?? null, 'an event (object)');
    return false;
  }
  const classUid = event['class_uid'];
  if (classUid === undefined)
    report.add(report.at(0, 'class_uid'), 'attribute_required_missing', undefined, 'integer_t');
  else if (!kinds.isInteger(classUid))
    report.add(report.at(0, 'class_uid'), 'attribute_wrong_type', classUid, 'integer_t');
  else return true;
  return false;
}

function unknownClass(event: JsonRecord, report: Report): readonly Finding[] {
  report.add(report.at(0, 'class_uid'), 'class_uid_unknown', event['class_uid'], undefined);
  return report.findings;
}

/** Compiled validators by class and profiles, the ones used longest ago dropped first. */
class ValidatorCache {
  readonly #catalogue: Catalogue;
  readonly #options: Required<EventValidatorOptions>;
  readonly #kept = new Map<string, ClassValidator>();

  constructor(catalogue: Catalogue, options: EventValidatorOptions) {
    this.#catalogue = catalogue;
    this.#options = { recommended: options.recommended ?? false, exactNumbers: options.exactNumbers ?? false };
  }

  get(definition: ClassDefinition, stated: readonly unknown[]): ClassValidator {
    const profiles = [...this.#catalogue.profiles].filter((profile) => stated.includes(profile));
    const key = `${definition.uid} ${profiles.join(' ')}`;
    let validator = this.#kept.get(key);
    if (validator === undefined) {
      const options = { ...this.#options, definition, profiles: new Set(profiles) };
      validator = createClassValidator(this.#catalogue, options);
    } else this.#kept.delete(key);
    this.#kept.set(key, validator);
    if (this.#kept.size > maxKept) this.#kept.delete([...this.#kept.keys()][0]!);
    return validator;
  }
}
