import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { BatchBuilder, type Batch, type Stream } from '@sluice/connector';
import { encoders, memoryState, memoryStore, runPipeline, total, type StoredObject } from '@sluice/core';
import { loadCatalogue } from '@sluice/ocsf';
import type { PipelinePlan } from '../config/plan.ts';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import { lakeRelease } from '../lake/release.ts';
import type { MeasuredGroup } from './estimate.ts';

/** What a sample of the input is like. */
export interface MeasuredSample {
  readonly records: number;
  readonly bytes: number;
  readonly rejected: number;
  /** From the earliest to the latest event. */
  readonly spanMs: number;
  readonly groups: readonly MeasuredGroup[];
}

/** More is not needed to know what an event weighs, and has to be kept in memory. */
const mostRecords = 200_000;
const batchBytes = 1024 * 1024;
/** Records of the second, smaller measurement: what an object weighs before its first event shows in the difference. */
const smallShare = 0.2;

/** Maps and encodes the lines of a file as the pipeline would, in memory, and stores nothing. */
export async function measureSample(path: string, pipeline: PipelinePlan, region: string): Promise<MeasuredSample> {
  const file = await stat(path).catch(() => undefined);
  if (file === undefined || !file.isFile()) {
    throw new CommandError(exitCode.usage, `${path} is not a file with records, one a line.`);
  }
  const whole = await runSample(path, pipeline, region, mostRecords);
  if (whole.records === 0) throw new CommandError(exitCode.badData, `${path} has no records.`);
  const small = await runSample(path, pipeline, region, Math.ceil(whole.records * smallShare));
  const times = whole.objects.flatMap(({ minTime, maxTime }) => [minTime, maxTime]);
  return {
    records: whole.records,
    bytes: whole.bytes,
    rejected: whole.rejected,
    spanMs: times.length === 0 ? 0 : Math.max(...times) - Math.min(...times),
    groups: groupsOf(whole, small.objects),
  };
}

interface SampleRun {
  readonly objects: readonly StoredObject[];
  readonly records: number;
  readonly bytes: number;
  readonly rejected: number;
}

async function runSample(path: string, plan: PipelinePlan, region: string, most: number): Promise<SampleRun> {
  const objects: StoredObject[] = [];
  const { name, connector, config, account, encoder } = plan;
  const statistics = await runPipeline({
    name,
    connector,
    config,
    account,
    region,
    stream: { ...plan.stream, read: () => linesOf(path, most) } satisfies Stream<unknown>,
    sources: plan.sources.map(({ source: { store: _, ...source } }) => source),
    encoder: encoders[encoder],
    store: memoryStore(),
    deadLetters: memoryStore(),
    state: memoryState(),
    catalogue: loadCatalogue(lakeRelease),
    log: { debug() {}, info() {}, warn() {}, error() {} },
    signal: new AbortController().signal,
    flush: { maxAgeMs: 86_400_000, maxMemoryBytes: 1024 * 1024 * 1024, maxOpenObjects: 100_000 },
    onStored: (object) => objects.push(object),
  });
  const { receivedRecords: records, receivedBytes: bytes, rejected } = statistics;
  return { objects, records, bytes, rejected: total(rejected) };
}

async function* linesOf(path: string, most: number): AsyncIterable<Batch> {
  const origin = { transport: 'file', path };
  const receivedAt = Date.now();
  const builder = new BatchBuilder();
  let records = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'latin1'), crlfDelay: Infinity })) {
    if (records >= most) break;
    const bytes = Buffer.from(line, 'latin1');
    if (bytes.byteLength === 0) continue;
    builder.add(bytes, 0, bytes.byteLength, origin);
    records++;
    if (builder.weight >= batchBytes) yield builder.take({ receivedAt });
  }
  if (builder.records > 0) yield builder.take({ receivedAt });
}

const byKey = ([a]: readonly [string, Weight], [b]: readonly [string, Weight]): number => (a < b ? -1 : 1);

interface Weight {
  rows: number;
  bytes: number;
  objects: number;
}

function groupsOf({ objects, records }: SampleRun, smaller: readonly StoredObject[]): readonly MeasuredGroup[] {
  const [whole, small] = [weigh(objects), weigh(smaller)];
  return [...whole].toSorted(byKey).map(([key, weight]) => {
    const [source = '', account = ''] = JSON.parse(key) as string[];
    const { baseBytes, bytesPerEvent } = lineThrough(weight, small.get(key));
    return { source, account, baseBytes, bytesPerEvent, eventsPerRecord: weight.rows / records };
  });
}

function weigh(objects: readonly StoredObject[]): ReadonlyMap<string, Weight> {
  const weights = new Map<string, Weight>();
  for (const { source, account, rows, byteLength } of objects) {
    const key = JSON.stringify([source, account]);
    const { rows: before = 0, bytes = 0, objects: count = 0 } = weights.get(key) ?? {};
    weights.set(key, { rows: before + rows, bytes: bytes + byteLength, objects: count + 1 });
  }
  return weights;
}

/** Weight as base and slope, from two measurements; the slope alone where they do not tell. */
function lineThrough(whole: Weight, small: Weight | undefined): { baseBytes: number; bytesPerEvent: number } {
  const [rows, bytes] = [whole.rows / whole.objects, whole.bytes / whole.objects];
  const average = { baseBytes: 0, bytesPerEvent: bytes / rows };
  if (small === undefined) return average;
  const [fewer, less] = [small.rows / small.objects, small.bytes / small.objects];
  const bytesPerEvent = (bytes - less) / (rows - fewer);
  const baseBytes = bytes - bytesPerEvent * rows;
  return rows > fewer && bytesPerEvent > 0 && baseBytes >= 0 ? { baseBytes, bytesPerEvent } : average;
}
