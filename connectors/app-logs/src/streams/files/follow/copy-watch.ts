import { compareWithTrace, isRotatedName, type Trace } from './copies.ts';
import type { FilePosition } from './cursor.ts';
import type { FoundFile } from './discover.ts';
import type { TrackedFile } from './tracked-file.ts';

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
  readonly original: TrackedFile;
}

/** A copy that does not grow for so long, and is still shorter than what was read, is none. */
const unfinishedForMs = 5000;

export interface CopyWatchOptions {
  /** Whether there will be a later search, in which a copy that is still being made can be told. */
  readonly canWait: boolean;
}

/**
 * Tells copies from new files, for rotations that copy a log and truncate it: the copy must not be read a second time
 * where the patterns name it, and must be read on where the log was truncated too early.
 */
export class CopyWatch {
  readonly #watched = new Map<string, Watched>();
  readonly #canWait: boolean;

  constructor(options: CopyWatchOptions) {
    this.#canWait = options.canWait;
  }

  /** Judges a file that is not followed yet, at every search. Throws where the file cannot be read. */
  async judge(found: FoundFile, followed: readonly TrackedFile[]): Promise<Verdict> {
    const original = this.#watched.get(found.id)?.original;
    const gone = original !== undefined && !followed.includes(original) ? [original] : [];
    for (const file of [...gone, ...followed]) {
      if (!isRotatedName(found.path, file.path)) continue;
      const verdict = await this.#compare(found, file, gone.includes(file));
      if (verdict.kind === 'wait') return verdict;
      if (verdict.kind === 'from') return this.#settle(found, verdict);
    }
    return this.#settle(found, { kind: 'new' });
  }

  async #compare(found: FoundFile, file: TrackedFile, isGone: boolean): Promise<Verdict> {
    for (const trace of file.formerTraces) {
      const likeness = await this.#likeness(found, trace, file);
      if (likeness === 'copy') return { kind: 'from', position: positionIn(found, trace) };
      if (likeness === 'perhaps') return { kind: 'wait' };
    }
    const likeness = await this.#likeness(found, file.trace, file);
    if (likeness === 'other') return { kind: 'new' };
    // The original was read to its end before it was left: so was what was copied of it.
    return isGone ? { kind: 'from', position: positionIn(found, file.trace) } : { kind: 'wait' };
  }

  async #likeness(found: FoundFile, trace: Trace, original: TrackedFile): Promise<'copy' | 'perhaps' | 'other'> {
    const likeness = await compareWithTrace(found, trace);
    if (likeness === 'other') return 'other';
    const watched = this.#watch(found, original);
    const isStill = !this.#canWait || performance.now() - watched.sizeSince > unfinishedForMs;
    return likeness === 'perhaps' && isStill ? 'other' : likeness;
  }

  #watch({ id, size }: FoundFile, original: TrackedFile): Watched {
    const before = this.#watched.get(id);
    if (before?.size === size && before.original === original) return before;
    const watched = { size, sizeSince: performance.now(), original };
    this.#watched.set(id, watched);
    return watched;
  }

  #settle(found: FoundFile, verdict: Verdict): Verdict {
    this.#watched.delete(found.id);
    return verdict;
  }
}

function positionIn(found: FoundFile, { head, offset, tail }: Trace): FilePosition {
  return offset <= found.size ? head.positionAt(found.path, offset, tail) : head.positionAt(found.path, found.size);
}
