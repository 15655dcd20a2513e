import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRadosgw } from '../system/harness/radosgw.ts';
import { bucketPlace, folderPlace, type Place } from './place.ts';

/**
 * A place by its name: `folder`, `bucket` (the lake in a real S3 server, which is started for it) or `bucket-with-state`
 * (lake and state there).
 */
export async function openPlace(into: string): Promise<Place> {
  switch (into) {
    case 'folder':
      return folderPlace();
    case 'bucket':
    case 'bucket-with-state':
      return ownBucketPlace(into === 'bucket-with-state');
    default:
      throw new Error(`--into ${into}: expected folder, bucket or bucket-with-state`);
  }
}

async function ownBucketPlace(stateToo: boolean): Promise<Place> {
  const cluster = await mkdtemp(join(tmpdir(), 'sluice-radosgw-'));
  const server = await startRadosgw(cluster);
  const place = await bucketPlace(server, { stateToo });
  return {
    ...place,
    async remove() {
      await place.remove();
      await server.stop();
      await rm(cluster, { recursive: true, force: true });
    },
  };
}
