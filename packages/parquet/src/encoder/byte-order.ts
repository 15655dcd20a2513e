/** A text in UTF-8, within other bytes. */
export interface ByteRange {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Orders UTF-8 as unsigned bytes, as Parquet orders texts: negative where `left` comes first. */
export function compareBytes({ bytes, start, end }: ByteRange, right: ByteRange): number {
  return compareSpan(bytes, start, end, right);
}

/** The same for the text from `start` to `end` of some bytes, which need not be an object. */
export function compareSpan(bytes: Uint8Array, start: number, end: number, right: ByteRange): number {
  const shared = Math.min(end - start, right.end - right.start);
  const here = Math.min(shared, comparedHere);
  const other = right.bytes;
  for (let at = 0; at < here; at++) {
    const difference = (bytes[start + at] ?? 0) - (other[right.start + at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (shared <= comparedHere) return end - start - (right.end - right.start);
  return Buffer.compare(bytes.subarray(start, end), other.subarray(right.start, right.end));
}

/** Most texts differ within this many bytes; beyond, the native comparison is worth its call. */
const comparedHere = 24;

/** Longest bound that an index or statistics keep of a text. */
const maxBoundBytes = 64;

/** A text that is not above `range`, at most 64 bytes, still UTF-8. */
export function lowerBound(range: ByteRange): Uint8Array {
  return range.bytes.slice(range.start, Math.min(range.end, range.start + wholeCharacters(range)));
}

/** A text that is not below `range`, at most 64 bytes where there is one, still UTF-8. */
export function upperBound(range: ByteRange): Uint8Array {
  const cut = lowerBound(range);
  if (cut.length === range.end - range.start) return cut;
  return increased(cut) ?? range.bytes.slice(range.start, range.end);
}

/** Bytes of as many characters as fit in a bound. */
function wholeCharacters(range: ByteRange): number {
  const length = range.end - range.start;
  if (length <= maxBoundBytes) return length;
  let end = maxBoundBytes;
  while (end > 0 && isContinuation(range.bytes[range.start + end] ?? 0)) end--;
  return end;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** The least text of this length or shorter that is above all texts beginning with `cut`. */
function increased(cut: Uint8Array): Uint8Array | undefined {
  const characters = Array.from(Buffer.from(cut).toString('utf8'));
  for (let at = characters.length - 1; at >= 0; at--) {
    const next = nextCodePoint(characters[at]?.codePointAt(0) ?? 0);
    if (next === undefined) continue;
    const text = characters.slice(0, at).join('') + String.fromCodePoint(next);
    return Buffer.from(text, 'utf8');
  }
  return undefined;
}

function nextCodePoint(code: number): number | undefined {
  if (code === 0x10_ff_ff) return undefined;
  return code + 1 === 0xd8_00 ? 0xe0_00 : code + 1;
}
