import type { Lines } from './lines.ts';

/** Lines whose pieces are put together, and the bytes that they then stand in. */
export interface JoinedLines extends Lines {
  readonly bytes: Buffer;
  /** Whether what is not consumed is a line of which the last pieces are still to come. */
  readonly waits: boolean;
}

export interface JoinOptions {
  /** A line that is put together is no longer; what is more comes as pieces. */
  readonly maxBytes: number;
  /** No more bytes will come. */
  readonly isLast: boolean;
}

const [space, capitalF, capitalP, capitalT] = [32, 70, 80, 84];
const maxTimeBytes = 40;

/**
 * Puts together what container runtimes of Kubernetes cut: pieces with the tag `P`, up to the one with `F`, of the same
 * stream and one after the other. The line keeps the time of its first piece. Pieces between which another stream has
 * written, or that are too long together, stay apart and keep their `P`. Other lines are left as they are.
 */
export function joinPartials(chunk: Buffer, lines: Lines, options: JoinOptions): JoinedLines {
  const { bounds, nextStarts } = lines;
  const first = firstPartial(chunk, bounds);
  if (first === -1) return { ...lines, bytes: chunk, waits: false };
  // What was read must stay as it is: by it a file is known again.
  const bytes = Buffer.from(chunk);
  const joinedBounds: number[] = [...bounds.subarray(0, 2 * first)];
  const joinedStarts: number[] = [...nextStarts.subarray(0, first)];
  let consumed = lines.consumed;
  let waits = false;
  for (let line = first; line < nextStarts.length;) {
    const run = runFrom(bytes, bounds, line, options.maxBytes);
    const start = bounds[2 * line] ?? 0;
    if (run.isOpen && !options.isLast) {
      consumed = start;
      waits = true;
      break;
    }
    joinedBounds.push(start, run.end);
    joinedStarts.push(nextStarts[run.after - 1] ?? consumed);
    line = run.after;
  }
  const found = { bounds: Uint32Array.from(joinedBounds), nextStarts: Uint32Array.from(joinedStarts) };
  return { ...found, consumed, tooLong: lines.tooLong, bytes, waits };
}

function firstPartial(chunk: Buffer, bounds: Uint32Array): number {
  for (let line = 0; 2 * line < bounds.length; line++) {
    if (isPartial(chunk, bounds, line)) return line;
  }
  return -1;
}

function isPartial(chunk: Buffer, bounds: Uint32Array, line: number): boolean {
  const at = tagAt(chunk, bounds, line);
  return at !== -1 && chunk[at] === capitalP;
}

interface Run {
  /** Where the line ends that was put together. */
  readonly end: number;
  /** The first line that is not of it. */
  readonly after: number;
  /** Whether it may go on with lines that are not there yet. */
  readonly isOpen: boolean;
}

/** Moves the pieces that follow a line up to it. A line that is no piece is a run of its own. */
function runFrom(bytes: Buffer, bounds: Uint32Array, line: number, maxBytes: number): Run {
  const start = bounds[2 * line] ?? 0;
  let end = bounds[2 * line + 1] ?? 0;
  const tag = tagAt(bytes, bounds, line);
  if (tag === -1 || bytes[tag] !== capitalP) return { end, after: line + 1, isOpen: false };
  let next = line + 1;
  for (; 2 * next < bounds.length; next++) {
    const nextTag = tagAt(bytes, bounds, next);
    // The last letter of `stdout` and `stderr` tells them apart.
    if (nextTag === -1 || bytes[nextTag - 2] !== bytes[tag - 2]) return { end, after: next, isOpen: false };
    const content = nextTag + 2;
    const nextEnd = bounds[2 * next + 1] ?? 0;
    if (end - start + nextEnd - content > maxBytes) return { end, after: next, isOpen: false };
    const isWhole = bytes[nextTag] === capitalF;
    bytes.copyWithin(end, content, nextEnd);
    end += nextEnd - content;
    if (!isWhole) continue;
    bytes[tag] = capitalF;
    return { end, after: next + 1, isOpen: false };
  }
  return { end, after: next, isOpen: end - start <= maxBytes };
}

/** Position of the tag in `2026-01-15T12:00:00.123456789Z stdout P …`; -1 where a line is none of these. */
function tagAt(bytes: Buffer, bounds: Uint32Array, line: number): number {
  const start = bounds[2 * line] ?? 0;
  const end = bounds[2 * line + 1] ?? 0;
  if (bytes[start + 10] !== capitalT || end - start < 30) return -1;
  const timeEnd = bytes.subarray(start, Math.min(end, start + maxTimeBytes)).indexOf(space);
  if (timeEnd < 20) return -1;
  const stream = start + timeEnd + 1;
  const tag = stream + 7;
  if (tag + 1 >= end || bytes[tag - 1] !== space || bytes[tag + 1] !== space) return -1;
  const name = bytes.toString('latin1', stream, stream + 6);
  if (name !== 'stdout' && name !== 'stderr') return -1;
  return bytes[tag] === capitalP || bytes[tag] === capitalF ? tag : -1;
}
