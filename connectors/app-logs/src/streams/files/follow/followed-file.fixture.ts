import { stat } from 'node:fs/promises';
import type { FilePosition } from './cursor.ts';
import type { FoundFile } from './discover.ts';
import { Head } from './fingerprint.ts';
import type { Chunk, FollowedFile, ReadLimits } from './followed-file.ts';

/** Limits that no test comes to unless it says others. */
export function limitsOf(signal: AbortSignal, others: Partial<ReadLimits> = {}): ReadLimits {
  const waits = { sleepsAfterMs: 10_000, finishedWithinMs: 30_000 };
  return { maxUnpackedBytes: 2 ** 40, signal, ...waits, maxLineBytes: 1000, ...others };
}

/** A file as a search finds it now. */
export async function foundAt(path: string): Promise<FoundFile> {
  const { size, mtimeMs } = await stat(path);
  return { id: '1:1', path, size, modifiedMs: mtimeMs };
}

/** The position in a file of this text behind so many bytes. */
export function positionIn(path: string, text: string, offset: number): FilePosition {
  const bytes = Buffer.from(text);
  const tail = bytes.subarray(Math.max(0, offset - 256), offset);
  return new Head(bytes.subarray(0, 1024)).positionAt(path, offset, tail);
}

/** The next lines. */
export async function next(file: FollowedFile, isLast = false): Promise<string[] | 'cut' | undefined> {
  const chunk = await file.next(isLast);
  return chunk === undefined || chunk === 'cut' ? chunk : linesIn(chunk);
}

export function linesIn({ bytes, bounds }: Chunk): string[] {
  return Array.from({ length: bounds.length / 2 }, (_, line) =>
    Buffer.from(bytes.subarray(bounds[2 * line], bounds[2 * line + 1])).toString(),
  );
}

/** The next lines with all that is said of them. Throws where none come. */
export async function nextChunk(file: FollowedFile, isLast = false): Promise<Chunk> {
  const chunk = await file.next(isLast);
  if (chunk === undefined || chunk === 'cut') throw new Error('no lines came');
  return chunk;
}

/** All lines until none come. Throws where the file was cut. */
export async function rest(file: FollowedFile, isLast = false): Promise<string[]> {
  const lines: string[] = [];
  for (let given = await next(file, isLast); given !== undefined; given = await next(file, isLast)) {
    if (given === 'cut') throw new Error('it was cut');
    lines.push(...given);
  }
  return lines;
}

export function lengths(lines: readonly string[] | 'cut' | undefined): unknown {
  return Array.isArray(lines) ? lines.map((line: string) => line.length) : lines;
}
