import { Codec, PageType } from '../encoder/parquet-format.ts';
import { maxPageBytes } from '../encoder/page-plan.ts';
import { maxRowGroupBytes } from '../encoder/segment.ts';
import { codecName } from '../reader/decompress.ts';
import type { ChunkMetadata, ObjectMetadata, RowGroupMetadata } from '../reader/object-metadata.ts';
import { readOffsetIndex, type IndexedPage } from '../reader/page-index.ts';
import { walkPages } from '../reader/page-walk.ts';
import type { RandomAccess } from '../reader/random-access.ts';
import { leavesBelow } from '../reader/schema-tree.ts';
import { finding, type InspectionFinding } from './rules.ts';

/** Walks the pages of every chunk by their headers: sizes, codecs, and whether the page index tells the truth. */
export async function checkPages(
  source: RandomAccess,
  metadata: ObjectMetadata,
): Promise<readonly InspectionFinding[]> {
  const findings: InspectionFinding[] = [...checkCodecs(metadata)];
  const flat = new Set(
    leavesBelow(metadata.schema)
      .filter((leaf) => leaf.maxRepetition === 0)
      .map((leaf) => leaf.path),
  );
  let largest: { readonly bytes: number; readonly path: string } | undefined;
  let tooLarge = 0;
  for (const [index, group] of metadata.rowGroups.entries()) {
    if (group.compressedBytes > maxRowGroupBytes)
      findings.push(
        finding(
          'row-group-size',
          `Row group ${index} has ${group.compressedBytes} bytes compressed. Close row groups earlier.`,
        ),
      );
    for (const chunk of group.chunks) {
      const pages = await pagesOf(source, chunk);
      for (const page of pages.filter(({ bytes }) => bytes > maxPageBytes)) {
        tooLarge++;
        if (largest === undefined || page.bytes > largest.bytes) largest = { bytes: page.bytes, path: chunk.path };
      }
      findings.push(...(await checkIndex(source, { chunk, pages, group, isFlat: flat.has(chunk.path) })));
    }
  }
  if (largest !== undefined) {
    findings.push(
      finding(
        'page-size',
        `${tooLarge} data pages are larger than 1 MB uncompressed; the largest, of ${largest.path}, has ${largest.bytes} bytes. Lower the writer's page size.`,
        largest.path,
      ),
    );
  }
  return findings;
}

function checkCodecs(metadata: ObjectMetadata): readonly InspectionFinding[] {
  const codecs = new Set(metadata.rowGroups.flatMap((group) => group.chunks.map((chunk) => chunk.codec)));
  return [...codecs].flatMap((codec) => {
    if (codec === Codec.ZSTD) return [];
    if (codec === Codec.UNCOMPRESSED)
      return [finding('codec-none', 'There are columns without compression. Compress with zstandard.')];
    return [finding('codec-not-zstd', `Columns are compressed with ${codecName(codec)}. Zstandard is preferred.`)];
  });
}

interface WalkedPage {
  readonly offset: number;
  readonly storedBytes: number;
  readonly bytes: number;
  /** Entries of the page: rows, where the column is outside lists. */
  readonly values: number;
}

async function pagesOf(source: RandomAccess, chunk: ChunkMetadata): Promise<readonly WalkedPage[]> {
  const pages: WalkedPage[] = [];
  for await (const { header, offset, headerBytes } of walkPages(source, chunk)) {
    if (header.type === PageType.DICTIONARY_PAGE || header.type === PageType.INDEX_PAGE) continue;
    pages.push({
      offset,
      storedBytes: headerBytes + header.compressedBytes,
      bytes: header.uncompressedBytes,
      values: header.values,
    });
  }
  return pages;
}

interface IndexedChunk {
  readonly chunk: ChunkMetadata;
  readonly pages: readonly WalkedPage[];
  readonly group: RowGroupMetadata;
  readonly isFlat: boolean;
}

async function checkIndex(source: RandomAccess, indexed: IndexedChunk): Promise<readonly InspectionFinding[]> {
  const { chunk, pages } = indexed;
  const index = await readOffsetIndex(source, chunk);
  if (index === undefined) return [];
  if (index.length !== pages.length)
    return [
      finding(
        'page-index',
        `The offset index of ${chunk.path} lists ${index.length} pages of ${pages.length}.`,
        chunk.path,
      ),
    ];
  const wrong = index.findIndex((entry, at) => !agrees(entry, at, indexed, index));
  if (wrong < 0) return [];
  return [
    finding(
      'page-index',
      `The offset index of ${chunk.path} is wrong about page ${wrong} (first row ${index[wrong]?.firstRow}). Write no page index, or a right one.`,
      chunk.path,
    ),
  ];
}

function agrees(entry: IndexedPage, at: number, indexed: IndexedChunk, index: readonly IndexedPage[]): boolean {
  const page = indexed.pages[at];
  const previous = index[at - 1];
  if (page === undefined || entry.offset !== page.offset || entry.compressedBytes !== page.storedBytes) return false;
  if (entry.firstRow < 0 || entry.firstRow >= Math.max(indexed.group.rows, 1)) return false;
  if (previous === undefined) return entry.firstRow === 0;
  if (!indexed.isFlat) return entry.firstRow > previous.firstRow;
  return entry.firstRow === previous.firstRow + (indexed.pages[at - 1]?.values ?? 0);
}
