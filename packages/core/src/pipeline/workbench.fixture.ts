import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { loadCatalogue, type Catalogue } from '@sluice/ocsf';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { DeadLetter } from '../dead-letters/dead-letter.ts';
import { openState } from '../state/sqlite-state.ts';
import type { StateStore } from '../state/state-store.ts';
import { memoryStore, type MemoryStore } from '../store/memory-store.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import { line, listConnector, listStream, type ListConfig } from './list-connector.fixture.ts';
import type { PipelineOptions } from './options.ts';
import { runPipeline } from './run-pipeline.ts';

const catalogue: Catalogue = loadCatalogue('1.3.0');
const cloudColumns = ['cloud.provider', 'cloud.account.uid'];

export const silent: PipelineOptions['log'] = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** State on disk and stores in memory, for runs of the list connector that follow each other. */
export class Workbench {
  readonly store: MemoryStore = memoryStore();
  readonly deadLetters: MemoryStore = memoryStore();
  readonly state: StateStore;
  readonly folder: string;

  static async open(): Promise<Workbench> {
    return new Workbench(await mkdtemp(join(tmpdir(), 'sluice-pipeline-')));
  }

  constructor(folder: string) {
    this.folder = folder;
    this.state = openState(folder);
  }

  async close(): Promise<void> {
    await this.state.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  run(config: ListConfig, more: Partial<PipelineOptions> = {}): Promise<PipelineStatistics> {
    return runPipeline(this.options(config, more));
  }

  /** A pipeline of the list connector, called `office`. */
  options(config: ListConfig, more: Partial<PipelineOptions> = {}): PipelineOptions {
    const { store, deadLetters, state } = this;
    return {
      name: 'office',
      connector: listConnector,
      stream: listStream,
      config,
      account: 'external_acme',
      region: 'eu-west-1',
      sources: [
        { name: 'list-event', class: 'base_event', profiles: ['cloud'], columns: cloudColumns },
        { name: 'list-auth', class: 'authentication', profiles: [], columns: ['user.name', 'src_endpoint.ip'] },
      ],
      store,
      deadLetters,
      state,
      catalogue,
      log: silent,
      signal: new AbortController().signal,
      ...more,
    };
  }

  /** The same for another connector, whose pipeline is called `queue`. */
  runQueue(
    config: unknown,
    more: Pick<PipelineOptions, 'connector' | 'stream'> & Partial<PipelineOptions>,
  ): Promise<PipelineStatistics> {
    return this.run(config as ListConfig, { name: 'queue', ...more });
  }

  /** The rows of all objects, by key. */
  async rowsByKey(): Promise<ReadonlyMap<string, readonly Record<string, unknown>[]>> {
    const rows = new Map<string, readonly Record<string, unknown>[]>();
    for (const [key, bytes] of this.store.objects) {
      const copy = new Uint8Array(bytes).buffer;
      rows.set(key, await parquetReadObjects({ file: copy, compressors }));
    }
    return rows;
  }

  async messages(): Promise<string[]> {
    return [...(await this.rowsByKey()).values()]
      .flat()
      .map((row) => String(row['message']))
      .toSorted((a, b) => (a < b ? -1 : 1));
  }

  /** Keys and hashes of all objects, in order of key. */
  fingerprints(): readonly string[] {
    return [...this.store.objects]
      .map(([key, bytes]) => `${key} ${createHash('sha256').update(bytes).digest('hex')}`)
      .toSorted((a, b) => (a < b ? -1 : 1));
  }

  letters(): DeadLetter[] {
    const objects = [...this.deadLetters.objects].filter(([key]) => key.endsWith('.ndjson.zst'));
    return objects.flatMap(([, bytes]) =>
      zstdDecompressSync(bytes)
        .toString()
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text) as DeadLetter),
    );
  }

  /** The store, but for the puts that fail with the given error. */
  failing(error: (put: number) => Error | undefined): ObjectStore {
    const { store } = this;
    let puts = 0;
    return {
      ...store,
      put(key, body, options) {
        const reason = error(puts++);
        return reason === undefined ? store.put(key, body, options) : Promise.reject(reason);
      },
    };
  }
}

/** Base events whose messages are numbered, as lines. */
export function numbered(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => line(`m${from + i}`));
}
