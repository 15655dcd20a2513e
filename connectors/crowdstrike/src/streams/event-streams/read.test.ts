import type { Batch, Cursor, ReadContext } from '@sluice/connector';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventStreamsConfig, type EventStreamsConfig } from './config.ts';
import { startFeeds, type FakeFeeds } from './feed.fixture.ts';
import { readEventStreams } from './read.ts';

let feeds: FakeFeeds;
beforeEach(async () => {
  feeds = await startFeeds(2);
});
afterEach(() => feeds.close());

function contextOf(cursor?: Cursor, signal = new AbortController().signal): ReadContext<EventStreamsConfig> {
  const parsed = eventStreamsConfig['~standard'].validate(feeds.config);
  if (parsed instanceof Promise || parsed.issues !== undefined) throw new Error(JSON.stringify(parsed));
  const log = (): void => undefined;
  return {
    config: parsed.value,
    signal,
    log: { debug: log, info: log, warn: log, error: log },
    now: Date.now,
    reportBacklog: log,
    reportDropped: log,
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function namesOf({ bytes, bounds }: Batch): string[] {
  return Array.from({ length: bounds.length / 2 }, (_, i) => {
    const text = Buffer.from(bytes.subarray(bounds[2 * i], bounds[2 * i + 1])).toString();
    return (JSON.parse(text) as { event: { name: string } }).event.name;
  });
}

async function read(count: number, cursor?: Cursor): Promise<{ names: string[]; batches: Batch[] }> {
  const names: string[] = [];
  const batches: Batch[] = [];
  for await (const batch of readEventStreams(contextOf(cursor))) {
    names.push(...namesOf(batch));
    batches.push(batch);
    if (names.length >= count) break;
  }
  return { names, batches };
}

test('the events of all partitions are read, as they come', async () => {
  feeds.publish(0, { name: 'a' });
  feeds.publish(1, { name: 'b' });
  const reading = read(3);
  await expect.poll(() => feeds.requests.filter((request) => request.startsWith('GET /feed/')).length).toBe(2);
  feeds.publish(1, { name: 'c' });
  const { names, batches } = await reading;
  expect(names.toSorted()).toEqual(['a', 'b', 'c']);
  expect(batches.at(-1)?.cursor).toEqual({ 0: 0, 1: 1 });
});

test('reading goes on behind the offset of each partition', async () => {
  for (const name of ['a', 'b', 'c']) feeds.publish(0, { name });
  feeds.publish(1, { name: 'x' });
  expect((await read(2, { 0: 1 })).names.toSorted()).toEqual(['c', 'x']);
});

test('what a feed brings again is read once, and what has no offset is read', async () => {
  const publish = (name: string, offset?: number): void =>
    feeds.publishLine(0, JSON.stringify({ metadata: { offset }, event: { name } }));
  publish('stored', 0);
  publish('a', 1);
  publish('a', 1);
  publish('without');
  publish('b', 2);
  publish('a', 1);
  publish('b', 2);
  publish('c', 3);
  const { names, batches } = await read(4, { 0: 0 });
  expect(names).toEqual(['a', 'without', 'b', 'c']);
  expect(batches.at(-1)?.cursor).toEqual({ 0: 3 });
});

test('an offset that is no whole number is none', async () => {
  feeds.publishLine(0, JSON.stringify({ metadata: { offset: 7.5 }, event: { name: 'a' } }));
  const { batches } = await read(1, { 0: 0 });
  expect(batches[0]?.cursor).toEqual({ 0: 0 });
});

test('a batch names the feed that it is from, without what was asked of it', async () => {
  feeds.publish(1, { name: 'a' });
  const { batches } = await read(1);
  expect(batches[0]?.origins).toEqual([{ transport: 'https', path: `${String(feeds.config['base_url'])}/feed/1` }]);
});

test('a batch says for each of its records where reading goes on after it', async () => {
  for (const name of ['a', 'b', 'c']) feeds.publish(0, { name });
  const { batches } = await read(3, { 1: 7 });
  const [first] = batches;
  expect(first?.cursorAt?.(0)).toEqual({ 0: 0, 1: 7 });
  expect(batches.at(-1)?.cursor).toEqual({ 0: 2, 1: 7 });
});

test('a feed that breaks ends the reading, to be begun again from what is stored', async () => {
  feeds.publish(0, { name: 'a' });
  const names: string[] = [];
  const reading = (async () => {
    for await (const batch of readEventStreams(contextOf())) {
      names.push(...namesOf(batch));
      feeds.breakFeeds();
    }
  })();
  await expect(reading).rejects.toMatchObject({ code: 'upstream_unreachable', retryable: true });
  expect(names).toEqual(['a']);
});

test('a feed that the server closes ends the reading too, and says so', async () => {
  feeds.publish(0, { name: 'a' });
  const reading = (async () => {
    for await (const _ of readEventStreams(contextOf())) feeds.endFeeds();
  })();
  await expect(reading).rejects.toMatchObject({
    code: 'upstream_unreachable',
    message: expect.stringMatching(/^feed \d of the event stream ended: the connection was closed$/) as unknown,
  });
});

test('the reader stops soon after it is told to, and closes its feeds', async () => {
  const stop = new AbortController();
  const reading = (async () => {
    for await (const _ of readEventStreams(contextOf(undefined, stop.signal)));
  })();
  await expect.poll(() => feeds.requests.filter((request) => request.startsWith('GET /feed/')).length).toBe(2);
  const at = performance.now();
  stop.abort();
  await reading;
  expect(performance.now() - at).toBeLessThan(1000);
});

test('the reading has ended when all its feeds are closed, not before', async () => {
  const really = globalThis.fetch;
  const line = Buffer.from('{"metadata":{"offset":0},"event":{"name":"a"}}\r\n');
  let closed = 0;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    if (!(input instanceof URL) || !input.pathname.startsWith('/feed/')) return really(input, init);
    const start = (controller: ReadableStreamDefaultController): void => {
      controller.enqueue(line);
      const close = (): void => {
        closed += 1;
        controller.error(new Error('closed'));
      };
      init?.signal?.addEventListener('abort', () => void setTimeout(close, 50));
    };
    return Promise.resolve(new Response(new ReadableStream({ start })));
  });
  try {
    await read(1);
    expect(closed).toBe(2);
  } finally {
    vi.restoreAllMocks();
  }
});

const minuteMs = 60_000;

test('the session of each feed is kept alive before its half hour is over, and no longer than it is read', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const stop = new AbortController();
    const reading = (async () => {
      for await (const _ of readEventStreams(contextOf(undefined, stop.signal)));
    })();
    const refreshes = (): readonly string[] =>
      feeds.requests.filter((request) => request.includes('/datafeed-actions/'));
    await expect.poll(() => feeds.requests.filter((request) => request.startsWith('GET /feed/')).length).toBe(2);
    vi.advanceTimersByTime(28 * minuteMs);
    expect(refreshes()).toEqual([]);
    vi.advanceTimersByTime(minuteMs);
    await expect.poll(() => refreshes().length).toBe(2);
    expect([...refreshes()].toSorted()).toEqual([
      'POST /sensors/entities/datafeed-actions/v1/0',
      'POST /sensors/entities/datafeed-actions/v1/1',
    ]);
    stop.abort();
    await reading;
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('a session that is not kept alive ends the reading, to be begun again from what is stored', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const reading = (async () => {
      for await (const _ of readEventStreams(contextOf()));
    })();
    await expect.poll(() => feeds.requests.filter((request) => request.startsWith('GET /feed/')).length).toBe(2);
    feeds.refuseRefresh();
    vi.advanceTimersByTime(29 * minuteMs);
    await expect(reading).rejects.toMatchObject({ code: 'upstream_unreachable', retryable: true });
  } finally {
    vi.useRealTimers();
  }
});
