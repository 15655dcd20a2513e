import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Api } from './api.ts';
import { eventsConfig, type EventsConfig } from './config.ts';
import { mapEvent } from './map.ts';
import { readEvents } from './read.ts';

const keys = { client_id: 'example', client_secret: 'not-a-real-secret' };

async function withApi<T>(status: number, use: (config: EventsConfig) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    if (request.url === '/oauth2/token') response.end('{"access_token": "first"}');
    else response.writeHead(status).end('{"records": [{"user": "ada"}], "next": "2"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await use({ url, ...keys, poll_every: 10 });
  } finally {
    server.close();
  }
}

test('a new token that is refused, too, is a matter of permission', async () => {
  const asked = withApi(401, (config) => new Api(config, new AbortController().signal).page(''));
  await expect(asked).rejects.toMatchObject({ code: 'permission_denied', retryable: false });
});

test('records come from the API over HTTPS', async () => {
  await withApi(200, async (config) => {
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const context = { config, signal: new AbortController().signal, log, now: () => 7 };
    const { value } = await readEvents({ ...context, reportBacklog() {}, reportDropped() {} }).next();
    const origin = { transport: 'https', path: config.url };
    expect(value).toMatchObject({ receivedAt: 7, cursor: '2', origins: [origin] });
    const [from, to] = value?.bounds ?? [];
    expect(Buffer.from(value?.bytes ?? []).toString('utf8', from, to)).toBe('{"user":"ada"}');
  });
});

test('after a page without records the API is asked again when that time is over, not before', async () => {
  let pages = 0;
  const server = createServer((request, response) => {
    if (request.url === '/oauth2/token') response.end('{"access_token": "first"}');
    else {
      pages += 1;
      response.end('{"records": [], "next": ""}');
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async (poll_every: number, until: () => Promise<unknown>): Promise<void> => {
    const stop = new AbortController();
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const context = { config: { url, ...keys, poll_every }, signal: stop.signal, log, now: () => 7 };
    const next = readEvents({ ...context, reportBacklog() {}, reportDropped() {} }).next();
    await until();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  };
  try {
    await read(3_600_000, async () => {
      await expect.poll(() => pages, { timeout: 10_000 }).toBe(1);
      await sleep(250);
      expect(pages).toBe(1);
    });
    await read(1, () => expect.poll(() => pages, { timeout: 10_000 }).toBeGreaterThan(3));
  } finally {
    server.close();
  }
});

test.each([
  ['10ms', true],
  ['9ms', false],
  ['1h', true],
  ['61m', false],
])('asking every %s is allowed: %s', (poll_every, isAllowed) => {
  expect(eventsConfig.safeParse({ url: 'https://api.example.com', ...keys, poll_every }).success).toBe(isAllowed);
});

test('a client has an id', () => {
  const isTaken = (client_id: string): boolean =>
    eventsConfig.safeParse({ url: 'https://api.example.com', ...keys, client_id }).success;
  expect(['', 'x'].map(isTaken)).toEqual([false, true]);
});

test.each([
  [null],
  [['ada']],
  ['ada'],
  [7],
  [undefined],
  [{}],
  [{ user: '' }],
  [Object.assign(['x'], { user: 'ada' })],
])('what is no object with a user is rejected (%#)', (record) => {
  expect(mapEvent(record)).toMatchObject({ reject: 'no_user' });
});
