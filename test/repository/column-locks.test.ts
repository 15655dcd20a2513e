import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector } from '@sluice/connector';
import { connector as appLogs } from '@sluice/connector-app-logs';
import { connector as syslog } from '@sluice/connector-syslog';
import { expect, test } from 'vitest';
import { root } from './files.ts';

/** Columns by stream and class, in their order. */
type ColumnLock = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

function columnsOf(connector: Connector): ColumnLock {
  const streams = connector.streams.map((stream) => {
    const classes = stream.emits.map((emitted) => [emitted.class, emitted.columns] as const);
    return [stream.name, Object.fromEntries(classes)] as const;
  });
  return Object.fromEntries(streams);
}

// `UPDATE_COLUMN_LOCKS=1` appends new columns to the locks; nothing ever takes one out or moves one.
test.each([syslog, appLogs])('the columns of $name only ever grow at the end', (connector) => {
  const path = join(root, 'connectors', connector.name, 'columns.lock.json');
  const columns = columnsOf(connector);
  const lock = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ColumnLock) : {};
  for (const [stream, classes] of Object.entries(lock)) {
    for (const [name, locked] of Object.entries(classes)) {
      expect(columns[stream]?.[name]?.slice(0, locked.length), `${stream} ${name}`).toEqual(locked);
    }
  }
  if (process.env['UPDATE_COLUMN_LOCKS'] === '1') writeFileSync(path, `${JSON.stringify(columns, undefined, 2)}\n`);
  else expect(columns, 'new columns have to be locked: UPDATE_COLUMN_LOCKS=1').toEqual(lock);
});
