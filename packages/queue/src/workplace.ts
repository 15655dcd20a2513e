import type { Batch, ReadContext } from '@sluice/connector';
import type { MessageContent, ObjectRef } from './announcement.ts';
import type { Clients } from './clients.ts';
import type { QueueConfig } from './config.ts';
import type { Flights } from './flights.ts';
import type { Handoff } from './handoff.ts';
import type { Parcel } from './parcel.ts';

/** Puts what it wants kept of one record in its place: exactly one record for each. */
export type RecordStep = (
  bytes: Uint8Array,
  start: number,
  end: number,
  add: (bytes: Uint8Array, start: number, end: number) => void,
) => void;

/** What a stream does with the records of one object on their way. */
export interface ObjectSteps {
  readonly record?: RecordStep;
  /** Called after the last record of the object, before its last batch goes out. */
  readonly end?: () => Promise<void>;
}

export interface QueueReading {
  /** What the messages of this stream are. */
  readonly content: MessageContent;
  readonly stepsFor?: (object: ObjectRef) => ObjectSteps | undefined;
  /** A batch goes out when it weighs this. Default 1 MiB. */
  readonly maxBatchBytes?: number;
  /** How long a message is hidden that failed for the nth time. Default 5 s, doubling, up to 15 minutes. */
  readonly backoffMs?: (receives: number) => number;
  /** Instead of connections made from the configuration. */
  readonly clients?: Clients;
}

/** What the tasks of one reader share. */
export interface Workplace {
  readonly context: ReadContext<QueueConfig>;
  readonly reading: QueueReading;
  readonly clients: Clients;
  readonly flights: Flights;
  readonly parcels: Handoff<Parcel>;
  readonly batches: Handoff<Batch>;
  /** Buckets of which an object could be read: a denial there is about the object, not about the permission. */
  readonly readableBuckets: Set<string>;
}
