/**
 * `npm run fuzz -- parquet [--runs N] [--seed N] [--every N] [--rows N] [--classes]`: random schemas and rows, written and read back by
 * DuckDB, hyparquet and parquet-wasm, spilled and not, until one differs. With `--every 20`, hyparquet alone reads nineteen of
 * twenty, which takes a third of the time. Objects have few rows each, or with `--rows 200` any number up to that. With `--classes`: random columns of every class of every OCSF release in turn, N
 * rounds over all of them. Prints the seed; ends with 1 and the smallest case where one fails.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { checkAgreement, checkReadBack } from '../test/support/agreement.ts';
import { allClasses } from '../test/support/class-schemas.ts';
import { classAndRows, schemaAndRows } from '../test/support/random-schemas.ts';
import { openDuckdb } from '../test/support/read-duckdb.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    every: { type: 'string', default: '1' },
    rows: { type: 'string' },
    classes: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const every = Number(values.every);
const maxRows = Number(values.rows ?? 40);
const runs = Number(values.runs ?? (values.classes ? 1 : 10_000));
/** Runs between two lines of progress; each piece has a seed of its own. */
const pieceRuns = 1000;

const duckdb = await openDuckdb();
try {
  console.log(`seed ${seed}`);
  if (values.classes) await everyClass();
  else await randomSchemas();
} finally {
  await duckdb.close();
}

async function randomSchemas(): Promise<void> {
  let [rows, schemas] = [0, 0];
  for (let done = 0; done < runs; done += pieceRuns) {
    const property = fc.asyncProperty(
      schemaAndRows(maxRows, values.rows === undefined ? 'small' : 'max'),
      async (one) => {
        rows += one.rows.length;
        schemas += 1;
        if (schemas % every === 0) await checkAgreement(one.schema, one.rows, duckdb);
        else await checkReadBack(one.schema, one.rows);
      },
    );
    const numRuns = Math.min(pieceRuns, runs - done);
    await fc.assert(property, { numRuns, seed: seed + done });
    console.log(`${done + numRuns} schemas, ${rows} rows, no difference (${new Date().toISOString()})`);
  }
}

async function everyClass(): Promise<void> {
  const classes = allClasses();
  for (let round = 0; round < runs; round++) {
    for (const [index, one] of classes.entries()) {
      const property = fc.asyncProperty(classAndRows([one], 8), ({ schema, rows }) =>
        checkAgreement(schema, rows, duckdb),
      );
      await fc.assert(property, { numRuns: 3, seed: seed + round * classes.length + index });
      if (index % 50 === 49)
        console.log(`round ${round + 1}: ${index + 1} of ${classes.length} classes, no difference`);
    }
    console.log(`round ${round + 1}: all ${classes.length} classes, no difference`);
  }
}
