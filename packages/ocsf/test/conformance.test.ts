import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Catalogue } from '../src/catalogue.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { parseExact } from '../src/parse-exact.ts';
import { isRelease } from '../src/releases.ts';
import { createEventValidator, type Validator } from '../src/validate/create-validator.ts';
import { needs, sharedPath } from './reference-data.ts';

const corpus = 'conformance/mutations.ndjson.gz';
const { skip, note } = needs(corpus);

type Verdict = readonly (readonly [severity: string, code: string, path: string, count: number])[];

interface Case {
  readonly id: string;
  readonly schema: string;
  readonly event: unknown;
  readonly toolkit: Verdict;
  /** Absent where the server itself failed. */
  readonly server?: Verdict;
}

function readCases(): readonly { readonly line: string; readonly known: Case }[] {
  const lines = gunzipSync(readFileSync(sharedPath(corpus)))
    .toString('utf8')
    .split('\n');
  return lines.filter((line) => line !== '').map((line) => ({ line, known: JSON.parse(line) }));
}

function verdictOf(validate: Validator, event: unknown): readonly string[] {
  return validate(event)
    .map(({ severity, code, path }) => `${severity.charAt(0).toUpperCase()} ${code} ${path}`)
    .toSorted();
}

function asList(verdict: Verdict): readonly string[] {
  return verdict
    .flatMap(([severity, code, path, count]) => Array.from({ length: count }, () => `${severity} ${code} ${path}`))
    .toSorted();
}

function validators(exactNumbers: boolean): (release: string) => Validator {
  const made = new Map<string, Validator>();
  return (release) => {
    const validator = made.get(release) ?? createEventValidator(catalogueOf(release), { exactNumbers });
    made.set(release, validator);
    return validator;
  };
}

function catalogueOf(release: string): Catalogue {
  if (!isRelease(release)) throw new Error(`The corpus has an unknown release: ${release}`);
  return loadCatalogue(release);
}

test.skipIf(skip)(
  `every event gets the server's verdict, or the toolkit's where the server failed${note}`,
  () => {
    const validatorOf = validators(true);
    for (const { line, known } of readCases()) {
      const parsed = parseExact(line);
      const event = typeof parsed === 'object' && parsed !== null && 'event' in parsed ? parsed.event : undefined;
      const expected = asList(known.server ?? known.toolkit);
      expect({ [known.id]: verdictOf(validatorOf(known.schema), event) }).toEqual({ [known.id]: expected });
    }
  },
  60_000,
);

/** Whether every number of a text is what JavaScript would write for it: 1.0 is not, nor is 2^63. */
function isLossless(line: string): boolean {
  let lossless = true;
  JSON.parse(line, (_, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value === 'number' && context?.source !== undefined) {
      lossless &&= context.source === String(value) && Number.isSafeInteger(Math.trunc(value));
    }
    return value;
  });
  return lossless;
}

test.skipIf(skip)(
  `parsed as usual, events differ only where JavaScript loses what a number was${note}`,
  () => {
    const validatorOf = validators(false);
    const lossless = readCases().filter(({ line }) => isLossless(line));
    for (const { known } of lossless) {
      const ours = verdictOf(validatorOf(known.schema), known.event);
      const missing = asList(known.server ?? known.toolkit).filter((finding) => !ours.includes(finding));
      expect({
        [known.id]: ours.filter((finding) => !asList(known.server ?? known.toolkit).includes(finding)),
      }).toEqual({ [known.id]: [] });
      // A whole number where a float belongs: written 1, and as good as 1.0.
      expect(missing.filter((finding) => !finding.startsWith('E attribute_wrong_type'))).toEqual([]);
    }
    expect(lossless.length).toBeGreaterThan(3_000);
  },
  60_000,
);
