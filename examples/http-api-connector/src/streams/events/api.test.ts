import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { Api } from './api.ts';

type Answer = (response: ServerResponse) => void;

const token: Answer = (response) => response.end('{"access_token": "first"}');
let close: () => void = () => undefined;
afterEach(() => {
  close();
  vi.restoreAllMocks();
});

/** An API that gives these answers for pages, one after the other, and this one for tokens. */
async function apiOf(
  pages: readonly Answer[],
  forTokens: Answer = token,
  signal = new AbortController().signal,
): Promise<{ api: Api; asked: string[] }> {
  const asked: string[] = [];
  const answers = [...pages];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    if (request.url === '/oauth2/token') forTokens(response);
    else answers.shift()?.(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => server.close();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = { url, client_id: 'example', client_secret: 'not-a-real-secret', poll_every: 10 };
  return { api: new Api(config, signal), asked };
}

function answer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => response.writeHead(status, headers).end(body);
}

test('one token serves many pages, and a refused one is replaced once', async () => {
  const page = answer(200, '{"records": [1], "next": "a b"}');
  const { api, asked } = await apiOf([page, answer(401, ''), page]);
  expect(await api.page('')).toEqual({ records: [1], next: 'a b' });
  await api.page('a b');
  const get = (after: string): string => `GET /records?after=${after} Bearer first`;
  const post = 'POST /oauth2/token';
  expect(asked).toEqual([post, get(''), get('a%20b'), post, get('a%20b')]);
});

test('ids keep all their digits', async () => {
  const { api } = await apiOf([answer(200, '{"records": [{"id": 1719309930613520072}], "next": "b"}')]);
  expect(await api.page('')).toEqual({ records: [{ id: '1719309930613520072' }], next: 'b' });
});

test.each([
  [answer(429, '', { 'retry-after': '7' }), { code: 'upstream_throttled', retryable: true, retryAfterMs: 7000 }],
  [answer(429, ''), { code: 'upstream_throttled', retryable: true, retryAfterMs: 1000 }],
  [answer(500, ''), { code: 'upstream_unreachable', retryable: true }],
  [answer(403, ''), { code: 'permission_denied', retryable: false }],
  [answer(404, ''), { code: 'upstream_refused', retryable: false }],
  [answer(200, 'no JSON'), { code: 'upstream_unreachable', retryable: true, cause: expect.any(SyntaxError) }],
  [
    (response: ServerResponse) => response.destroy(),
    { code: 'upstream_unreachable', retryable: true, cause: expect.any(TypeError) },
  ],
  [answer(200, '{"records": 1, "next": ""}'), { code: 'upstream_refused', retryable: false }],
  [answer(200, '{"records": []}'), { code: 'upstream_refused', retryable: false }],
])('what goes wrong says whether trying again helps (%#)', async (given, error) => {
  const { api } = await apiOf([given]);
  await expect(api.page('')).rejects.toMatchObject(error);
});

test('an answer without a token is refused, and says where', async () => {
  const { api } = await apiOf([], answer(200, '{}'));
  await expect(api.page('')).rejects.toMatchObject({
    code: 'upstream_refused',
    message: expect.stringContaining('oauth2/token gave no access_token'),
  });
});

test('the rest of an answer that is refused is given up', async () => {
  const refused = Response.json({}, { status: 500 });
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(refused);
  const { api } = await apiOf([]);
  await expect(api.page('')).rejects.toMatchObject({ code: 'upstream_unreachable' });
  expect(refused.bodyUsed).toBe(true);
});

test('who is told to stop waits for no answer', async () => {
  const stop = new AbortController();
  const { api } = await apiOf([() => stop.abort()], token, stop.signal);
  await expect(api.page('')).rejects.toMatchObject({ cause: { name: 'AbortError' } });
});

test('an answer is waited for a minute', async () => {
  const late = new Error('too late');
  const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(late));
  const { api } = await apiOf([]);
  await expect(api.page('')).rejects.toMatchObject({ code: 'upstream_unreachable', cause: late });
  expect(limit).toHaveBeenCalledWith(60_000);
});
