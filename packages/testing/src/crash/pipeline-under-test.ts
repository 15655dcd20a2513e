import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { zstdDecompressSync } from 'node:zlib';
import type { Connector } from '@sluice/connector';
import {
  memoryStore,
  newStatistics,
  openState,
  proposeSourceName,
  runPipeline,
  type CustomSource,
  type FlushStep,
  type MemoryStore,
  type ObjectStore,
  type StateStore,
} from '@sluice/core';
import { isRelease, loadCatalogue, type Catalogue } from '@sluice/ocsf';
import { markersIn } from '../contract/upstream.ts';
import { readRows } from '../read-back/read-back.ts';
import { parseConfig, type AnyStream } from '../stream-under-test.ts';

/** How one run of a pipeline is disturbed. */
export interface Disturbance {
  /** Told of each step of a flush; what it throws ends the run there. */
  readonly onStep?: (step: FlushStep) => void | Promise<void>;
  /** Puts something between the pipeline and the lake. */
  readonly lake?: (store: ObjectStore) => ObjectStore;
}

/** Where a marker ended up, and how often. */
export interface Ends {
  readonly rows: number;
  readonly letters: number;
}

interface Subject {
  readonly connector: Connector;
  readonly stream: AnyStream;
  readonly sampleTime: number;
}

const flush = { maxAgeMs: 60 };
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** A pipeline of one stream into a lake in memory, with its state on disk: run, ended and run again. */
export class PipelineUnderTest {
  readonly lake: MemoryStore = memoryStore();
  readonly deadLetters: MemoryStore = memoryStore();
  readonly #folder: string;
  readonly #sampleTime: number;
  readonly #connector: Connector;
  readonly #stream: AnyStream;
  readonly #catalogue: Catalogue;
  readonly #markers = new Map<string, { readonly bytes: Uint8Array; readonly found: readonly string[] }>();

  /** `sampleTime` is what its records say of time: a lake keeps those of days gone by waiting, and nobody waits here. */
  static async open(connector: Connector, stream: AnyStream, sampleTime: number): Promise<PipelineUnderTest> {
    return new PipelineUnderTest(await mkdtemp(join(tmpdir(), 'sluice-crash-')), { connector, stream, sampleTime });
  }

  private constructor(folder: string, { connector, stream, sampleTime }: Subject) {
    if (!isRelease(connector.ocsf)) throw new Error(`OCSF ${connector.ocsf} is not known.`);
    this.#folder = folder;
    this.#sampleTime = sampleTime;
    this.#connector = connector;
    this.#stream = stream;
    this.#catalogue = loadCatalogue(connector.ocsf);
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Runs until the signal is aborted, the upstream ends, or the disturbance ends it; gives what it failed with. */
  async run(config: unknown, signal: AbortSignal, disturbance: Disturbance = {}): Promise<unknown> {
    const { onStep, lake = (store: ObjectStore) => store } = disturbance;
    const state: StateStore = openState(this.#folder);
    try {
      await runPipeline({
        name: 'crash-kit',
        connector: this.#connector,
        stream: this.#stream,
        config: await parseConfig(this.#stream, config),
        account: 'external_kit',
        region: 'eu-west-1',
        sources: this.#sources(),
        store: lake(this.lake),
        deadLetters: this.deadLetters,
        state,
        catalogue: this.#catalogue,
        flush,
        log: silent,
        signal,
        now: () => this.#sampleTime,
        statistics: newStatistics(),
        ...(onStep === undefined ? {} : { onStep }),
      });
      return undefined;
    } catch (error) {
      return error;
    } finally {
      await state.close();
    }
  }

  /** Where each marker is. */
  async ends(): Promise<ReadonlyMap<string, Ends>> {
    const ends = new Map<string, { rows: number; letters: number }>();
    const count = (markers: readonly string[], kind: keyof Ends): void => {
      for (const found of markers) {
        const end = ends.get(found) ?? { rows: 0, letters: 0 };
        end[kind]++;
        ends.set(found, end);
      }
    };
    for (const [key, bytes] of this.lake.objects) count(await this.#markersOf(`lake/${key}`, bytes, rowTexts), 'rows');
    for (const [key, bytes] of this.deadLetters.objects)
      count(await this.#markersOf(`letters/${key}`, bytes, letterTexts), 'letters');
    return ends;
  }

  /** Of each object once: what is stored does not change, and is asked for many times. */
  async #markersOf(
    key: string,
    bytes: Uint8Array,
    textsOf: (bytes: Uint8Array) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const known = this.#markers.get(key);
    if (known?.bytes === bytes) return known.found;
    const found = (await textsOf(bytes)).flatMap((text) => [...markersIn(text)]);
    this.#markers.set(key, { bytes, found });
    return found;
  }

  /** Waits until all these markers have arrived, or nobody can expect any more of them. */
  async until(markers: readonly string[], patienceMs = 15_000): Promise<void> {
    const until = performance.now() + patienceMs;
    for (;;) {
      const ends = await this.ends();
      if (performance.now() > until || markers.every((marker) => ends.has(marker))) return;
      await sleep(25);
    }
  }

  #sources(): readonly CustomSource[] {
    return this.#stream.emits.map((emitted) => ({
      name: proposeSourceName(this.#connector.name, emitted.class),
      class: emitted.class,
      profiles: emitted.profiles,
      columns: emitted.columns,
    }));
  }
}

async function rowTexts(bytes: Uint8Array): Promise<readonly string[]> {
  return (await readRows(bytes)).map((row) => JSON.stringify(row, asText));
}

async function letterTexts(bytes: Uint8Array): Promise<readonly string[]> {
  return zstdDecompressSync(bytes).toString().trim().split('\n');
}

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
