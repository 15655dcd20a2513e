/** Where `source[start, end)` ends without the LF, CR and NUL that senders put behind a message. */
export function trimmedEnd(source: Uint8Array, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && isLineEnd(source[trimmed - 1])) trimmed -= 1;
  return trimmed;
}

/** Behind the last byte there is none. */
export function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x00;
}
