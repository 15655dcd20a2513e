import { isRejection, isSkip } from '@sluice/connector';
import { loadCatalogue } from '@sluice/ocsf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadMapping, type Mapping } from '../index.ts';
import { context, createConform } from './conform.ts';
import { condition, generatedMapping, generatedRecord } from './generate-mapping.ts';

const catalogue = loadCatalogue('1.3.0');

/** `MAPPING_RUNS=10000 MAPPING_SEED=7` for a long run, or to repeat one. */
const { MAPPING_RUNS: wantedRuns, MAPPING_SEED: wantedSeed } = process.env;
const runs = { numRuns: Number(wantedRuns ?? 150), ...(wantedSeed === undefined ? {} : { seed: Number(wantedSeed) }) };

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
        for (const event of [result].flat()) {
          count.events++;
          expect(conform(event)).toEqual([]);
        }
      }
    }),
    { ...runs, interruptAfterTimeLimit: 1_000_000 },
  );
  if (wantedRuns !== undefined) process.stdout.write(`${JSON.stringify({ ...runs, ...count })}\n`);
  // The property would be empty if all were refused.
  expect(count.accepted).toBeGreaterThan(count.refused / 4);
  expect(count.events).toBeGreaterThan(count.accepted);
}, 1_200_000);

/** Rules as data, which stand alone in a document or beside others. */
const generatedRule = fc
  .tuple(fc.array(condition, { maxLength: 2 }), fc.constantFrom('one', 'two', 3, true, ['one', 'two', '3']))
  .map(([conditions, kind]) => ({ all: [...conditions, { '$.a': kind }] }));

test('the rule that applies is the first that would apply alone', () => {
  const chosen = { rules: 0, none: 0 };
  const rules = fc.array(fc.oneof({ weight: 4, arbitrary: generatedRule }, { weight: 1, arbitrary: condition }), {
    minLength: 5,
    maxLength: 9,
  });
  const records = fc.array(
    fc.tuple(generatedRecord, fc.constantFrom('one', 'two', '3', 3, true, 'true', 'none')).map(withKind),
    { minLength: 12, maxLength: 12 },
  );
  fc.assert(
    fc.property(rules, fc.nat(3), records, (conditions, nested, values) => {
      const together = [
        ...conditions.slice(0, nested).map(ruleOf),
        { when: '$.a', rules: conditions.slice(nested).map((when, index) => ruleOf(when, index + nested)) },
      ];
      const all = loaded(together);
      const alone = conditions.map((when, index) => loaded([{ when: { all: ['$.a', when] }, ...skipOf(index) }]));
      if (all === undefined || alone.includes(undefined)) return;
      for (const value of values) {
        const first = alone.findIndex((mapping) => !isRejection(mapping!.map(value, context)));
        const expected = first === -1 ? { reject: 'no_rule_applies' } : skipOf(first);
        expect(all.map(value, context)).toMatchObject(expected);
        chosen[first === -1 ? 'none' : 'rules']++;
      }
    }),
    runs,
  );
  expect(Math.min(chosen.rules, chosen.none)).toBeGreaterThan(50);
}, 1_200_000);

function skipOf(index: number): { readonly skip: string } {
  return { skip: `rule_${index}` };
}

function ruleOf(when: unknown, index: number): object {
  return { when: { all: ['$.a', when] }, ...skipOf(index) };
}

function withKind([record, kind]: readonly [unknown, unknown]): unknown {
  return typeof record === 'object' && record !== null && !Array.isArray(record) ? { ...record, a: kind } : record;
}

function loaded(rules: readonly object[]): Mapping | undefined {
  const text = JSON.stringify({ version: 1, format: 'json', rules });
  return loadMapping(text, { file: 'generated', catalogue }).mapping;
}
