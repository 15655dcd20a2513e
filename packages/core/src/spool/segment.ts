import { crc32 } from 'node:zlib';
import type { SpoolFile } from './spool-files.ts';

/** What stands at the beginning of a segment's file. */
export interface SegmentHeader {
  /** Segments are numbered in the order in which they were begun. */
  readonly number: number;
  /** Begins every checksum of the segment: bytes that a sender chose, or of an older file, never look like a block. */
  readonly seed: number;
  /** How many records were spooled before this segment. */
  readonly firstOrdinal: number;
  /** The segment before this one; 0: there was none. */
  readonly previous: number;
  /** Where that one ends: what its file holds beyond was never acknowledged. */
  readonly previousEnd: number;
}

const magic = 'SLSPOOL1';
const headerBytes = 48;
/** The copy stands where a bad disk sector at the beginning does not reach. */
const copyAt = 4096;

/** Where the blocks of a segment begin. */
export const blocksBegin: number = copyAt + headerBytes;

const nameFormat = /^(\d{12})\.spool$/;

export function segmentName(number: number): string {
  return `${String(number).padStart(12, '0')}.spool`;
}

/** The number of a segment's file; undefined for a file that is none. */
export function segmentNumber(name: string): number | undefined {
  const found = nameFormat.exec(name);
  return found === null ? undefined : Number(found[1]);
}

/** The beginning of a segment's file, up to `blocksBegin`. */
export function encodeHeader(header: SegmentHeader): Uint8Array {
  const bytes = Buffer.alloc(blocksBegin);
  bytes.write(magic, 0, 'latin1');
  bytes.writeUInt32LE(header.seed, 8);
  bytes.writeUIntLE(header.number, 12, 6);
  bytes.writeUIntLE(header.firstOrdinal, 18, 6);
  bytes.writeUIntLE(header.previous, 24, 6);
  bytes.writeUIntLE(header.previousEnd, 30, 6);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, headerBytes - 4)), headerBytes - 4);
  bytes.copy(bytes, copyAt, 0, headerBytes);
  return bytes;
}

/** The header, or its copy; undefined where neither holds. */
export async function readHeader(file: SpoolFile): Promise<SegmentHeader | undefined> {
  const bytes = Buffer.from(await file.read(0, blocksBegin));
  return decode(bytes.subarray(0, headerBytes)) ?? decode(bytes.subarray(copyAt));
}

function decode(bytes: Buffer): SegmentHeader | undefined {
  if (bytes.byteLength < headerBytes || bytes.toString('latin1', 0, 8) !== magic) return undefined;
  if (bytes.readUInt32LE(headerBytes - 4) !== crc32(bytes.subarray(0, headerBytes - 4))) return undefined;
  return {
    seed: bytes.readUInt32LE(8),
    number: bytes.readUIntLE(12, 6),
    firstOrdinal: bytes.readUIntLE(18, 6),
    previous: bytes.readUIntLE(24, 6),
    previousEnd: bytes.readUIntLE(30, 6),
  };
}
