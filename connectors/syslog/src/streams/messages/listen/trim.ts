/** Where `source[start, end)` ends without the LF, CR and NUL that senders put behind a message. */
export function trimmedEnd(source: Uint8Array, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && isLineEnd(source[trimmed - 1] ?? -1)) trimmed -= 1;
  return trimmed;
}

export function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x00;
}
