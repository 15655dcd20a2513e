import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Locks that are held: one that nothing refers to would be let go by the garbage collector, while its holder works on. */
const held = new Set<DatabaseSync>();

/**
 * A lock that the operating system drops with the process that holds it, however that ends: the lock of an SQLite file.
 * Undefined where someone holds it, be it in this process. The function it gives back lets go.
 */
export function takePlace(path: string): (() => void) | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && error.message.includes('locked')) return undefined;
    throw error;
  }
  held.add(database);
  return () => {
    if (held.delete(database)) database.close();
  };
}
