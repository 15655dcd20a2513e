import type { DatabaseSync } from 'node:sqlite';
import type { FlushCut, FlushIntent, Resumed, StagedObject } from './state-store.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS worker (
    pipeline TEXT NOT NULL, slot TEXT NOT NULL, epoch INTEGER NOT NULL, holder TEXT NOT NULL,
    flush INTEGER NOT NULL, cursor TEXT, cut TEXT, intent TEXT, held TEXT,
    PRIMARY KEY (pipeline, slot)) STRICT;
  CREATE TABLE IF NOT EXISTS unit (
    pipeline TEXT NOT NULL, id TEXT NOT NULL, records INTEGER NOT NULL, slot TEXT, flush TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (pipeline, id)) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS unit_at ON unit (at);
  CREATE INDEX IF NOT EXISTS unit_bound ON unit (pipeline, slot) WHERE slot IS NOT NULL;
`;

/** What the state looked like before it knew workers. */
const former = `
  CREATE TABLE IF NOT EXISTS pipeline (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS intent (pipeline TEXT PRIMARY KEY, intent TEXT NOT NULL) STRICT;
  INSERT OR IGNORE INTO worker (pipeline, slot, epoch, holder, flush, cursor, intent)
    SELECT name, 'main', 0, '', coalesce(json_extract(state, '$.flush'), 0), state -> '$.cursor',
      (SELECT intent FROM intent WHERE intent.pipeline = name) FROM pipeline;
  INSERT OR IGNORE INTO worker (pipeline, slot, epoch, holder, flush, intent)
    SELECT pipeline, 'main', 0, '', 0, intent FROM intent;
  DROP TABLE pipeline;
  DROP TABLE intent;
`;

/** Makes the tables, and takes over what an earlier version left. */
export function createTables(database: DatabaseSync): void {
  const isFormer = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'pipeline'").get();
  database.exec(`BEGIN IMMEDIATE; ${tables} ${isFormer === undefined ? '' : former} COMMIT;`);
}

export interface WorkerRow {
  readonly flush: number;
  readonly cursor: string | null;
  readonly cut: string | null;
  readonly intent: string | null;
  readonly held: string | null;
}

export function resumedOf(row: WorkerRow | undefined): Resumed {
  if (row === undefined) return { flush: 0 };
  return {
    flush: row.flush,
    ...(row.cursor === null ? {} : { cursor: JSON.parse(row.cursor) as NonNullable<Resumed['cursor']> }),
    ...(row.cut === null ? {} : { cut: JSON.parse(row.cut) as FlushCut }),
    ...(row.held === null ? {} : { held: JSON.parse(row.held) as readonly StagedObject[] }),
    ...(row.intent === null ? {} : { intent: JSON.parse(row.intent) as FlushIntent }),
  };
}
