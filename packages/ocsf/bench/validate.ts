/**
 * Completion and validation beside Ajv's compiled JSON Schema of the same class, on the same events, in one process.
 *
 * node --conditions=source --expose-gc bench/validate.ts
 */
import { Ajv } from 'ajv';
import { createCompleter, createValidator, loadCatalogue } from '../src/index.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { type Case, cases } from './typical-events.ts';

const catalogue = loadCatalogue('1.3.0');
const eventsPerRound = 2_000;
const rounds = 40;

interface Row {
  readonly name: string;
  readonly values: readonly number[];
}

/** Nanoseconds for each event: the median of the rounds. */
function measure(prepare: () => readonly unknown[], work: (item: never) => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const items = prepare();
    const started = process.hrtime.bigint();
    for (const item of items) work(item as never);
    times.push(Number(process.hrtime.bigint() - started) / items.length);
  }
  return times.toSorted((one, other) => one - other)[rounds >> 1]!;
}

function leavesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + leavesOf(item), 0);
}

function run({ name, classUid, profiles, make }: Case): readonly Row[] {
  const definition = catalogue.classesByUid.get(classUid)!;
  const complete = createCompleter(catalogue, { classUid, profiles });
  const completeBare = createCompleter(catalogue, { classUid, profiles, maxObservables: 0 });
  const validate = createValidator(catalogue, { classUid, profiles });
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  const ajvValidate = ajv.compile(jsonSchemaOf(catalogue, definition, profiles));
  const fresh = (): readonly Record<string, unknown>[] =>
    Array.from({ length: eventsPerRound }, (_, index) => make(index));
  const completedBy = (completer: typeof complete) => () =>
    fresh().map((event) => {
      completer(event);
      return event;
    });
  const [sample] = completedBy(complete)();
  const text = JSON.stringify(sample);
  if (validate(sample).length > 0 || !ajvValidate(sample)) throw new Error(`${name}: the sample is not valid`);
  const texts = (): readonly string[] => fresh().map((event) => JSON.stringify(event));
  return [
    { name: `${name}, ${leavesOf(make(0))} leaves mapped`, values: [] },
    { name: '  JSON.parse of what was mapped', values: [measure(texts, (item: string) => JSON.parse(item))] },
    { name: '  complete', values: [measure(fresh, complete)] },
    { name: '  complete without observables', values: [measure(fresh, completeBare)] },
    {
      name: `  completed without observables: validate | Ajv`,
      values: [measure(completedBy(completeBare), validate), measure(completedBy(completeBare), ajvValidate)],
    },
    {
      name: `  completed, ${leavesOf(sample)} leaves, ${text.length} bytes: validate | Ajv`,
      values: [measure(completedBy(complete), validate), measure(completedBy(complete), ajvValidate)],
    },
  ];
}

const measured = cases.flatMap(run);
console.log(`${'ns for each event, median of rounds'.padEnd(72)}ours       Ajv   Ajv / ours`);
for (const { name, values } of measured) {
  const [ours, theirs] = values;
  const numbers = values.map((value) => value.toFixed(0).padStart(8)).join('  ');
  const ratio = ours === undefined || theirs === undefined ? '' : `     ${(theirs / ours).toFixed(2)}`;
  console.log(`${name.padEnd(68)}${numbers}${ratio}`);
}
