import { PageType } from '../encoder/parquet-format.ts';
import type { ChunkMetadata } from './object-metadata.ts';
import type { RandomAccess } from './random-access.ts';
import { integerField, structField, ThriftReader, type ThriftStruct } from './thrift-reader.ts';
import { unreadable } from './unreadable.ts';

export interface PageHeader {
  readonly type: number;
  readonly uncompressedBytes: number;
  readonly compressedBytes: number;
  readonly crc: number | undefined;
  /** Entries, nulls included; of a dictionary its length. */
  readonly values: number;
  readonly encoding: number;
  /** Version 2 pages only. */
  readonly v2:
    | {
        readonly rows: number;
        readonly nulls: number;
        readonly definitionBytes: number;
        readonly repetitionBytes: number;
        readonly isCompressed: boolean;
      }
    | undefined;
}

export interface Page {
  readonly header: PageHeader;
  /** Where its header stands. */
  readonly offset: number;
  readonly headerBytes: number;
}

const headerWindow = 4096;
const maxHeaderBytes = 1024 * 1024;
const windowBytes = 1024 * 1024;

/**
 * The pages of a chunk as they really stand in the object, by their headers alone. Reads about a megabyte at a time, so
 * that a source across the network is not asked page by page.
 */
export async function* walkPages(source: RandomAccess, chunk: ChunkMetadata): AsyncGenerator<Page> {
  const end = chunk.start + chunk.compressedBytes;
  let offset = chunk.start;
  let window = { start: offset, bytes: new Uint8Array(0) as Uint8Array };
  while (offset < end) {
    const inWindow = offset - window.start;
    if (
      inWindow >= window.bytes.length ||
      (window.bytes.length - inWindow < headerWindow && window.start + window.bytes.length < end)
    ) {
      window = { start: offset, bytes: await source.read(offset, Math.min(end, offset + windowBytes)) };
    }
    const page = await pageAt(source, { offset, end, window });
    yield page;
    offset += page.headerBytes + page.header.compressedBytes;
  }
  if (offset !== end) throw unreadable(`the pages of ${chunk.path} do not end where its chunk does`);
}

interface PagePlace {
  readonly offset: number;
  readonly end: number;
  readonly window: { readonly start: number; readonly bytes: Uint8Array };
}

async function pageAt(source: RandomAccess, place: PagePlace): Promise<Page> {
  const { offset, end, window } = place;
  const bytes = window.bytes.subarray(offset - window.start);
  try {
    return parsePage(bytes, offset, end);
  } catch (error) {
    // Statistics with long bounds make a header longer than the rest of the window.
    if (offset + bytes.length >= end || bytes.length >= maxHeaderBytes) throw error;
    return parsePage(await source.read(offset, Math.min(end, offset + maxHeaderBytes)), offset, end);
  }
}

function parsePage(bytes: Uint8Array, offset: number, end: number): Page {
  const reader = new ThriftReader(bytes);
  const header = headerOf(reader.struct());
  if (offset + reader.offset + header.compressedBytes > end) throw unreadable('a page reaches beyond its column chunk');
  return { header, offset, headerBytes: reader.offset };
}

function headerOf(struct: ThriftStruct): PageHeader {
  const type = integerField(struct, 1) ?? -1;
  const data = structField(struct, type === PageType.DATA_PAGE ? 5 : type === PageType.DATA_PAGE_V2 ? 8 : 7);
  const compressedBytes = integerField(struct, 3) ?? -1;
  const uncompressedBytes = integerField(struct, 2) ?? -1;
  if (compressedBytes < 0 || uncompressedBytes < 0) throw unreadable('a page has no size');
  return {
    type,
    uncompressedBytes,
    compressedBytes,
    crc: integerField(struct, 4),
    values: data === undefined ? 0 : (integerField(data, 1) ?? 0),
    encoding: data === undefined ? -1 : (integerField(data, type === PageType.DATA_PAGE_V2 ? 4 : 2) ?? -1),
    v2: type === PageType.DATA_PAGE_V2 && data !== undefined ? v2Of(data) : undefined,
  };
}

function v2Of(data: ThriftStruct): NonNullable<PageHeader['v2']> {
  return {
    nulls: integerField(data, 2) ?? 0,
    rows: integerField(data, 3) ?? 0,
    definitionBytes: integerField(data, 5) ?? 0,
    repetitionBytes: integerField(data, 6) ?? 0,
    isCompressed: data.get(7) !== false,
  };
}
