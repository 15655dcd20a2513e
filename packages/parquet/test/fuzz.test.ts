import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { checkAgreement } from './support/agreement.ts';
import { allClasses } from './support/class-schemas.ts';
import { classAndRows, schemaAndRows } from './support/random-schemas.ts';
import { openDuckdb, type OpenDuckdb } from './support/read-duckdb.ts';

let duckdb: OpenDuckdb;
beforeAll(async () => {
  duckdb = await openDuckdb();
});
afterAll(() => duckdb.close());

/** `npm run fuzz -- parquet` runs more of these; a failure prints its seed and the smallest schema and rows. */
describe('random rows read back the same by DuckDB, hyparquet and Arrow, spilled or not, and break no rule', () => {
  it('of random schemas', async () => {
    const property = fc.asyncProperty(schemaAndRows(40), ({ schema, rows }) => checkAgreement(schema, rows, duckdb));
    await fc.assert(property, { numRuns: 50 });
  }, 120_000);

  it('of random columns of classes of every release', async () => {
    const property = fc.asyncProperty(classAndRows(allClasses(), 4), ({ schema, rows }) =>
      checkAgreement(schema, rows, duckdb),
    );
    await fc.assert(property, { numRuns: 10 });
  }, 120_000);
});
