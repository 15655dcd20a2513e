import { isRejection, isSkip, type Batch, type MapContext, type MapResult, type Origin } from '@sluice/connector';
import type { DeadLetterBuffer } from '../dead-letters/dead-letter-buffer.ts';
import { rawOf, type RejectionStage } from '../dead-letters/dead-letter.ts';
import type { Packer } from '../lake/packer.ts';
import type { Refusal } from '../lake/refusal.ts';
import { count, type PipelineStatistics } from '../telemetry.ts';
import { decoderFor, type Decoder } from './decode.ts';
import type { PipelineOptions } from '../pipeline/options.ts';

export interface MapperOptions {
  readonly pipeline: Pick<PipelineOptions, 'name' | 'connector' | 'stream' | 'config'>;
  readonly packer: Packer;
  readonly statistics: PipelineStatistics;
}

/** Takes the records of one batch, from `from` to before `to`, into open objects or into the dead letters. */
export type BatchMapper = (from: number, to: number, deadLetters: DeadLetterBuffer) => void;

type Event = Record<string, unknown>;

const unknownOrigin: Origin = { transport: 'unknown' };
const maxDescription = 300;

/** Everything between raw bytes and columns: decode, map, complete, validate, sort into objects. No I/O, no waiting. */
export function mapBatch(options: MapperOptions, batch: Batch): BatchMapper {
  const run = new BatchRun(options, batch);
  return (from, to, deadLetters) => run.take(from, to, deadLetters);
}

class BatchRun {
  readonly #options: MapperOptions;
  readonly #batch: Batch;
  readonly #decode: Decoder;
  #context: MapContext<unknown>;
  #record = 0;
  #start = 0;
  #end = 0;
  #deadLetters: DeadLetterBuffer | undefined;

  constructor(options: MapperOptions, batch: Batch) {
    const { stream, config } = options.pipeline;
    this.#options = options;
    this.#batch = batch;
    this.#decode = decoderFor(stream.format, batch);
    this.#context = { config, receivedAt: batch.receivedAt, origin: batch.origins[0] ?? unknownOrigin };
  }

  take(from: number, to: number, deadLetters: DeadLetterBuffer): void {
    const { bounds, originOf, origins } = this.#batch;
    const { statistics } = this.#options;
    this.#deadLetters = deadLetters;
    for (let record = from; record < to; record++) {
      this.#record = record;
      this.#start = bounds[2 * record] ?? 0;
      this.#end = bounds[2 * record + 1] ?? this.#start;
      if (originOf !== undefined) this.#useOrigin(origins[originOf[record] ?? 0] ?? unknownOrigin);
      statistics.receivedRecords++;
      statistics.receivedBytes += this.#end - this.#start;
      this.#takeRecord();
    }
  }

  #useOrigin(origin: Origin): void {
    if (origin !== this.#context.origin) this.#context = { ...this.#context, origin };
  }

  #takeRecord(): void {
    const { damage } = this.#context.origin;
    if (damage !== undefined) return this.#refuse({ code: 'spool_damaged', detail: damage }, 'read');
    const decoded = this.#decode(this.#start, this.#end);
    if ('refusal' in decoded) return this.#refuse(decoded.refusal, 'decode');
    let result: MapResult;
    try {
      result = this.#options.pipeline.stream.map(decoded.record, this.#context);
    } catch (error) {
      return this.#refuse({ code: 'mapper_failed', detail: describe(error) }, 'map');
    }
    this.#takeResult(result);
  }

  #takeResult(result: MapResult): void {
    if (typeof result !== 'object' || result === null) {
      this.#refuse({ code: 'mapper_failed', detail: 'map gave neither events nor a reason' }, 'map');
    } else if (Array.isArray(result)) {
      this.#takeAll(result as readonly Event[]);
    } else if (isSkip(result)) {
      count(this.#options.statistics.skipped, result.skip);
    } else if (isRejection(result)) {
      this.#refuse({ code: result.reject, detail: result.detail ?? '' }, 'map');
    } else {
      const event = result as Event;
      const unfit = this.#options.packer.prepare(event, this.#batch.receivedAt);
      if (unfit === undefined) this.#add(event);
      else this.#refuse(unfit, 'conform', event);
    }
  }

  /** All events of a record are checked before the first is added: a record is in the lake whole or not at all. */
  #takeAll(events: readonly Event[]): void {
    if (events.length === 0) return this.#refuse({ code: 'mapper_failed', detail: 'map gave an empty list' }, 'map');
    for (const [index, event] of events.entries()) {
      const unfit = this.#options.packer.prepare(event, this.#batch.receivedAt);
      if (unfit !== undefined) return this.#refuse(unfit, 'conform', event, index);
    }
    for (const [index, event] of events.entries()) this.#add(event, index);
  }

  #add(event: Event, index?: number): void {
    const unfit = this.#options.packer.add(event);
    if (unfit === undefined) this.#options.statistics.mappedEvents++;
    else this.#refuse(unfit, 'encode', event, index);
  }

  #refuse(refusal: Refusal, stage: RejectionStage, event?: Event, eventIndex?: number): void {
    const { pipeline, statistics } = this.#options;
    const { connector, stream, name } = pipeline;
    const position = this.#batch.cursorAt?.(this.#record);
    const path = refusal.findings?.[0]?.path;
    const classUid = event?.['class_uid'];
    count(statistics.rejected, refusal.code);
    this.#deadLetters?.add({
      reason: refusal.code,
      detail: refusal.detail,
      stage,
      pipeline: name,
      connector: connector.name,
      connector_version: connector.version,
      stream: stream.name,
      received_at: new Date(this.#batch.receivedAt).toISOString(),
      origin: this.#context.origin,
      ...(position === undefined ? {} : { position }),
      ...(eventIndex === undefined ? {} : { event_index: eventIndex }),
      ...(typeof classUid === 'number' ? { class_uid: classUid } : {}),
      ...(path === undefined ? {} : { path }),
      ...(refusal.findings === undefined ? {} : { findings: refusal.findings }),
      ...rawOf(this.#batch.bytes.subarray(this.#start, this.#end)),
    });
  }
}

function describe(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, maxDescription);
}
