import type { Trace } from './copies.ts';
import type { FilePosition } from './cursor.ts';
import type { FoundFile } from './discover.ts';

/** Whole lines of one file, in a buffer that is the receiver's to keep. */
export interface Chunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly bounds: Uint32Array<ArrayBuffer>;
  /** Position after line `i` and its line end. Stays right whatever happens to the file. */
  readonly positionAfter: (line: number) => FilePosition;
  readonly tooLong: number;
}

export interface ReadLimits {
  readonly maxLineBytes: number;
  /** Of a compressed file that unpacks to more, no more is read. */
  readonly maxUnpackedBytes: number;
  readonly signal: AbortSignal;
  /** A file in which nothing came for so long is looked at when the patterns are searched anew, not at every poll. */
  readonly sleepsAfterMs: number;
  /** A compressed file that ends in the middle, and does not grow for so long, will not be finished by its writer. */
  readonly finishedWithinMs: number;
}

/** What a file is opened with. */
export interface Opening {
  readonly found: FoundFile;
  /** Where reading it goes on, if it turns out to be the file in which this position was taken. */
  readonly kept: FilePosition | undefined;
  readonly limits: ReadLimits;
}

/** One file that is read from start to end, and stays the same file through renames. */
export interface FollowedFile {
  /** `device:inode`. */
  readonly id: string;
  /** Where it was last seen. */
  path: string;
  /** When (in ms of a steady clock) it was first seen that no path leads to it any more. */
  missingSince: number | undefined;
  /** Whether the last look found nothing more to give out. */
  readonly isDrained: boolean;
  /** Bytes that are there and not given out. */
  readonly unreadBytes: number;
  /** The same object for as long as nothing moves. */
  readonly position: FilePosition;
  /** How far it is read. */
  readonly trace: Trace;
  /** How far it was read when it was found truncated, the last times that it was. */
  readonly formerTraces: readonly Trace[];
  /** Whether it may be passed over until its size is seen to change: nothing has come for a while. */
  readonly isAsleep: boolean;
  /** Why it could not be read to its end; undefined for as long as nothing is wrong. */
  readonly damage?: string | undefined;

  /** Tells how a search found it; a change wakes it. */
  seeFound(found: FoundFile): void;
  /** Goes to the start of the last line that has no end yet, or to the end. */
  skipToEnd(): Promise<void>;
  /** Looks at the file anew. True where it was cut, and not written further: reading starts over from its beginning. */
  refresh(): Promise<boolean>;
  /**
   * The next whole lines; with `isLast`, an unfinished last line too. Undefined where there is nothing more. `cut`
   * where the file was truncated and written anew while it was read: it starts over.
   */
  next(isLast: boolean): Promise<Chunk | 'cut' | undefined>;
  close(): Promise<void>;
}
