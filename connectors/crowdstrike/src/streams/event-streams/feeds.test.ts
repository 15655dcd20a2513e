import { afterEach, expect, test, vi } from 'vitest';
import type { ApiAnswer, ApiClient, ApiRequest } from '../../api/client.ts';
import { discoverFeeds, lost, openFeed, refreshFeed, type Feed } from './feeds.ts';

afterEach(() => vi.restoreAllMocks());

const url = 'https://firehose.example.com/sensors/entities/datafeed/v1/3?appId=sluice';

type FeedApi = Pick<ApiClient, 'ask' | 'send'>;

/** An API that answers with these resources, and what it was asked. */
function apiOf(resources: readonly unknown[]): { readonly api: FeedApi; readonly asked: ApiRequest[] } {
  const asked: ApiRequest[] = [];
  const answered = (request: ApiRequest): ApiAnswer => {
    asked.push(request);
    return { resources, errors: [] };
  };
  const api: FeedApi = {
    ask: (request) => Promise.resolve(answered(request)),
    send: (request) => Promise.resolve(Response.json(answered(request))),
  };
  return { api, asked };
}

async function discovered(resource: object): Promise<Feed | undefined> {
  const [feed] = await discoverFeeds(apiOf([resource]).api, 'sluice');
  return feed;
}

const whole = {
  dataFeedURL: url,
  sessionToken: { token: 't-1' },
  refreshActiveSessionURL: 'https://api.example.com/refresh/3',
  refreshActiveSessionInterval: 1800,
};

test('feeds are discovered for an application, each with its partition, its token and where it is kept alive', async () => {
  const { api, asked } = apiOf([whole]);
  expect(await discoverFeeds(api, 'sluice')).toEqual([
    {
      partition: '3',
      url,
      token: 't-1',
      refreshPath: '/refresh/3',
      refreshQuery: { appId: 'sluice', action_name: 'refresh_active_stream_session' },
      refreshEveryMs: 1_740_000,
    },
  ]);
  expect(asked).toEqual([
    { path: '/sensors/entities/datafeed/v2', query: { appId: 'sluice', format: 'json' }, scope: 'Event streams: read' },
  ]);
});

test.each([
  [61, 1000],
  [60, 1_500_000],
  [undefined, 1_500_000],
  ['1800', 1_500_000],
])('a session that lasts %s s is kept alive every %i ms', async (seconds, ms) => {
  expect(await discovered({ ...whole, refreshActiveSessionInterval: seconds })).toMatchObject({ refreshEveryMs: ms });
});

test.each([undefined, 7, 'no address'])('where it is kept alive is known by its partition too: %s', async (refresh) => {
  expect(await discovered({ ...whole, refreshActiveSessionURL: refresh })).toMatchObject({
    refreshPath: '/sensors/entities/datafeed-actions/v1/3',
  });
});

test.each([
  [],
  [{ ...whole, dataFeedURL: 7 }],
  [{ ...whole, dataFeedURL: 'no address' }],
  [{ ...whole, sessionToken: {} }],
  [{ ...whole, sessionToken: undefined }],
  [7],
])('without a feed there may be one later', async (...resources) => {
  await expect(discoverFeeds(apiOf(resources).api, 'sluice')).rejects.toMatchObject({
    code: 'upstream_refused',
    retryable: true,
    retryAfterMs: 30_000,
    message: expect.stringContaining('no feed for sluice'),
  });
});

test('a session is kept alive as its feed says', async () => {
  const { api, asked } = apiOf([]);
  const feed = await discovered(whole);
  await refreshFeed(api, feed as Feed);
  expect(asked).toEqual([
    {
      method: 'POST',
      path: '/refresh/3',
      query: { appId: 'sluice', action_name: 'refresh_active_stream_session' },
      scope: 'Event streams: read',
    },
  ]);
});

test('no answer of a session or a feed is left open', async () => {
  const given = [Response.json({ errors: [] }), new Response('busy', { status: 503 })] as const;
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(given[1]);
  const feed = (await discovered(whole)) as Feed;
  await refreshFeed({ ...apiOf([]).api, send: () => Promise.resolve(given[0]) }, feed);
  await openFeed(feed, 7, new AbortController().signal).catch(() => undefined);
  expect(given.map(({ bodyUsed }) => bodyUsed)).toEqual([true, true]);
});

test('a feed is opened behind an offset, with its token', async () => {
  const asked: { readonly url: string; readonly headers: Record<string, string> }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const { url: to, headers } = new Request(input, init);
    asked.push({ url: to, headers: Object.fromEntries(headers) });
    return Promise.resolve(new Response('line'));
  });
  const feed = (await discovered(whole)) as Feed;
  const signal = new AbortController().signal;
  const headers = { authorization: 'Token t-1', accept: 'application/json' };
  const chunks: string[] = [];
  for await (const chunk of await openFeed(feed, 7, signal)) chunks.push(Buffer.from(chunk).toString());
  await openFeed(feed, undefined, signal);
  expect(chunks).toEqual(['line']);
  expect(asked).toEqual([
    { url: `${url}&offset=7`, headers },
    { url, headers },
  ]);
});

test.each([
  ['answers with an error', () => Promise.resolve(new Response('', { status: 503 })), 'answered 503'],
  ['is not reached', () => Promise.reject(new Error('fetch failed')), 'fetch failed'],
])('a feed that %s is found anew', async (_, answer, reason) => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
  const feed = (await discovered(whole)) as Feed;
  await expect(openFeed(feed, 7, new AbortController().signal)).rejects.toMatchObject({
    code: 'upstream_unreachable',
    retryable: true,
    message: `feed 3 of the event stream ended: ${reason}`,
  });
  expect(lost(feed, 'bye')).toMatchObject({ message: 'feed 3 of the event stream ended: bye', cause: 'bye' });
});
