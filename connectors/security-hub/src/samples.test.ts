import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRejection, isSkip, type MapResult } from '@sluice/connector';
import { createCompleter, createValidator, formatFinding, loadCatalogue } from '@sluice/ocsf';
import { expect, test } from 'vitest';
import { emits } from './finding/columns.ts';
import { createRecordMapper } from './map.ts';

const mapRecord = createRecordMapper();

/** Real findings that stand beside the repository where it is developed; they are not part of it. */
const samples = join(import.meta.dirname, '../../../../shared/samples/aws/securityhub-asff');
const paths = globSync(join(samples, '**/*.json'));

type Event = Record<string, unknown>;

function eventsOf(result: MapResult): readonly Event[] {
  if (isRejection(result) || isSkip(result)) throw new Error(JSON.stringify(result));
  return [result].flat().map((event) => structuredClone<Event>(event));
}

const catalogue = loadCatalogue('1.3.0');
const checks = new Map(
  emits.map(({ class: name, profiles }) => {
    const classUid = catalogue.classes.get(name)?.uid ?? -1;
    const options = { classUid, profiles };
    return [classUid, { complete: createCompleter(catalogue, options), validate: createValidator(catalogue, options) }];
  }),
);

test.skipIf(!existsSync(samples)).each(paths)(
  'the real finding %s is valid OCSF of the class that it is about (needs ../shared)',
  (path) => {
    for (const event of eventsOf(mapRecord(JSON.parse(readFileSync(path, 'utf8'))))) {
      const check = checks.get(Number(event['class_uid']));
      check?.complete(event);
      expect(check?.validate(event).map(formatFinding)).toEqual([]);
      expect(event['class_name']).toBe('Compliance Finding');
      expect(event['type_uid']).toBeGreaterThan(200_300);
    }
  },
);
