import { join } from 'node:path';
import { connector } from '@sluice/connector-app-logs';
import { folderStore, openState, proposeSourceName, runPipeline, type CustomSource } from '@sluice/core';
import { loadCatalogue } from '@sluice/ocsf';
import type { Contestant } from '../job.ts';

/** The product's own path: the log file, mapped and checked, as objects of a lake in a folder. */
export const sluice: Contestant = async ({ log, output }) => {
  const [stream] = connector.streams;
  if (stream === undefined) throw new Error('app-logs has no stream.');
  const parsed = await stream.config['~standard'].validate({ paths: [log], follow: false });
  if (parsed.issues !== undefined) throw new Error(`app-logs refuses its configuration: ${parsed.issues[0]?.message}`);
  const state = openState(join(output, 'state'));
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  try {
    const statistics = await runPipeline({
      name: 'bench',
      connector,
      stream,
      config: parsed.value,
      account: '111122223333',
      region: 'eu-central-1',
      sources: appLogSources(),
      store: folderStore(join(output, 'lake')),
      deadLetters: folderStore(join(output, 'dead-letters')),
      state,
      catalogue: loadCatalogue('1.3.0'),
      log: silent,
      signal: new AbortController().signal,
    });
    return statistics.storedEvents;
  } finally {
    await state.close();
  }
};

export function appLogSources(): readonly CustomSource[] {
  return connector.streams.flatMap((stream) =>
    stream.emits.map((emitted) => ({ name: proposeSourceName(connector.name, emitted.class), ...emitted })),
  );
}

function ignore(): void {}
