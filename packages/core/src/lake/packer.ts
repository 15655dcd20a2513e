import { completingValidators, type Catalogue } from '@sluice/ocsf';
import { ColumnValueError, type Encoder, type ObjectWriter, type SpillStore } from '@sluice/parquet';
import { SluiceError } from '../errors.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import { createConformer, type Conformer, type Product } from './conform.ts';
import { defaultEventTimeRule, ensureEventTime, type EventTimeRule } from './event-time.ts';
import { chooseHeld } from './choose-held.ts';
import { LateRows, type HeldFile, type TakenRows } from './late-rows.ts';
import { checkSourceName } from './names.ts';
import { dayNumber, eventDay, isAwsAccount, type Partition } from './partition.ts';
import type { Refusal } from './refusal.ts';
import type { CustomSource } from './source.ts';

export interface PackerOptions {
  readonly catalogue: Catalogue;
  readonly encoder: Encoder;
  readonly region: string;
  readonly account: string;
  readonly product: Product;
  readonly sources: readonly CustomSource[];
  readonly statistics: PipelineStatistics;
  /** Memory that one open object may take before its writer has to make do with less. */
  readonly maxMemoryBytes: number;
  /** Where rows go that memory has no room for. Without it, `spillIfFull` does nothing. */
  readonly spill?: SpillRule;
  readonly eventTime?: EventTimeRule;
  /** Lets objects of days that are over wait for more rows. Without it, every flush closes all. */
  readonly late?: LateRule;
}

interface LateRule {
  /** Text of late rows that may wait for the next flush; an object that has no room is stored with it. */
  readonly maxBytes: number;
  readonly maxObjectBytes: number;
}

export interface SpillRule {
  readonly store: SpillStore;
  /** Memory of all open rows from which on the heaviest objects are spilled. */
  readonly aboveBytes: number;
}

/** What stays in memory, of what made it full. */
const keptPart = 3 / 4;

/** An object that rows are being added to. */
export interface OpenObject {
  readonly source: CustomSource;
  readonly partition: Partition;
  readonly writer: ObjectWriter;
  /** Present where the object may stay open over a flush. */
  readonly late?: LateRows | undefined;
}

/** An object that stays open over a flush, with what came to it since the last one: later rows are of the next. */
export interface HeldObject {
  readonly object: OpenObject;
  readonly late: LateRows;
  readonly came: TakenRows;
}

/** The objects that were open when a flush began. Nothing is added to them any more. */
export interface Generation {
  readonly objects: readonly OpenObject[];
  readonly events: number;
  /** Objects that stay open; what came to them since the last flush has to be made durable. */
  readonly held: readonly HeldObject[];
}

/**
 * Sorts events into open objects: one for each custom source, account and event day.
 * It completes and checks each event first; what it accepts can be stored.
 */
export interface Packer {
  /** Takes the event over and completes it in place. */
  prepare(event: Record<string, unknown>, receivedAt: number): Refusal | undefined;
  /** Adds an event that `prepare` let pass to its object. */
  add(event: Record<string, unknown>): Refusal | undefined;
  /** Adds an event that was held when a process ended, from this file. */
  restore(event: Record<string, unknown>, since: number): Refusal | undefined;
  /** The events of a file were restored. */
  restored(source: string, partition: Partition, file: HeldFile): void;
  /** Rows that are neither stored nor held. */
  readonly events: number;
  readonly heldObjects: number;
  readonly openObjects: number;
  memoryBytes(): number;
  /** What the heaviest open object would weigh when stored. */
  largestObjectBytes(): number;
  /** What was spilled of open objects, as it lies on disk. */
  spilledBytes(): number;
  /**
   * Spills the heaviest objects where open rows take more memory than the rule allows. No object changes by it. Where it
   * rejects, every row is still in memory.
   */
  spillIfFull(): Promise<void>;
  /** Closes what is open and starts afresh. With the number of a flush, late objects may stay open over it. */
  detach(holdOver?: number): Generation;
  /** Lets go of what is open, spilled rows too. */
  discard(): Promise<void>;
}

interface SourceLane {
  readonly source: CustomSource;
  readonly conformer: Conformer;
  readonly open: Map<string, OpenObject>;
  /** The object of the last event: most events go where the one before went. */
  last: { readonly day: number; readonly account: string; readonly object: OpenObject } | undefined;
}

export function createPacker(options: PackerOptions): Packer {
  return new EventPacker(options);
}

class EventPacker implements Packer {
  readonly #options: PackerOptions;
  readonly #eventTime: EventTimeRule;
  readonly #lanes = new Map<number, SourceLane>();
  #events = 0;
  #openObjects = 0;
  #held: readonly OpenObject[] = [];
  #lateBytes = 0;
  /** Day of the latest receipt: events of the days before it are late. */
  #receiptDay = -Infinity;

  constructor(options: PackerOptions) {
    this.#options = options;
    this.#eventTime = options.eventTime ?? defaultEventTimeRule;
    const { catalogue, product, statistics } = options;
    const completingValidator = completingValidators(catalogue);
    for (const source of options.sources) {
      checkSourceName(source.name);
      const conformer = createConformer({ catalogue, completingValidator, source, product, statistics });
      const { classUid } = conformer;
      const other = this.#lanes.get(classUid);
      if (other !== undefined) {
        throw new SluiceError(
          'source_invalid',
          `Custom sources "${other.source.name}" and "${source.name}" both take class ${source.class}; one class goes to one source.`,
        );
      }
      this.#lanes.set(classUid, { source, conformer, open: new Map(), last: undefined });
    }
  }

  get events(): number {
    return this.#events;
  }

  get openObjects(): number {
    return this.#openObjects;
  }

  prepare(event: Record<string, unknown>, receivedAt: number): Refusal | undefined {
    const lane = this.#laneOf(event);
    if (lane === undefined) return this.#noSource(event);
    this.#receiptDay = dayNumber(receivedAt);
    if (ensureEventTime(event, receivedAt, this.#eventTime)) this.#options.statistics.timedByReceipt++;
    return lane.conformer.conform(event);
  }

  add(event: Record<string, unknown>): Refusal | undefined {
    const lane = this.#laneOf(event);
    if (lane === undefined) return this.#noSource(event);
    const object = this.#objectFor(lane, event);
    const unfit = append(object.writer, event);
    if (unfit !== undefined) return unfit;
    this.#events++;
    if (object.late !== undefined) this.#addLate(object.late, event);
    return undefined;
  }

  restore(event: Record<string, unknown>, since: number): Refusal | undefined {
    const lane = this.#laneOf(event);
    if (lane === undefined) return this.#noSource(event);
    // It was late when it was held, whatever day it is now.
    this.#receiptDay = Math.max(this.#receiptDay, dayNumber(Number(event['time'])) + 1);
    const { late, writer } = this.#objectFor(lane, event);
    if (late !== undefined) late.since = since;
    return append(writer, event);
  }

  restored(source: string, { account, eventDay: day }: Partition, file: HeldFile): void {
    for (const object of this.#open()) {
      const { partition } = object;
      if (object.source.name !== source || partition.account !== account || partition.eventDay !== day) continue;
      object.late?.hold(file);
      if (!this.#held.includes(object)) this.#held = [...this.#held, object];
    }
  }

  get heldObjects(): number {
    return this.#held.length;
  }

  memoryBytes(): number {
    let bytes = this.#lateBytes;
    for (const object of this.#open()) bytes += object.writer.memoryBytes;
    return bytes;
  }

  largestObjectBytes(): number {
    let bytes = 0;
    for (const object of this.#open()) bytes = Math.max(bytes, object.writer.estimatedBytes);
    return bytes;
  }

  detach(holdOver?: number): Generation {
    const { late } = this.#options;
    const open = [...this.#open()].filter((object) => object.writer.rows > 0);
    const held = holdOver === undefined || late === undefined ? [] : chooseHeld(open, { ...late, flush: holdOver });
    const staying = new Set(held);
    const generation = {
      objects: open.filter((object) => !staying.has(object)),
      events: this.#events,
      held: held.flatMap((object) => heldObject(object)),
    };
    for (const lane of this.#lanes.values()) {
      for (const [key, object] of lane.open) if (!staying.has(object)) lane.open.delete(key);
      lane.last = undefined;
    }
    this.#events = 0;
    this.#lateBytes = 0;
    this.#held = held;
    this.#openObjects = held.length;
    return generation;
  }

  #addLate(late: LateRows, event: Record<string, unknown>): void {
    const before = late.bytes;
    late.add(event);
    this.#lateBytes += late.bytes - before;
    if (this.#lateBytes <= (this.#options.late?.maxBytes ?? 0)) return;
    this.#lateBytes -= late.bytes;
    late.giveUp();
  }

  async discard(): Promise<void> {
    for (const { writer } of this.detach().objects) await writer.discard();
  }

  spilledBytes(): number {
    let bytes = 0;
    for (const object of this.#open()) bytes += object.writer.spilledBytes;
    return bytes;
  }

  async spillIfFull(): Promise<void> {
    const { spill } = this.#options;
    let held = spill === undefined ? 0 : this.memoryBytes();
    if (spill === undefined || held < spill.aboveBytes) return;
    const writers = [...this.#open()].map(({ writer }) => writer);
    for (const writer of writers.toSorted((left, right) => right.memoryBytes - left.memoryBytes)) {
      held -= writer.memoryBytes;
      await writer.spill();
      held += writer.memoryBytes;
      if (held <= spill.aboveBytes * keptPart) return;
    }
  }

  *#open(): Iterable<OpenObject> {
    for (const lane of this.#lanes.values()) yield* lane.open.values();
  }

  #laneOf(event: Record<string, unknown>): SourceLane | undefined {
    const { class_uid: classUid } = event;
    return typeof classUid === 'number' ? this.#lanes.get(classUid) : undefined;
  }

  #noSource(event: Record<string, unknown>): Refusal {
    const classUid = JSON.stringify(event['class_uid'] ?? null).slice(0, 40);
    const known = [...this.#lanes.keys()].join(', ');
    return {
      code: 'class_without_source',
      detail: `class_uid ${classUid} has no custom source here; there are sources for ${known}`,
    };
  }

  #objectFor(lane: SourceLane, event: Record<string, unknown>): OpenObject {
    const day = dayNumber(Number(event['time']));
    const account = awsAccountOf(event) ?? this.#options.account;
    const { last } = lane;
    if (last !== undefined && last.day === day && last.account === account) return last.object;
    const key = `${account}/${day}`;
    let object = lane.open.get(key);
    if (object === undefined) {
      object = this.#openObject(lane, { region: this.#options.region, account, eventDay: eventDay(day) });
      lane.open.set(key, object);
    }
    lane.last = { day, account, object };
    return object;
  }

  #openObject(lane: SourceLane, partition: Partition): OpenObject {
    this.#openObjects++;
    const { encoder, maxMemoryBytes, spill } = this.#options;
    const options = spill === undefined ? { maxMemoryBytes } : { maxMemoryBytes, spill: spill.store };
    const writer = encoder.open(lane.conformer.schema, options);
    const isLate = this.#options.late !== undefined && partition.eventDay < eventDay(Math.max(0, this.#receiptDay));
    return { source: lane.source, partition, writer, late: isLate ? new LateRows() : undefined };
  }
}

function append(writer: ObjectWriter, event: Record<string, unknown>): Refusal | undefined {
  try {
    writer.append(event);
    return undefined;
  } catch (error) {
    if (!(error instanceof ColumnValueError)) throw error;
    return { code: 'value_not_storable', detail: error.message };
  }
}

function heldObject(object: OpenObject): readonly HeldObject[] {
  const { late } = object;
  return late === undefined ? [] : [{ object, late, came: late.take() }];
}

/** The AWS account that the event is about, where it says one in `cloud`. */
function awsAccountOf(event: Record<string, unknown>): string | undefined {
  const cloud = event['cloud'] as { provider?: unknown; account?: { uid?: unknown } } | undefined;
  if (cloud === undefined || cloud === null || cloud.provider !== 'AWS') return undefined;
  const uid = cloud.account?.uid;
  return isAwsAccount(uid) ? uid : undefined;
}
