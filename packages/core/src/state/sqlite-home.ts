import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { folderArea, memoryArea } from './staging-area.ts';
import type { StagingArea } from './state-store.ts';

/** What the claims of one state have in common. */
export interface SqliteHome {
  readonly place: string;
  readonly database: DatabaseSync;
  /** Undefined: nothing outlives the process, and only this process can ask. */
  readonly folder: string | undefined;
  readonly now: () => number;
  /** Undefined where someone has the place; otherwise the function that lets go of it. */
  takePlace(pipeline: string, slot: string): (() => void) | undefined;
}

export function stagingOf(home: SqliteHome, pipeline: string, slot: string): StagingArea {
  return home.folder === undefined ? memoryArea : folderArea(join(home.folder, 'staging', pipeline, slot));
}
