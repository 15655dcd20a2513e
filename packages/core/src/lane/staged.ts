import type { ObjectSink } from '@sluice/parquet';
import type { ObjectBody } from '../store/object-store.ts';
import type { Staging } from './staging.ts';

/** Writes a file of the staging; leaves none where that fails. */
export async function staged<Facts>(
  staging: Staging,
  name: string,
  write: (sink: ObjectSink) => Promise<Facts>,
): Promise<{ readonly facts: Facts; readonly body: ObjectBody }> {
  const file = await staging.create(name);
  try {
    const facts = await write(file);
    return { facts, body: await file.finish() };
  } catch (error) {
    // What went wrong is what counts, not that the file could not be removed either.
    await file.abandon().catch(() => undefined);
    throw error;
  }
}
