import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesAccess, inspectObject } from '../src/index.ts';
import { bytesOf, encode } from './support/encode.ts';
import { logicalRows } from './support/logical-row.ts';
import { schemaAndRows } from './support/random-schemas.ts';
import { readWithArrow } from './support/read-arrow.ts';
import { readWithDuckdb } from './support/read-duckdb.ts';
import { readWithHyparquet } from './support/read-hyparquet.ts';

/** More runs with SLUICE_FUZZ_RUNS; a failure prints its seed and the smallest schema and rows. */
const runs = Number(process.env['SLUICE_FUZZ_RUNS'] ?? 60);

/** NaN bounds aside, -0 and 0 are the same number to the readers' own tests of equality. */
function normal(rows: unknown): unknown {
  return JSON.parse(
    JSON.stringify(rows, (_key, item: unknown) =>
      typeof item === 'bigint' ? `${item}n` : Object.is(item, -0) ? 0 : item,
    ) ?? 'null',
  );
}

describe('random schemas and rows', () => {
  it('read back the same by DuckDB, hyparquet and Arrow, and break no rule of pages and nesting', async () => {
    await fc.assert(
      fc.asyncProperty(schemaAndRows(40), async ({ schema, rows }) => {
        const bytes = bytesOf(await encode(schema, rows));
        const expected = normal(logicalRows(schema, rows));
        expect(normal(await readWithDuckdb(bytes))).toEqual(expected);
        expect(normal(readWithArrow(bytes, schema))).toEqual(expected);
        expect(normal(await readWithHyparquet(bytes, schema))).toEqual(expected);
        const { findings } = await inspectObject(bytesAccess(bytes));
        const shape = new Set([
          'unreadable',
          'page-size',
          'page-index',
          'list-encoding',
          'map-encoding',
          'empty-struct',
          'sorted-by-time',
        ]);
        expect(findings.filter((one) => shape.has(one.rule))).toEqual([]);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
