import { zstdDecompressSync } from 'node:zlib';
import { loadCatalogue } from '@sluice/ocsf';
import { sluiceEncoder } from '@sluice/parquet';
import { expect, test } from 'vitest';
import { createPacker, type Packer } from '../lake/packer.ts';
import { newStatistics } from '../telemetry.ts';
import { seal } from './seal.ts';
import { memoryStaging } from './staging.ts';

const day = 86_400_000;
const receivedAt = Date.parse('2026-01-15T12:00:00Z');

function packer(): Packer {
  return createPacker({
    catalogue: loadCatalogue('1.3.0'),
    encoder: sluiceEncoder,
    region: 'eu-west-1',
    account: '111122223333',
    product: { vendor_name: 'Example', name: 'Test' },
    sources: [{ name: 'test', class: 'base_event', profiles: [], columns: [] }],
    statistics: newStatistics(),
    maxMemoryBytes: 64 * 1024 * 1024,
    late: { maxBytes: 1_000_000, maxObjectBytes: 1_000_000 },
  });
}

function add(to: Packer, message: string, daysAgo: number): void {
  const event = {
    class_uid: 0,
    activity_id: 0,
    severity_id: 1,
    time: receivedAt - daysAgo * day,
    metadata: {},
    message,
  };
  expect(to.prepare(event, receivedAt)).toBeUndefined();
  expect(to.add(event)).toBeUndefined();
}

test('rows that come while a flush is at work are of the next one, though their object stays open', async () => {
  const open = packer();
  for (const daysAgo of [1, 2, 3]) add(open, `before, ${daysAgo} days`, daysAgo);
  const sealer = { writer: 'test', lane: 0, extension: '.parquet', footer: {}, staging: memoryStaging };
  const sealing = seal(sealer, { flush: 1, range: 'r', now: receivedAt }, open.detach(1), undefined);
  // The input is read on meanwhile.
  for (const daysAgo of [1, 2, 3]) add(open, `after, ${daysAgo} days`, daysAgo);
  const held = (await sealing).filter(({ kind }) => kind === 'held');
  const texts = held.map(({ body }) =>
    'chunks' in body ? zstdDecompressSync(Buffer.concat(body.chunks)).toString() : '',
  );
  expect(held.length).toBeGreaterThan(0);
  expect(texts.join('')).toContain('before');
  expect(texts.join('')).not.toContain('after');
  expect(held.map(({ rows }) => rows)).toEqual(held.map(() => 1));
});
