import { beginsLike, compareWithTrace, isPackedNameOf, isRotatedName, isTelling, type Trace } from './copies.ts';
import type { FilePosition } from './cursor.ts';
import type { FoundFile } from './discover.ts';
import type { FollowedFile } from './followed-file.ts';
import { unpackedName } from './packing.ts';

/** A file that no one has seen before. */
export interface Newcomer {
  readonly found: FoundFile;
  readonly isPacked: boolean;
  /** Whether nothing was read before: nothing can have been compressed meanwhile. */
  readonly isFirstSearch: boolean;
}

/** What to do with a file that no one has seen before. */
export type Verdict =
  | { readonly kind: 'new' }
  /** It says what another file says that is being read: nothing to do for now. */
  | { readonly kind: 'wait' }
  /** It is a copy of what another file was before it was truncated: what was not read there is read here. */
  | { readonly kind: 'from'; readonly position: FilePosition };

interface Watched {
  size: number;
  sizeSince: number;
  /** The file whose words it says. */
  readonly original: FollowedFile;
  /** Where that was truncated by then: the same for as long as it is not truncated again. */
  readonly formerTraces: readonly Trace[];
}

/** A copy that does not grow for so long, and is still shorter than what was read, is none. */
const unfinishedForMs = 5000;

export interface CopyWatchOptions {
  /** Whether there will be a later search, in which a copy that is still being made can be told. */
  readonly canWait: boolean;
}

/**
 * Tells copies from new files, for rotations that copy a log and truncate it, or compress it: the copy must not be read
 * a second time where the patterns name it, and must be read on where the log was truncated too early.
 */
export class CopyWatch {
  readonly #watched = new Map<string, Watched>();
  /** Sizes that compressed files had at the last search. */
  readonly #sizes = new Map<string, number>();
  readonly #canWait: boolean;

  constructor(options: CopyWatchOptions) {
    this.#canWait = options.canWait;
  }

  /** Judges a file that is not followed yet, at every search. Throws where the file cannot be read. */
  async judge(newcomer: Newcomer, followed: readonly FollowedFile[]): Promise<Verdict> {
    const { found, isPacked } = newcomer;
    const watched = this.#watched.get(found.id);
    const isThere = watched !== undefined && followed.includes(watched.original);
    // To compare compressed files takes long, and says the same again for as long as the original is there.
    const isAsBefore = watched?.size === found.size && watched.original.formerTraces === watched.formerTraces;
    if (isPacked && isThere && isAsBefore) return { kind: 'wait' };
    const gone = watched === undefined || isThere ? [] : [watched.original];
    if (isPacked && gone.length === 0 && this.#isUnsettled(newcomer)) return { kind: 'wait' };
    for (const file of [...gone, ...followed]) {
      if (!mayBeOf(newcomer, file)) continue;
      const verdict = await this.#compare(newcomer, file, gone.includes(file));
      if (verdict.kind === 'wait') return verdict;
      if (verdict.kind === 'from') return this.#settle(found, verdict);
    }
    return this.#settle(found, { kind: 'new' });
  }

  /** Between two searches its original may just have gone, and it may still be written: the next search knows. */
  #isUnsettled({ found, isFirstSearch }: Newcomer): boolean {
    if (!this.#canWait || isFirstSearch || this.#sizes.get(found.id) === found.size) return false;
    this.#sizes.set(found.id, found.size);
    return true;
  }

  async #compare(newcomer: Newcomer, file: FollowedFile, isGone: boolean): Promise<Verdict> {
    const { found, isPacked } = newcomer;
    for (const trace of file.formerTraces) {
      const likeness = await this.#likeness(newcomer, trace, file);
      if (likeness === 'copy') return { kind: 'from', position: positionIn(newcomer, trace) };
      if (likeness === 'perhaps') return { kind: 'wait' };
    }
    const likeness = isPacked
      ? await this.#packedLikeness(newcomer, file)
      : await this.#likeness(newcomer, file.trace, file);
    if (likeness === 'other') return { kind: (await this.#isYetToTell(newcomer, file)) ? 'wait' : 'new' };
    if (!isGone) return { kind: 'wait' };
    // The original was read to its end before it was left: so was what was copied of it, or compressed.
    const isShorter = likeness === 'perhaps';
    const position = positionIn(newcomer, file.trace);
    return { kind: 'from', position: isPacked && isShorter ? { ...position, packed: found.size } : position };
  }

  /** The original may be found in the same search as its copy, before anything of it was read. */
  async #isYetToTell({ found, isPacked }: Newcomer, { trace, unreadBytes }: FollowedFile): Promise<boolean> {
    if (isPacked || !this.#canWait || isTelling(trace) || unreadBytes === 0) return false;
    return beginsLike(found, trace.head);
  }

  /** What is compressed has its end only when the original is gone: until then, what is shorter is still being made. */
  async #packedLikeness(newcomer: Newcomer, file: FollowedFile): Promise<'copy' | 'perhaps' | 'other'> {
    const likeness = await compareWithTrace(newcomer.found, file.trace, true);
    if (likeness !== 'other') this.#watch(newcomer.found, file);
    return likeness;
  }

  async #likeness(newcomer: Newcomer, trace: Trace, original: FollowedFile): Promise<'copy' | 'perhaps' | 'other'> {
    const likeness = await compareWithTrace(newcomer.found, trace, newcomer.isPacked);
    if (likeness === 'other') return 'other';
    const watched = this.#watch(newcomer.found, original);
    const isStill = !this.#canWait || performance.now() - watched.sizeSince > unfinishedForMs;
    return likeness === 'perhaps' && isStill ? 'other' : likeness;
  }

  #watch({ id, size }: FoundFile, original: FollowedFile): Watched {
    const before = this.#watched.get(id);
    if (before?.size === size && before.original === original && before.formerTraces === original.formerTraces)
      return before;
    const watched = { size, sizeSince: performance.now(), original, formerTraces: original.formerTraces };
    this.#watched.set(id, watched);
    return watched;
  }

  #settle(found: FoundFile, verdict: Verdict): Verdict {
    this.#watched.delete(found.id);
    this.#sizes.delete(found.id);
    return verdict;
  }
}

function mayBeOf({ found, isPacked }: Newcomer, file: FollowedFile): boolean {
  if (!isPacked) return isRotatedName(found.path, file.path);
  if (!isPackedNameOf(found.path, file.path)) return false;
  // Of a file of which little was read, others may begin so, too.
  const isLeaving = file.missingSince !== undefined || file.path === unpackedName(found.path);
  return isLeaving || file.formerTraces.length > 0 || isTelling(file.trace);
}

function positionIn({ found, isPacked }: Newcomer, { head, offset, tail }: Trace): FilePosition {
  const isInside = isPacked || offset <= found.size;
  return isInside ? head.positionAt(found.path, offset, tail) : head.positionAt(found.path, found.size);
}
