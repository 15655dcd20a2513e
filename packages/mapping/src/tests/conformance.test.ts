import { isRejection, isSkip, type MappedEvent } from '@sluice/connector';
import { loadCatalogue } from '@sluice/ocsf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadMapping } from '../index.ts';
import { context, createConform } from './conform.ts';
import { generatedMapping, generatedRecord } from './generate-mapping.ts';

const catalogue = loadCatalogue('1.3.0');

function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

test('no accepted mapping makes an event that the validator rejects, whatever the record', () => {
  const count = { accepted: 0, refused: 0, events: 0 };
  const records = fc.array(generatedRecord, { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(generatedMapping, records, (text, values) => {
      const { mapping } = loadMapping(text, { file: 'generated', catalogue });
      if (mapping === undefined) {
        count.refused++;
        return;
      }
      count.accepted++;
      const conform = createConform(catalogue, mapping.emits);
      for (const value of values) {
        const result = mapping.map(frozen(value), context);
        expect(mapping.map(value, context)).toEqual(result);
        if (isRejection(result) || isSkip(result)) continue;
        count.events++;
        expect(conform(result as MappedEvent)).toEqual([]);
      }
    }),
    { numRuns: Number(process.env['MAPPING_RUNS'] ?? 150), interruptAfterTimeLimit: 100_000 },
  );
  // The property would be empty if all were refused.
  expect(count.accepted).toBeGreaterThan(count.refused / 4);
  expect(count.events).toBeGreaterThan(count.accepted);
}, 120_000);
