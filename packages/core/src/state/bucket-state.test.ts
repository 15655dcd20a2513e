import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { documentState } from './bucket-state.ts';
import type { DocumentStore } from './document-store.ts';
import { memoryDocuments } from './memory-documents.ts';
import type { FlushIntent } from './state-store.ts';

const quick = { leaseMs: 150 };
const alone = { shared: false };

/** As if the process of a worker had died: it gives no sign of life any more, and none of its writes arrives. */
function mortal(documents: DocumentStore): { readonly documents: DocumentStore; die(): void } {
  let isDead = false;
  const never = (): Promise<never> => new Promise(() => undefined);
  return {
    die: () => void (isDead = true),
    documents: {
      ...documents,
      write: (...args) => (isDead ? never() : documents.write(...args)),
      put: (...args) => (isDead ? never() : documents.put(...args)),
    },
  };
}

test('a holder that is silent for its lease is replaced, and told so when it wakes', async () => {
  const documents = memoryDocuments();
  const sleeper = mortal(documents);
  const slow = await documentState(sleeper.documents, { leaseMs: 1e9 }).claim('office', alone);
  const state = documentState(documents, quick);
  const claim = await state.claim('office', alone);
  await claim.bind({ flush: 0, objects: [], cursor: 1 });
  await expect(slow.bind({ flush: 0, objects: [], cursor: 2 })).rejects.toMatchObject({ code: 'state_lost' });
  await expect(slow.commit({ flush: 0, objects: [], cursor: 2 })).rejects.toMatchObject({ code: 'state_lost' });
  await claim.commit({ flush: 0, objects: [], cursor: 1 });
  expect(await state.look('office')).toEqual({ flush: 1, cursor: 1 });
  await state.close();
});

test('a second process is told who holds the pipeline, after it has seen a sign of life', async () => {
  const documents = memoryDocuments();
  const first = documentState(documents, quick);
  await first.claim('office', alone);
  const second = documentState(documents, { leaseMs: 600 });
  await expect(second.claim('office', alone)).rejects.toMatchObject({
    code: 'state_locked',
    message: expect.stringContaining(`process ${process.pid} on`),
  });
  await first.close();
  expect((await second.claim('office', alone)).slot).toBe('main');
  await second.close();
});

test('staged objects are in the bucket, so that who takes over can store what was begun', async () => {
  const documents = memoryDocuments();
  const dying = mortal(documents);
  const first = await documentState(dying.documents, quick).claim('queue', { shared: true });
  const bytes = Buffer.from('an object');
  await first.staging.keep('0-0-0', { chunks: [bytes], byteLength: bytes.length });
  const intent: FlushIntent = {
    flush: 0,
    objects: [],
    units: [{ id: 'm1', from: 0, to: 2 }],
  };
  const survivor = await documentState(documents, quick).claim('queue', { shared: true });
  await first.bind(intent);
  dying.die();
  expect(await survivor.abandoned()).toEqual([]);
  await sleep(250);
  const [left] = await survivor.abandoned();
  expect(left?.resumed.intent).toMatchObject({ flush: 0 });
  const body = await left?.staging.body('0-0-0', bytes.length);
  expect(body !== undefined && 'chunks' in body ? Buffer.concat(body.chunks) : body).toEqual(bytes);
  await left?.commit(intent);
  await left?.staging.clear();
  await left?.release();
  expect(await documents.list('staging/')).toEqual([]);
  await sleep(10);
  expect(await survivor.bind({ flush: 0, objects: [], units: [{ id: 'm1', from: 0, to: 2 }] })).toEqual(['m1']);
});

test('a write whose answer was lost counts as done', async () => {
  const documents = memoryDocuments();
  let losing = false;
  const lossy: DocumentStore = {
    ...documents,
    async write(...args) {
      const version = await documents.write(...args);
      // The client of S3 tries again by itself, and the second try finds what the first has written.
      return losing ? documents.write(...args) : version;
    },
  };
  const state = documentState(lossy, { leaseMs: 1e9 });
  const claim = await state.claim('queue', { shared: true });
  losing = true;
  expect(await claim.bind({ flush: 0, objects: [], units: [{ id: 'm1', from: 0, to: 2 }] })).toEqual([]);
  await claim.commit({ flush: 0, objects: [], units: [{ id: 'm1', from: 0, to: 2 }] });
  losing = false;
  expect(await claim.units(['m1'])).toEqual(new Map([['m1', { records: 2, isStored: true }]]));
  expect((await state.look('queue')).flush).toBe(1);
  await state.close();
});

test('hundreds of flushes leave few files, and every unit is remembered until it is too old', async () => {
  const documents = memoryDocuments();
  let now = 0;
  const state = documentState(documents, { leaseMs: 1e9, now: () => now });
  const claim = await state.claim('queue', { shared: true });
  const store = async (flush: number): Promise<void> => {
    const intent = { flush, objects: [], units: [{ id: `m${flush}`, from: 0, to: 1 }] };
    expect(await claim.bind(intent)).toEqual([]);
    await claim.commit(intent);
  };
  for (let flush = 0; flush < 300; flush++) await store(flush);
  expect((await documents.list('pipelines/queue/units/')).length).toBeLessThan(140);
  const later = await documentState(documents, { leaseMs: 1e9 }).claim('queue', { shared: true });
  const ids = Array.from({ length: 300 }, (_, flush) => `m${flush}`);
  expect((await later.units(ids)).size).toBe(300);
  now = 17 * 86_400_000;
  await store(300);
  expect(await documents.list('pipelines/queue/units/')).toHaveLength(1);
  await state.close();
});
