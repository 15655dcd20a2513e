/** A part of a line that a container runtime cut, or a whole line of it. */
export interface Piece {
  readonly runtime: 'cri' | 'docker';
  /** Tells standard output and error apart. */
  readonly stream: number;
  /** Where in the bytes the line itself stands. What comes before and after it is the runtime's. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Whether the line ends with it. */
  readonly isLast: boolean;
}

const [space, quote, backslash, capitalF, capitalP, capitalT, letterN, brace] = [32, 34, 92, 70, 80, 84, 110, 123];
const maxTimeBytes = 40;
const dockerStart = Buffer.from('{"log":"');
const dockerMiddle = Buffer.from('","stream":"std');

/** The piece that stands between two positions; undefined where the line is none of these runtimes. */
export function pieceIn(bytes: Buffer, start: number, end: number): Piece | undefined {
  const first = bytes[start];
  if (first === brace) return dockerPiece(bytes, start, end);
  if (bytes[start + 10] !== capitalT) return undefined;
  const tag = tagAt(bytes, start, end);
  if (tag === -1) return undefined;
  // The last letter of `stdout` and `stderr` tells them apart.
  const stream = bytes[tag - 2] ?? 0;
  return { runtime: 'cri', stream, contentStart: tag + 2, contentEnd: end, isLast: bytes[tag] === capitalF };
}

/** Marks a piece of CRI, whose content is to be the whole line, as such. */
export function markWhole(bytes: Buffer, { runtime, contentStart }: Piece): void {
  if (runtime === 'cri') bytes[contentStart - 2] = capitalF;
}

/** Docker's json-file driver: `{"log":"the line\n","stream":"stdout","time":"…"}`; a piece has no `\n` at its end. */
function dockerPiece(bytes: Buffer, start: number, end: number): Piece | undefined {
  const line = bytes.subarray(start, end);
  if (bytes[start + 7] !== quote || !line.subarray(0, dockerStart.length).equals(dockerStart)) return undefined;
  // A quote within the line is escaped, so this stands nowhere else.
  const middle = line.indexOf(dockerMiddle, dockerStart.length);
  if (middle === -1) return undefined;
  const contentStart = start + dockerStart.length;
  const contentEnd = start + middle;
  const stream = bytes[contentEnd + dockerMiddle.length] ?? 0;
  return { runtime: 'docker', stream, contentStart, contentEnd, isLast: endsLine(bytes, contentStart, contentEnd) };
}

/** Whether a JSON text ends with `\n`, and not with a backslash and an n. */
function endsLine(bytes: Buffer, start: number, end: number): boolean {
  if (bytes[end - 1] !== letterN) return false;
  let at = end - 2;
  while (at >= start && bytes[at] === backslash) at -= 1;
  return (end - 2 - at) % 2 === 1;
}

/** Position of the tag in `2026-01-15T12:00:00.123456789Z stdout P …`; -1 where a line is none of these. */
function tagAt(bytes: Buffer, start: number, end: number): number {
  const timeEnd = bytes.subarray(start, Math.min(end, start + maxTimeBytes)).indexOf(space);
  if (timeEnd < 20) return -1;
  const stream = start + timeEnd + 1;
  const tag = stream + 7;
  // Behind a line stands its end, and never a space.
  if (bytes[tag - 1] !== space || bytes[tag + 1] !== space) return -1;
  const name = bytes.toString('latin1', stream, stream + 6);
  if (name !== 'stdout' && name !== 'stderr') return -1;
  return bytes[tag] === capitalP || bytes[tag] === capitalF ? tag : -1;
}
