import { crc32 } from 'node:zlib';
import {
  blockBytes,
  checksumBegin,
  decodeFrame,
  decodeTable,
  frameBytes,
  headMarker,
  lengthsOf,
  tailMarker,
  type Frame,
  type Table,
} from './block.ts';
import type { SpoolFile } from './spool-files.ts';

/** A block whose frame and table hold. Some of its records may be damaged. */
export interface FoundBlock {
  readonly kind: 'block';
  readonly offset: number;
  /** Where the next block begins. */
  readonly next: number;
  readonly frame: Frame;
  readonly table: Table;
  readonly payload: Uint8Array<ArrayBuffer>;
  /** Records whose checksum does not hold. */
  readonly damaged: readonly number[];
}

/** Bytes of which no block can be made. */
export interface Damage {
  readonly kind: 'damage';
  readonly offset: number;
  readonly next: number;
}

/** Where to look: the blocks of a segment end at `end`. */
export interface Extent {
  readonly file: SpoolFile;
  readonly seed: number;
  readonly end: number;
}

const stepBytes = 256 * 1024;
/** Both markers begin with it. */
const firstMarkerByte = headMarker & 0xff;

/** What stands at `offset`; undefined at the end. After damage it goes on at the next place where a block holds. */
export async function findBlock(extent: Extent, offset: number): Promise<FoundBlock | Damage | undefined> {
  if (offset >= extent.end) return undefined;
  const head = await frameAt(extent, offset, headMarker, offset);
  const whole = head === undefined ? undefined : await blockAt(extent, offset, head);
  if (whole !== undefined) return whole;
  const found = await findFrame(extent, offset + 1);
  if (found === undefined) return { kind: 'damage', offset, next: extent.end };
  const block = found.offset === offset ? await blockAt(extent, offset, found.frame) : undefined;
  if (block !== undefined) return block;
  // The copy behind a block whose tables are both damaged leads back to its beginning.
  const next = found.offset > offset ? found.offset : offset + blockBytes(found.frame);
  return { kind: 'damage', offset, next };
}

async function frameAt(
  { file, seed, end }: Extent,
  position: number,
  marker: number,
  blockOffset: number,
): Promise<Frame | undefined> {
  if (position + frameBytes > end) return undefined;
  const bytes = Buffer.from(await file.read(position, frameBytes));
  return decodeFrame(bytes, marker, checksumBegin(seed, blockOffset));
}

async function blockAt(extent: Extent, offset: number, frame: Frame): Promise<FoundBlock | undefined> {
  const { file, seed, end } = extent;
  const next = offset + blockBytes(frame);
  if (next > end) return undefined;
  const bytes = await file.read(offset + frameBytes, next - offset - 2 * frameBytes);
  const tailAt = frame.tableBytes + frame.payloadBytes;
  const copies = [bytes.subarray(0, frame.tableBytes), bytes.subarray(tailAt)];
  const copy = copies.find((candidate) => crc32(candidate, seed) === frame.tableCrc);
  if (copy === undefined) return undefined;
  const table = decodeTable(copy, frame);
  const payload = bytes.slice(frame.tableBytes, tailAt);
  const isWhole = crc32(payload, seed) === frame.payloadCrc;
  const damaged = isWhole ? [] : damagedRecords(payload, table, seed);
  return { kind: 'block', offset, next, frame, table, payload, damaged };
}

function damagedRecords(payload: Uint8Array, { bounds, crcs }: Table, seed: number): readonly number[] {
  return [...crcs.keys()].filter(
    (record) => crc32(payload.subarray(bounds[2 * record], bounds[2 * record + 1]), seed) !== crcs[record],
  );
}

interface FoundFrame {
  /** Where its block begins. */
  readonly offset: number;
  readonly frame: Frame;
}

/** The first frame from `from` on whose checksum holds: the head of a block, or the copy behind one. */
async function findFrame(extent: Extent, from: number): Promise<FoundFrame | undefined> {
  for (let position = from; position + frameBytes <= extent.end; position += stepBytes) {
    const length = Math.min(stepBytes + frameBytes - 1, extent.end - position);
    const found = frameIn(Buffer.from(await extent.file.read(position, length)), position, extent, from - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function frameIn(bytes: Buffer, position: number, { seed }: Extent, least: number): FoundFrame | undefined {
  for (let at = bytes.indexOf(firstMarkerByte); at !== -1; at = bytes.indexOf(firstMarkerByte, at + 1)) {
    if (at + frameBytes > bytes.byteLength) return undefined;
    const found = candidateAt(bytes.subarray(at, at + frameBytes), position + at, seed);
    if (found !== undefined && found.offset >= least) return found;
  }
  return undefined;
}

function candidateAt(bytes: Buffer, position: number, seed: number): FoundFrame | undefined {
  const marker = bytes.readUInt32LE(0);
  if (marker !== headMarker && marker !== tailMarker) return undefined;
  const lengths = lengthsOf(bytes);
  const offset = marker === headMarker ? position : position + frameBytes - blockBytes(lengths);
  const frame = offset < 0 ? undefined : decodeFrame(bytes, marker, checksumBegin(seed, offset));
  return frame === undefined ? undefined : { offset, frame };
}
