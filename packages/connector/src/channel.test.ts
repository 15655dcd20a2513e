import { expect, test } from 'vitest';
import type { Batch } from './batch.ts';
import { createChannel, type Channel } from './channel.ts';

const origin = { transport: 'udp' };

function offer(channel: Channel, text: string): boolean {
  const bytes = Buffer.from(text);
  return channel.offer(bytes, 0, bytes.length, origin);
}

async function collect(channel: Channel): Promise<Batch[]> {
  const batches = [];
  for await (const batch of channel.batches()) batches.push(batch);
  return batches;
}

function records(batches: readonly Batch[]): number {
  return batches.reduce((sum, batch) => sum + batch.bounds.length / 2, 0);
}

test('gives out everything that was offered before it was closed, then ends', async () => {
  const channel = createChannel({ now: () => 5 });
  for (let i = 0; i < 100; i++) offer(channel, `record ${i}`);
  channel.close();
  const batches = await collect(channel);
  expect(records(batches)).toBe(100);
  expect(batches[0]?.receivedAt).toBe(5);
});

test('takes no record beyond its capacity, and says so', () => {
  const channel = createChannel({ capacityBytes: 1000, now: () => 0 });
  let taken = 0;
  while (offer(channel, 'x'.repeat(84))) taken++;
  expect(taken).toBe(10);
  expect(channel.pendingBytes).toBeLessThanOrEqual(1000);
});

test('counts empty records against its capacity too', () => {
  const channel = createChannel({ capacityBytes: 1600, now: () => 0 });
  let taken = 0;
  while (offer(channel, '') && taken < 10_000) taken++;
  expect(taken).toBe(100);
});

test('lets one record pass that is larger than the whole capacity', () => {
  const channel = createChannel({ capacityBytes: 100, now: () => 0 });
  expect(offer(channel, 'x'.repeat(1000))).toBe(true);
  expect(offer(channel, 'x')).toBe(false);
});

test('wakes a waiting producer when half the capacity is free', async () => {
  const channel = createChannel({ capacityBytes: 1000, lingerMs: 0, now: () => 0 });
  while (offer(channel, 'x'.repeat(84)));
  let awake = false;
  const ready = channel.ready().then(() => (awake = true));
  await Promise.resolve();
  expect(awake).toBe(false);
  const consumer = channel.batches()[Symbol.asyncIterator]();
  await consumer.next();
  await ready;
  expect(awake).toBe(true);
});

test('gives out a batch that is not full after the linger time', async () => {
  const channel = createChannel({ lingerMs: 5, now: () => 0 });
  const consumer = channel.batches()[Symbol.asyncIterator]();
  const next = consumer.next();
  offer(channel, 'a');
  offer(channel, 'b');
  const { value } = await next;
  expect((value as Batch).bounds.length / 2).toBe(2);
});

test('throws the error it was closed with, after the last record', async () => {
  const channel = createChannel({ now: () => 0 });
  offer(channel, 'a');
  channel.close(new Error('socket gone'));
  const seen: Batch[] = [];
  await expect(
    (async () => {
      for await (const batch of channel.batches()) seen.push(batch);
    })(),
  ).rejects.toThrow('socket gone');
  expect(records(seen)).toBe(1);
});

test('takes nothing once it is closed, and leaves no producer waiting', async () => {
  const channel = createChannel({ capacityBytes: 100, now: () => 0 });
  while (offer(channel, 'x'.repeat(34)));
  const waiting = channel.ready();
  channel.close();
  await waiting;
  expect(offer(channel, 'late')).toBe(false);
});
