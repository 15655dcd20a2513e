import { getEventListeners } from 'node:events';
import type { Batch, ReadContext } from '@sluice/connector';
import { afterEach, expect, type Mock, test, vi } from 'vitest';
import type { EndpointConfig } from './config.ts';
import { readEndpoint } from './read.ts';
import type { Protocol } from './server.ts';

/** Takes each body as one record, and says of a request what became of it. */
const protocol: Protocol = {
  paths: new Set(['/']),
  recordsIn: (body) => [body],
  answer: (response, _, refusal) => void response.writeHead(refusal?.status ?? 200).end(refusal?.message ?? 'taken'),
};

const endpoint: EndpointConfig = {
  address: '127.0.0.1',
  port: 0,
  tokens: [],
  acknowledge: 'received',
  replyWithinMs: 10_000,
  maxBodyBytes: 1000,
  maxUncompressedBytes: 1000,
  maxPendingBytes: 1000,
  maxConnections: 10,
};

interface Reading {
  readonly batches: AsyncGenerator<Batch, void, undefined>;
  /** The first batch, which is waited for: that is what makes it listen. */
  readonly first: Promise<IteratorResult<Batch, void>>;
  readonly url: string;
  readonly stop: AbortController;
  readonly now: Mock<() => number>;
  readonly reportBacklog: Mock<ReadContext<unknown>['reportBacklog']>;
}

let end: (() => void) | undefined;
afterEach(() => end?.());

/** Reads at a time that goes on with each request, so that each is a batch. */
async function read(config: Partial<EndpointConfig> = {}, stop = new AbortController()): Promise<Reading> {
  const listening = Promise.withResolvers<number>();
  const info = (_: string, fields?: Readonly<Record<string, unknown>>): void => {
    listening.resolve(Number(fields?.['port']));
  };
  const log = { debug: vi.fn(), info, warn: vi.fn(), error: vi.fn() };
  const reportBacklog = vi.fn<ReadContext<unknown>['reportBacklog']>();
  let time = 0;
  const now = vi.fn(() => (time += 1));
  const context = { signal: stop.signal, log, now, reportBacklog, reportDropped: vi.fn() };
  const batches = readEndpoint({ ...context, config: { endpoint: { ...endpoint, ...config } } }, protocol);
  const first = batches.next();
  end = () => {
    stop.abort();
    void batches.return();
  };
  return { batches, first, url: `http://127.0.0.1:${await listening.promise}`, stop, now, reportBacklog };
}

const post = (url: string, body: string): Promise<Response> => fetch(url, { method: 'POST', body });

test('what still waits is reported with each batch', async () => {
  const { batches, first, url, reportBacklog } = await read();
  for (const body of ['a', 'bb', 'ccc']) expect((await post(url, body)).status).toBe(200);
  await first;
  await batches.next();
  await batches.next();
  expect(reportBacklog.mock.calls).toEqual([[0], [3], [0]]);
});

test('reading that is told to stop while it opens its port ends', async () => {
  const stop = new AbortController();
  const reading = read({}, stop);
  stop.abort();
  expect(await (await reading).first).toEqual({ done: true, value: undefined });
});

test('what came before reading was told to stop still comes out', async () => {
  const { batches, first, url, stop } = await read();
  for (const body of ['a', 'b']) await post(url, body);
  stop.abort();
  expect(await first).toMatchObject({ done: false, value: { receivedAt: 1 } });
  expect(await batches.next()).toMatchObject({ done: false, value: { receivedAt: 2 } });
  expect(await batches.next()).toEqual({ done: true, value: undefined });
});

test('reading that is given up listens no longer, neither on its port nor for the end', async () => {
  const { batches, first, url, stop } = await read();
  await post(url, 'a');
  await first;
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1);
  await batches.return();
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  await expect(post(url, 'b')).rejects.toThrow('fetch failed');
});

test('whoever waits for what nobody takes any more is told at once to try again', async () => {
  const { batches, first, url, now } = await read({ acknowledge: 'durable' });
  const taken = post(url, 'a');
  const { value: batch } = await first;
  const waiting = post(url, 'b');
  await vi.waitUntil(() => now.mock.calls.length === 2, { timeout: 20_000 });
  await batches.return();
  const response = await waiting;
  expect([response.status, await response.text()]).toEqual([503, 'could not be stored; try again']);
  await batch?.settle?.({ kind: 'stored' });
  expect((await taken).status).toBe(200);
});
