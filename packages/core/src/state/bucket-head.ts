import type { DocumentStore } from './document-store.ts';
import type { Holder } from './holder.ts';
import type { FlushCut, FlushIntent, Resumed, StagedObject } from './state-store.ts';

/** A place among the workers of a pipeline, as the head document has it. */
export interface Slot {
  /** Counts who has had the place: a writer with another epoch has lost it. */
  readonly epoch: number;
  /** Counts what the holder has written, signs of life among it. */
  readonly sequence: number;
  readonly holder: Holder;
  /** Whether the holder has left by itself. */
  readonly isFree: boolean;
  readonly flush: number;
  readonly cursor?: Resumed['cursor'];
  readonly cut?: FlushCut;
  readonly intent?: FlushIntent;
  readonly held?: readonly StagedObject[];
  /** The epoch in which the objects of the intent were staged. */
  readonly stagedIn?: number;
}

/** A file that says how much of some units is stored. */
export interface UnitFile {
  readonly key: string;
  /** Epoch milliseconds of the newest unit in it. */
  readonly at: number;
  /** The flush that it belongs to; absent where that was over when the file was made of others. */
  readonly slot?: string;
  readonly flush?: number;
}

/** The one document of a pipeline by which its workers agree. */
export interface Head {
  readonly version: 1;
  readonly slots: Readonly<Record<string, Slot>>;
  /** Oldest first. */
  readonly units: readonly UnitFile[];
}

export interface ReadHead {
  readonly head: Head;
  /** Version of the document; undefined where there is none yet. */
  readonly version: string | undefined;
}

const emptyHead: Head = { version: 1, slots: {}, units: [] };

function headKey(pipeline: string): string {
  return `pipelines/${pipeline}/head.json`;
}

export async function readHead(documents: DocumentStore, pipeline: string): Promise<ReadHead> {
  const found = await documents.read(headKey(pipeline));
  if (found === undefined) return { head: emptyHead, version: undefined };
  return { head: JSON.parse(Buffer.from(found.bytes).toString()) as Head, version: found.version };
}

/** The new version, or undefined where someone else has written in the meantime. */
export function writeHead(
  documents: DocumentStore,
  pipeline: string,
  { head, version }: ReadHead,
): Promise<string | undefined> {
  const expected = version === undefined ? ({ absent: true } as const) : { version };
  return documents.write(headKey(pipeline), Buffer.from(JSON.stringify(head)), expected);
}

export function withSlot(head: Head, name: string, slot: Slot): Head {
  return { ...head, slots: { ...head.slots, [name]: slot } };
}

export function resumedFrom(slot: Slot | undefined): Resumed {
  if (slot === undefined) return { flush: 0 };
  const { flush, cursor, cut, intent, held } = slot;
  return {
    flush,
    ...(cursor === undefined ? {} : { cursor }),
    ...(cut === undefined ? {} : { cut }),
    ...(held === undefined ? {} : { held }),
    ...(intent === undefined ? {} : { intent }),
  };
}
