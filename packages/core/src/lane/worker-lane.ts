import { Worker } from 'node:worker_threads';
import type { Batch, ConnectorLog } from '@sluice/connector';
import { SluiceError } from '../errors.ts';
import { addProgress, newStatistics, type PipelineStatistics } from '../telemetry.ts';
import { copyOfRecords } from '../pipeline/batch-part.ts';
import { noLoad, type Lane, type LaneLoad, type SealedObject, type SealOrder } from './lane.ts';
import type { FromWorker, ToWorker, WireBatch, WireError, WorkerSetup } from './worker-protocol.ts';

/** A place in what was sent, and the load of the worker when it had worked through all before it. */
interface Mark {
  readonly pieces: number;
  load: LaneLoad | undefined;
}

export interface WorkerLaneOptions {
  readonly setup: WorkerSetup;
  readonly statistics: PipelineStatistics;
  readonly log: ConnectorLog;
  /** So many calls of `look` the reader may be ahead of the worker. */
  readonly looksAhead: number;
}

/** A lane on a thread of its own. Raw buffers move there without a copy; finished objects come back as file names. */
export class WorkerLane implements Lane {
  readonly #options: WorkerLaneOptions;
  readonly #worker: Worker;
  readonly #seals = new Map<number, PromiseWithResolvers<readonly SealedObject[]>>();
  #load = noLoad;
  #seen = newStatistics();
  #nextSeal = 0;
  #sent = 0;
  #taken = 0;
  readonly #marks: Mark[] = [];
  #progress: PromiseWithResolvers<void> | undefined;
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
    return { ...this.#load, waiting: this.#sent - this.#taken };
  }

  take(batch: Batch, from: number, to: number): Promise<void> {
    this.#check();
    const piece = pieceOf(batch, from, to);
    const { bytes, bounds, originOf } = piece;
    this.#send({ kind: 'take', batch: piece }, [bytes, bounds, originOf ?? bounds]);
    this.#sent++;
    return Promise.resolve();
  }

  async look(): Promise<LaneLoad> {
    this.#check();
    this.#marks.push({ pieces: this.#sent, load: this.#sent === this.#taken ? this.#load : undefined });
    if (this.#marks.length <= this.#options.looksAhead) return noLoad;
    while (this.#marks[0] !== undefined && this.#marks[0].load === undefined) {
      this.#progress = Promise.withResolvers();
      await this.#progress.promise;
    }
    return this.#marks.shift()?.load ?? noLoad;
  }

  seal(order: SealOrder): Promise<readonly SealedObject[]> {
    this.#check();
    const id = this.#nextSeal++;
    const sealed = Promise.withResolvers<readonly SealedObject[]>();
    this.#seals.set(id, sealed);
    this.#load = noLoad;
    this.#marks.length = 0;
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

  #send(message: ToWorker, transfer: readonly { readonly buffer: ArrayBuffer }[] = []): void {
    this.#worker.postMessage(message, [...new Set(transfer.map(({ buffer }) => buffer))]);
  }

  #onMessage(message: FromWorker): void {
    switch (message.kind) {
      case 'taken':
        this.#taken++;
        if (message.seals === this.#nextSeal) this.#load = message.load;
        for (const mark of this.#marks) if (mark.pieces === this.#taken) mark.load = this.#load;
        addProgress(this.#options.statistics, this.#seen, message.statistics);
        this.#seen = message.statistics;
        this.#progress?.resolve();
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
    this.#progress?.reject(this.#failure);
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

/** What crosses to the thread: the batch's own buffers where it gets all of it, else copies. */
function pieceOf(batch: Batch, from: number, to: number): WireBatch {
  const records = batch.bounds.length / 2;
  const cursor = to === records ? batch.cursor : batch.cursorAt?.(to - 1);
  const whole = from === 0 && to === records ? batch : copyOfRecords(batch, from, to);
  const { bytes, bounds, receivedAt, origins, originOf } = whole;
  return {
    bytes,
    bounds,
    receivedAt,
    origins,
    ...(originOf === undefined ? {} : { originOf }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function errorOf({ message, code, retryable = false }: WireError): Error {
  // The code was a SluiceErrorCode on the other side of the thread.
  return code === undefined ? new Error(message) : new SluiceError(code as SluiceError['code'], message, { retryable });
}
