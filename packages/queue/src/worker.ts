import { BatchBuilder, type Batch, type Origin, type UnitPart } from '@sluice/connector';
import { createRecordSplitter } from '@sluice/connector/records';
import type { ObjectRef } from './announcement.ts';
import { decompressed } from './decompress.ts';
import type { Flight } from './flight.ts';
import { openObject, type OpenObject } from './object-bytes.ts';
import { ObjectProblem, problemOrigin, problemRecord, type Problem } from './problem.ts';
import type { Parcel } from './parcel.ts';
import { isCredentialError, queueError } from './service-error.ts';
import type { Workplace } from './workplace.ts';

const firstBackoffMs = 5000;
const longestBackoffMs = 15 * 60_000;
/** Objects of AWS's services that are one JSON value name their records so. */
const lists = ['Records', 'Findings'];

/** Reads one parcel after the other and hands its records on. */
export class Worker {
  readonly #place: Workplace;
  readonly #origin: Origin;

  constructor(place: Workplace) {
    this.#place = place;
    const queue = new URL(place.context.config.queue_url);
    this.#origin = { transport: 'sqs', address: queue.pathname.slice(queue.pathname.lastIndexOf('/') + 1) };
  }

  async run(): Promise<void> {
    const { parcels, context } = this.#place;
    for (let parcel = await parcels.take(); parcel !== undefined; parcel = await parcels.take()) {
      if (context.signal.aborted) for (const flight of parcel.flights) flight.release(0);
      else await this.#work(parcel);
    }
  }

  async #work(parcel: Parcel): Promise<void> {
    switch (parcel.kind) {
      case 'records':
        return this.#giveRecords(parcel.flights, parcel.texts);
      case 'unknown':
        return this.#giveUp(parcel.flights[0], new ObjectProblem('message_unreadable', parcel.why));
      default:
        return this.#readObjects(parcel.flights[0], parcel.objects);
    }
  }

  async #giveRecords(flights: readonly Flight[], texts: readonly string[]): Promise<void> {
    const builder = new BatchBuilder();
    for (const text of texts) {
      const bytes = Buffer.from(text);
      builder.add(bytes, 0, bytes.length, this.#origin);
    }
    const units = flights.map(({ messageId }) => ({ id: messageId, records: 1, firstRecord: 0, isLast: true }));
    await this.#give(builder, units, flights);
    for (const flight of flights) flight.finish();
  }

  async #readObjects(flight: Flight, objects: readonly ObjectRef[]): Promise<void> {
    for (const object of objects) {
      const problem = await this.#readObject(flight, object);
      if (problem === undefined) continue;
      if (!(await this.#mayGoOn(flight, object, problem))) return;
    }
    flight.finish();
  }

  /** Undefined, or why the object could not be read to its end. */
  async #readObject(flight: Flight, ref: ObjectRef): Promise<unknown> {
    const { clients, context } = this.#place;
    try {
      const object = await openObject(ref, {
        s3: clients.s3,
        signal: context.signal,
        maxObjectBytes: context.config.max_object,
      });
      this.#place.readableBuckets.add(ref.bucket);
      await this.#giveObject(flight, ref, object);
      return undefined;
    } catch (error) {
      if (isCredentialError(error)) throw queueError(error, 's3:GetObject', `s3://${ref.bucket}`);
      return error;
    }
  }

  async #giveObject(flight: Flight, ref: ObjectRef, object: OpenObject): Promise<void> {
    const { config } = this.#place.context;
    const { maxBatchBytes = 1024 * 1024, stepsFor } = this.#place.reading;
    const steps = stepsFor?.(ref);
    const origin = { ...this.#origin, transport: 's3', path: object.path };
    const builder = new BatchBuilder({ initialBytes: 64 * 1024 });
    const add = (bytes: Uint8Array, start: number, end: number): void => builder.add(bytes, start, end, origin);
    const sink = {
      record: (bytes: Uint8Array, start: number, end: number): void =>
        steps?.record === undefined ? add(bytes, start, end) : steps.record(bytes, start, end, add),
      tooLong: (head: Uint8Array): void => {
        const body = Buffer.from(head).toString();
        const record = problemRecord({
          problem: 'record_too_long',
          detail: `longer than max_record (${config.max_record} bytes); body is its beginning`,
          message_id: flight.messageId,
          object: object.path,
          body,
        });
        builder.add(record, 0, record.length, problemOrigin(origin));
      },
      unfinished: (): never => {
        throw new ObjectProblem('object_corrupt', 'ends in the middle of a JSON value');
      },
    };
    const splitter = createRecordSplitter(sink, { maxRecordBytes: config.max_record, lists });
    let firstRecord = 0;
    const giveWhatIsThere = async (isLast: boolean): Promise<void> => {
      const records = builder.records;
      await this.#give(builder, [{ id: object.id, records, firstRecord, isLast }], [flight]);
      firstRecord += records;
    };
    let uncompressed = 0;
    for await (const chunk of decompressed(object.bytes)) {
      uncompressed += chunk.length;
      if (uncompressed > config.max_uncompressed) {
        throw new ObjectProblem(
          'object_too_large',
          `holds more than max_uncompressed (${config.max_uncompressed} bytes)`,
        );
      }
      splitter.push(chunk);
      if (builder.weight >= maxBatchBytes) await giveWhatIsThere(false);
    }
    splitter.end();
    await steps?.end?.();
    await giveWhatIsThere(true);
  }

  /**
   * Decides about a message one of whose objects could not be read. True where the object is given up, so that the
   * message can go on with the next one; otherwise the message was released.
   */
  async #mayGoOn(flight: Flight, ref: ObjectRef, error: unknown): Promise<boolean> {
    const { context } = this.#place;
    if (context.signal.aborted) {
      flight.release(0);
      return false;
    }
    const isLasting = error instanceof ObjectProblem;
    const object = `s3://${ref.bucket}/${ref.key}`;
    const detail = error instanceof Error ? error.message : String(error);
    const code = isLasting ? error.problem : 'object_unreachable';
    if (isLasting && flight.receives >= context.config.give_up_after && this.#isOfTheObject(error, ref)) {
      context.log.error('an object is given up; a dead letter names it', { object, problem: code, detail });
      await this.#giveProblem(flight, error, object);
      return true;
    }
    const retryInMs = this.#backoffMs(flight.receives);
    context.log.warn('an object cannot be read; its message will come again', {
      object,
      problem: code,
      detail: code === 'object_denied' ? `${detail} (s3:GetObject on ${object} is needed)` : detail,
      receives: flight.receives,
      retry_in_ms: retryInMs,
    });
    flight.release(retryInMs);
    return false;
  }

  /** Whether a problem is the object's own, and not that of a permission that is missing for all. */
  #isOfTheObject({ problem }: ObjectProblem, { bucket }: ObjectRef): boolean {
    return problem !== 'object_denied' || this.#place.readableBuckets.has(bucket);
  }

  async #giveUp(flight: Flight, problem: ObjectProblem): Promise<void> {
    this.#place.context.log.error('a message is given up; a dead letter holds it', {
      message_id: flight.messageId,
      detail: problem.message,
    });
    await this.#giveProblem(flight, problem);
    flight.finish();
  }

  /** Hands on a record that stands for what could not be read. */
  async #giveProblem(flight: Flight, { problem, message }: ObjectProblem, object?: string): Promise<void> {
    const { messageId, body } = flight;
    const facts: Problem = {
      problem,
      detail: message,
      message_id: messageId,
      ...(object === undefined ? {} : { object }),
      body,
    };
    const record = problemRecord(facts);
    const builder = new BatchBuilder();
    const origin = object === undefined ? this.#origin : { ...this.#origin, path: object };
    builder.add(record, 0, record.length, problemOrigin(origin));
    const id = `${messageId}#${problem}#${object ?? ''}`;
    await this.#give(builder, [{ id, records: 1, firstRecord: 0, isLast: true }], [flight]);
  }

  async #give(builder: BatchBuilder, units: readonly UnitPart[], flights: readonly Flight[]): Promise<void> {
    const { batches, context, flights: all } = this.#place;
    for (const flight of flights) flight.leave();
    const settle: NonNullable<Batch['settle']> = async (outcome) => {
      for (const flight of flights) flight.settle(outcome);
      await all.landed();
    };
    const batch: Batch = { ...builder.take({ receivedAt: context.now() }), units, settle };
    if (!(await batches.put(batch))) await settle({ kind: 'failed', error: new Error('the reader was stopped') });
  }

  #backoffMs(receives: number): number {
    const { backoffMs } = this.#place.reading;
    return backoffMs?.(receives) ?? Math.min(firstBackoffMs * 2 ** (Math.min(receives, 20) - 1), longestBackoffMs);
  }
}
