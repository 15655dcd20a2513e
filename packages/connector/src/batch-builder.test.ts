import { expect, test } from 'vitest';
import type { Batch } from './batch.ts';
import { BatchBuilder } from './batch-builder.ts';

const file = { transport: 'file', path: '/var/log/a' };
const sender = { transport: 'udp', address: '192.0.2.1' };

function texts(batch: Batch): string[] {
  return Array.from({ length: batch.bounds.length / 2 }, (_, record) =>
    Buffer.from(batch.bytes.subarray(batch.bounds[2 * record], batch.bounds[2 * record + 1])).toString(),
  );
}

test('gives the records back in order, whatever their size', () => {
  const builder = new BatchBuilder({ initialBytes: 4 });
  const records = ['', 'a', 'b'.repeat(1000), 'ü', ''];
  for (const record of records) {
    const bytes = Buffer.from(`xx${record}yy`);
    builder.add(bytes, 2, bytes.length - 2, file);
  }
  expect(texts(builder.take({ receivedAt: 1 }))).toEqual(records);
});

test('holds more records than its first tables', () => {
  const builder = new BatchBuilder();
  const records = Array.from({ length: 1000 }, (_, i) => `record ${i}`);
  for (const record of records) builder.add(Buffer.from(record), 0, record.length, file);
  expect(texts(builder.take({ receivedAt: 1 }))).toEqual(records);
});

test('says the origin of each record only where they differ', () => {
  const builder = new BatchBuilder();
  builder.add(Buffer.from('a'), 0, 1, file);
  expect(builder.take({ receivedAt: 1 })).toMatchObject({ origins: [file] });
  builder.add(Buffer.from('a'), 0, 1, sender);
  builder.add(Buffer.from('b'), 0, 1, file);
  builder.add(Buffer.from('c'), 0, 1, sender);
  const batch = builder.take({ receivedAt: 1 });
  expect(batch.origins).toEqual([sender, file]);
  expect([...(batch.originOf ?? [])]).toEqual([0, 1, 0]);
});

test('starts empty after a batch was taken, in a buffer of its own', () => {
  const builder = new BatchBuilder();
  builder.add(Buffer.from('first'), 0, 5, file);
  const first = builder.take({ receivedAt: 1 });
  builder.add(Buffer.from('other'), 0, 5, file);
  expect(builder.records).toBe(1);
  expect(texts(first)).toEqual(['first']);
});
