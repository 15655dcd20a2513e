import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { request } from 'node:https';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { ConnectorLog } from '@sluice/connector';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, type Mock, test, vi } from 'vitest';
import type { EndpointConfig } from './config.ts';
import { Inbox } from './inbox.ts';
import { openEndpoint, type Endpoint, type Protocol } from './server.ts';

/** Takes each body as one record, and says of a request what became of it. */
const protocol: Protocol = {
  paths: new Set(['/logs', '/more']),
  recordsIn: (body, contentType) => {
    if (contentType === 'text/broken') throw new TypeError('out of order');
    return body.length === 0 ? [] : [body];
  },
  answer: (response, contentType, refusal) => {
    response.writeHead(refusal?.status ?? 200);
    response.end(`${contentType}: ${refusal?.message ?? 'taken'}`);
  },
};

const defaults: EndpointConfig = {
  address: '127.0.0.1',
  port: 0,
  tokens: [],
  acknowledge: 'received',
  replyWithinMs: 30_000,
  maxBodyBytes: 1000,
  maxUncompressedBytes: 1000,
  maxPendingBytes: 1000,
  maxConnections: 7,
};

const timeouts = { headersTimeout: 10_000, requestTimeout: 60_000 };

interface Opened {
  readonly endpoint: Endpoint;
  readonly inbox: Inbox;
  readonly port: number;
  readonly url: string;
  readonly info: Mock<ConnectorLog['info']>;
  readonly error: Mock<ConnectorLog['error']>;
}

let opened: Opened | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const socket of sockets.splice(0)) socket.destroy();
  opened?.endpoint.close();
  opened = undefined;
});

async function open(config: Partial<EndpointConfig> = {}): Promise<Opened> {
  const all = { ...defaults, ...config };
  const inbox = new Inbox(all.maxPendingBytes);
  const info = vi.fn<ConnectorLog['info']>();
  const error = vi.fn<ConnectorLog['error']>();
  const log = { debug: vi.fn(), info, warn: vi.fn(), error };
  const endpoint = await openEndpoint({ config: all, protocol, inbox, log, now: () => 1_768_478_400_000 });
  const port = Number(info.mock.calls[0]?.[1]?.['port']);
  opened = { endpoint, inbox, port, url: `http://127.0.0.1:${port}`, info, error };
  return opened;
}

const post = (url: string, body = 'a', headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/logs`, { method: 'POST', body, headers });

/** The server that is asked next, when it is asked. */
async function asked(): Promise<Server> {
  const { promise, resolve } = Promise.withResolvers<Server>();
  const see = (message: unknown): void => resolve((message as { readonly server: Server }).server);
  subscribe('http.server.request.start', see);
  return promise.finally(() => unsubscribe('http.server.request.start', see));
}

/** A sender that has begun a request and not ended it. */
async function begun(port: number): Promise<Socket> {
  const isAsked = asked();
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.write(`${head(4)}ab`);
  await isAsked;
  return socket;
}

const head = (length: number): string => `POST /logs HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n\r\n`;

/** What is said first to a request, in lower case. */
async function said(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString().toLowerCase();
}

test('a sender has ten seconds to say what it wants, and a minute for all of it', async () => {
  const { url } = await open();
  const [server] = await Promise.all([asked(), post(url)]);
  expect(server).toMatchObject({ ...timeouts, maxConnections: 7 });
});

test('where it listens is logged', async () => {
  const { info, port } = await open();
  expect(info).toHaveBeenCalledExactlyOnceWith('listening', { transport: 'http', address: '127.0.0.1', port });
  expect(port).toBeGreaterThan(0);
});

describe('a request', () => {
  test('is taken with its records, who sent it and when', async () => {
    const { url, inbox } = await open();
    const response = await post(url, 'stock is low', { 'content-type': 'Text/Plain ; charset=utf-8' });
    expect([response.status, await response.text()]).toEqual([200, 'text/plain: taken']);
    const { value: batch } = await inbox.batches().next();
    expect(Buffer.from(batch?.bytes ?? []).toString()).toBe('stock is low');
    expect(batch).toMatchObject({
      receivedAt: 1_768_478_400_000,
      bounds: new Uint32Array([0, 12]),
      origins: [{ transport: 'http', address: '127.0.0.1', port: expect.any(Number) }],
    });
  });

  test('without records is answered at once', async () => {
    const { url, inbox } = await open({ acknowledge: 'durable' });
    expect((await post(url, '')).status).toBe(200);
    expect(inbox.pendingBytes).toBe(0);
  });

  test('may name more behind its path', async () => {
    const { url } = await open();
    expect((await fetch(`${url}/more?a=b`, { method: 'POST', body: 'a' })).status).toBe(200);
  });

  test.each([
    ['/logs', 'GET', {}, 405, 'has to be a POST'],
    ['/else', 'POST', {}, 404, 'is for /logs or /more'],
    ['/logs', 'POST', { 'content-encoding': 'lzma' }, 415, 'content-encoding lzma is not known here'],
  ])('for %s by %s with %j is refused, and told why', async (path, method, headers, status, why) => {
    const { url, inbox } = await open();
    const response = await fetch(`${url}${path}`, { method, headers });
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(why)]);
    for (const name of ['retry-after', 'www-authenticate']) expect(response.headers.has(name)).toBe(false);
    expect(inbox.pendingBytes).toBe(0);
  });

  test('without a known token is told what to say', async () => {
    const { url } = await open({ tokens: ['token-1'] });
    const response = await post(url);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await response.text()).toMatch(/wants `Authorization: Bearer TOKEN`/);
    expect((await post(url, 'a', { authorization: 'Bearer token-1' })).status).toBe(200);
  });

  test('that comes while too much waits is told to come back', async () => {
    const { url } = await open({ maxPendingBytes: 1 });
    expect((await post(url)).status).toBe(200);
    const response = await post(url);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await response.text()).toMatch(/too much waits already; try again/);
  });

  test('that comes when nothing is taken any more is told to come back', async () => {
    const { url, inbox } = await open();
    inbox.close();
    const response = await post(url);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  });

  test.each([
    ['was received, and is not durable yet', false],
    ['could not be stored; try again', true],
  ])('that %s is told so', async (why, isSettled) => {
    const { url, inbox } = await open({ acknowledge: 'durable', replyWithinMs: isSettled ? 30_000 : 50 });
    const answer = post(url);
    if (isSettled) {
      while (inbox.pendingBytes === 0) await sleep(5);
      inbox.abandon();
    }
    const response = await answer;
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await response.text()).toContain(why);
  });

  test('that is answered leaves no timer behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { port, inbox } = await open({ acknowledge: 'durable' });
    const answer = said(port, `${head(1)}a`);
    const { value: batch } = await inbox.batches().next();
    expect(vi.getTimerCount()).toBe(1);
    await batch?.settle?.({ kind: 'stored' });
    expect(await answer).toMatch(/^http\/1\.1 200 /);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that breaks what takes it ends, and the log says why', async () => {
    const { url, error } = await open();
    await expect(post(url, 'a', { 'content-type': 'text/broken' })).rejects.toThrow();
    expect(error).toHaveBeenCalledExactlyOnceWith('request failed', { reason: 'out of order' });
    expect((await post(url)).status).toBe(200);
  });

  test('whose sender goes away in the middle of it is nothing that failed', async () => {
    const { port, error, endpoint } = await open();
    const socket = await begun(port);
    socket.destroy();
    await endpoint.drain();
    expect(error).not.toHaveBeenCalled();
  });

  test('that is refused before it ends ends its connection, and any other keeps it', async () => {
    const { port } = await open();
    expect(await said(port, `${head(5000)}a`)).toMatch(/^http\/1\.1 413 [^]*connection: close/);
    expect(await said(port, `${head(1)}a`)).toMatch(/^http\/1\.1 200 [^]*connection: keep-alive/);
  });
});

describe('an endpoint that is told to stop', () => {
  test('waits for what is being received', async () => {
    const { endpoint, inbox, port, url } = await open();
    const socket = await begun(port);
    let isDrained = false;
    const drained = endpoint.drain().then(() => (isDrained = true));
    await expect(post(url)).rejects.toThrow();
    expect(isDrained).toBe(false);
    socket.write('cd');
    await drained;
    expect(inbox.pendingBytes).toBe(4);
  });

  test('waits no longer than a second for it', async () => {
    const { endpoint, inbox, port } = await open();
    await begun(port);
    await endpoint.drain();
    expect(inbox.pendingBytes).toBe(0);
  });

  test('waits for nobody who has no request', async () => {
    const { endpoint, url } = await open();
    await (await post(url)).text();
    const first = await Promise.race([endpoint.drain().then(() => 'drained'), nextTurn('still waits')]);
    expect(first).toBe('drained');
  });
});

describe('an endpoint for HTTPS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'app-logs-tls-'));
  const path = (name: string): string => join(folder, name);
  const tls = { keyFile: path('key.pem'), certificateFile: path('cert.pem') };
  let cert = '';
  beforeAll(async () => {
    const generated = await generate([{ name: 'commonName', value: 'localhost' }]);
    cert = generated.cert;
    writeFileSync(tls.keyFile, generated.private);
    writeFileSync(tls.certificateFile, cert);
    writeFileSync(path('broken.pem'), 'nothing of that kind');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('listens with its key and its certificate, and is as patient as any', async () => {
    const { port, info, inbox } = await open({ tls });
    expect(info).toHaveBeenCalledWith('listening', expect.objectContaining({ transport: 'https' }));
    const isAsked = asked();
    const to = { host: '127.0.0.1', port, path: '/logs', method: 'POST' };
    const sending = request({ ...to, ca: cert, checkServerIdentity: () => undefined }).end('a');
    const [response] = (await once(sending, 'response')) as [{ readonly statusCode: number }];
    expect(response.statusCode).toBe(200);
    sending.destroy();
    expect(await isAsked).toMatchObject(timeouts);
    const { value: batch } = await inbox.batches().next();
    expect(batch?.origins).toEqual([{ transport: 'https', address: '127.0.0.1', port: expect.any(Number) }]);
  });

  test.each([
    ['key_file', 'none.pem', { keyFile: path('none.pem') }],
    ['certificate_file', 'none.pem', { certificateFile: path('none.pem') }],
    ['key_file', 'broken.pem', { keyFile: path('broken.pem') }],
    ['certificate_file', 'broken.pem', { certificateFile: path('broken.pem') }],
  ])('names its %s where that is %s', async (key, name, files) => {
    await expect(open({ tls: { ...tls, ...files } })).rejects.toMatchObject({
      code: 'bad_config',
      message: expect.stringContaining(`Cannot use ${key} ${path(name)}: expected a readable PEM file.`),
    });
  });
});
