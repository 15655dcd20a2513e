/**
 * `npm run bench -- stages`: what part of the CPU each stage of the data path takes, on one thread, without reading and
 * storing: parse, map, complete, validate, move undeclared values, append to the object, finish it.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connector } from '@sluice/connector-app-logs';
import type { MapContext } from '@sluice/connector';
import { createCompletingValidator, loadCatalogue, type CompletingValidator } from '@sluice/ocsf';
import { columnSchema, moveUndeclared, sluiceEncoder, type ObjectWriter } from '@sluice/parquet';
import { writeServiceLog } from '../input/service-log.ts';
import { markdownTable } from './table.ts';

type Event = Record<string, unknown>;
type Stage = 'JSON.parse' | 'map' | 'complete, validate' | 'move undeclared' | 'append' | 'finish';

const lineCount = Number(process.argv[2] ?? 200_000);
/** Lines that go through all stages together; few enough to stay in cache. */
const batchLines = 256;

const catalogue = loadCatalogue('1.3.0');
const [stream] = connector.streams;
if (stream === undefined) throw new Error('app-logs has no stream');
const config = await stream.config['~standard'].validate({ paths: ['service.log'], format: 'json' });
if (config.issues !== undefined) throw new Error('bad configuration');
const context: MapContext<unknown> = {
  config: config.value,
  receivedAt: Date.parse('2026-11-22T00:00:00Z'),
  origin: { transport: 'file', path: 'service.log' },
};

/** What core compiles for a class and a selection of profiles. */
function conforming(className: string): {
  readonly complete: CompletingValidator;
  readonly move: ReturnType<typeof moveUndeclared>;
  readonly writer: ObjectWriter;
} {
  const emitted = stream?.emits.find((candidate) => candidate.class === className);
  const definition = catalogue.classes.get(className);
  if (emitted === undefined || definition === undefined) throw new Error(`app-logs emits no ${className}`);
  const classUid = definition.uid;
  const schema = columnSchema(catalogue, { classUid, profiles: emitted.profiles, columns: emitted.columns });
  return {
    complete: createCompletingValidator(catalogue, { classUid, profiles: [] }),
    move: moveUndeclared(schema),
    writer: sluiceEncoder.open(schema),
  };
}

async function round(lines: readonly string[]): Promise<Map<Stage, number>> {
  const spent = new Map<Stage, number>();
  const lanes = new Map([
    [4002, conforming('http_activity')],
    [0, conforming('base_event')],
  ]);
  const timed = <Result>(stage: Stage, work: () => Result): Result => {
    const started = process.hrtime.bigint();
    const result = work();
    spent.set(stage, (spent.get(stage) ?? 0) + Number(process.hrtime.bigint() - started));
    return result;
  };
  for (let from = 0; from < lines.length; from += batchLines) {
    const batch = lines.slice(from, from + batchLines);
    timed('JSON.parse', () => batch.map((line) => JSON.parse(line) as unknown));
    const events = timed('map', () => batch.map((line) => stream?.map(line, context) as Event));
    const placed = events.map((event) => {
      const metadata = event['metadata'] as Event;
      metadata['version'] = catalogue.release;
      metadata['product'] ??= { ...connector.product };
      const lane = lanes.get(Number(event['class_uid']));
      if (lane === undefined) throw new Error(`no lane for class ${String(event['class_uid'])}`);
      return { event, lane };
    });
    const verdicts = timed('complete, validate', () => placed.map(({ event, lane }) => lane.complete(event)));
    const wrong = verdicts.find(({ findings }) => findings.length > 0);
    if (wrong !== undefined) throw new Error(JSON.stringify(wrong.findings));
    timed('move undeclared', () => placed.forEach(({ event, lane }) => lane.move(event)));
    timed('append', () => placed.forEach(({ event, lane }) => lane.writer.append(event)));
  }
  // `map` parses too; what is left is its own.
  spent.set('map', Math.max(0, (spent.get('map') ?? 0) - (spent.get('JSON.parse') ?? 0)));
  const before = process.hrtime.bigint();
  for (const { writer } of lanes.values()) await writer.finish();
  spent.set('finish', Number(process.hrtime.bigint() - before));
  return spent;
}

const folder = await mkdtemp(join(tmpdir(), 'sluice-stages-'));
try {
  const path = join(folder, 'service.log');
  await writeServiceLog(path, { lines: lineCount, seed: 1, start: Date.parse('2026-11-20T06:00:00Z') });
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  await round(lines.slice(0, 20_000));
  const rounds: Map<Stage, number>[] = [];
  for (let n = 0; n < 5; n++) rounds.push(await round(lines));
  const stages = [...(rounds[0]?.keys() ?? [])];
  const medians = new Map(
    stages.map((stage) => [stage, median(rounds.map((spent) => (spent.get(stage) ?? 0) / lines.length))]),
  );
  const all = [...medians.values()].reduce((sum, ns) => sum + ns, 0);
  const rows = [...medians].map(([stage, ns]) => [stage, (ns / 1000).toFixed(2), `${((100 * ns) / all).toFixed(0)} %`]);
  const of = (...names: Stage[]): number => names.reduce((sum, stage) => sum + (medians.get(stage) ?? 0), 0);
  const share = (100 * of('complete, validate')) / of('JSON.parse', 'append', 'finish');
  console.log(
    `${lines.length.toLocaleString('en-US')} events of a service's log, one thread, medians of ${rounds.length} rounds\n`,
  );
  console.log(markdownTable(['stage', 'µs/event', 'share'], [...rows, ['all', (all / 1000).toFixed(2), '100 %']]));
  console.log(`\ncomplete + validate: ${share.toFixed(0)} % of JSON.parse + append + finish`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
