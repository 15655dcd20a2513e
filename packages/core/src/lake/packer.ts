import type { Catalogue } from '@sluice/ocsf';
import { ColumnValueError, type Encoder, type ObjectWriter, type SpillStore } from '@sluice/parquet';
import { SluiceError } from '../errors.ts';
import type { PipelineStatistics } from '../telemetry.ts';
import { createConformer, type Conformer, type Product } from './conform.ts';
import { defaultEventTimeRule, ensureEventTime, type EventTimeRule } from './event-time.ts';
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
}

export interface SpillRule {
  readonly store: SpillStore;
  /** Memory of all open rows from which on the heaviest objects are spilled. */
  readonly aboveBytes: number;
}

/** What stays in memory, of what made it full. */
const keptPart = 1 / 3;

/** An object that rows are being added to. */
export interface OpenObject {
  readonly source: CustomSource;
  readonly partition: Partition;
  readonly writer: ObjectWriter;
}

/** The objects that were open when a flush began. Nothing is added to them any more. */
export interface Generation {
  readonly objects: readonly OpenObject[];
  readonly events: number;
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
  readonly events: number;
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
  /** Closes what is open and starts afresh. */
  detach(): Generation;
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

  constructor(options: PackerOptions) {
    this.#options = options;
    this.#eventTime = options.eventTime ?? defaultEventTimeRule;
    const { catalogue, product, statistics } = options;
    for (const source of options.sources) {
      checkSourceName(source.name);
      const conformer = createConformer({ catalogue, source, product, statistics });
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
    if (ensureEventTime(event, receivedAt, this.#eventTime)) this.#options.statistics.timedByReceipt++;
    return lane.conformer.conform(event);
  }

  add(event: Record<string, unknown>): Refusal | undefined {
    const lane = this.#laneOf(event);
    if (lane === undefined) return this.#noSource(event);
    const object = this.#objectFor(lane, event);
    try {
      object.writer.append(event);
    } catch (error) {
      if (!(error instanceof ColumnValueError)) throw error;
      return { code: 'value_not_storable', detail: error.message };
    }
    this.#events++;
    return undefined;
  }

  memoryBytes(): number {
    let bytes = 0;
    for (const object of this.#open()) bytes += object.writer.memoryBytes;
    return bytes;
  }

  largestObjectBytes(): number {
    let bytes = 0;
    for (const object of this.#open()) bytes = Math.max(bytes, object.writer.estimatedBytes);
    return bytes;
  }

  detach(): Generation {
    const objects = [...this.#open()].filter((object) => object.writer.rows > 0);
    const generation = { objects, events: this.#events };
    for (const lane of this.#lanes.values()) {
      lane.open.clear();
      lane.last = undefined;
    }
    this.#events = 0;
    this.#openObjects = 0;
    return generation;
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
    return { source: lane.source, partition, writer };
  }
}

/** The AWS account that the event is about, where it says one in `cloud`. */
function awsAccountOf(event: Record<string, unknown>): string | undefined {
  const cloud = event['cloud'] as { provider?: unknown; account?: { uid?: unknown } } | undefined;
  if (cloud === undefined || cloud === null || cloud.provider !== 'AWS') return undefined;
  const uid = cloud.account?.uid;
  return isAwsAccount(uid) ? uid : undefined;
}
