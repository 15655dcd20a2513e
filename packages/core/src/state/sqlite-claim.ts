import type { DatabaseSync } from 'node:sqlite';
import { stagingOf, type SqliteHome } from './sqlite-home.ts';
import { resumedOf, type WorkerRow } from './sqlite-tables.ts';
import { stateError, stateLost } from './state-errors.ts';
import {
  unitsKeptMs,
  type FlushCut,
  type FlushIntent,
  type KnownUnit,
  type PipelineClaim,
  type Resumed,
  type StagingArea,
  type UnitRange,
} from './state-store.ts';

/** A place that this process has the lock of. The epoch is a second bolt: who took the place over has another. */
export class SqliteClaim implements PipelineClaim {
  readonly slot: string;
  readonly resumed: Resumed;
  readonly staging: StagingArea;
  readonly #home: SqliteHome;
  readonly #pipeline: string;
  readonly #epoch: number;
  readonly #letGo: () => void;
  #isReleased = false;

  /** Undefined where someone has the place. */
  static take(home: SqliteHome, pipeline: string, slot: string, holder: string): SqliteClaim | undefined {
    const letGo = home.takePlace(pipeline, slot);
    if (letGo === undefined) return undefined;
    try {
      return new SqliteClaim(home, pipeline, slot, { letGo, holder });
    } catch (error) {
      letGo();
      throw stateError(error, home.place);
    }
  }

  private constructor(
    home: SqliteHome,
    pipeline: string,
    slot: string,
    { letGo, holder }: { readonly letGo: () => void; readonly holder: string },
  ) {
    this.slot = slot;
    this.staging = stagingOf(home, pipeline, slot);
    this.#home = home;
    this.#pipeline = pipeline;
    this.#letGo = letGo;
    const row = home.database
      .prepare(
        `INSERT INTO worker (pipeline, slot, epoch, holder, flush) VALUES (?, ?, 1, ?, 0)
         ON CONFLICT DO UPDATE SET epoch = epoch + 1, holder = excluded.holder RETURNING *`,
      )
      .get(pipeline, slot, holder);
    this.#epoch = Number(row?.['epoch']);
    this.resumed = resumedOf(row as WorkerRow | undefined);
  }

  async saveCut(cut: FlushCut): Promise<void> {
    this.#write((database) => {
      this.#changeOwn(database.prepare('UPDATE worker SET cut = ? WHERE pipeline = ? AND slot = ? AND epoch = ?'), [
        JSON.stringify(cut),
      ]);
    });
  }

  async bind(intent: FlushIntent): Promise<readonly string[]> {
    return this.#write((database) => {
      const units = intent.units ?? [];
      const lost = units.filter((unit) => !this.#isFree(database, unit)).map(({ id }) => id);
      if (lost.length > 0) return lost;
      this.#changeOwn(database.prepare('UPDATE worker SET intent = ? WHERE pipeline = ? AND slot = ? AND epoch = ?'), [
        JSON.stringify(intent),
      ]);
      const save = database.prepare(
        'INSERT OR REPLACE INTO unit (pipeline, id, records, slot, flush, at) VALUES (?, ?, ?, ?, ?, ?)',
      );
      const flush = `${this.slot}/${intent.flush}`;
      for (const { id, to } of units) save.run(this.#pipeline, id, to, this.slot, flush, this.#home.now());
      return [];
    });
  }

  async commit(intent: FlushIntent): Promise<void> {
    this.#write((database) => {
      const moved = database.prepare(
        `UPDATE worker SET flush = ?, cursor = ?, held = ?, cut = NULL, intent = NULL WHERE pipeline = ? AND slot = ? AND epoch = ?`,
      );
      const cursor = intent.cursor === undefined ? null : JSON.stringify(intent.cursor);
      const held = intent.held === undefined ? null : JSON.stringify(intent.held);
      this.#changeOwn(moved, [intent.flush + 1, cursor, held]);
      database.prepare('UPDATE unit SET slot = NULL WHERE pipeline = ? AND slot = ?').run(this.#pipeline, this.slot);
      database.prepare('DELETE FROM unit WHERE at < ? AND slot IS NULL').run(this.#home.now() - unitsKeptMs);
    });
  }

  async units(ids: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>> {
    const find = this.#home.database.prepare('SELECT records, slot FROM unit WHERE pipeline = ? AND id = ?');
    const known = new Map<string, KnownUnit>();
    for (const id of ids) {
      const row = find.get(this.#pipeline, id);
      if (row !== undefined) known.set(id, { records: Number(row['records']), isStored: row['slot'] === null });
    }
    return known;
  }

  async abandoned(): Promise<readonly PipelineClaim[]> {
    const rows = this.#home.database
      .prepare('SELECT slot, holder FROM worker WHERE pipeline = ? AND slot <> ? AND intent IS NOT NULL')
      .all(this.#pipeline, this.slot);
    return rows.flatMap(
      ({ slot, holder }) => SqliteClaim.take(this.#home, this.#pipeline, String(slot), String(holder)) ?? [],
    );
  }

  async release(): Promise<void> {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#letGo();
  }

  /** Nobody has gone beyond what this worker knew of the unit when it took the records. */
  #isFree(database: DatabaseSync, { id, from }: UnitRange): boolean {
    const row = database.prepare('SELECT records FROM unit WHERE pipeline = ? AND id = ?').get(this.#pipeline, id);
    return Number(row?.['records'] ?? 0) === from;
  }

  #changeOwn(statement: ReturnType<DatabaseSync['prepare']>, values: readonly (string | number | null)[]): void {
    const { changes } = statement.run(...values, this.#pipeline, this.slot, this.#epoch);
    if (changes !== 1) throw stateLost(this.#pipeline, this.slot);
  }

  #write<Result>(change: (database: DatabaseSync) => Result): Result {
    const { database, place } = this.#home;
    try {
      database.exec('BEGIN IMMEDIATE');
      const result = change(database);
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      throw stateError(error, place);
    }
  }
}
