import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Batch, Connector, Stream } from '@sluice/connector';
import { DeadLetterBuffer } from '../dead-letters/dead-letter-buffer.ts';
import { createPacker, type Packer, type PackerOptions } from '../lake/packer.ts';
import type { StagedObject } from '../state/state-store.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import type { Lane, LaneLoad, SealedObject, SealOrder } from './lane.ts';
import { mapBatch, type BatchMapper } from './map-batch.ts';
import { restoreHeld } from './held-rows.ts';
import { seal, type Sealer } from './seal.ts';

export interface LocalLaneOptions extends PackerOptions {
  readonly pipeline: string;
  readonly connector: Connector;
  // The configuration was parsed with this stream's own schema.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly stream: Stream<any, any>;
  readonly config: unknown;
  readonly statistics: PipelineStatistics;
  readonly sealer: Sealer;
}

/** Longest stretch of work before the event loop gets its turn: sockets may be served on this thread too. */
const turnMs = 8;

/** A lane on the thread of whoever calls it. */
export class LocalLane implements Lane {
  readonly #options: LocalLaneOptions;
  readonly #packer: Packer;
  #deadLetters = new DeadLetterBuffer();
  #batch: { readonly batch: Batch; readonly map: BatchMapper } | undefined;
  #turnEndsAt = 0;

  constructor(options: LocalLaneOptions) {
    this.#options = options;
    this.#packer = createPacker(options);
  }

  get load(): LaneLoad {
    return {
      events: this.#packer.events,
      heldObjects: this.#packer.heldObjects,
      openObjects: this.#packer.openObjects,
      memoryBytes: this.#packer.memoryBytes() + this.#deadLetters.memoryBytes,
      largestObjectBytes: this.#packer.largestObjectBytes(),
      spilledBytes: this.#packer.spilledBytes(),
      letters: this.#deadLetters.letters,
      waiting: 0,
    };
  }

  async take(batch: Batch, from: number, to: number): Promise<void> {
    if (this.#batch?.batch !== batch) this.#batch = { batch, map: this.#mapperFor(batch) };
    this.#batch.map(from, to, this.#deadLetters);
    await this.#packer.spillIfFull();
    const now = performance.now();
    if (now < this.#turnEndsAt) return;
    await nextTurn();
    this.#turnEndsAt = performance.now() + turnMs;
  }

  look(): Promise<LaneLoad> {
    return Promise.resolve(this.load);
  }

  seal(order: SealOrder): Promise<readonly SealedObject[]> {
    const deadLetters = this.#deadLetters;
    this.#deadLetters = new DeadLetterBuffer();
    return seal(
      this.#options.sealer,
      order,
      this.#packer.detach(order.mayHold === true ? order.flush : undefined),
      deadLetters,
    );
  }

  async restore(held: StagedObject, rows: Uint8Array): Promise<void> {
    await restoreHeld(this.#options, { packer: this.#packer, deadLetters: this.#deadLetters }, held, rows);
  }

  close(): Promise<void> {
    return this.#packer.discard();
  }

  #mapperFor(batch: Batch): BatchMapper {
    const { pipeline: name, connector, stream, config, statistics } = this.#options;
    return mapBatch({ pipeline: { name, connector, stream, config }, packer: this.#packer, statistics }, batch);
  }
}
