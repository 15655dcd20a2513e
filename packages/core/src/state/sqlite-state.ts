import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SluiceError } from '../errors.ts';
import type { FlushIntent, PipelineState, StateStore } from './state-store.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS pipeline (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS intent (pipeline TEXT PRIMARY KEY, intent TEXT NOT NULL) STRICT;
`;

/**
 * State in a local folder, in the SQLite that Node brings. The database is locked for as long as it is open; the
 * operating system drops the lock with the process, however that ends.
 */
export function openState(folder: string): StateStore {
  const path = resolve(folder);
  const database = open(path);
  const loadState = database.prepare('SELECT state FROM pipeline WHERE name = ?');
  const loadIntent = database.prepare('SELECT intent FROM intent WHERE pipeline = ?');
  const saveState = database.prepare('INSERT OR REPLACE INTO pipeline (name, state) VALUES (?, ?)');
  const saveIntent = database.prepare('INSERT OR REPLACE INTO intent (pipeline, intent) VALUES (?, ?)');
  const dropIntent = database.prepare('DELETE FROM intent WHERE pipeline = ?');
  return {
    stagingFolder: join(path, 'staging'),
    load(pipeline) {
      const row = loadState.get(pipeline);
      return row === undefined ? { flush: 0 } : (JSON.parse(String(row['state'])) as PipelineState);
    },
    loadIntent(pipeline) {
      const row = loadIntent.get(pipeline);
      return row === undefined ? undefined : (JSON.parse(String(row['intent'])) as FlushIntent);
    },
    saveIntent: (pipeline, intent) => mend(path, () => saveIntent.run(pipeline, JSON.stringify(intent))),
    commit(pipeline, state) {
      mend(path, () => {
        database.exec('BEGIN');
        try {
          saveState.run(pipeline, JSON.stringify(state));
          dropIntent.run(pipeline);
          database.exec('COMMIT');
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK');
          throw error;
        }
      });
    },
    close: () => database.close(),
  };
}

function open(path: string): DatabaseSync {
  try {
    mkdirSync(join(path, 'staging'), { recursive: true });
    const database = new DatabaseSync(join(path, 'state.db'));
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`);
    return database;
  } catch (error) {
    throw stateError(error, path);
  }
}

function mend(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw stateError(error, path);
  }
}

function stateError(error: unknown, path: string): SluiceError {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('database is locked')) {
    return new SluiceError(
      'state_locked',
      `Another process uses the state in ${path}. Stop it first, or give this one a \`state\` folder of its own.`,
      { cause: error },
    );
  }
  const full = message.includes('disk is full');
  return new SluiceError(
    'state_failed',
    full
      ? `No space left for the state in ${path}. Free some space; writing goes on by itself.`
      : `Cannot use the state in ${path}: ${message}`,
    { cause: error, retryable: full },
  );
}
