import { Worker } from 'node:worker_threads';
import type { Batch, ConnectorLog } from '@sluice/connector';
import { SluiceError } from '../errors.ts';
import { addProgress, newStatistics, type PipelineStatistics } from '../telemetry.ts';
import type { Lane, LaneLoad, SealedObject, SealOrder } from './lane.ts';
import type { FromWorker, ToWorker, WireError, WorkerSetup } from './worker-protocol.ts';

/** Batches that a worker may hold: one that it works on, and the next. */
const batchesAhead = 2;
const emptyLoad: LaneLoad = {
  events: 0,
  heldObjects: 0,
  openObjects: 0,
  memoryBytes: 0,
  largestObjectBytes: 0,
  spilledBytes: 0,
  letters: 0,
  waiting: 0,
};

export interface WorkerLaneOptions {
  readonly setup: WorkerSetup;
  readonly statistics: PipelineStatistics;
  readonly log: ConnectorLog;
}

/** A lane on a thread of its own. Raw buffers move there without a copy; finished objects come back as file names. */
export class WorkerLane implements Lane {
  readonly sliceRecords: number = Number.MAX_SAFE_INTEGER;
  readonly #options: WorkerLaneOptions;
  readonly #worker: Worker;
  readonly #seals = new Map<number, PromiseWithResolvers<readonly SealedObject[]>>();
  #load = emptyLoad;
  #seen = newStatistics();
  #nextSeal = 0;
  #waiting = 0;
  #room: PromiseWithResolvers<void> | undefined;
  #failure: Error | undefined;

  constructor(options: WorkerLaneOptions) {
    this.#options = options;
    const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    this.#worker = new Worker(entry, { workerData: options.setup, name: `sluice ${options.setup.pipeline}` });
    this.#worker.on('message', (message: FromWorker) => this.#onMessage(message));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the thread ended with code ${code}`)));
  }

  get load(): LaneLoad {
    return { ...this.#load, waiting: this.#waiting };
  }

  async take({ bytes, bounds, receivedAt, origins, originOf, cursor }: Batch): Promise<void> {
    this.#check();
    const batch = {
      bytes,
      bounds,
      receivedAt,
      origins,
      ...(originOf === undefined ? {} : { originOf }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const buffers = [bytes.buffer, bounds.buffer, ...(originOf === undefined ? [] : [originOf.buffer])];
    this.#send({ kind: 'take', batch }, buffers);
    this.#waiting++;
    if (this.#waiting < batchesAhead) return;
    this.#room = Promise.withResolvers();
    await this.#room.promise;
  }

  seal(order: SealOrder): Promise<readonly SealedObject[]> {
    this.#check();
    const id = this.#nextSeal++;
    const sealed = Promise.withResolvers<readonly SealedObject[]>();
    this.#seals.set(id, sealed);
    this.#load = emptyLoad;
    this.#send({ kind: 'seal', id, order });
    return sealed.promise;
  }

  restore(): Promise<void> {
    // A worker holds nothing over a flush; who ran the pipeline before, on its own thread, may have.
    return Promise.reject(
      new SluiceError(
        'lane_failed',
        `Pipeline "${this.#options.setup.pipeline}" has late rows in its state that were held without threads. Run it once without \`threads\` and stop it.`,
      ),
    );
  }

  async close(): Promise<void> {
    this.#failure ??= new Error('the lane is closed');
    await this.#worker.terminate();
  }

  #send(message: ToWorker, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, [...new Set(transfer)]);
  }

  #onMessage(message: FromWorker): void {
    switch (message.kind) {
      case 'taken':
        this.#waiting--;
        if (message.seals === this.#nextSeal) this.#load = message.load;
        addProgress(this.#options.statistics, this.#seen, message.statistics);
        this.#seen = message.statistics;
        this.#room?.resolve();
        break;
      case 'sealed':
        this.#seals.get(message.id)?.resolve(message.objects);
        this.#seals.delete(message.id);
        break;
      case 'log':
        this.#options.log[message.level](message.message, message.fields);
        break;
      case 'failed':
        this.#fail(errorOf(message.error));
        break;
    }
  }

  #fail(error: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = error instanceof SluiceError ? error : this.#asLaneError(error);
    this.#room?.reject(this.#failure);
    for (const { reject } of this.#seals.values()) reject(this.#failure);
    this.#seals.clear();
  }

  #asLaneError(cause: Error): SluiceError {
    const message = `A worker thread of pipeline "${this.#options.setup.pipeline}" failed: ${cause.message}. Nothing it held is committed; start again.`;
    return new SluiceError('lane_failed', message, { cause });
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

function errorOf({ message, code, retryable = false }: WireError): Error {
  // The code was a SluiceErrorCode on the other side of the thread.
  return code === undefined ? new Error(message) : new SluiceError(code as SluiceError['code'], message, { retryable });
}
