import { join } from 'node:path';
import { defaultFlushRules, folderStore, openState, runPipeline } from '@sluice/core';
import { loadCatalogue } from '@sluice/ocsf';
import { inputs, sourcesOf } from '../inputs.ts';
import type { Contestant, Job } from '../job.ts';

/** With the memory of open objects that a configuration gets where it says nothing: rows beyond it are spilled. */
const { maxMemoryBytes } = defaultFlushRules;
/** All rows of these logs stay in memory, as they do in that of the others. */
const roomForAll = 8 * maxMemoryBytes;

/** The product's own path: the log file, mapped and checked, as objects of a lake in a folder. */
export const sluice: Contestant = (job) => run(job, { threads: 0, maxMemoryBytes: roomForAll });

/** The same with two threads that map and encode. */
export const sluiceTwoThreads: Contestant = (job) => run(job, { threads: 2, maxMemoryBytes: roomForAll });

/** The same on one thread, within the memory that a configuration gets by itself. */
export const sluiceSpilling: Contestant = (job) => run(job, { threads: 0, maxMemoryBytes });

interface Settings {
  readonly threads: number;
  readonly maxMemoryBytes: number;
}

async function run({ input, log, output }: Job, settings: Settings): Promise<number> {
  const { load, connectorUrl } = inputs[input];
  const connector = await load();
  const [stream] = connector.streams;
  if (stream === undefined) throw new Error(`${connector.name} has no stream.`);
  const parsed = await stream.config['~standard'].validate({ paths: [log], follow: false });
  if (parsed.issues !== undefined) throw new Error(`The configuration is refused: ${parsed.issues[0]?.message}`);
  const state = openState(join(output, 'state'));
  const silent = { debug: ignore, info: ignore, warn: complain, error: complain };
  try {
    const statistics = await runPipeline({
      name: 'bench',
      connector,
      connectorUrl,
      threads: settings.threads,
      flush: { maxMemoryBytes: settings.maxMemoryBytes },
      stream,
      config: parsed.value,
      account: '111122223333',
      region: 'eu-central-1',
      sources: sourcesOf(connector),
      store: folderStore(join(output, 'lake')),
      deadLetters: folderStore(join(output, 'dead-letters')),
      state,
      catalogue: loadCatalogue('1.3.0'),
      log: silent,
      signal: new AbortController().signal,
    });
    if (Object.keys(statistics.rejected).length > 0) throw new Error(JSON.stringify(statistics.rejected));
    return statistics.storedEvents;
  } finally {
    await state.close();
  }
}

function ignore(): void {}

function complain(message: string): void {
  process.stderr.write(`${message}\n`);
}
