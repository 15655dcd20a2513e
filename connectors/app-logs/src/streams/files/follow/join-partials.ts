import type { Lines } from './lines.ts';
import { markWhole, pieceIn, type Piece } from './pieces.ts';

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

/**
 * Puts together what container runtimes cut: in Kubernetes pieces with the tag `P`, up to the one with `F`, and those of
 * Docker's json-file, of the same stream and one after the other. The line keeps the time of its first piece. Pieces
 * between which another stream has written, or that are too long together, stay apart. Other lines are left as they are.
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
  return pieceAt(chunk, bounds, line)?.isLast === false;
}

function pieceAt(bytes: Buffer, bounds: Uint32Array, line: number): Piece | undefined {
  return pieceIn(bytes, bounds[2 * line] ?? 0, bounds[2 * line + 1] ?? 0);
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
  const lineEnd = bounds[2 * line + 1] ?? 0;
  const first = pieceAt(bytes, bounds, line);
  if (first === undefined || first.isLast) return { end: lineEnd, after: line + 1, isOpen: false };
  // What the runtime says behind the line is kept of the first piece.
  const behind = Buffer.from(bytes.subarray(first.contentEnd, lineEnd));
  let end = first.contentEnd;
  const finish = (after: number, isOpen: boolean): Run => {
    bytes.set(behind, end);
    return { end: end + behind.length, after, isOpen };
  };
  let next = line + 1;
  for (; 2 * next < bounds.length; next++) {
    const piece = pieceAt(bytes, bounds, next);
    if (piece === undefined || piece.runtime !== first.runtime || piece.stream !== first.stream)
      return finish(next, false);
    const { contentStart, contentEnd, isLast } = piece;
    if (end - start + contentEnd - contentStart + behind.length > maxBytes) return finish(next, false);
    bytes.copyWithin(end, contentStart, contentEnd);
    end += contentEnd - contentStart;
    if (!isLast) continue;
    markWhole(bytes, first);
    return finish(next + 1, false);
  }
  return finish(next, end - start + behind.length <= maxBytes);
}
