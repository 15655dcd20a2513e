import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { makeWorkplace, type Workplace } from '../../harness/sluice.ts';
import { startRadosgw, type Radosgw } from './radosgw.ts';

/** What the tests of a file share: a real S3 server, and a folder for what `sluice run` makes. */
export interface S3Site {
  readonly server: Radosgw;
  readonly place: Workplace;
}

/** Is there while the tests of the file that calls it run, and is gone after them. */
export function useS3Site(name: string): S3Site {
  let clusterFolder: string;
  let server: Radosgw;
  let place: Workplace;
  beforeAll(async () => {
    clusterFolder = await mkdtemp(join(tmpdir(), 'sluice-radosgw-'));
    server = await startRadosgw(clusterFolder);
    place = await makeWorkplace(name);
  });
  afterAll(async () => {
    await (server as Radosgw | undefined)?.stop();
    await (place as Workplace | undefined)?.remove();
    await rm(clusterFolder, { recursive: true, force: true });
  });
  return {
    get server() {
      return server;
    },
    get place() {
      return place;
    },
  };
}
