import { afterEach, expect, test, vi } from 'vitest';
import { ApiClient, fieldsOf } from './client.ts';
import type { ApiConfig } from './config.ts';

afterEach(() => vi.restoreAllMocks());

const config: ApiConfig = { cloud: 'us-1', client_id: 'id', client_secret: 'secret' };

/** Answers tokens with a region, everything else with nothing, and says where it was asked. */
function listen(region: string | undefined): readonly string[] {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const url = input instanceof URL ? input : new URL(input instanceof Request ? input.url : input);
    asked.push(url.origin);
    const headers = new Headers(region === undefined ? [] : [['X-Cs-Region', region]]);
    return Promise.resolve(Response.json({ access_token: 'token', expires_in: 1799, resources: [] }, { headers }));
  });
  return asked;
}

async function originsOf(more: Partial<ApiConfig>, region?: string): Promise<readonly string[]> {
  const asked = listen(region);
  const client = new ApiClient({ config: { ...config, ...more }, signal: new AbortController().signal, now: () => 0 });
  await client.ask({ path: '/alerts/queries/alerts/v2', scope: 'Alerts: read' });
  return asked;
}

test('a tenant of another cloud is found there: the answer to the token says which', async () => {
  expect(await originsOf({}, 'eu-1')).toEqual(['https://api.crowdstrike.com', 'https://api.eu-1.crowdstrike.com']);
});

test('a region that is none, or not said, changes nothing', async () => {
  const home = ['https://api.crowdstrike.com', 'https://api.crowdstrike.com'];
  expect(await originsOf({}, 'evil.example.com')).toEqual(home);
  expect(await originsOf({}, 'constructor')).toEqual(home);
  expect(await originsOf({})).toEqual(home);
});

test('an address of one’s own stays, whatever the region', async () => {
  const proxy = 'https://proxy.example.com';
  expect(await originsOf({ base_url: proxy }, 'us-2')).toEqual([proxy, proxy]);
});

test.each([
  ['a token that is refused', [200, 401, 200, 200]],
  ['an API that fails for a moment', [200, 503, 200]],
  ['a token that is not given at first', [503, 200, 200]],
  ['a client that is refused', [403]],
])('no answer is left unread or open: %s', async (_, statuses) => {
  const given: Response[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => {
    const status = statuses[given.length] ?? 200;
    const answer = Response.json({ access_token: 'token', resources: [], errors: [] }, { status });
    given.push(answer);
    return Promise.resolve(answer);
  });
  const [signal, wait] = [new AbortController().signal, () => Promise.resolve()];
  const client = new ApiClient({ config, signal, now: () => 0, wait });
  await client.ask({ path: '/alerts/queries/alerts/v2', scope: 'Alerts: read' }).catch(() => undefined);
  expect(given.map(({ status }) => status)).toEqual(statuses);
  expect(given.map(({ bodyUsed }) => bodyUsed)).toEqual(statuses.map(() => true));
});

test('only objects have fields', () => {
  expect(fieldsOf({ a: 1 })).toEqual({ a: 1 });
  for (const value of [undefined, null, 'ab', 7, ['a']]) expect(fieldsOf(value)).toEqual({});
});

test('a request that hangs ends when the stream is told to stop', async () => {
  const stop = new AbortController();
  const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(
    (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      }),
  );
  const client = new ApiClient({ config, signal: stop.signal, now: () => 0 });
  const answer = client.ask({ path: '/alerts/queries/alerts/v2', scope: 'Alerts: read' });
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  stop.abort(new Error('told to stop'));
  await expect(answer).rejects.toThrow('told to stop');
});
