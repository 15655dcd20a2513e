/** Where a writer puts rows that memory has no room for: a folder, say. What lies there is of no use to anyone else. */
export interface SpillStore {
  /** A new and empty file. */
  create(): Promise<SpillFile>;
}

/** Bytes that are written once, from the beginning to the end, and then read in ranges. */
export interface SpillFile {
  /** Adds bytes at the end. Where it rejects, the writer removes the file and uses it no more. */
  write(bytes: Uint8Array): Promise<void>;
  /** Bytes `[start, end)` of what was written. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** Removes the file. Does not reject where it is gone already. */
  remove(): Promise<void>;
}

/** Spills to memory: rows sorted and compressed take a fifth to a tenth of what they take otherwise. */
export function memorySpill(): SpillStore {
  return { create: () => Promise.resolve(memoryFile()) };
}

function memoryFile(): SpillFile {
  let pieces: { readonly start: number; readonly bytes: Uint8Array }[] = [];
  let length = 0;
  return {
    write(bytes) {
      pieces.push({ start: length, bytes });
      length += bytes.length;
      return Promise.resolve();
    },
    read(start, end) {
      const parts = pieces
        .filter((piece) => piece.start < end && piece.start + piece.bytes.length > start)
        .map((piece) => piece.bytes.subarray(Math.max(0, start - piece.start), end - piece.start));
      return Promise.resolve(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts));
    },
    remove() {
      pieces = [];
      return Promise.resolve();
    },
  };
}
