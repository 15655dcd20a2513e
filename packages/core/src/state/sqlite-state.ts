import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { takePlace } from './place-lock.ts';
import { SqliteClaim } from './sqlite-claim.ts';
import type { SqliteHome } from './sqlite-home.ts';
import { createTables, resumedOf, type WorkerRow } from './sqlite-tables.ts';
import { stateError, stateLocked } from './state-errors.ts';
import type { PipelineClaim, StateStore } from './state-store.ts';

/** Longest wait for another process that writes. */
const busyMs = 10_000;
const triedEveryMs = 50;

/**
 * State in a local folder, in the SQLite that Node brings. Several processes of one host may use it; who works on what
 * is settled by locks that the operating system drops with the process, however that ends.
 */
export function openState(folder: string, options: { readonly now?: () => number } = {}): StateStore {
  const path = resolve(folder);
  return sqliteState({
    place: folder,
    folder: path,
    database: open(path),
    now: options.now ?? Date.now,
    takePlace: (pipeline, slot) => takePlace(join(path, 'locks', `${pipeline}.${slot}.lock`)),
  });
}

/**
 * State that lasts as long as the process. A crash loses what is not stored yet; what is stored stays stored, and the
 * same events written again in the same portions make the same objects.
 */
export function memoryState(): StateStore {
  const taken = new Set<string>();
  const database = new DatabaseSync(':memory:');
  createTables(database);
  return sqliteState({
    place: 'memory',
    folder: undefined,
    database,
    now: Date.now,
    takePlace(pipeline, slot) {
      const name = `${pipeline}.${slot}`;
      if (taken.has(name)) return undefined;
      taken.add(name);
      return () => void taken.delete(name);
    },
  });
}

function sqliteState(home: SqliteHome): StateStore {
  const { database, place } = home;
  const claims = new Set<PipelineClaim>();
  return {
    description: place,
    async claim(pipeline, { shared }) {
      for (const slot of slotsOf(home, pipeline, shared)) {
        const claim = SqliteClaim.take(home, pipeline, slot, holderText());
        if (claim === undefined) continue;
        claims.add(claim);
        return claim;
      }
      throw stateLocked(pipeline, place, holderOf(database, pipeline));
    },
    async look(pipeline) {
      const row = database
        .prepare('SELECT flush, cursor, cut, intent, held FROM worker WHERE pipeline = ? ORDER BY slot LIMIT 1')
        .get(pipeline);
      return resumedOf(row as WorkerRow | undefined);
    },
    async lookAll(pipeline) {
      const rows = database
        .prepare('SELECT flush, cursor, cut, intent, held FROM worker WHERE pipeline = ? ORDER BY slot')
        .all(pipeline);
      return rows.map((row: Readonly<Record<string, unknown>> | undefined) => resumedOf(row as WorkerRow | undefined));
    },
    async close() {
      for (const claim of claims) await claim.release();
      if (database.isOpen) database.close();
    },
  };
}

/** Places of a shared pipeline are without number; a free one is taken before a new one is made. */
function* slotsOf({ database }: SqliteHome, pipeline: string, shared: boolean): Iterable<string> {
  if (!shared) {
    yield 'main';
    return;
  }
  const rows = database.prepare('SELECT slot FROM worker WHERE pipeline = ? ORDER BY slot').all(pipeline);
  for (const { slot } of rows) if (String(slot) !== 'main') yield String(slot);
  for (let number = 0; ; number++) yield `w${number}`;
}

function holderOf(database: DatabaseSync, pipeline: string): string {
  const row = database.prepare("SELECT holder FROM worker WHERE pipeline = ? AND slot = 'main'").get(pipeline);
  return row === undefined ? 'another process' : String(row['holder']);
}

function holderText(): string {
  return `process ${process.pid} on ${hostname()}, since ${new Date().toISOString()},`;
}

/** Several processes may start at once, and SQLite does not wait for others while it changes how it keeps its journal. */
function open(path: string): DatabaseSync {
  for (let tries = 0; ; tries++) {
    let database: DatabaseSync | undefined;
    try {
      mkdirSync(join(path, 'staging'), { recursive: true });
      database = new DatabaseSync(join(path, 'state.db'), { timeout: busyMs });
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      createTables(database);
      return database;
    } catch (error) {
      database?.close();
      const known = stateError(error, path);
      if (!known.message.includes('is busy') || tries * triedEveryMs > busyMs) throw known;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, triedEveryMs);
  }
}
