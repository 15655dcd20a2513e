import { open } from 'node:fs/promises';
import { isRotatedName } from './copies.ts';
import type { FilePosition } from './cursor.ts';
import { findMoved, type FoundFile } from './discover.ts';
import { holds } from './fingerprint.ts';

/**
 * Finds the copies that were made of a file, before it was truncated, while nobody was reading: what was read of the file
 * stands at their beginning, and must not be read again.
 */
export class KeptCopies {
  readonly #positions: Map<string, FilePosition>;

  /** The positions of the cursor that reading begins with. Cursors without tails are too vague to judge by. */
  constructor(positions: ReadonlyMap<string, FilePosition>) {
    this.#positions = new Map([...positions].filter(([, { tail }]) => tail !== undefined));
  }

  /** Where to go on in a file that nobody has seen before; undefined where it is no copy of a file that is gone by now. */
  async positionIn(found: FoundFile): Promise<FilePosition | undefined> {
    for (const [id, position] of this.#positions) {
      if (!isRotatedName(found.path, position.path) || !(await holdsAt(found.path, position))) continue;
      // Where the file itself is as it was, it is read on, and whoever compares files that are open judges the copy.
      const original = await findMoved(position.path, id);
      if (original === 'unknown' || (original !== undefined && (await holdsAt(original.path, position)))) continue;
      this.#positions.delete(id);
      return { ...position, path: found.path };
    }
    return undefined;
  }
}

async function holdsAt(path: string, position: FilePosition): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    return await holds(handle, position);
  } finally {
    await handle.close();
  }
}
