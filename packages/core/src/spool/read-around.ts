import { systemErrorCode } from '../errors.ts';

/** Reads bytes `[position, position + length)`, fewer at the end of the file. */
export type ReadAt = (position: number, length: number) => Promise<Uint8Array>;

const sectorBytes = 4096;

/**
 * Reads around what a disk cannot read any more (`EIO`): such sectors come as zeros, which no checksum takes for what
 * was written, so that they cost the records in them and not those around them.
 */
export async function readAround(read: ReadAt, position: number, length: number): Promise<Uint8Array> {
  try {
    return await read(position, length);
  } catch (error) {
    if (systemErrorCode(error) !== 'EIO') throw error;
  }
  const pieces: Uint8Array[] = [];
  for (let at = position; at < position + length;) {
    const end = Math.min((Math.floor(at / sectorBytes) + 1) * sectorBytes, position + length);
    const piece = await sector(read, at, end - at);
    pieces.push(piece);
    if (piece.byteLength < end - at) break;
    at = end;
  }
  return new Uint8Array(Buffer.concat(pieces));
}

async function sector(read: ReadAt, position: number, length: number): Promise<Uint8Array> {
  try {
    return await read(position, length);
  } catch (error) {
    if (systemErrorCode(error) !== 'EIO') throw error;
    return new Uint8Array(length);
  }
}
