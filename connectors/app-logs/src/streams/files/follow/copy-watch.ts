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
}

/** A copy that does not grow for so long, and is still shorter than what was read, is none. */
const unfinishedForMs = 5000;

/**
 * Tells copies from new files, for rotations that copy a log and truncate it: the copy must not be read a second time
 * where the patterns name it, and must be read on where the log was truncated too early.
 */
export class CopyWatch {
  readonly #watched = new Map<string, Watched>();

  /** Judges a file that is not followed yet, at every search. Throws where the file cannot be read. */
  async judge(found: FoundFile, followed: Iterable<TrackedFile>): Promise<Verdict> {
    const verdict = await this.#compare(found, followed);
    if (verdict.kind !== 'wait') this.#watched.delete(found.id);
    return verdict;
  }

  async #compare(found: FoundFile, followed: Iterable<TrackedFile>): Promise<Verdict> {
    for (const file of followed) {
      if (!isRotatedName(found.path, file.path)) continue;
      if (file.formerTrace !== undefined) {
        const verdict = await this.#against(found, file.formerTrace);
        if (verdict === 'copy') return { kind: 'from', position: positionIn(found, file.formerTrace) };
        if (verdict === 'perhaps') return { kind: 'wait' };
      }
      if ((await this.#against(found, file.trace)) !== 'other') return { kind: 'wait' };
    }
    return { kind: 'new' };
  }

  async #against(found: FoundFile, trace: Trace): Promise<'copy' | 'perhaps' | 'other'> {
    const likeness = await compareWithTrace(found, trace);
    return likeness === 'perhaps' && this.#isFinished(found) ? 'other' : likeness;
  }

  #isFinished({ id, size }: FoundFile): boolean {
    const now = performance.now();
    const watched = this.#watched.get(id);
    if (watched === undefined || watched.size !== size) {
      this.#watched.set(id, { size, sizeSince: now });
      return false;
    }
    return now - watched.sizeSince > unfinishedForMs;
  }
}

function positionIn(found: FoundFile, { head, offset }: Trace): FilePosition {
  return head.positionAt(found.path, offset);
}
