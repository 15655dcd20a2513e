import type { SpoolFile } from './spool-files.ts';

const aheadBytes = 1024 * 1024;

/**
 * Reads a file in larger pieces than it is asked for: small blocks would otherwise cost two calls each. Keeps no byte at
 * or beyond `end()`, which may still change.
 */
export function readAhead(file: SpoolFile, end: () => number): SpoolFile {
  let from = 0;
  let held: Uint8Array = new Uint8Array();
  return {
    ...file,
    async read(position, length) {
      const to = Math.min(position + length, end());
      if (position < from || to > from + held.byteLength) {
        held = await file.read(position, Math.min(Math.max(length, aheadBytes), Math.max(0, end() - position)));
        from = position;
      }
      return held.subarray(position - from, Math.max(position, to) - from);
    },
  };
}
