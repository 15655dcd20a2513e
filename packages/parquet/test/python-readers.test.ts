import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnSchema } from '../src/index.ts';
import { bytesOf, encode, type Event } from './support/encode.ts';
import { logicalRows } from './support/logical-row.ts';
import { allClasses } from './support/class-schemas.ts';
import { classAndRows, schemaAndRows } from './support/random-schemas.ts';
import { everything } from './support/schemas.ts';

/** A Python that has pyarrow, chdb or both: `python3 -m venv p && p/bin/pip install pyarrow chdb`. */
const python = process.env['SLUICE_PYTHON'] ?? '';

function lacks(module: string): boolean {
  return python === '' || spawnSync(python, ['-c', `import ${module}`]).status !== 0;
}

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

const edges: readonly Event[] = [
  { time: 1, class_uid: 2_147_483_647, type_uid: 2n ** 63n - 1n, metadata: {} },
  { time: -5, class_uid: -2_147_483_648, type_uid: -(2n ** 63n), score: -0.1, is_alert: false, metadata: {} },
  { time: 2, class_uid: 1, time_dt: '1969-12-31T23:59:59.999Z', message: 'a\uD800b', ports: [1, null], metadata: {} },
  { time: 3, class_uid: 1, message: 'é'.repeat(5_000_000), ports: [], flags: [true, null], metadata: { version: '1' } },
  { time: 3, class_uid: 1, attacks: [null, {}, { sub: [{ uid: 1, tags: ['a', null] }] }], metadata: { profiles: [] } },
  { time: 4, class_uid: 1, unmapped: { a: null, b: { c: 1 } }, data: { x: [1] }, metadata: { product: { name: 'x' } } },
];

describe.skipIf(lacks('pyarrow'))('pyarrow (skipped without SLUICE_PYTHON, a Python that has it)', () => {
  it('reads the same rows at the edges, checksums verified', async () => {
    await expectPyarrowReads(everything, edges);
    await expectPyarrowReads(everything, []);
  }, 120_000);

  it('reads the same rows of random schemas and of classes of every release', async () => {
    const either = fc.oneof(schemaAndRows(40), classAndRows(allClasses(), 4));
    const property = fc.asyncProperty(either, ({ schema, rows }) => expectPyarrowReads(schema, rows));
    await fc.assert(property, { numRuns: 40 });
  }, 600_000);
});

describe.skipIf(lacks('chdb'))('ClickHouse (skipped without SLUICE_PYTHON, a Python that has chdb)', () => {
  it('reads the same rows, null lists as empty ones', async () => {
    const path = await objectOf(everything, edges);
    const query = `SELECT time, class_uid, type_uid, is_alert, score, message, ports, flags FROM file('${path}', Parquet) ORDER BY time, message FORMAT JSONEachRow SETTINGS output_format_json_quote_64bit_integers = 1, output_format_json_escape_forward_slashes = 0`;
    const read = run(['-c', 'import chdb, sys; print(chdb.query(sys.argv[1]))', query]);
    const expected = logicalRows(everything, edges).map((row) => {
      const { time, class_uid, type_uid, is_alert, score, message, ports, flags } = row as Record<string, unknown>;
      return { time, class_uid, type_uid, is_alert, score, message, ports: ports ?? [], flags: flags ?? [] };
    });
    const asText = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item)));
    const byTime = (rows: readonly unknown[]): readonly unknown[] =>
      rows.toSorted((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));
    expect(byTime(read)).toEqual(byTime(asText(expected) as readonly unknown[]));
  }, 120_000);
});
