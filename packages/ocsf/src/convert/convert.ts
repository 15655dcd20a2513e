import type { Catalogue } from '../catalogue.ts';
import { OcsfError } from '../errors.ts';
import { copyOfJson, isObject } from '../json-object.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { isRelease, type Release } from '../releases.ts';
import { createEventValidator, type Validator } from '../validate/create-validator.ts';
import type { Conversion } from './conversion.ts';
import { Repair } from './repair.ts';

/** Rounds of looking and repairing: each repair can only lay open what was below or around it. */
const maxRounds = 64;

export type Converter = (event: Readonly<Record<string, unknown>>) => Conversion;

/**
 * A converter from one release to another. What the other release does not know goes to `unmapped`, ids that it does
 * not have become 99 Other with their caption, a class that it does not have becomes `base_event`; and all of it is
 * listed. A valid event stays valid.
 *
 * @example
 * const convert = createConverter(loadCatalogue('1.8.0'), loadCatalogue('1.3.0'));
 * const { event, changes } = convert(given);
 */
export function createConverter(from: Catalogue, to: Catalogue): Converter {
  const validate = createEventValidator(to);
  return (given) => {
    const event = copyOfJson(given) as Record<string, unknown>;
    const repair = new Repair(event, from, to);
    repair.identify();
    const remaining = repairAll(event, repair, validate);
    return { event, changes: repair.changes, remaining };
  };
}

/**
 * An event in an earlier release, with the exact list of what was moved or replaced: Security Lake takes 1.3.0 and
 * earlier. The event's own release is that of its `metadata.version`. For many events, keep a `createConverter`.
 *
 * @example
 * const { event, changes } = downlevel(given, '1.3.0');
 */
export function downlevel(event: Readonly<Record<string, unknown>>, release: Release): Conversion {
  return createConverter(loadCatalogue(releaseOf(event)), loadCatalogue(release))(event);
}

/** An event in a later release. It was lossless where `changes` is empty. */
export function uplevel(event: Readonly<Record<string, unknown>>, release: Release): Conversion {
  return createConverter(loadCatalogue(releaseOf(event)), loadCatalogue(release))(event);
}

function repairAll(event: Record<string, unknown>, repair: Repair, validate: Validator): Conversion['remaining'] {
  for (let round = 0; ; round++) {
    const findings = validate(event);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (round === maxRounds || !repair.apply(findings)) return errors;
  }
}

function releaseOf(event: Readonly<Record<string, unknown>>): Release {
  const { metadata } = event;
  const version = isObject(metadata) ? metadata['version'] : undefined;
  if (typeof version === 'string' && isRelease(version)) return version;
  throw new OcsfError(
    'release_unknown',
    'The event does not say its release in metadata.version; use createConverter and say it yourself.',
  );
}
