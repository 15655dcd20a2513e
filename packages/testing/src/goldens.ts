import { deepStrictEqual, fail } from 'node:assert';
import { type Connector, type MapContext, type MapResult, type Origin, type RecordFormat } from '@sluice/connector';
import { decodeRecord } from './decode.ts';
import { createEventFinisher, type EventFinisher } from './finish-event.ts';
import { listGoldenCases, readGolden, writeGolden, type GoldenCase } from './golden-files.ts';

export interface GoldenOptions {
  /** The test runner's own: `test` of vitest or of node:test. */
  readonly test: (name: string, body: () => void) => void;
  readonly connector: Connector;
  /** Name of the stream. */
  readonly stream: string;
  /** Folder of the cases; listed, so a new case is a new file. */
  readonly fixtures: string;
  /** What a user would write; parsed with the stream's own schema. */
  readonly config?: unknown;
  readonly origin?: Origin;
  /** Epoch milliseconds. Default 2026-01-15T12:00:00Z. */
  readonly receivedAt?: number;
}

const defaultReceivedAt = Date.UTC(2026, 0, 15, 12);
const defaultOrigin: Origin = { transport: 'test', address: '192.0.2.250' };

/**
 * Registers one test for each case of a folder: what the records become, after completion, must be what
 * `<case>.ocsf.json` says, free of errors by OCSF, and all of it in the stream's columns.
 * `UPDATE_GOLDENS=1` writes those files instead, for review as a diff.
 */
export function goldens(options: GoldenOptions): void {
  const cases = listGoldenCases(options.fixtures);
  if (cases.length === 0) throw new Error(`No golden cases in ${options.fixtures}: add <case>.log or <case>.json.`);
  const run = createRun(options);
  for (const golden of cases) options.test(golden.name, () => checkCase(golden, run));
}

/** What one raw record becomes: completed events, or the reason why there is none; and what is wrong with them. */
interface RecordResult {
  readonly results: readonly unknown[];
  readonly problems: readonly string[];
}

type Run = (record: Buffer) => RecordResult;

function createRun(options: GoldenOptions): Run {
  const stream = options.connector.streams.find((candidate) => candidate.name === options.stream);
  if (stream === undefined) {
    const names = options.connector.streams.map((candidate) => candidate.name).join(', ');
    throw new Error(`Connector ${options.connector.name} has no stream ${options.stream}; it has ${names}.`);
  }
  const parsed = stream.config['~standard'].validate(options.config ?? {});
  if (parsed instanceof Promise)
    throw new TypeError(`The configuration of ${stream.name} is validated asynchronously.`);
  if (parsed.issues !== undefined) throw new Error(`Bad golden config: ${JSON.stringify(parsed.issues)}`);
  const context: MapContext<unknown> = {
    config: parsed.value,
    receivedAt: options.receivedAt ?? defaultReceivedAt,
    origin: options.origin ?? defaultOrigin,
  };
  const format: RecordFormat = stream.format;
  const finish = createEventFinisher(options.connector, stream);
  return (record) => finishAll(stream.map(decodeRecord(record, format), context), finish, context.receivedAt);
}

function finishAll(mapped: MapResult, finish: EventFinisher, receivedAt: number): RecordResult {
  const list = Array.isArray(mapped) ? mapped : [mapped];
  const results: Record<string, unknown>[] = list.map((result: object) => ({ ...result }));
  const events = results.filter((result) => 'class_uid' in result);
  return { results, problems: events.flatMap((event) => finish(event, receivedAt)) };
}

function checkCase(golden: GoldenCase, run: Run): void {
  const records = golden.records.map((record) => run(record));
  const found = asJson(records.flatMap(({ results }) => results));
  deepStrictEqual(
    records.flatMap(({ problems }) => problems),
    [],
    `${golden.name} has events that are not as they must be`,
  );
  if (process.env['UPDATE_GOLDENS'] === '1') {
    writeGolden(golden.goldenPath, found);
    return;
  }
  const expected = readGolden(golden.goldenPath);
  if (expected === undefined) fail(`${golden.goldenPath} is missing: run with UPDATE_GOLDENS=1 and review it.`);
  deepStrictEqual(found, expected);
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
