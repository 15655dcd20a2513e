import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnSchema } from '../src/index.ts';
import { allClasses } from './support/class-schemas.ts';
import { edges } from './support/edges.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { logicalRows } from './support/logical-row.ts';
import { classAndRows, schemaAndRows } from './support/random-schemas.ts';
import { everything } from './support/schemas.ts';

/** A Python that has pyarrow: `python3 -m venv p && p/bin/pip install pyarrow`. */
const python = process.env['SLUICE_PYTHON'] ?? '';

const lacksPyarrow = python === '' || spawnSync(python, ['-c', 'import pyarrow']).status !== 0;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-python-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function objectOf(schema: ColumnSchema, rows: readonly Event[]): Promise<string> {
  const path = join(folder, 'object.parquet');
  await writeFile(path, bytesOf(await encode(schema, rows)));
  return path;
}

function run(args: readonly string[]): readonly unknown[] {
  const text = execFileSync(python, args, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** Integers as text, since JSON has not all of them: what `read_rows.py` prints. */
function asPython(value: unknown): unknown {
  const tagged = (_key: string, item: unknown): unknown => {
    if (typeof item === 'bigint') return `i:${item}`;
    return typeof item === 'number' && Number.isInteger(item) ? `i:${BigInt(item)}` : item;
  };
  return JSON.parse(JSON.stringify(value, tagged));
}

async function expectPyarrowReads(schema: ColumnSchema, rows: readonly Event[]): Promise<void> {
  const script = join(import.meta.dirname, 'support', 'read_rows.py');
  const read = run([script, await objectOf(schema, rows)]);
  expect(read).toEqual(asPython(logicalRows(schema, rows)));
}

describe.skipIf(lacksPyarrow)('pyarrow (skipped without SLUICE_PYTHON, a Python that has it)', () => {
  it('reads the same rows at the edges, checksums verified', async () => {
    await expectPyarrowReads(everything, edges);
    await expectPyarrowReads(everything, []);
  }, 120_000);

  it('reads the same rows of random schemas and of classes of every release', async () => {
    const either = fc.oneof(schemaAndRows(40), classAndRows(allClasses(), 4));
    const property = fc.asyncProperty(either, ({ schema, rows }) => expectPyarrowReads(schema, rows));
    await fc.assert(property, { numRuns: Number(process.env['SLUICE_RUNS'] ?? 40) });
  }, 600_000);
});
