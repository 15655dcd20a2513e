import { Ajv, type ValidateFunction } from 'ajv';
import {
  type Catalogue,
  createCompleter,
  createCompletingValidator,
  createValidator,
  type Completer,
  type CompletingValidator,
  type Validator,
} from '@sluice/ocsf';
import { columnSchema, type ColumnSchema, moveUndeclared, sluiceEncoder } from '@sluice/parquet';
import { declaredColumns } from './declared-columns.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { Case } from './typical-events.ts';

type Event = Record<string, unknown>;

const eventsPerRound = 8_000;
/** Events that go through a stage together; few enough to stay in cache, as in the pipeline. */
const batchSize = 256;

/** CPU microseconds for each event, of all threads of the process. */
export interface Times {
  readonly parse: number;
  readonly complete: number;
  readonly validate: number;
  /** Both in one. */
  readonly conform: number;
  readonly encode: number;
  readonly ajv: number;
}

export interface Prepared {
  readonly name: string;
  readonly leaves: { readonly mapped: number; readonly complete: number };
  readonly texts: readonly string[];
  readonly complete: Completer;
  readonly validate: Validator;
  readonly conform: CompletingValidator;
  readonly ajv: ValidateFunction;
  readonly schema: ColumnSchema;
}

/** Throws where the events of a case are not valid, for us or for Ajv, or have columns that were not declared. */
export function prepare(catalogue: Catalogue, { name, classUid, profiles, make }: Case): Prepared {
  const options = { classUid, profiles };
  const definition = catalogue.classesByUid.get(classUid)!;
  const conform = createCompletingValidator(catalogue, options);
  const ajv = new Ajv({ strict: false, unicodeRegExp: false }).compile(jsonSchemaOf(catalogue, definition, profiles));
  const sample = make(0);
  const mapped = leavesOf(sample);
  const { findings } = conform(sample);
  const columns = declaredColumns(catalogue, definition, sample);
  const schema = columnSchema(catalogue, { ...options, columns });
  const isDeclared = moveUndeclared(schema)(structuredClone(sample)) === 0;
  if (findings.length > 0 || !ajv(sample) || !isDeclared) throw new Error(`${name}: the sample is not as it should be`);
  return {
    name,
    leaves: { mapped, complete: leavesOf(sample) },
    texts: Array.from({ length: eventsPerRound }, (_, index) => JSON.stringify(make(index))),
    complete: createCompleter(catalogue, options),
    validate: createValidator(catalogue, options),
    conform,
    ajv,
    schema,
  };
}

function leavesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + leavesOf(item), 0);
}

/** Does everything once. What a stage leaves behind is garbage of that stage as long as it is collected within it. */
export async function play(prepared: Prepared): Promise<Times> {
  const spent = { parse: 0, complete: 0, validate: 0, conform: 0, encode: 0, ajv: 0 };
  const { texts, complete, validate, conform, ajv } = prepared;
  const writer = sluiceEncoder.open(prepared.schema);
  const timed = <Result>(stage: keyof Times, work: () => Result): Result => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    spent[stage] += (user + system) / eventsPerRound;
    return result;
  };
  for (let from = 0; from < texts.length; from += batchSize) {
    const batch = texts.slice(from, from + batchSize);
    const one = timed('parse', () => batch.map((text) => JSON.parse(text) as Event));
    const other = batch.map((text) => JSON.parse(text) as Event);
    timed('complete', () => other.forEach((event) => complete(event)));
    timed('validate', () => other.forEach((event) => validate(event)));
    timed('conform', () => one.forEach((event) => conform(event)));
    timed('ajv', () => other.forEach((event) => ajv(event)));
    timed('encode', () => one.forEach((event) => writer.append(event)));
  }
  const before = process.cpuUsage();
  await writer.finish();
  const { user, system } = process.cpuUsage(before);
  spent.encode += (user + system) / eventsPerRound;
  return spent;
}
