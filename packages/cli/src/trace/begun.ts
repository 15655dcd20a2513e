import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StagedObject } from '@sluice/core';
import type { RunPlan } from '../config/plan.ts';
import { openStateAt } from '../run/open-state-at.ts';

/** What a pipeline has staged and written down, and not stored yet. */
export interface Begun {
  readonly pipeline: string;
  /** Objects that a run which goes on, or the next, stores under these keys. */
  readonly objects: readonly StagedObject[];
  /** Rows that wait for others of their day; they have no key yet. */
  readonly heldRows: number;
}

/** What the state of a configuration says of each of its pipelines that has something begun. Makes no state. */
export async function begunIn({ state: place, pipelines }: RunPlan): Promise<readonly Begun[]> {
  if (place.kind === 'folder' && !(await isThere(join(place.folder, 'state.db')))) return [];
  const state = openStateAt(place);
  try {
    const all: Begun[] = [];
    for (const { name } of pipelines) {
      const workers = await state.lookAll(name);
      const objects = workers.flatMap(({ intent }) => intent?.objects ?? []);
      const held = workers.flatMap((worker) => worker.intent?.held ?? worker.held ?? []);
      const heldRows = held.reduce((rows, file) => rows + file.rows, 0);
      if (objects.length > 0 || heldRows > 0) all.push({ pipeline: name, objects, heldRows });
    }
    return all;
  } finally {
    await state.close();
  }
}

/** `pipeline "servers" has begun 2 objects that are not stored yet, and holds 17 rows over for later objects`; or nothing. */
export function begunText(begun: readonly Begun[]): string {
  return begun
    .map(({ pipeline, objects, heldRows }) => {
      const stored = objects.length === 0 ? '' : ` has begun objects that are not stored yet (${objects.length})`;
      const held = heldRows === 0 ? '' : ` holds rows back for later objects (${heldRows})`;
      return `\npipeline "${pipeline}"${stored}${stored !== '' && held !== '' ? ' and' : ''}${held}`;
    })
    .join('');
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
