import { crc32 } from 'node:zlib';
import type { Batch, Origin } from '@sluice/connector';

/**
 * A block is one batch on disk: frame, table, payload, table, frame. The frame has the lengths; the table has the bounds
 * of the records, a checksum of each, and where they came from. Both stand there twice, before and behind the payload,
 * so that damage to one copy costs nothing, and damage to the payload costs the records it hits. Numbers are little
 * endian, checksums are CRC-32 begun with the segment's seed.
 */
export const frameBytes = 48;
export const headMarker = 0x4b_4c_42_53;
export const tailMarker = 0x4c_49_54_53;

/** The fixed part of a block. */
export interface Frame {
  readonly tableBytes: number;
  readonly payloadBytes: number;
  readonly records: number;
  /** How many records were spooled before this block. */
  readonly firstOrdinal: number;
  readonly hasOrigins: boolean;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly payloadCrc: number;
  readonly tableCrc: number;
}

export function blockBytes({ tableBytes, payloadBytes }: Frame): number {
  return 2 * frameBytes + 2 * tableBytes + payloadBytes;
}

/** What a table says. */
export interface Table {
  readonly bounds: Uint32Array<ArrayBuffer>;
  readonly crcs: Uint32Array<ArrayBuffer>;
  readonly originOf?: Uint16Array<ArrayBuffer>;
  readonly origins: readonly Origin[];
}

/** The chunks of the block that stands at `offset` of a segment with this seed. */
export function encodeBlock(
  batch: Batch,
  { seed, offset, firstOrdinal }: { readonly seed: number; readonly offset: number; readonly firstOrdinal: number },
): readonly Uint8Array[] {
  const table = encodeTable(batch, seed);
  const frame: Frame = {
    tableBytes: table.byteLength,
    payloadBytes: batch.bytes.byteLength,
    records: batch.bounds.length / 2,
    firstOrdinal,
    hasOrigins: batch.originOf !== undefined,
    receivedAt: batch.receivedAt,
    payloadCrc: crc32(batch.bytes, seed),
    tableCrc: crc32(table, seed),
  };
  const begin = checksumBegin(seed, offset);
  return [encodeFrame(frame, headMarker, begin), table, batch.bytes, table, encodeFrame(frame, tailMarker, begin)];
}

/** A frame holds only in its own place of its own segment. */
export function checksumBegin(seed: number, offset: number): number {
  return (seed + offset) >>> 0;
}

function encodeTable({ bytes, bounds, origins, originOf }: Batch, seed: number): Buffer {
  const records = bounds.length / 2;
  const crcs = new Uint32Array(records);
  for (let record = 0; record < records; record++) {
    crcs[record] = crc32(bytes.subarray(bounds[2 * record], bounds[2 * record + 1]), seed);
  }
  const chunks: ArrayBufferView[] = originOf === undefined ? [bounds, crcs] : [bounds, crcs, originOf];
  return Buffer.concat([...chunks.map(bytesOf), Buffer.from(JSON.stringify(origins))]);
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

export function decodeTable(bytes: Uint8Array, { records, hasOrigins }: Frame): Table {
  const copy = new Uint8Array(bytes);
  const crcsAt = 8 * records;
  const originsAt = crcsAt + 4 * records;
  const textAt = hasOrigins ? originsAt + 2 * records : originsAt;
  return {
    bounds: new Uint32Array(copy.buffer.slice(0, crcsAt)),
    crcs: new Uint32Array(copy.buffer.slice(crcsAt, originsAt)),
    ...(hasOrigins ? { originOf: new Uint16Array(copy.buffer.slice(originsAt, textAt)) } : {}),
    origins: JSON.parse(Buffer.from(copy.subarray(textAt)).toString()) as readonly Origin[],
  };
}

function encodeFrame(frame: Frame, marker: number, begin: number): Buffer {
  const bytes = Buffer.alloc(frameBytes);
  bytes.writeUInt32LE(marker, 0);
  bytes.writeUInt32LE(frame.tableBytes, 4);
  bytes.writeUInt32LE(frame.payloadBytes, 8);
  bytes.writeUInt32LE(frame.records, 12);
  bytes.writeUIntLE(frame.firstOrdinal, 16, 6);
  bytes.writeUInt16LE(frame.hasOrigins ? 1 : 0, 22);
  bytes.writeDoubleLE(frame.receivedAt, 24);
  bytes.writeUInt32LE(frame.payloadCrc, 32);
  bytes.writeUInt32LE(frame.tableCrc, 36);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, frameBytes - 4), begin), frameBytes - 4);
  return bytes;
}

/** The frame in these bytes, if they are one with this marker and checksum. */
export function decodeFrame(bytes: Buffer, marker: number, begin: number): Frame | undefined {
  if (bytes.byteLength < frameBytes || bytes.readUInt32LE(0) !== marker) return undefined;
  const checksum = bytes.readUInt32LE(frameBytes - 4);
  if (checksum !== crc32(bytes.subarray(0, frameBytes - 4), begin)) return undefined;
  return lengthsOf(bytes);
}

/** What the bytes would say if they were a frame: to find where its block would begin, before its checksum is held. */
export function lengthsOf(bytes: Buffer): Frame {
  return {
    tableBytes: bytes.readUInt32LE(4),
    payloadBytes: bytes.readUInt32LE(8),
    records: bytes.readUInt32LE(12),
    firstOrdinal: bytes.readUIntLE(16, 6),
    hasOrigins: bytes.readUInt16LE(22) === 1,
    receivedAt: bytes.readDoubleLE(24),
    payloadCrc: bytes.readUInt32LE(32),
    tableCrc: bytes.readUInt32LE(36),
  };
}
