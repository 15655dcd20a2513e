import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector } from '@sluice/connector';
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

const folders = readdirSync(join(root, 'connectors')).filter((name) =>
  existsSync(join(root, 'connectors', name, 'src/index.ts')),
);

async function connectorIn(folder: string): Promise<Connector> {
  const module: unknown = await import(join(root, 'connectors', folder, 'src/index.ts'));
  return (module as { readonly connector: Connector }).connector;
}

// `UPDATE_COLUMN_LOCKS=1` appends new columns to the locks; nothing ever takes one out or moves one.
test.each(folders)('the columns of %s only ever grow at the end', async (folder) => {
  const connector = await connectorIn(folder);
  const path = join(root, 'connectors', folder, 'columns.lock.json');
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
