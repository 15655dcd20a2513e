import type { Batch, ReadContext } from '@sluice/connector';
import type { FilesConfig } from './config.ts';
import { Follower } from './follow/follower.ts';

/** Yields the lines of the configured files, one file a batch, and closes every file when it is left. */
export async function* readFiles(context: ReadContext<FilesConfig>): AsyncIterable<Batch> {
  const follower = new Follower(context);
  try {
    yield* follower.batches();
  } finally {
    await follower.close();
  }
}
