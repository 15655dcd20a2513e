import type { Cursor, Json } from '@sluice/connector';

/** Where reading of one file goes on. A type, not an interface, so that it is JSON to the compiler too. */
export type FilePosition = {
  /** Path at which it was last seen: where to look for it when it was renamed while nobody was reading. */
  readonly path: string;
  /** Bytes of it that are done with; 0, or the byte after a line end. */
  readonly offset: number;
  /** Tells it from another file that got the same inode: a hash of its first bytes, and how many those are. */
  readonly head: string;
  readonly headBytes: number;
  /** A hash of the last bytes before the offset, 256 at most. Absent in cursors of earlier versions. */
  readonly tail?: string;
  /** Of a compressed file that is done with: its size. Then the offset, which counts what it unpacks to, may be 0. */
  readonly packed?: number;
};

type Positions = { readonly [id: string]: FilePosition };

/** The cursor as it is stored: `{ version: 1, files: { "64768:1234": { path, offset, head, headBytes } } }`. */
export interface FilesCursor {
  readonly [key: string]: Json;
  readonly version: 1;
  /** By file id (`device:inode`). Files of which nothing is read yet do not stand here. */
  readonly files: Positions;
  /** Files that are no more followed, the last ones: they may come back compressed. */
  readonly left: Positions;
}

type Entries = Iterable<readonly [id: string, position: FilePosition]>;

export function cursorOf(followed: Entries, left: Entries): FilesCursor {
  return { version: 1, files: read(followed), left: read(left) };
}

/** Those of which something was read. */
function read(positions: Entries): Positions {
  const files: Record<string, FilePosition> = {};
  for (const [id, position] of positions) {
    if (position.offset > 0 || position.packed !== undefined) files[id] = position;
  }
  return files;
}

/** The same cursor with another position of one file. */
export function movedCursor(cursor: FilesCursor, id: string, position: FilePosition): FilesCursor {
  return { ...cursor, files: { ...cursor.files, [id]: position } };
}

/** Reads a cursor of `cursorOf`. An entry that is none (by another version, by hand) is left out: that file is new. */
export function positionsOf(cursor: Cursor | undefined, of: 'files' | 'left' = 'files'): Map<string, FilePosition> {
  const positions = new Map<string, FilePosition>();
  const entries = isRecord(cursor) ? cursor[of] : undefined;
  if (!isRecord(entries)) return positions;
  for (const [id, entry] of Object.entries(entries)) {
    const position = isRecord(entry) ? positionOf(entry) : undefined;
    if (position !== undefined) positions.set(id, position);
  }
  return positions;
}

function positionOf(entry: { readonly [key: string]: Json }): FilePosition | undefined {
  const { path, offset, head, headBytes, tail, packed } = entry;
  if (typeof path !== 'string' || typeof head !== 'string') return undefined;
  if (!isCount(offset) || !isCount(headBytes)) return undefined;
  const optional = { ...(typeof tail === 'string' ? { tail } : {}), ...(isCount(packed) ? { packed } : {}) };
  return { path, offset, head, headBytes, ...optional };
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
