import { DuckDBTypeId, type DuckDBResult, type Json } from '@duckdb/node-api';
import type { Output } from '../terminal/io.ts';
import { plural } from '../terminal/amounts.ts';
import { clip, printable } from '../terminal/printable.ts';
import { tableLines } from '../terminal/table.ts';
import type { ResultFormat } from './formats.ts';
import { jsonValue } from './values.ts';

const tableRows = 1000;
const widestCell = 80;

/** Writes a result as it comes: `json` is one object a line. A table shows the first 1,000 rows and says so. */
export async function render(result: DuckDBResult, format: ResultFormat, output: Output): Promise<void> {
  const names = result.deduplicatedColumnNames();
  if (format === 'table') return renderTable(result, names, output);
  if (format === 'csv') output.write(csvLine(names));
  for await (const rows of result.yieldConvertedRows(jsonValue)) {
    output.write(rows.map((row) => (format === 'csv' ? csvLine(row) : jsonLine(names, row))).join(''));
    await output.drained();
  }
}

async function renderTable(result: DuckDBResult, names: readonly string[], output: Output): Promise<void> {
  const rows: (readonly (Json | null)[])[] = [];
  for await (const some of result.yieldConvertedRows(jsonValue)) {
    rows.push(...some);
    if (rows.length > tableRows) break;
  }
  const shown = rows.slice(0, tableRows).map((row) => row.map((cell) => clip(printable(text(cell)), widestCell)));
  const right = names.flatMap((_, column) => (numeric.includes(result.columnTypeId(column)) ? [column] : []));
  for (const line of tableLines(names.map(printable), shown, { right })) output.write(`${line}\n`);
  const more =
    rows.length > tableRows ? `first ${tableRows} rows; --format csv or json gives all` : plural(rows.length, 'row');
  output.write(`(${more})\n`);
}

const numeric: readonly DuckDBTypeId[] = [
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
];

function jsonLine(names: readonly string[], row: readonly Json[]): string {
  return `${JSON.stringify(Object.fromEntries(names.map((name, column) => [name, row[column] ?? null])))}\n`;
}

/** RFC 4180, with lists and structs as JSON; a null is nothing, an empty text is `""`. */
export function csvLine(row: readonly Json[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Json): string {
  const shown = text(cell);
  return (cell !== null && shown === '') || /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

function text(cell: Json): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
