import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRejection, isSkip, type MapContext } from '@sluice/connector';
import { createEventFinisher } from '@sluice/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connector } from './index.ts';
import { findings } from './streams/findings/stream.ts';

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A finding that is OCSF already is taken at its word: the pipeline rejects what breaks its rules. */
const paths = globSync(join(import.meta.dirname, 'streams/findings/fixtures/*.json')).filter(
  (path) => !path.endsWith('.ocsf.json') && !path.endsWith('ocsf-finding.json'),
);
const records = paths.map((path): unknown => JSON.parse(readFileSync(path, 'utf8')));

/** How a value may look elsewhere: gone, empty, of another type, of another meaning. */
const changes: readonly ((value: unknown) => unknown)[] = [
  () => undefined,
  () => '',
  () => null,
  () => '0',
  () => -1,
  () => 4_294_967_296,
  () => 'x'.repeat(70_000),
  () => [],
  () => [''],
  () => ({}),
  () => ({ nested: [{ deep: true }] }),
  (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : String(value)),
  (value) => [value, value],
];

interface Change {
  readonly steps: readonly number[];
  readonly how: (value: unknown) => unknown;
}

const change = fc.record({
  steps: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom(...changes),
});

/** Changes one value, as deep as the steps lead. */
function changed(value: unknown, { steps: [step, ...further], how }: Change): unknown {
  if (step === undefined) return how(value);
  if (Array.isArray(value) && value.length > 0)
    return value.map((item: unknown, at) =>
      at === step % value.length ? changed(item, { steps: further, how }) : item,
    );
  if (!isObject(value)) return how(value);
  const names = Object.keys(value);
  const name = names[step % names.length];
  return name === undefined ? value : { ...value, [name]: changed(value[name], { steps: further, how }) };
}

const context: MapContext<never> = {
  config: undefined as never,
  receivedAt: 1_768_471_200_000,
  origin: { transport: 'sqs' },
};

test('a finding without some of its fields, or with other values in them, is valid or rejected', () => {
  const finish = createEventFinisher(connector, findings);
  fc.assert(
    fc.property(fc.constantFrom(...records), fc.array(change, { maxLength: 8 }), (record, plan) => {
      const text = JSON.stringify(plan.reduce<unknown>(changed, record));
      const result = findings.map(text === undefined ? null : JSON.parse(text), context);
      if (isRejection(result) || isSkip(result)) return;
      for (const event of [result].flat()) expect(finish({ ...event }, 1)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});
