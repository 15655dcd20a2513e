/**
 * `npm run bench -- stages`: what part of the CPU each stage of the data path takes, on one thread, without reading and
 * storing: parse, map, complete, validate, move undeclared values, append to the object, finish it.
 *
 * `npm run bench -- stages [--events 100000] [--rounds 5] [service|gateway]`
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Connector, EmittedClass, MapContext } from '@sluice/connector';
import { createCompletingValidator, loadCatalogue, type CompletingValidator } from '@sluice/ocsf';
import { columnSchema, moveUndeclared, sluiceEncoder, type ObjectWriter } from '@sluice/parquet';
import { inputs } from './inputs.ts';
import type { InputName } from './job.ts';
import { median } from './round.ts';
import { markdownTable } from './table.ts';

type Event = Record<string, unknown>;
const stages = ['JSON.parse', 'map', 'complete, validate', 'move undeclared', 'append', 'finish'] as const;
type Stage = (typeof stages)[number];
/** Nanoseconds of the thread's CPU. */
type Spent = Readonly<Record<Stage, number>>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { events: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '5' } },
});
/** Lines that go through all stages together; few enough to stay in cache. */
const batchLines = 128;
const warmUpLines = 20_000;
const catalogue = loadCatalogue('1.3.0');

/** What core compiles for a class and a selection of profiles. */
interface Conforming {
  readonly complete: CompletingValidator;
  readonly move: ReturnType<typeof moveUndeclared>;
  readonly writer: ObjectWriter;
}

function conforming(emitted: EmittedClass, profiles: readonly string[]): Conforming {
  const classUid = classUidOf(emitted.class);
  const schema = columnSchema(catalogue, { classUid, profiles: emitted.profiles, columns: emitted.columns });
  return {
    complete: createCompletingValidator(catalogue, { classUid, profiles }),
    move: moveUndeclared(schema),
    writer: sluiceEncoder.open(schema),
  };
}

function classUidOf(name: string): number {
  const found = catalogue.classes.get(name);
  if (found === undefined) throw new Error(`OCSF ${catalogue.release} has no class ${name}.`);
  return found.uid;
}

/** All lines through all stages, once. */
class Run {
  readonly spent: Record<Stage, number> = {
    'JSON.parse': 0,
    map: 0,
    'complete, validate': 0,
    'move undeclared': 0,
    append: 0,
    finish: 0,
  };
  readonly #connector: Connector;
  readonly #context: MapContext<unknown>;
  readonly #lanes = new Map<number, Conforming>();

  constructor(connector: Connector, context: MapContext<unknown>) {
    this.#connector = connector;
    this.#context = context;
  }

  async take(lines: readonly string[]): Promise<Spent> {
    for (let from = 0; from < lines.length; from += batchLines) this.#batch(lines.slice(from, from + batchLines));
    const before = cpuNanoseconds();
    for (const { writer } of this.#lanes.values()) await writer.finish();
    this.spent.finish = cpuNanoseconds() - before;
    // A mapper of text parses by itself; what is left is its own.
    if (this.#isText) this.spent.map -= this.spent['JSON.parse'];
    return this.spent;
  }

  get #isText(): boolean {
    return this.#connector.streams[0]?.format === 'text';
  }

  #batch(lines: readonly string[]): void {
    const stream = this.#connector.streams[0];
    const records = this.#timed('JSON.parse', () => lines.map((line) => JSON.parse(line) as unknown));
    const given: readonly unknown[] = this.#isText ? lines : records;
    const events = this.#timed('map', () => given.map((record) => stream?.map(record, this.#context) as Event));
    const placed = events.map((event) => ({ event, lane: this.#laneOf(event) }));
    const verdicts = this.#timed('complete, validate', () => placed.map(({ event, lane }) => lane.complete(event)));
    const wrong = verdicts.find(({ findings }) => findings.length > 0);
    if (wrong !== undefined) throw new Error(JSON.stringify(wrong.findings));
    this.#timed('move undeclared', () => placed.forEach(({ event, lane }) => lane.move(event)));
    this.#timed('append', () => placed.forEach(({ event, lane }) => lane.writer.append(event)));
  }

  /** What core does before it completes an event. */
  #laneOf(event: Event): Conforming {
    const metadata = event['metadata'] as Event;
    metadata['version'] = catalogue.release;
    metadata['product'] ??= { ...this.#connector.product };
    const profiles = (metadata['profiles'] ??= []) as readonly string[];
    const classUid = Number(event['class_uid']);
    let lane = this.#lanes.get(classUid);
    if (lane === undefined) {
      const emitted = this.#connector.streams[0]?.emits.find((each) => classUidOf(each.class) === classUid);
      if (emitted === undefined) throw new Error(`${this.#connector.name} emits no class ${classUid}.`);
      lane = conforming(emitted, profiles);
      this.#lanes.set(classUid, lane);
    }
    return lane;
  }

  #timed<Result>(stage: Stage, work: () => Result): Result {
    const before = cpuNanoseconds();
    const result = work();
    this.spent[stage] += cpuNanoseconds() - before;
    return result;
  }
}

/** Of this thread alone: others on the machine do not count, nor does what the runtime does beside it. */
function cpuNanoseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) * 1000;
}

async function contextOf(connector: Connector): Promise<MapContext<unknown>> {
  const config = await connector.streams[0]?.config['~standard'].validate({ paths: ['input.log'] });
  if (config === undefined || config.issues !== undefined) throw new Error('bad configuration');
  const origin = { transport: 'file', path: 'input.log' };
  return { config: config.value, receivedAt: Date.parse('2026-11-22T00:00:00Z'), origin };
}

async function linesOf(input: InputName, count: number): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-stages-'));
  try {
    const path = join(folder, 'input.log');
    await inputs[input].write(path, count);
    return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function report(input: InputName): Promise<void> {
  const lines = await linesOf(input, Number(values.events));
  const connector = await inputs[input].load();
  const context = await contextOf(connector);
  await new Run(connector, context).take(lines.slice(0, warmUpLines));
  const rounds: Spent[] = [];
  for (let n = 0; n < Number(values.rounds); n++) rounds.push(await new Run(connector, context).take(lines));
  const middle = (stage: Stage): number => median(rounds.map((spent) => spent[stage] / lines.length / 1000));
  const all = stages.reduce((sum, stage) => sum + middle(stage), 0);
  const rows = stages.map((stage) => [
    stage,
    middle(stage).toFixed(2),
    `${((100 * middle(stage)) / all).toFixed(0)} %`,
  ]);
  const count = lines.length.toLocaleString('en-US');
  console.log(`${count} events of ${inputs[input].what}, one thread, medians of ${rounds.length} rounds\n`);
  console.log(markdownTable(['stage', 'CPU µs/event', 'share'], [...rows, ['all', all.toFixed(2), '100 %']]));
  const share = (100 * middle('complete, validate')) / (middle('JSON.parse') + middle('append') + middle('finish'));
  console.log(`\ncomplete, validate: ${share.toFixed(0)} % of JSON.parse + append + finish\n`);
}

for (const name of positionals.length === 0 ? Object.keys(inputs) : positionals) await report(name as InputName);
