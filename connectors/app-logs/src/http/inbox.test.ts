import type { Batch, Outcome } from '@sluice/connector';
import { expect, test } from 'vitest';
import { Inbox, type Post } from './inbox.ts';

const mebibyte = 1024 * 1024;
/** What a record weighs beside its bytes. */
const bookkeeping = 16;

function post(bytes: number, receivedAt = 1): Post {
  return { records: [new Uint8Array(bytes)], origin: { transport: 'http', address: '192.0.2.9' }, receivedAt };
}

/** What is in the inbox, batch by batch, once it is closed. */
async function batchesOf(inbox: Inbox): Promise<readonly Batch[]> {
  inbox.close();
  const batches: Batch[] = [];
  for await (const batch of inbox.batches()) expect(batches.push(batch)).toBeLessThan(10);
  return batches;
}

/** How many records each batch has. */
async function sizesOf(posts: readonly Post[]): Promise<readonly number[]> {
  const inbox = new Inbox(100 * mebibyte);
  for (const each of posts) void inbox.put(each);
  return (await batchesOf(inbox)).map(({ bounds }) => bounds.length / 2);
}

test('posts go out together as long as they are no more than a mebibyte', async () => {
  expect(await sizesOf([post(10), post(10), post(10)])).toEqual([3]);
  expect(await sizesOf([post(mebibyte - 100_000), post(200_000), post(10)])).toEqual([1, 2]);
  expect(await sizesOf([post(mebibyte - bookkeeping - 10), post(10)])).toEqual([2]);
  expect(await sizesOf([post(mebibyte - bookkeeping - 10), post(11)])).toEqual([1, 1]);
});

test('a post that is larger goes out alone', async () => {
  expect(await sizesOf([post(2 * mebibyte), post(10)])).toEqual([1, 1]);
});

test('posts of another time go out apart, so that each record has its own', async () => {
  const inbox = new Inbox(mebibyte);
  for (const at of [5, 5, 6, 7, 7]) void inbox.put(post(10, at));
  const batches = await batchesOf(inbox);
  expect(batches.map(({ bounds, receivedAt }) => [bounds.length / 2, receivedAt])).toEqual([
    [2, 5],
    [1, 6],
    [2, 7],
  ]);
});

test('what waits is counted until it goes out, and a full inbox takes no more', async () => {
  const inbox = new Inbox(20);
  void inbox.put(post(19));
  expect([inbox.pendingBytes, inbox.isFull]).toEqual([19, false]);
  void inbox.put(post(1));
  expect([inbox.pendingBytes, inbox.isFull]).toEqual([20, true]);
  expect(inbox.put(post(1))).toBeUndefined();
  await inbox.batches().next();
  expect([inbox.pendingBytes, inbox.isFull]).toEqual([0, false]);
  expect(inbox.put(post(1))).toBeInstanceOf(Promise);
});

test('each post learns what became of its batch', async () => {
  const inbox = new Inbox(mebibyte);
  const outcomes = [inbox.put(post(1)), inbox.put(post(1))];
  for (const batch of await batchesOf(inbox)) await batch.settle?.({ kind: 'stored' });
  for (const outcome of outcomes) expect(await outcome).toEqual({ kind: 'stored' });
});

test('a batch comes as soon as something is put in, and reading ends once the inbox is closed', async () => {
  const inbox = new Inbox(mebibyte);
  const reading = inbox.batches();
  const first = reading.next();
  void inbox.put(post(1));
  expect((await first).done).toBe(false);
  const second = reading.next();
  inbox.close();
  expect((await second).done).toBe(true);
  expect(inbox.put(post(1))).toBeUndefined();
});

test('what nobody has taken is given up when the pipeline has stopped', async () => {
  const inbox = new Inbox(mebibyte);
  const outcome = inbox.put(post(1));
  inbox.abandon();
  expect(await outcome).toEqual<Outcome>({ kind: 'failed', error: new Error('the pipeline has stopped') });
  expect(inbox.put(post(1))).toBeUndefined();
  expect(await batchesOf(inbox)).toEqual([]);
});
