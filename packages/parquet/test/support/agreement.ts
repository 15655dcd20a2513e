import { deepStrictEqual } from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import {
  bytesAccess,
  compatibleEncoder,
  inspectObject,
  memorySpill,
  sluiceEncoder,
  type ColumnSchema,
} from '../../src/index.ts';
import { bytesOf, encode, type Event } from './encode.ts';
import { logicalRows, type Logical } from './logical-row.ts';
import { readWithArrow } from './read-arrow.ts';
import { readRows, type OpenDuckdb } from './read-duckdb.ts';
import { readWithHyparquet } from './read-hyparquet.ts';

/** Rules that hold for any schema, of OCSF or not. */
const shapeRules = new Set([
  'unreadable',
  'page-size',
  'page-index',
  'list-encoding',
  'map-encoding',
  'empty-struct',
  'sorted-by-time',
]);

/**
 * Throws where an object of these rows is not read back to them, all columns and types, by DuckDB, hyparquet and
 * Arrow, or that of the compatible encoder by hyparquet; where it breaks a rule of pages and nesting; or where it differs once rows are spilled on the way.
 */
export async function checkAgreement(schema: ColumnSchema, rows: readonly Event[], duckdb: OpenDuckdb): Promise<void> {
  const object = await encode(schema, rows);
  const bytes = bytesOf(object);
  const expected = decodedTexts(normal(logicalRows(schema, rows)));
  await writeFile(duckdb.path, bytes);
  const byDuckdb = normal(await readRows(duckdb.connection, duckdb.path));
  deepStrictEqual(decodedTexts(byDuckdb), expected, 'read by DuckDB');
  deepStrictEqual(decodedTexts(normal(readWithArrow(bytes, schema))), expected, 'read by parquet-wasm');
  deepStrictEqual(decodedTexts(normal(await readWithHyparquet(bytes, schema))), expected, 'read by hyparquet');
  const compatible = await encode(schema, rows, {}, compatibleEncoder);
  const byCompatible = normal(await readWithHyparquet(bytesOf(compatible), schema));
  deepStrictEqual(decodedTexts(byCompatible), expected, 'compatible, read by hyparquet');
  deepStrictEqual(compatible.rowsHash, object.rowsHash, 'the compatible encoder names the rows otherwise');
  const { findings } = await inspectObject(bytesAccess(bytes));
  deepStrictEqual(
    findings.filter((one) => shapeRules.has(one.rule)),
    [],
  );
  deepStrictEqual(Buffer.compare(await spilledBytes(schema, rows), bytes), 0, 'spilled rows make other bytes');
}

/** Throws where hyparquet, the quickest of the readers for small objects, does not read an object of these rows back to them. */
export async function checkReadBack(schema: ColumnSchema, rows: readonly Event[]): Promise<void> {
  const bytes = bytesOf(await encode(schema, rows));
  deepStrictEqual(
    decodedTexts(normal(await readWithHyparquet(bytes, schema))),
    decodedTexts(normal(logicalRows(schema, rows))),
    'read by hyparquet',
  );
}

async function spilledBytes(schema: ColumnSchema, rows: readonly Event[]): Promise<Uint8Array> {
  const writer = sluiceEncoder.open(schema, { spill: memorySpill() });
  for (const [at, row] of rows.entries()) {
    writer.append(row);
    if (at % 7 === 3) await writer.spill();
  }
  return bytesOf(await writer.finish({ 'sluice.test': 'yes' }));
}

/**
 * Texts reach JavaScript from all readers by `TextDecoder`, which leaves out a U+FEFF that a text begins with: a mark of the
 * order of bytes, it thinks.
 */
function decodedTexts(rows: unknown): unknown {
  return JSON.parse(
    JSON.stringify(rows, (_key, item: unknown) => (typeof item === 'string' ? item.replace(/^\uFEFF/u, '') : item)),
  );
}

/** -0 and 0 are the same number, and no reader says which of the two it read. */
function normal(rows: readonly Logical[]): unknown {
  return JSON.parse(
    JSON.stringify(rows, (_key, item: unknown) =>
      typeof item === 'bigint' ? `${item}n` : Object.is(item, -0) ? 0 : item,
    ),
  );
}
