/**
 * A pipeline in a process of its own that kills itself, with the signal that leaves no time for anything, where its
 * argument says. It reports its progress on stdout and drains on SIGTERM.
 */
import {
  folderStore,
  newStatistics,
  openBucketState,
  openState,
  runPipeline,
  s3Store,
  type ObjectStore,
  type PipelineOptions,
  type StateStore,
} from '@sluice/core';
import { loadCatalogue } from '@sluice/ocsf';
import type { Kill, VictimReport, VictimSpec } from './victim-spec.ts';
import { victimStream, type VictimStream } from './victim-streams.ts';

const reportEveryMs = 50;

const spec = JSON.parse(process.argv[2] ?? '') as VictimSpec;
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const statistics = newStatistics();
const reporting = setInterval(report, reportEveryMs);
const state = stateOf(spec);
try {
  const victim = await victimStream(spec.input);
  armTimer(spec.kill);
  await runPipeline({ ...optionsOf(victim), state });
  report();
} finally {
  clearInterval(reporting);
  await state.close();
}

function optionsOf({ connector, stream, config, sources }: VictimStream): Omit<PipelineOptions, 'state'> {
  const { spool, flush, kill } = spec;
  return {
    name: 'victim',
    connector,
    stream: dyingAfterBatches(stream, kill),
    config,
    sources,
    flush,
    statistics,
    account: '111122223333',
    region: 'eu-central-1',
    store: lakeOf(spec),
    deadLetters: folderStore(spec.deadLetters),
    catalogue: loadCatalogue('1.3.0'),
    log: { debug: ignore, info: ignore, warn: say, error: say },
    signal: stop.signal,
    onStep: dyingAtStep(kill),
    ...(spool === undefined ? {} : { spool }),
  };
}

function dyingAtStep(kill: Kill | undefined): NonNullable<PipelineOptions['onStep']> {
  let seen = 0;
  return (step) => {
    if (kill !== undefined && 'step' in kill && kill.step === step && seen++ === kill.time) die();
  };
}

function dyingAfterBatches(stream: VictimStream['stream'], kill: Kill | undefined): VictimStream['stream'] {
  if (kill === undefined || !('batches' in kill)) return stream;
  return {
    ...stream,
    async *read(context) {
      let batches = 0;
      for await (const batch of stream.read(context)) {
        if (batches++ === kill.batches) die();
        yield batch;
      }
    },
  };
}

function armTimer(kill: Kill | undefined): void {
  if (kill !== undefined && 'afterMs' in kill) setTimeout(die, kill.afterMs).unref();
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function lakeOf({ lake }: VictimSpec): ObjectStore {
  return 'folder' in lake ? folderStore(lake.folder) : s3Store(lake.bucket);
}

function stateOf({ state: place, leaseMs }: VictimSpec): StateStore {
  if ('folder' in place) return openState(place.folder);
  return openBucketState({ ...place.bucket, ...(leaseMs === undefined ? {} : { leaseMs }) });
}

function report(): void {
  const { receivedRecords: received, spooledRecords: spooled, storedEvents: stored, repeatedRecords } = statistics;
  const said: VictimReport = { received, spooled, stored, repeated: repeatedRecords };
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

function say(message: string, fields?: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${message} ${JSON.stringify(fields ?? {})}\n`);
}

function ignore(): void {}
