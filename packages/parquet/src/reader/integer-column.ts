import { Encoding, PageType, PhysicalType } from '../encoder/parquet-format.ts';
import { bitWidth } from '../encoder/hybrid.ts';
import { decompress } from './decompress.ts';
import { readDelta } from './delta-reader.ts';
import { readHybrid } from './hybrid-reader.ts';
import type { ChunkMetadata } from './object-metadata.ts';
import { walkPages, type Page, type PageHeader } from './page-walk.ts';
import type { RandomAccess } from './random-access.ts';
import type { SchemaNode } from './schema-tree.ts';
import { unreadable } from './unreadable.ts';

const maxEntriesPerPage = 64 * 1024 * 1024;

/**
 * The integers of an INT32 or INT64 leaf outside lists, page by page, nulls left out. Reads whatever codec and encoding
 * of the format other writers may have used for them.
 */
export async function* readIntegers(
  source: RandomAccess,
  chunk: ChunkMetadata,
  leaf: SchemaNode,
): AsyncGenerator<BigInt64Array> {
  if (
    leaf.maxRepetition > 0 ||
    (chunk.physicalType !== PhysicalType.INT32 && chunk.physicalType !== PhysicalType.INT64)
  ) {
    throw unreadable(`${chunk.path} is not a column of integers`);
  }
  let dictionary: BigInt64Array | undefined;
  for await (const page of walkPages(source, chunk)) {
    const { header } = page;
    if (
      header.type !== PageType.DICTIONARY_PAGE &&
      header.type !== PageType.DATA_PAGE &&
      header.type !== PageType.DATA_PAGE_V2
    )
      continue;
    if (header.values < 0 || header.values > maxEntriesPerPage)
      throw unreadable(`a page claims ${header.values} values`);
    const body = await source.read(
      page.offset + page.headerBytes,
      page.offset + page.headerBytes + header.compressedBytes,
    );
    if (header.type === PageType.DICTIONARY_PAGE) {
      dictionary = plainIntegers(
        decompress(chunk.codec, body, header.uncompressedBytes),
        chunk.physicalType,
        header.values,
      );
    } else {
      yield dataPage({ page, body, chunk, leaf, dictionary });
    }
  }
}

interface DataPage {
  readonly page: Page;
  readonly body: Uint8Array;
  readonly chunk: ChunkMetadata;
  readonly leaf: SchemaNode;
  readonly dictionary: BigInt64Array | undefined;
}

function dataPage(data: DataPage): BigInt64Array {
  const { page, body, chunk, leaf, dictionary } = data;
  const { header } = page;
  const parts =
    header.v2 === undefined ? version1(body, header, chunk.codec, leaf) : version2(body, header, chunk.codec, leaf);
  if (header.encoding === Encoding.PLAIN) return plainIntegers(parts.values, chunk.physicalType, parts.defined);
  if (header.encoding === Encoding.DELTA_BINARY_PACKED) return readDelta(parts.values, parts.defined);
  if (header.encoding !== Encoding.RLE_DICTIONARY && header.encoding !== Encoding.PLAIN_DICTIONARY)
    throw unreadable(`integers of encoding ${header.encoding} are not decoded here`);
  if (parts.defined === 0) return new BigInt64Array(0);
  if (dictionary === undefined) throw unreadable('a page refers to a dictionary that is not there');
  return lookUp(dictionary, readHybrid(parts.values, 1, parts.values[0] ?? 0, parts.defined));
}

interface PageParts {
  readonly values: Uint8Array;
  readonly defined: number;
}

function version1(body: Uint8Array, header: PageHeader, codec: number, leaf: SchemaNode): PageParts {
  const bytes = decompress(codec, body, header.uncompressedBytes);
  if (leaf.maxDefinition === 0) return { values: bytes, defined: header.values };
  if (bytes.length < 4) throw unreadable('a page without levels');
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  if (length > bytes.length - 4) throw unreadable('levels longer than their page');
  const levels = readHybrid(bytes.subarray(4, 4 + length), 0, bitWidth(leaf.maxDefinition), header.values);
  return { values: bytes.subarray(4 + length), defined: countDefined(levels, leaf.maxDefinition) };
}

function version2(body: Uint8Array, header: PageHeader, codec: number, leaf: SchemaNode): PageParts {
  const { v2 } = header;
  if (
    v2 === undefined ||
    v2.definitionBytes < 0 ||
    v2.repetitionBytes < 0 ||
    v2.definitionBytes + v2.repetitionBytes > body.length
  )
    throw unreadable('levels longer than their page');
  const levelBytes = v2.repetitionBytes + v2.definitionBytes;
  const rest = body.subarray(levelBytes);
  const values =
    v2.isCompressed && rest.length > 0 ? decompress(codec, rest, header.uncompressedBytes - levelBytes) : rest;
  if (leaf.maxDefinition === 0) return { values, defined: header.values };
  const levels = readHybrid(
    body.subarray(v2.repetitionBytes, levelBytes),
    0,
    bitWidth(leaf.maxDefinition),
    header.values,
  );
  return { values, defined: countDefined(levels, leaf.maxDefinition) };
}

function countDefined(levels: Uint32Array, max: number): number {
  let defined = 0;
  for (const level of levels) if (level === max) defined++;
  return defined;
}

function plainIntegers(bytes: Uint8Array, physicalType: number, count: number): BigInt64Array {
  const width = physicalType === PhysicalType.INT32 ? 4 : 8;
  if (count * width > bytes.length) throw unreadable('a page with fewer values than its header says');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return BigInt64Array.from({ length: count }, (_, at) =>
    width === 4 ? BigInt(view.getInt32(at * 4, true)) : view.getBigInt64(at * 8, true),
  );
}

function lookUp(dictionary: BigInt64Array, codes: Uint32Array): BigInt64Array {
  return BigInt64Array.from(codes, (code) => {
    const value = dictionary[code];
    if (value === undefined) throw unreadable('a code beyond the dictionary');
    return value;
  });
}
