import type { Batch, Origin } from '@sluice/connector';
import { findBlock, type Damage, type FoundBlock } from './find-block.ts';
import { cursorOf, type Position } from './position.ts';
import { readAhead } from './read-ahead.ts';
import { blocksBegin, segmentName } from './segment.ts';
import type { Segment, Segments } from './segments.ts';
import type { SpoolFile, SpoolFiles } from './spool-files.ts';

export interface SpoolReaderOptions {
  readonly files: SpoolFiles;
  readonly segments: Segments;
  /** Where to begin; default at the oldest record. */
  readonly at: Position | undefined;
  readonly now: () => number;
  /** Told of records that are not there any more. */
  readonly onLost: (reason: 'spool_damaged' | 'spool_full', records: number) => void;
  /** Told of bytes that do not hold, and where. */
  readonly onDamage: (place: string) => void;
}

/** What the reader gives: a batch as it was spooled, and where it ends. */
export interface SpooledBatch {
  readonly batch: Batch;
  readonly end: Position;
}

/** Most bytes of one damaged record: damage may be as long as a segment. */
const mostDamageBytes = 1024 * 1024;
const maxOrigin = 65_535;

/** Reads the durable part of a spool, each record once. Damaged records come with an origin that says so. */
export class SpoolReader {
  readonly #options: SpoolReaderOptions;
  #position: Position;
  #open: { readonly segment: Segment; readonly file: SpoolFile; readonly ahead: SpoolFile } | undefined;
  #sawDamage = false;

  constructor(options: SpoolReaderOptions) {
    this.#options = options;
    const first = options.segments.first?.header;
    this.#position = options.at ?? {
      segment: first?.number ?? 0,
      offset: blocksBegin,
      ordinal: first?.firstOrdinal ?? 0,
    };
  }

  get position(): Position {
    return this.#position;
  }

  /** The next batch, or undefined where there is no more yet. */
  async next(): Promise<SpooledBatch | undefined> {
    for (;;) {
      const segment = this.#segment();
      if (segment === undefined) return undefined;
      const file = await this.#fileOf(segment);
      const { offset } = this.#position;
      const found = await findBlock({ file, seed: segment.header.seed, end: segment.end }, offset);
      if (found === undefined) continue;
      const read = found.kind === 'damage' ? await this.#takeDamage(found, file) : this.#takeBlock(found);
      if (read !== undefined) return read;
    }
  }

  async close(): Promise<void> {
    await this.#open?.file.close();
    this.#open = undefined;
  }

  /** The segment with more to read; undefined where there is none. */
  #segment(): Segment | undefined {
    const { segments } = this.#options;
    for (;;) {
      const { segment: number, offset, ordinal } = this.#position;
      const segment = segments.from(number);
      if (segment === undefined) return undefined;
      if (segment.header.number > number) {
        this.#position = { segment: segment.header.number, offset: blocksBegin, ordinal };
      } else if (offset < segment.end) return segment;
      else {
        const next = segments.from(number + 1);
        if (next === undefined) return undefined;
        this.#position = { segment: next.header.number, offset: blocksBegin, ordinal };
      }
    }
  }

  async #fileOf(segment: Segment): Promise<SpoolFile> {
    if (this.#open?.segment !== segment) {
      await this.close();
      const file = await this.#options.files.open(segmentName(segment.header.number));
      this.#open = { segment, file, ahead: readAhead(file, () => segment.end) };
    }
    return this.#open.ahead;
  }

  #takeBlock({ frame, table, payload, damaged, offset, next }: FoundBlock): SpooledBatch | undefined {
    const { segment, ordinal } = this.#position;
    const { firstOrdinal, records } = frame;
    if (firstOrdinal > ordinal) {
      this.#options.onLost(this.#sawDamage ? 'spool_damaged' : 'spool_full', firstOrdinal - ordinal);
    }
    this.#sawDamage = false;
    const skipped = Math.max(0, ordinal - firstOrdinal);
    const endOrdinal = firstOrdinal + records;
    const end = { segment, offset: next, ordinal: Math.max(ordinal, endOrdinal) };
    this.#position = end;
    if (skipped >= records) return undefined;
    const { origins, originOf } = this.#originsOf(table, damaged, { segment, offset, records });
    const cursorAt = (record: number): ReturnType<typeof cursorOf> =>
      record + 1 === records - skipped
        ? cursorOf(end)
        : cursorOf({ segment, offset, ordinal: firstOrdinal + skipped + record + 1 });
    const batch: Batch = {
      bytes: payload,
      bounds: table.bounds.slice(2 * skipped),
      receivedAt: frame.receivedAt,
      origins,
      ...(originOf === undefined ? {} : { originOf: originOf.slice(skipped) }),
      cursor: cursorOf(end),
      cursorAt,
    };
    return { batch, end };
  }

  #originsOf(
    { origins, originOf }: FoundBlock['table'],
    damaged: readonly number[],
    block: { readonly segment: number; readonly offset: number; readonly records: number },
  ): Pick<Batch, 'origins' | 'originOf'> {
    if (damaged.length === 0) return { origins, ...(originOf === undefined ? {} : { originOf }) };
    const all: Origin[] = [...origins];
    const indexes = originOf === undefined ? new Uint16Array(block.records) : new Uint16Array(originOf);
    for (const record of damaged) {
      const damage = `segment ${block.segment}, offset ${block.offset}, record ${record}: the checksum does not hold`;
      this.#options.onDamage(damage);
      if (all.length <= maxOrigin) all.push({ transport: 'spool', ...origins[indexes[record] ?? 0], damage });
      indexes[record] = all.length - 1;
    }
    return { origins: all, originOf: indexes };
  }

  /** The bytes are kept as one record, as far as they can be read at all. */
  async #takeDamage({ offset, next }: Damage, file: SpoolFile): Promise<SpooledBatch> {
    const { segment, ordinal } = this.#position;
    const bytes = new Uint8Array(await file.read(offset, Math.min(next - offset, mostDamageBytes)));
    const damage = `segment ${segment}, offset ${offset}: no block can be made of ${next - offset} bytes`;
    this.#options.onDamage(damage);
    this.#sawDamage = true;
    const end = { segment, offset: next, ordinal };
    this.#position = end;
    const batch: Batch = {
      bytes,
      bounds: Uint32Array.of(0, bytes.byteLength),
      receivedAt: this.#options.now(),
      origins: [{ transport: 'spool', damage }],
      cursor: cursorOf(end),
      cursorAt: () => cursorOf(end),
    };
    return { batch, end };
  }
}
