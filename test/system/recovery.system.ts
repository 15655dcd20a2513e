import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openFileTrial } from '../recovery/file-trial.ts';
import { flushSteps } from '@sluice/core';
import { randomKill, randomOf } from '../recovery/kills.ts';
import { bucketPlace, folderPlace, type Place } from '../recovery/place.ts';
import { queueTrial } from '../recovery/queue-trial.ts';
import { rotationTrial } from '../recovery/rotation-trial.ts';
import { openSpoolTrial } from '../recovery/spool-trial.ts';
import { startMoto, type Moto } from './harness/moto.ts';
import { optionalPrograms } from './harness/programs.ts';
import { startRadosgw, type Radosgw } from './harness/radosgw.ts';

/** One kill at each step, one after the other on the same state. */
const everyStep = flushSteps.map((step) => ({ step, time: 0 }));
const { moto: hasMoto } = await optionalPrograms();

let clusterFolder: string;
let server: Radosgw;
const places: Place[] = [];

beforeAll(async () => {
  clusterFolder = await mkdtemp(join(tmpdir(), 'sluice-radosgw-'));
  server = await startRadosgw(clusterFolder);
});

afterAll(async () => {
  for (const place of places) await place.remove();
  await server?.stop();
  await rm(clusterFolder, { recursive: true, force: true });
});

async function kept(place: Promise<Place>): Promise<Place> {
  places.push(await place);
  return place;
}

describe(
  'killed at every step and started again, the same objects are there as undisturbed',
  { timeout: 240_000 },
  () => {
    test('a file into a folder', async () => {
      const trial = await openFileTrial(await kept(folderPlace()), 1);
      await trial.run(everyStep);
      const random = randomOf(20_261_122);
      await trial.run([randomKill(random), randomKill(random), randomKill(random)]);
    });

    test('a file into a bucket of a real S3 server', async () => {
      const trial = await openFileTrial(await kept(bucketPlace(server, { stateToo: false })), 2);
      await trial.run(everyStep.filter(({ step }) => ['staged', 'intended', 'stored', 'committed'].includes(step)));
    });

    test('a file into a bucket, with the state in a bucket too', async () => {
      const trial = await openFileTrial(await kept(bucketPlace(server, { stateToo: true })), 3);
      await trial.run(everyStep.filter(({ step }) => ['cut', 'staged', 'storing', 'committed'].includes(step)));
    });

    test('a spool that TCP has filled, into a folder', async () => {
      const trial = await openSpoolTrial(await kept(folderPlace()));
      await trial.run(everyStep.filter(({ step }) => ['cut', 'intended', 'stored', 'settled'].includes(step)));
    });

    test('a spool that TCP has filled, into a bucket of a real S3 server', async () => {
      const trial = await openSpoolTrial(await kept(bucketPlace(server, { stateToo: false })));
      await trial.run(everyStep.filter(({ step }) => ['sealed', 'storing', 'committed', 'cleaned'].includes(step)));
    });
  },
);

describe('killed and started again, every record is there once', { timeout: 240_000 }, () => {
  test('a log that is rotated meanwhile, by renaming and by copying', async () => {
    await rotationTrial(await kept(folderPlace()))(4);
  });
});

describe.skipIf(!hasMoto)('a queue whose workers are killed', { timeout: 240_000 }, () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto?.stop());

  const kills = [{ step: 'intended', time: 0 }, { step: 'committed', time: 0 }, { batches: 3 }] as const;

  test('gives each record once, with one worker', async () => {
    await queueTrial(await kept(folderPlace()), 'one', { endpoint: moto.endpoint, workers: 1, kills });
  });

  test('gives each record once, with two workers that share a state', async () => {
    await queueTrial(await kept(folderPlace()), 'two', { endpoint: moto.endpoint, workers: 2, kills });
  });

  test('gives each record once, with two workers that share a state in a bucket', async () => {
    const place = await kept(bucketPlace(server, { stateToo: true }));
    await queueTrial(place, 'three', { endpoint: moto.endpoint, workers: 2, kills });
  });
});
