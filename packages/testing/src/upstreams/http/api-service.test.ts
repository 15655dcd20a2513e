import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve, type ServedService } from '../serve.ts';
import { createApiService, type ApiService } from './api-service.ts';

const client = { clientId: 'example', clientSecret: 'not-a-real-secret' };

let api: ApiService;
let served: ServedService;
beforeEach(async () => {
  api = createApiService({ pageSize: 2, client });
  served = await serve(api.service);
});
afterEach(() => served.close());

async function token(clientSecret: string = client.clientSecret): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'example',
    client_secret: clientSecret,
  });
  return fetch(`${served.endpoint}/oauth2/token`, { method: 'POST', body });
}

async function bearer(): Promise<string> {
  const { access_token: good } = (await (await token()).json()) as { access_token: string };
  return good;
}

function page(good: string, query = ''): Promise<Response> {
  return fetch(`${served.endpoint}/records${query}`, { headers: { authorization: `Bearer ${good}` } });
}

test('records come in pages, and a cursor goes on after the last', async () => {
  api.add([1, 2, 3]);
  const good = await bearer();
  const first = (await (await page(good)).json()) as { records: unknown; next: string };
  expect(first.records).toEqual([1, 2]);
  const second = (await (await page(good, `?after=${first.next}`)).json()) as { records: unknown; next: string };
  expect(second.records).toEqual([3]);
  expect(api.taken).toBe(3);
  const end = (await (await page(good, `?after=${second.next}`)).json()) as object;
  expect(end).toEqual({ records: [], next: second.next });
  expect((await page(good, '?after=nonsense')).status).toBe(400);
});

test('nobody reads without a good token', async () => {
  expect((await token('wrong')).status).toBe(401);
  expect((await page('none')).status).toBe(401);
  const good = await bearer();
  expect((await page(good)).status).toBe(200);
  api.expireTokens();
  expect((await page(good)).status).toBe(401);
});

test('it fails as it is told to', async () => {
  const good = await bearer();
  api.fail('records', 'throttle');
  const throttled = await page(good);
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1']);
  api.fail('records', 'error');
  expect((await page(good)).status).toBe(500);
  api.fail('*', 'reset');
  await expect(page(good)).rejects.toThrow();
  api.add(['x'.repeat(1000)]);
  api.fail('records', 'truncate');
  await expect(page(good).then((response) => response.json())).rejects.toThrow();
  expect((await page(good)).status).toBe(200);
});
