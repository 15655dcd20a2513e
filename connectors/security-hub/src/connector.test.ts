import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConnector, type Upstream } from '@sluice/testing';
import { test } from 'vitest';
import { connector } from './index.ts';
import { findingRecord, findingsQueue } from './streams/findings/upstream.fixture.ts';

/** A folder into which exports are put, each a file of JSON lines. */
const exports: Upstream = {
  record: findingRecord,
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-exports-'));
    let files = 0;
    return {
      config: { paths: [join(folder, '*.json')], follow: true, poll_every: '20ms' },
      async feed(records) {
        const path = join(folder, `${String(files++).padStart(4, '0')}.json`);
        await writeFile(`${path}.part`, records.map((text) => `${text}\n`).join(''));
        await rename(`${path}.part`, path);
      },
      stop: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

const fixtures = join(import.meta.dirname, 'streams/findings/fixtures');

checkConnector({
  test,
  connector,
  folder: join(import.meta.dirname, '..'),
  streams: {
    findings: {
      config: { queue_url: 'https://sqs.eu-central-1.amazonaws.com/111122223333/findings' },
      origin: { transport: 'sqs' },
      upstream: findingsQueue,
    },
    files: { config: { paths: ['findings.json'] }, origin: { transport: 'sqs' }, fixtures, upstream: exports },
  },
});
