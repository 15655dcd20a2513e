import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnNode, ColumnSchema } from '../src/index.ts';
import { allClasses } from './support/class-schemas.ts';
import { edges } from './support/edges.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { logicalRows } from './support/logical-row.ts';
import { classAndRows, schemaAndRows } from './support/random-schemas.ts';
import { everything } from './support/schemas.ts';

/** A folder where ClickHouse was installed: `npm install --prefix FOLDER chdb` (half a gigabyte, so it is no dependency). */
const home = process.env['SLUICE_CHDB'] ?? '';
const script = join(import.meta.dirname, 'support/clickhouse.mjs');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-clickhouse-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The rows as ClickHouse has them, but with 0 for -0, as JSON's own writer says it of the rows they are held against. */
async function readByClickHouse(schema: ColumnSchema, rows: readonly Event[]): Promise<readonly unknown[]> {
  const path = join(folder, 'object.parquet');
  await writeFile(path, bytesOf(await encode(schema, rows)));
  const text = execFileSync(process.execPath, [script, home, path], { encoding: 'utf8', maxBuffer: 1024 ** 3 });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line, (_, value: unknown) => (value === 0 ? 0 : value)) as unknown);
}

/** A row as ClickHouse has it: lists, maps and structs are never null there, and what JSON cannot hold is text. */
function rowOf(nodes: readonly ColumnNode[], row: unknown): Record<string, unknown> {
  const values = (row ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(nodes.map((node) => [node.name, valueOf(node, values[node.name] ?? null)]));
}

function valueOf(node: ColumnNode, value: unknown): unknown {
  switch (node.kind) {
    case 'group':
      return rowOf(node.children, value);
    case 'list':
      return ((value ?? []) as readonly unknown[]).map((item) => valueOf(node.element, item));
    case 'map':
      return Object.fromEntries((value ?? []) as [string, unknown][]);
    case 'leaf':
      if (node.type === 'timestamp' && value !== null) return new Date(Number(value)).toISOString();
      return typeof value === 'bigint' ? String(value) : value;
  }
}

async function expectClickHouseReads(schema: ColumnSchema, rows: readonly Event[]): Promise<void> {
  const expected = logicalRows(schema, rows).map((row) => rowOf(schema.columns, row));
  expect(await readByClickHouse(schema, rows)).toEqual(JSON.parse(JSON.stringify(expected)));
}

describe.skipIf(!existsSync(join(home, 'node_modules/chdb')))('ClickHouse (skipped without SLUICE_CHDB)', () => {
  it('reads the same rows at the edges', async () => {
    await expectClickHouseReads(everything, edges);
    await expectClickHouseReads(everything, []);
  }, 120_000);

  it('reads the same rows of random schemas and of classes of every release', async () => {
    const either = fc.oneof(schemaAndRows(40), classAndRows(allClasses(), 4));
    const property = fc.asyncProperty(either, ({ schema, rows }) => expectClickHouseReads(schema, rows));
    await fc.assert(property, { numRuns: Number(process.env['SLUICE_RUNS'] ?? 40) });
  }, 1_800_000);
});
