import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRejection, isSkip, type MapContext } from '@sluice/connector';
import { createEventFinisher } from '@sluice/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connector } from '../index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The records of all golden cases of a stream that are JSON objects. */
function recordsOf(folder: string): readonly Fields[] {
  const fixtures = join(import.meta.dirname, folder, 'fixtures');
  const files = readdirSync(fixtures).filter((file) => file.endsWith('.log'));
  const lines = files.flatMap((file) => readFileSync(join(fixtures, file), 'utf8').trim().split('\n'));
  return lines.map((line): unknown => JSON.parse(line)).filter(isObject);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
  () => ({ nested: [{ deep: true }] }),
  (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : String(value)),
  (value) => `${String(value)} `,
  (value) => [value, value],
];

const change = fc.record({ at: fc.nat(), how: fc.constantFrom(...changes), isAll: fc.boolean() });

function changed(
  value: unknown,
  { at, how, isAll }: { at: number; how: (value: unknown) => unknown; isAll: boolean },
): unknown {
  if (!isObject(value)) return how(value);
  const names = Object.keys(value);
  if (names.length === 0) return value;
  const chosen = names[at % names.length] ?? '';
  const inner = value[chosen];
  const isInner = isObject(inner) && isAll;
  const next = isInner ? changed(inner, { at: Math.floor(at / names.length), how, isAll: false }) : how(inner);
  return { ...value, [chosen]: next };
}

const context: MapContext<unknown> = {
  config: {},
  receivedAt: 1_768_471_200_000,
  origin: { transport: 's3', path: 's3://cs-prod-example/data/part-00000.gz' },
};

test.each([
  ['fdr', 'fdr'],
  ['alerts', 'alerts'],
  ['event_streams', 'event-streams'],
])('%s: a record without some of its fields, or with other values in them, is valid or rejected', (name, folder) => {
  const stream = connector.streams.find((candidate) => candidate.name === name);
  if (stream === undefined) throw new Error(`no stream ${name}`);
  const finish = createEventFinisher(connector, stream);
  fc.assert(
    fc.property(fc.constantFrom(...recordsOf(folder)), fc.array(change, { maxLength: 8 }), (record, plan) => {
      const other: unknown = JSON.parse(JSON.stringify(plan.reduce<unknown>(changed, record)));
      const result = stream.map(other, context);
      if (isRejection(result) || isSkip(result)) return;
      for (const event of [result].flat()) expect(finish({ ...event }, 1)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
