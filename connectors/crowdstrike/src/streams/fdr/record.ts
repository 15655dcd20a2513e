import type { Fields } from '../../falcon/fields.ts';

/** One record of the replicator, taken apart. */
export interface FdrRecord {
  /** `event_simpleName`. */
  readonly name: string;
  readonly fields: Fields;
  /** What the host inventory says of the record's host, where the reader knew it. */
  readonly host: Fields | undefined;
}

/** An event to which `finish` adds what stands in every class. */
export type Unfinished<Event> = Omit<Event, 'metadata' | 'device'>;

/** Of whatever class. `profiles` are those of this one event, where they are not those that its class has here. */
export type UnfinishedEvent = Record<string, unknown> & { class_uid: number; profiles?: readonly string[] };

/** Makes the event of one kind of record; undefined where the record lacks what the class requires. */
export type EventMaker = (record: FdrRecord) => UnfinishedEvent | undefined;
