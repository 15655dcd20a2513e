import { randomBytes } from 'node:crypto';
import type { ConnectorLog } from '@sluice/connector';
import { findBlock } from './find-block.ts';
import type { Position } from './position.ts';
import { readAhead } from './read-ahead.ts';
import { blocksBegin, readHeader, segmentName, segmentNumber, type SegmentHeader } from './segment.ts';
import type { SpoolFiles } from './spool-files.ts';

/** A segment as far as it is durable. */
export interface Segment {
  readonly header: SegmentHeader;
  /** Where its blocks end. */
  end: number;
  /** Ordinal of the record after its last. */
  nextOrdinal: number;
}

/** All segments of a spool in order, and where the next one goes on. The last may still be written to. */
export class Segments {
  readonly #files: SpoolFiles;
  readonly #list: Segment[];
  #nextNumber: number;
  #nextOrdinal: number;

  /** Finds what is there. Reports a torn tail, and segments that cannot be read. */
  static async open(files: SpoolFiles, at: Position | undefined, log: ConnectorLog): Promise<Segments> {
    const found = await readHeaders(files, log);
    const list: Segment[] = [];
    for (const [index, header] of found.headers.entries()) {
      const segment = await measure(files, header, found.headers[index + 1], log);
      // Begun when a disk failed, and never acknowledged: the segment after it repeats what it holds.
      if (segment === undefined) await files.remove(segmentName(header.number));
      else list.push(segment);
    }
    const last = list.at(-1);
    return new Segments(files, list, {
      number: Math.max(found.highest, at?.segment ?? 0) + 1,
      ordinal: Math.max(last?.nextOrdinal ?? 0, at?.ordinal ?? 0),
    });
  }

  private constructor(files: SpoolFiles, list: Segment[], next: { readonly number: number; readonly ordinal: number }) {
    this.#files = files;
    this.#list = list;
    this.#nextNumber = next.number;
    this.#nextOrdinal = next.ordinal;
  }

  get first(): Segment | undefined {
    return this.#list[0];
  }

  get last(): Segment | undefined {
    return this.#list.at(-1);
  }

  get bytes(): number {
    return this.#list.reduce((total, { end }) => total + end, 0);
  }

  /** The header of a segment that goes on where the last ends. It becomes one of the segments by `add`. */
  nextHeader(): SegmentHeader {
    const { last } = this;
    return {
      number: this.#nextNumber++,
      seed: randomBytes(4).readUInt32LE(),
      firstOrdinal: Math.max(this.#nextOrdinal, last?.nextOrdinal ?? 0),
      previous: last?.header.number ?? 0,
      previousEnd: last?.end ?? 0,
    };
  }

  add(header: SegmentHeader): Segment {
    const segment = { header, end: blocksBegin, nextOrdinal: header.firstOrdinal };
    this.#list.push(segment);
    return segment;
  }

  /** The segment of this number, or the first after it. */
  from(number: number): Segment | undefined {
    return this.#list.find(({ header }) => header.number >= number);
  }

  /** Bytes of the blocks from a position on. */
  bytesAfter({ segment, offset }: Position): number {
    let bytes = 0;
    for (const { header, end } of this.#list) {
      if (header.number > segment) bytes += end - blocksBegin;
      else if (header.number === segment) bytes += Math.max(0, end - offset);
    }
    return bytes;
  }

  /** Deletes the oldest. The next segment still goes on with its ordinals. */
  async removeFirst(): Promise<void> {
    const segment = this.#list.shift();
    if (segment === undefined) return;
    this.#nextOrdinal = Math.max(this.#nextOrdinal, segment.nextOrdinal);
    await this.#files.remove(segmentName(segment.header.number));
  }

  /** Takes back a segment that was added and could not be written. */
  drop(segment: Segment): void {
    if (this.last === segment) this.#list.pop();
  }
}

interface Headers {
  /** Of those that can be read, in order. */
  readonly headers: readonly SegmentHeader[];
  readonly highest: number;
}

async function readHeaders(files: SpoolFiles, log: ConnectorLog): Promise<Headers> {
  const numbers = (await files.list()).flatMap(({ name }) => segmentNumber(name) ?? []).toSorted((a, b) => a - b);
  const headers: SegmentHeader[] = [];
  for (const number of numbers) {
    const file = await files.open(segmentName(number));
    const header = await readHeader(file);
    await file.close();
    if (header?.number === number) headers.push(header);
    else log.warn('a segment of the spool has no header and is left out', { spool: files.path, segment: number });
  }
  return { headers, highest: numbers.at(-1) ?? 0 };
}

/** Where a segment ends: as the next one says, or where its last whole block does. Undefined: it was given up. */
async function measure(
  files: SpoolFiles,
  header: SegmentHeader,
  next: SegmentHeader | undefined,
  log: ConnectorLog,
): Promise<Segment | undefined> {
  if (next?.previous === header.number) return { header, end: next.previousEnd, nextOrdinal: next.firstOrdinal };
  if (next !== undefined && next.previous < header.number) return undefined;
  return scan(files, header, log);
}

async function scan(files: SpoolFiles, header: SegmentHeader, log: ConnectorLog): Promise<Segment> {
  const name = segmentName(header.number);
  const size = (await files.list()).find((entry) => entry.name === name)?.bytes ?? 0;
  const file = await files.open(name);
  const extent = { file: readAhead(file, () => size), seed: header.seed, end: size };
  const segment: Segment = { header, end: blocksBegin, nextOrdinal: header.firstOrdinal };
  try {
    for (let offset = blocksBegin; ;) {
      const found = await findBlock(extent, offset);
      if (found === undefined) break;
      offset = found.next;
      if (found.kind === 'damage') continue;
      segment.end = found.next;
      segment.nextOrdinal = found.frame.firstOrdinal + found.frame.records;
    }
  } finally {
    await file.close();
  }
  const cut = size - segment.end;
  if (cut > 0) {
    const place = { spool: files.path, segment: header.number, offset: segment.end, bytes: cut };
    log.warn('the spool ends with an unfinished write, which is cut off', place);
  }
  return segment;
}
