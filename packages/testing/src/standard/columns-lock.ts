import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector } from '@sluice/connector';

/** Columns by stream and class, in their order. */
type ColumnsLock = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const fileName = 'columns.lock.json';
const writing = 'write it with "sluice connector docs" or "npm test -- --update"';
const remedy = `put it back in its place; where nothing is in a lake yet, delete ${fileName} and ${writing}`;

/**
 * What is wrong with the lock of a connector's columns. The objects of a custom source have the same columns from the
 * first to the last, so new ones stand at the end, and none is taken out or moved.
 */
export function checkColumnsLock(connector: Connector, folder: string): readonly string[] {
  const columns = columnsOf(connector);
  const lock = lockIn(folder);
  if (lock === undefined) return [`${fileName} is missing: ${writing}`];
  const broken = brokenPromises(lock, columns);
  if (broken.length > 0) return broken;
  return JSON.stringify(lock) === JSON.stringify(columns) ? [] : [`${fileName} lacks new columns: ${writing}`];
}

/** Writes the lock, unless a locked column is missing or moved; gives what stands in the way. */
export function writeColumnsLock(connector: Connector, folder: string): readonly string[] {
  const columns = columnsOf(connector);
  const broken = brokenPromises(lockIn(folder) ?? {}, columns);
  if (broken.length === 0) writeFileSync(join(folder, fileName), `${JSON.stringify(columns, undefined, 2)}\n`);
  return broken;
}

function columnsOf({ streams }: Connector): ColumnsLock {
  return Object.fromEntries(
    streams.map(({ name, emits }) => [name, Object.fromEntries(emits.map((each) => [each.class, each.columns]))]),
  );
}

function lockIn(folder: string): ColumnsLock | undefined {
  const path = join(folder, fileName);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ColumnsLock) : undefined;
}

function brokenPromises(lock: ColumnsLock, columns: ColumnsLock): readonly string[] {
  return Object.entries(lock).flatMap(([stream, classes]) =>
    Object.entries(classes).flatMap(([name, locked]) => {
      const now = columns[stream]?.[name] ?? [];
      const at = locked.findIndex((column, index) => now[index] !== column);
      if (at === -1) return [];
      const is = now[at] === undefined ? 'missing' : `"${now[at]}"`;
      return [`${stream} ${name}: column ${at + 1} is locked as "${locked[at]}" and is ${is} now: ${remedy}`];
    }),
  );
}
