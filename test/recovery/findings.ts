import { readFile } from 'node:fs/promises';
import { zstdDecompressSync } from 'node:zlib';
import type { ObjectStore } from '@sluice/core';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { filesBelow, sha256 } from '../harness/lake.ts';

/** What is in a lake and its dead letters, by the number that each record has. */
export interface Findings {
  /** Keys and hashes of all objects. */
  readonly objects: ReadonlyMap<string, string>;
  readonly numbers: readonly string[];
  readonly rejected: readonly string[];
}

/** Reads everything with a reader that is not ours. */
export async function findingsOf(lake: ObjectStore, deadLetters: string): Promise<Findings> {
  const objects = new Map<string, string>();
  const numbers: string[] = [];
  for await (const { key } of lake.list('')) {
    const bytes = await lake.read(key);
    objects.set(key, sha256(bytes));
    numbers.push(...(await numbersIn(bytes)));
  }
  return { objects, numbers, rejected: await rejectedIn(deadLetters) };
}

async function numbersIn(bytes: Uint8Array): Promise<readonly string[]> {
  const rows = await parquetReadObjects({
    file: Uint8Array.from(bytes).buffer,
    compressors,
    columns: ['unmapped', 'message'],
  });
  return rows.map(({ unmapped, message }) => numberOf(unmapped, message));
}

/** The number stands in `unmapped.n`, or as `n=…` in the message. */
function numberOf(unmapped: unknown, message: unknown): string {
  const n = typeof unmapped === 'object' && unmapped !== null && 'n' in unmapped ? unmapped.n : undefined;
  if (typeof n === 'string' || typeof n === 'number') return String(n);
  return /\bn=(\d+)/.exec(String(message))?.[1] ?? `no number in ${String(message).slice(0, 80)}`;
}

async function rejectedIn(folder: string): Promise<readonly string[]> {
  const records: string[] = [];
  for (const path of await filesBelow(folder, '**/*.ndjson.zst')) {
    const lines = zstdDecompressSync(await readFile(path))
      .toString()
      .trim()
      .split('\n');
    for (const line of lines) records.push(String((JSON.parse(line) as { raw?: unknown }).raw));
  }
  return records;
}

/** What is wrong: what was sent and is not there, or there more than once, or there and never sent. Empty: nothing. */
export function differences(found: readonly string[], sent: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const record of found) counts.set(record, (counts.get(record) ?? 0) + 1);
  const wrong: string[] = [];
  for (const record of sent) {
    const count = counts.get(record) ?? 0;
    if (count !== 1) wrong.push(`${record}: ${count} times`);
    counts.delete(record);
  }
  for (const record of counts.keys()) wrong.push(`${record}: never sent`);
  return wrong;
}

/** Objects that one lake has and the other has not, or not so. */
export function objectDifferences(found: Findings, expected: Findings): readonly string[] {
  const keys = new Set([...found.objects.keys(), ...expected.objects.keys()]);
  return [...keys].filter((key) => found.objects.get(key) !== expected.objects.get(key));
}
