import { deepStrictEqual, fail } from 'node:assert';
import { type Connector, type MapContext, type MapResult, type Origin, type RecordFormat } from '@sluice/connector';
import { decodeRecord } from './decode.ts';
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
 * Registers one test for each case of a folder: what the records become must be what `<case>.ocsf.json` says.
 * `UPDATE_GOLDENS=1` writes those files instead, for review as a diff.
 */
export function goldens(options: GoldenOptions): void {
  const cases = listGoldenCases(options.fixtures);
  if (cases.length === 0) throw new Error(`No golden cases in ${options.fixtures}: add <case>.log or <case>.json.`);
  const run = createRun(options);
  for (const golden of cases) options.test(golden.name, () => checkCase(golden, run));
}

/** Maps one raw record to what stands in a golden: events, or the reason why there is none. */
type Run = (record: Buffer) => readonly unknown[];

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
  return (record) => resultsOf(stream.map(decodeRecord(record, format), context));
}

function resultsOf(result: MapResult): readonly unknown[] {
  return Array.isArray(result) ? result : [result];
}

function checkCase(golden: GoldenCase, run: Run): void {
  const found = asJson(golden.records.flatMap((record) => run(record)));
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
