import { deepStrictEqual, fail } from 'node:assert';
import type { Connector, EmittedClass, MapResult, Origin } from '@sluice/connector';
import { isRelease, loadCatalogue, type Catalogue } from '@sluice/ocsf';
import { decodeRecord } from './decode.ts';
import { createEventFinisher, type EventFinisher } from './finish-event.ts';
import { isUpdate } from './is-update.ts';
import { listGoldenCases, readGolden, writeGolden, type GoldenCase } from './golden-files.ts';
import { readBackCheck, type Event, type ReadBackCheck } from './read-back/read-back.ts';
import { mapContext, streamOf } from './stream-under-test.ts';
import type { TestFunction } from './test-function.ts';

export interface GoldenOptions {
  readonly test: TestFunction;
  readonly connector: Connector;
  /** Name of the stream. */
  readonly stream: string;
  /** Folder of the cases; listed, so a new case is a new file. */
  readonly fixtures: string;
  /** What a user would write; parsed with the stream's own schema. */
  readonly config?: unknown;
  readonly origin?: Origin | undefined;
  /** Epoch milliseconds. Default 2026-01-15T12:00:00Z. */
  readonly receivedAt?: number | undefined;
}

const caseTimeoutMs = 20_000;

/**
 * Registers one test for each case of a folder: what the records become, after completion, must be what
 * `<case>.ocsf.json` says, free of errors by OCSF, all of it in the stream's columns, and the same after it was encoded
 * and read back by an implementation of Parquet that is not ours.
 * `UPDATE_GOLDENS=1`, or `--update` of the test runner, writes those files instead, for review as a diff.
 */
export function goldens(options: GoldenOptions): void {
  const cases = listGoldenCases(options.fixtures);
  if (cases.length === 0) throw new Error(`No golden cases in ${options.fixtures}: add <case>.log or <case>.json.`);
  streamOf(options.connector, options.stream);
  const check = goldenCheck(options);
  for (const golden of cases) options.test(golden.name, { timeout: caseTimeoutMs }, () => check(golden));
}

/** Throws where a case of this stream is not as it has to be. */
export function goldenCheck(options: Omit<GoldenOptions, 'test'>): (golden: GoldenCase) => Promise<void> {
  let run: Promise<Run> | undefined;
  return async (golden) => checkGolden(golden, await (run ??= createRun(options)));
}

async function checkGolden(golden: GoldenCase, run: Run): Promise<void> {
  const records = golden.records.map((record) => run.map(record));
  const problems = records.flatMap((record) => record.problems);
  deepStrictEqual(problems, [], `${golden.name} has events that are not as they must be`);
  const found = asJson(records.flatMap(({ results }) => results));
  if (!isUpdate()) {
    const expected = readGolden(golden.goldenPath);
    if (expected === undefined) fail(`${golden.goldenPath} is missing: run with UPDATE_GOLDENS=1 and review it.`);
    deepStrictEqual(found, expected);
  }
  for (const [emitted, events] of eventsByClass(records, run)) await run.readBack(emitted)(events);
  if (isUpdate()) writeGolden(golden.goldenPath, found);
}

/** What one raw record becomes: completed events, or the reason why there is none; and what is wrong with them. */
interface RecordResult {
  readonly results: readonly Event[];
  readonly problems: readonly string[];
}

interface Run {
  readonly catalogue: Catalogue;
  readonly emits: readonly EmittedClass[];
  map(record: Buffer): RecordResult;
  readBack(emitted: EmittedClass): ReadBackCheck;
}

async function createRun(options: Omit<GoldenOptions, 'test'>): Promise<Run> {
  const { connector } = options;
  const stream = streamOf(connector, options.stream);
  const context = await mapContext(stream, options);
  const finish = createEventFinisher(connector, stream);
  if (!isRelease(connector.ocsf)) throw new Error(`${connector.name} is for OCSF ${connector.ocsf}, which is unknown.`);
  const catalogue = loadCatalogue(connector.ocsf);
  const checks = new Map<EmittedClass, ReadBackCheck>();
  return {
    catalogue,
    emits: stream.emits,
    readBack(emitted) {
      const check = checks.get(emitted) ?? readBackCheck(catalogue, emitted);
      checks.set(emitted, check);
      return check;
    },
    map: (record) => finishAll(stream.map(decodeRecord(record, stream.format), context), finish, context.receivedAt),
  };
}

function finishAll(mapped: MapResult, finish: EventFinisher, receivedAt: number): RecordResult {
  const list = Array.isArray(mapped) ? mapped : [mapped];
  const results: Record<string, unknown>[] = list.map((result: object) => ({ ...result }));
  const events = results.filter((result) => 'class_uid' in result);
  return { results, problems: events.flatMap((event) => finish(event, receivedAt)) };
}

function eventsByClass(records: readonly RecordResult[], run: Run): readonly (readonly [EmittedClass, Event[]])[] {
  const all = records.flatMap(({ results }) => results);
  return run.emits
    .map((emitted) => {
      const uid = run.catalogue.classes.get(emitted.class)?.uid;
      return [emitted, all.filter((event) => event['class_uid'] === uid)] as const;
    })
    .filter(([, events]) => events.length > 0);
}

/** As it would be read back from its file: no undefined, no prototypes; a 64-bit value that JSON cannot hold as text. */
function asJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, item: unknown) => {
      if (typeof item !== 'bigint') return item;
      return Number.isSafeInteger(Number(item)) ? Number(item) : item.toString();
    }),
  );
}
