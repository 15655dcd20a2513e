import { StreamError } from '@sluice/connector';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiClient, type ApiRequest } from './client.ts';

afterEach(() => vi.restoreAllMocks());

const alerts: ApiRequest = { path: '/alerts/queries/alerts/v2', query: { limit: '5' }, scope: 'Alerts: read' };
const home = 'https://api.crowdstrike.com';

type Answer = () => Promise<Response>;

function says(status: number, headers: Record<string, string> = {}, body: unknown = { errors: [] }): Answer {
  return () => Promise.resolve(Response.json(body, { status, headers }));
}

const token = says(201, {}, { access_token: 'token-1', expires_in: 1799 });
const found = says(200, {}, { resources: ['a'], errors: [{ code: 404, message: 'gone' }] });
const lost: Answer = () => Promise.reject(new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }));

interface Asked {
  readonly client: ApiClient;
  readonly requests: { url: string; method: string; headers: Record<string, string>; body: string }[];
  readonly waits: number[];
}

/** A client to which the API gives these answers, the last again and again; the time is four seconds after the epoch. */
function clientOf(answers: readonly Answer[], now: () => number = () => 4000): Asked {
  const requests: Asked['requests'] = [];
  const waits: number[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init = {}) => {
    const { url, method, headers } = new Request(input, { ...init, signal: null });
    requests.push({ url, method, headers: Object.fromEntries(headers), body: await textOf(init.body) });
    init.signal?.throwIfAborted();
    return (answers[requests.length - 1] ?? answers.at(-1) ?? lost)();
  });
  const client = new ApiClient({
    config: { cloud: 'us-1', client_id: 'id', client_secret: 'a-secret' },
    signal: new AbortController().signal,
    now,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return { client, requests, waits };
}

function textOf(body: RequestInit['body']): Promise<string> {
  return body === undefined || body === null ? Promise.resolve('') : new Response(body).text();
}

interface Failure {
  readonly waits: readonly number[];
  readonly requests: number;
  readonly error: Partial<StreamError>;
}

async function failureOf(answers: readonly Answer[], request: ApiRequest = alerts): Promise<Failure> {
  const { client, requests, waits } = clientOf(answers);
  const error = await client.ask(request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StreamError)) throw new Error('It did not fail.', { cause: error });
  const { code, message, retryable, retryAfterMs } = error;
  return {
    waits,
    requests: requests.length,
    error: { code, message, retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
  };
}

test('a token is asked for with the credentials, and goes with the request', async () => {
  const { client, requests } = clientOf([token, found]);
  expect(await client.ask(alerts)).toEqual({ resources: ['a'], errors: [{ code: 404, message: 'gone' }] });
  expect(requests).toMatchObject([
    { url: `${home}/oauth2/token`, method: 'POST', body: 'client_id=id&client_secret=a-secret' },
    { url: `${home}${alerts.path}?limit=5`, method: 'GET', body: '' },
  ]);
  expect(requests[1]?.headers).toEqual({ accept: 'application/json', authorization: 'Bearer token-1' });
});

test('what is asked in a body is JSON, and said to be', async () => {
  const { client, requests } = clientOf([token, found]);
  await client.ask({ method: 'POST', path: '/a', body: { ids: ['1'] }, scope: 'Alerts: read' });
  expect(requests[1]).toMatchObject({ url: `${home}/a`, method: 'POST', body: '{"ids":["1"]}' });
  expect(requests[1]?.headers).toMatchObject({ 'content-type': 'application/json' });
});

test.each([
  [{ expires_in: 1799 }, 1_738_999, 1_739_000],
  [{}, 1_739_999, 1_740_000],
])('a token of %j is used until a minute before its end', async (lifetime, before, after) => {
  let now = 0;
  const given = says(201, {}, { access_token: 'token-1', ...lifetime });
  const { client, requests } = clientOf([given, found, found, given, found], () => now);
  await client.ask(alerts);
  now = before;
  await client.ask(alerts);
  expect(requests).toHaveLength(3);
  expect(requests[2]?.headers).toMatchObject({ authorization: 'Bearer token-1' });
  now = after;
  await client.ask(alerts);
  expect(requests).toHaveLength(5);
});

test('a token that is refused is renewed once', async () => {
  const { client, requests } = clientOf([token, says(401), says(201, {}, { access_token: 'token-2' }), found]);
  expect(await client.ask(alerts)).toMatchObject({ resources: ['a'] });
  expect(requests[3]?.headers).toMatchObject({ authorization: 'Bearer token-2' });
  expect(await failureOf([token, says(401), token, says(401)])).toEqual({
    requests: 4,
    waits: [],
    error: {
      code: 'permission_denied',
      retryable: false,
      message: `${home} does not take the token of the API client.`,
    },
  });
});

const throttled = { code: 'upstream_throttled', retryable: true, message: `${home}${alerts.path} is throttled` };

test.each([
  ['what it says', { 'retry-after': '3' }, [3000, 3000, 3000, 3000], 3000],
  ['no less than nothing', { 'retry-after': '-3' }, [0, 0, 0, 0], 0],
  ['until a time that it says, and a little', { 'x-ratelimit-retryafter': '10' }, [6250, 6250, 6250, 6250], 6250],
  ['a little where that has been', { 'x-ratelimit-retryafter': '1' }, [250, 250, 250, 250], 250],
  ['two minutes at most', { 'retry-after': '500' }, [120_000, 120_000, 120_000, 120_000], 500_000],
  ['ever longer where it says nothing', {}, [2000, 4000, 8000, 16_000], 32_000],
  ['ever longer where it says nonsense', { 'retry-after': 'soon' }, [2000, 4000, 8000, 16_000], 32_000],
])('where requests are limited, it waits %s, and gives up after five', async (_, headers, waits, retryAfterMs) => {
  const failure = await failureOf([token, says(429, headers)]);
  expect(failure).toEqual({ requests: 6, waits, error: { ...throttled, retryAfterMs } });
});

test.each([
  [500, 'upstream_unreachable', true],
  [503, 'upstream_unreachable', true],
  [408, 'upstream_refused', false],
])('an answer %i is waited for ever longer, and named at last', async (status, code, retryable) => {
  expect(await failureOf([token, says(status, {}, { errors: [{ message: 'busy' }] })])).toEqual({
    requests: 6,
    waits: [1000, 2000, 4000, 8000],
    error: { code, retryable, message: `${home}${alerts.path} answered ${status}: busy` },
  });
});

test.each([
  [403, 'permission_denied', `is denied: the API client needs the scope "Alerts: read".`],
  [400, 'upstream_refused', 'answered 400: no reason'],
  [499, 'upstream_refused', 'answered 499: no reason'],
])('an answer %i is final', async (status, code, message) => {
  expect(await failureOf([token, says(status)])).toEqual({
    requests: 2,
    waits: [],
    error: { code, retryable: false, message: expect.stringContaining(message) },
  });
});

test('an answer that explains nothing has no reason', async () => {
  const page: Answer = () => Promise.resolve(new Response('<html>', { status: 400 }));
  expect((await failureOf([token, page])).error.message).toContain('answered 400: no reason');
});

test('what does not get there is tried again, and said with its cause', async () => {
  expect(await failureOf([token, lost])).toEqual({
    requests: 6,
    waits: [1000, 2000, 4000, 8000],
    error: {
      code: 'upstream_unreachable',
      retryable: true,
      message: `${home} cannot be reached: connect ECONNREFUSED`,
    },
  });
  const { client } = clientOf([token, lost, found]);
  expect(await client.ask(alerts)).toMatchObject({ resources: ['a'] });
  await expect(clientOf([token, lost]).client.ask(alerts)).rejects.toMatchObject({
    cause: { message: 'fetch failed', cause: { message: 'connect ECONNREFUSED' } },
  });
});

test('who has waited a minute for an answer asks again', async () => {
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new Error('too late')));
  expect((await failureOf([token])).error.message).toBe(`${home} cannot be reached: too late`);
  expect(limit).toHaveBeenCalledWith(60_000);
});

test.each([
  [429, [2000, 4000, 8000, 16_000], 'upstream_unreachable', 32_000],
  [500, [1000, 2000, 4000, 8000], 'upstream_unreachable', 16_000],
])('a token that is answered with %i is asked for five times', async (status, waits, code, retryAfterMs) => {
  expect(await failureOf([says(status)])).toEqual({
    requests: 5,
    waits,
    error: { code, retryable: true, retryAfterMs, message: `${home}/oauth2/token answered ${status}` },
  });
  const { client } = clientOf([lost, says(status), token, found]);
  expect(await client.ask(alerts)).toMatchObject({ resources: ['a'] });
});

test('credentials that are wrong are said to be', async () => {
  expect(await failureOf([says(403)])).toEqual({
    requests: 1,
    waits: [],
    error: {
      code: 'permission_denied',
      retryable: false,
      message: expect.stringContaining('answered 403: client_id or client_secret is wrong'),
    },
  });
  expect((await failureOf([says(201, {}, {})])).error).toEqual({
    code: 'upstream_refused',
    retryable: false,
    message: `${home}/oauth2/token gave no access token`,
  });
});

test('an answer that is no JSON is asked for anew; one without resources has none', async () => {
  const page: Answer = () => Promise.resolve(new Response('<html>'));
  expect((await failureOf([token, page])).error).toMatchObject({
    code: 'upstream_refused',
    retryable: true,
    message: expect.stringContaining('something that is not JSON'),
  });
  const { client } = clientOf([token, says(200, {}, { resources: 'a', errors: 7 })]);
  expect(await client.ask(alerts)).toEqual({ resources: [], errors: [] });
});

test('an answer without an end is not kept', async () => {
  const megabyte = new Uint8Array(1024 * 1024);
  let given = 0;
  const endless: Answer = () =>
    Promise.resolve(
      new Response(new ReadableStream({ pull: (controller) => (given++, controller.enqueue(megabyte)) })),
    );
  expect((await failureOf([token, endless])).error).toMatchObject({
    code: 'upstream_refused',
    message: expect.stringContaining('more than 268435456 bytes'),
  });
  expect(given).toBeLessThan(300);
});

test('a client that is told to stop does not try again', async () => {
  const stop = new AbortController();
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => {
    stop.abort(new Error('stopped'));
    return lost();
  });
  const config = { cloud: 'us-1', client_id: 'id', client_secret: 'a-secret' } as const;
  const client = new ApiClient({ config, signal: stop.signal, now: () => 0 });
  await expect(client.ask(alerts)).rejects.toThrow('stopped');
  await expect(
    new ApiClient({ config, signal: stop.signal, now: () => 0, wait: () => Promise.reject(new Error('never')) }).ask(
      alerts,
    ),
  ).rejects.toThrow('stopped');
});

test('waiting ends when it is told to stop', async () => {
  const stop = new AbortController();
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => {
    setTimeout(() => stop.abort(), 20);
    return says(429, { 'retry-after': '3600' })();
  });
  const config = { cloud: 'us-1', client_id: 'id', client_secret: 'a-secret' } as const;
  const client = new ApiClient({ config, signal: stop.signal, now: () => 0 });
  await expect(client.ask(alerts)).rejects.toThrow(/abort/);
});
