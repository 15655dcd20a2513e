import { isPackedNameOf, isRotatedName, isTelling } from './copies.ts';
import type { Newcomer } from './copy-watch.ts';
import type { FilePosition } from './cursor.ts';
import { findMoved, findPacked, type FoundFile } from './discover.ts';
import { holds } from './fingerprint.ts';
import { withContent } from './open-file.ts';

/** So many files are remembered after they were left: all of a folder that was not mounted for a while. */
const maxLeft = 2000;
/** So many of them stand in each cursor. */
const maxLeftInCursor = 32;

/**
 * Knows again, in copies and compressed files, what was read of files that are gone: those that were copied and truncated,
 * or compressed, while nobody was reading, and those that were left before they were compressed.
 */
export class KeptCopies {
  readonly #positions: Map<string, FilePosition>;
  readonly #left: Map<string, FilePosition>;
  #newestLeft: ReadonlyMap<string, FilePosition>;
  /** Compressed files whose original is still there, by size: to compare them again takes long. */
  readonly #waiting = new Map<string, number>();

  /**
   * The positions of the cursor that reading begins with, and of files that were left before. Cursors without tails are
   * too vague to judge by.
   */
  constructor(positions: ReadonlyMap<string, FilePosition>, left: ReadonlyMap<string, FilePosition>) {
    this.#positions = new Map([...positions].filter(([, position]) => canBeCopied(position)));
    this.#left = new Map(left);
    this.#newestLeft = this.#left;
  }

  /** The files that were left last, to be remembered by the next start. */
  get left(): ReadonlyMap<string, FilePosition> {
    return this.#newestLeft;
  }

  /** Remembers a file that is not followed any more: it may be compressed, or come back. */
  leave(id: string, position: FilePosition): void {
    if (position.packed === undefined && (position.tail === undefined || position.offset === 0)) return;
    this.#left.delete(id);
    this.#left.set(id, position);
    for (const oldest of this.#left.keys()) {
      if (this.#left.size <= maxLeft) break;
      this.#left.delete(oldest);
    }
    this.#leftChanged();
  }

  #leftChanged(): void {
    this.#newestLeft = new Map([...this.#left].slice(-maxLeftInCursor));
  }

  /**
   * Where to go on in a file that nobody has seen before; undefined where it is no copy of a file that is gone by now.
   * `wait`: it is being compressed.
   */
  async positionIn({ found, isPacked }: Newcomer): Promise<FilePosition | 'wait' | undefined> {
    const isRelated = isPacked ? isPackedNameOf : isRotatedName;
    for (const [id, position] of this.#furthestFirst()) {
      const isBack = id === found.id && mayComeBack(position, found);
      // What is compressed is not compressed again.
      const isCopied = position.packed === undefined && isRelated(found.path, position.path);
      if (!isBack && !isCopied) continue;
      const isKnown = this.#waiting.get(found.id) === found.size;
      if (!isKnown && !(await isStill(found, position))) continue;
      if (id === found.id) return this.#use(id, position, found);
      // Where the file itself is as it was, it is read on, and whoever compares files that are open judges the copy.
      const original = await findMoved(position.path, id);
      if (original === 'unknown') continue;
      if (original !== undefined && (await holdsAt(original.path, position))) {
        if (!isPacked) continue;
        this.#waiting.set(found.id, found.size);
        return 'wait';
      }
      return this.#use(id, position, found);
    }
    return undefined;
  }

  /** Of a file whose copy was read itself, or that was read on, the latest position is the one that counts. */
  #furthestFirst(): readonly (readonly [id: string, position: FilePosition])[] {
    return [...this.#positions, ...this.#left].toSorted(([, a], [, b]) => b.offset - a.offset);
  }

  #use(id: string, position: FilePosition, found: FoundFile): FilePosition {
    this.#forget(id, position);
    return { ...position, path: found.path };
  }

  /** The compressed file, in the same folder, that a file has become which is gone; undefined where there is none. */
  async packed(
    id: string,
    position: FilePosition,
    isFollowed: (id: string) => boolean,
  ): Promise<FoundFile | undefined> {
    if (!this.#positions.has(id)) return undefined;
    for await (const found of findPacked(position.path)) {
      if (isFollowed(found.id) || !isPackedNameOf(found.path, position.path)) continue;
      if (!(await holdsAt(found.path, position).catch(() => false))) continue;
      this.#forget(id, position);
      return found;
    }
    return undefined;
  }

  /** Whether reading goes on in a copy of this file. */
  isFound(id: string): boolean {
    return !this.#positions.has(id);
  }

  /** A file that was truncated has two: where it stood then, and where it stands now. */
  #forget(id: string, position: FilePosition): void {
    if (this.#positions.get(id) === position) this.#positions.delete(id);
    if (this.#left.get(id) !== position) return;
    this.#left.delete(id);
    this.#leftChanged();
  }
}

/** Another file that got the inode of a short one may well begin like it. */
function mayComeBack(position: FilePosition, { size }: FoundFile): boolean {
  return position.packed === size || isTelling(position);
}

/** Of what is compressed there are no copies: it is not compressed again. */
function canBeCopied({ tail, packed }: FilePosition): boolean {
  return tail !== undefined && packed === undefined;
}

/** Whether a file is the one in which a position was taken, or a copy of it. */
export function isStill(found: FoundFile, position: FilePosition): Promise<boolean> {
  // What was done with may say less than was read: of what it was compressed from, more was.
  const isDone = position.packed === found.size;
  return isDone
    ? withContent(found.path, async (content) => (await content.head()).fits(position))
    : holdsAt(found.path, position);
}

function holdsAt(path: string, position: FilePosition): Promise<boolean> {
  return withContent(path, (content) => holds(content, position));
}
