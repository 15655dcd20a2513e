import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { ObjectStore } from '@sluice/core';
import { expect, test } from 'vitest';
import { canConnect } from '../harness/connect.ts';
import { fingerprints, objects, query, sha256 } from '../harness/lake.ts';
import { freePort } from '../harness/ports.ts';
import { makeWorkplace, runSluice, startSluice, untilQuiet } from '../harness/sluice.ts';
import { writeServiceLog } from '../input/service-log.ts';
import { makeBucket } from './harness/bucket.ts';
import { useS3Site } from './harness/s3-site.ts';

const lines = 20_000;

const s3 = useS3Site('objects');

async function fingerprintsOf(store: ObjectStore): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const { key } of store.list('')) found.set(key, sha256(await store.read(key)));
  return found;
}

test('a log file gives byte for byte the same lake in a bucket of a real S3 server and in a folder', async () => {
  const log = join(s3.place.folder, 'service.log');
  await writeServiceLog(log, { lines, seed: 3, start: Date.now() - 40 * 3_600_000 });
  const bucket = await makeBucket(s3.server, 'files');
  const pipelines = {
    service: { connector: 'app-logs', account: '111122223333', config: { paths: [log], follow: false } },
  };
  for (const other of [{}, bucket.configuration]) {
    const { code, output } = await runSluice(await s3.place.configure(pipelines, other), { env: bucket.environment });
    expect(code, output).toBe(0);
  }
  const inFolder = await fingerprints(s3.place.lake);
  expect(inFolder.size).toBeGreaterThanOrEqual(4);
  expect(await fingerprintsOf(bucket.store)).toEqual(inFolder);
  expect(await query(`SELECT count(*)::INT AS rows FROM ${objects(s3.place.lake)}`)).toEqual([{ rows: lines }]);

  // A second run of the same file with a state that is lost stores nothing new: the keys say that it is all there.
  await rm(join(s3.place.folder, 'state-files'), { recursive: true });
  const again = await runSluice(await s3.place.configure(pipelines, bucket.configuration), { env: bucket.environment });
  expect(again.code, again.output).toBe(0);
  expect(await fingerprintsOf(bucket.store)).toEqual(inFolder);
  await bucket.store.close();
});

test('recorded syslog gives the same lake in a bucket and in a folder', async () => {
  const other = await makeWorkplace('syslog-objects');
  try {
    const bucket = await makeBucket(s3.server, 'syslog');
    const recorded = recordedSyslog();
    const port = await freePort();
    const pipelines = {
      office: { connector: 'syslog', account: '111122223333', config: { listen: [{ transport: 'tcp', port }] } },
    };
    for (const lake of [{}, bucket.configuration]) {
      const config = await other.configure(pipelines, lake);
      const sluice = await startSluice(config, () => canConnect(port), { env: bucket.environment });
      await sendBytes(port, recorded);
      await untilQuiet(sluice);
      expect((await sluice.stop()).code, sluice.output()).toBe(0);
    }
    const inFolder = await fingerprints(other.lake);
    expect(inFolder.size).toBeGreaterThanOrEqual(4);
    expect(await fingerprintsOf(bucket.store)).toEqual(inFolder);
    await bucket.store.close();
  } finally {
    await other.remove();
  }
});

/** Messages with times of their own, on two days: logins for one class, the rest for the other. */
function recordedSyslog(): string {
  // An hour before a midnight, whatever the time is now.
  const start = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 25 * 3_600_000;
  const messages = Array.from({ length: 4000 }, (_, index) => {
    const time = new Date(start + index * 20_000).toISOString();
    return index % 3 === 0
      ? `<86>1 ${time} bastion sshd ${index} - - Failed password for root from 203.0.113.${index % 250} port 40022 ssh2`
      : `<30>1 ${time} depot scan ${index} - - parcel ${index} left`;
  });
  return messages.map((message) => `${message}\n`).join('');
}

async function sendBytes(port: number, text: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(text);
  await once(socket, 'close');
}
