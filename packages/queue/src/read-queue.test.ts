import { gzipSync } from 'node:zlib';
import type { Batch, ReadContext } from '@sluice/connector';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { QueueConfig } from './config.ts';
import { rejectProblem } from './problem.ts';
import { announcementOf, openQueueSite, readUnits, recordsOf, type QueueSite } from './queue-site.fixture.ts';
import { readQueue } from './read-queue.ts';

let site: QueueSite;
beforeEach(async () => {
  site = await openQueueSite();
});
afterEach(() => site.close());

const stored = { kind: 'stored' } as const;

/** The batches of a reader one by one. */
function reader(context: ReadContext<QueueConfig>): AsyncGenerator<Batch, void, undefined> {
  return readQueue(context, { content: 'objects', backoffMs: () => 0 });
}

async function next(batches: AsyncGenerator<Batch, void, undefined>): Promise<Batch> {
  const { value } = await batches.next();
  if (value === undefined) throw new Error('the reader ended');
  return value;
}

/** A batch may be settled before its reader is done with the message; the deletion then comes a little later. */
async function untilDeleted(): Promise<void> {
  await vi.waitFor(() => expect(site.queue.messages).toEqual([]));
}

/** The one rejection that a batch holds. */
function rejectionOf(batch: Batch): unknown {
  const [record = ''] = recordsOf(batch);
  return rejectProblem(JSON.parse(record), batch.origins[0] ?? { transport: '' });
}

test('the records of the objects that messages name are read, and their messages deleted', async () => {
  site.announce('a.gz', gzipSync('{"n":1}\n{"n":2}\n'));
  site.announce('b.json', '{"Records":[{"n":3}]}');
  const batches = await readUnits(site, 2);
  expect(batches.flatMap(recordsOf).toSorted()).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
  const units = batches.flatMap(({ units: parts }) => parts ?? []);
  expect(units.map(({ id }) => id).toSorted()).toEqual([
    expect.stringMatching(/^s3:\/\/logs\/a\.gz#\w+$/),
    expect.stringMatching(/^s3:\/\/logs\/b\.json#\w+$/),
  ]);
  expect(units.find(({ id }) => id.includes('a.gz'))).toMatchObject({ records: 2, firstRecord: 0, isLast: true });
  await untilDeleted();
});

test('a large object goes out in parts that say where they stand in it', async () => {
  const lines = Array.from({ length: 5000 }, (_, n) => JSON.stringify({ n, fill: 'x'.repeat(100) }));
  site.announce('large', lines.join('\n'));
  const batches = await readUnits(site, 1, { maxBatchBytes: 100_000 });
  expect(batches.length).toBeGreaterThan(3);
  expect(batches.flatMap(recordsOf)).toEqual(lines);
  let at = 0;
  for (const { units: [part] = [] } of batches) {
    expect(part?.firstRecord).toBe(at);
    at += part?.records ?? 0;
  }
});

test('a message is deleted only when all of its objects are stored', async () => {
  for (const key of ['a', 'b']) site.s3.bucket('logs').put(key, `{"from":"${key}"}`);
  site.queue.send(JSON.stringify({ bucket: 'logs', files: [{ path: 'a' }, { path: 'b' }] }));
  const batches = reader(site.context());
  const [first, second] = [await next(batches), await next(batches)];
  await first.settle?.(stored);
  expect(site.sqs.requests).not.toContain('DeleteMessageBatch');
  await second.settle?.(stored);
  await untilDeleted();
  await batches.return();
});

test('a message whose records could not be stored comes again', async () => {
  site.announce('a', '{}');
  const batches = reader(site.context());
  const first = await next(batches);
  await first.settle?.({ kind: 'failed', error: new Error('lake is down') });
  const again = await next(batches);
  expect(again.units).toEqual(first.units);
  await again.settle?.(stored);
  await untilDeleted();
  await batches.return();
});

test('messages stay hidden as long as they are at work, also after the reader was left', async () => {
  site.announce('a', '{}');
  const batches = reader(site.context({ visibility_timeout: 2000 }));
  const batch = await next(batches);
  await batches.return();
  await vi.waitFor(() => expect(site.sqs.requests).toContain('ChangeMessageVisibilityBatch'), { timeout: 10_000 });
  expect(site.queue.messages.length).toBe(1);
  await batch.settle?.(stored);
  await untilDeleted();
});

test('an object that is missing is tried again, and then becomes a rejection that names it', async () => {
  site.queue.send(announcementOf('gone'));
  site.announce('there', '{"n":1}');
  const batches = await readUnits(site, 2, {}, { give_up_after: 3, concurrency: 1 });
  const problem = batches.find((batch) => batch.units?.[0]?.id.includes('gone'));
  expect(problem && rejectionOf(problem)).toEqual({
    reject: 'object_missing',
    detail: expect.stringContaining('s3://logs/gone: NoSuchKey') as unknown,
  });
  expect(batches.flatMap(recordsOf)).toContain('{"n":1}');
  expect(site.s3.requests.filter((request) => request.endsWith('logs/gone'))).toHaveLength(3);
  await untilDeleted();
});

test('a message that is nothing known is rejected at once, and nothing stops', async () => {
  site.queue.send('hello');
  site.announce('a', '{"n":1}');
  const batches = await readUnits(site, 2);
  const problem = batches.find((batch) => batch.units?.[0]?.id.includes('message_unreadable'));
  expect(problem && rejectionOf(problem)).toMatchObject({ reject: 'message_unreadable' });
  expect(problem && recordsOf(problem)[0]).toContain('"body":"hello"');
  await untilDeleted();
});

test('a corrupt object gives what could be read, and then a rejection', async () => {
  const whole = gzipSync(Array.from({ length: 20_000 }, (_, n) => `{"n":${n},"r":${(n * 7919) % 104729}}`).join('\n'));
  site.announce('cut.gz', whole.subarray(0, whole.length - 2000));
  const batches = await readUnits(site, 1, { maxBatchBytes: 50_000 }, { give_up_after: 1 });
  const last = batches.at(-1);
  expect(last && rejectionOf(last)).toMatchObject({ reject: 'object_corrupt' });
  expect(recordsOf(batches[0] as Batch)[0]).toBe('{"n":0,"r":0}');
  expect(batches.at(0)?.units?.[0]).toMatchObject({ firstRecord: 0, isLast: false });
});

test('a decompression bomb is cut off', async () => {
  site.announce('bomb.gz', gzipSync(Buffer.alloc(50_000_000, '{}\n')));
  const batches = await readUnits(site, 1, {}, { give_up_after: 1, max_uncompressed: 2_000_000 });
  const last = batches.at(-1);
  expect(last && rejectionOf(last)).toMatchObject({ reject: 'object_too_large' });
});

test('an object larger than allowed is not read', async () => {
  site.announce('big', 'x'.repeat(5000));
  const [only] = await readUnits(site, 1, {}, { give_up_after: 1, max_object: 1024 });
  expect(only && rejectionOf(only)).toMatchObject({ reject: 'object_too_large' });
});

test('a record that is too long is rejected alone', async () => {
  site.announce('a', `{"n":1}\n{"x":"${'y'.repeat(5000)}"}\n{"n":2}`);
  const [only] = await readUnits(site, 1, {}, { max_record: 1024 });
  const records = recordsOf(only as Batch);
  expect(records).toHaveLength(3);
  expect([...(only?.originOf ?? [])]).toEqual([0, 1, 0]);
  expect(rejectProblem(JSON.parse(records[1] ?? ''), only?.origins[1] ?? { transport: '' })).toMatchObject({
    reject: 'record_too_long',
  });
});

test('a denial counts only once the permission is proven', async () => {
  site.s3.fail('GetObject', 'denied', 3);
  site.announce('a', '{"n":1}');
  const batches = await readUnits(site, 1, {}, { give_up_after: 1 });
  expect(batches.flatMap(recordsOf)).toEqual(['{"n":1}']);
  expect(site.logged.join('\n')).toContain('s3:GetObject on s3://logs/a is needed');
});

test('a connection that breaks half way is taken up where it stopped', async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `{"n":${n}}`);
  site.s3.fail('GetObject', 'truncate', 2);
  site.announce('a', lines.join('\n'));
  expect((await readUnits(site, 1)).flatMap(recordsOf)).toEqual(lines);
});

test('messages that are records are read without objects', async () => {
  for (let n = 0; n < 25; n++) site.queue.send(`{"n":${n}}`);
  const batches = await readUnits(site, 25, { content: 'records' });
  expect(batches.flatMap(recordsOf)).toHaveLength(25);
  expect(new Set(batches.flatMap(({ units }) => units?.map(({ id }) => id) ?? [])).size).toBe(25);
  await untilDeleted();
});

test('no more messages are taken than may be in flight', async () => {
  for (let n = 0; n < 10; n++) site.announce(`o${n}`, `{"n":${n}}`);
  const batches = reader(site.context({ max_in_flight: 3 }));
  const held = [await next(batches), await next(batches), await next(batches)];
  const fourth = next(batches);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(site.s3.requests).toHaveLength(3);
  for (const batch of held) await batch.settle?.(stored);
  expect(recordsOf(await fourth)).toHaveLength(1);
  await batches.return();
});

test('the reader stops soon after it is told to, and gives back what it has not read', async () => {
  for (let n = 0; n < 20; n++) site.announce(`o${n}`, `{"n":${n}}`);
  const stop = new AbortController();
  const batches = reader(site.context({ concurrency: 2 }, stop.signal));
  const first = await next(batches);
  const waiting = (async () => {
    for await (const _ of batches);
  })();
  stop.abort();
  const at = performance.now();
  await waiting;
  expect(performance.now() - at).toBeLessThan(1000);
  await first.settle?.(stored);
  await vi.waitFor(() => expect(site.sqs.requests).toContain('ChangeMessageVisibilityBatch'));
  expect((await readUnits(site, 19)).flatMap(recordsOf)).toHaveLength(19);
});

test('a queue that denies is named with the permission; one that fails is tried again', async () => {
  site.sqs.fail('ReceiveMessage', 'denied');
  await expect(readUnits(site, 1)).rejects.toMatchObject({
    code: 'permission_denied',
    message: expect.stringContaining('sqs:ReceiveMessage') as unknown,
  });
  site.sqs.fail('ReceiveMessage', 'error', 10);
  await expect(readUnits(site, 1)).rejects.toMatchObject({ code: 'upstream_unreachable', retryable: true });
});

test('no secret is in what is logged or thrown', async () => {
  site.queue.send(announcementOf('gone'));
  await readUnits(site, 1, {}, { give_up_after: 2 });
  expect(site.logged.length).toBeGreaterThan(0);
  expect(site.logged.join('\n')).not.toContain('not a secret');
});
