import type { Batch, ReadContext } from '@sluice/connector';
import type { FilesConfig } from './config.ts';
import { Follower, type FollowOptions } from './follow/follower.ts';

/** Yields the lines of the configured files, one file a batch, and closes every file when it is left. */
export async function* readFiles(
  context: ReadContext<FilesConfig>,
  options: FollowOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  const follower = new Follower(context, options);
  try {
    yield* follower.batches();
  } finally {
    await follower.close();
  }
}
