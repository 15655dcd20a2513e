import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Outcome } from '@sluice/connector';
import { afterEach, describe, expect, test } from 'vitest';
import { receive, type Receiving } from '../../http/receiving.fixture.ts';
import { http } from './stream.ts';

let open: Receiving | undefined;
afterEach(async () => {
  await open?.stop();
  open = undefined;
});

async function start(written: Record<string, unknown> = {}, outcome?: () => Promise<Outcome>): Promise<Receiving> {
  open = await receive(http, written, outcome);
  return open;
}

const post = (url: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers });

describe('a body', () => {
  test.each([
    ['JSON lines', '{"a":1}\n{"b":9007199254740993}\r\n\n', ['{"a":1}', '{"b":9007199254740993}']],
    [
      'a JSON array, whose numbers stay exact',
      ' [ {"a":"]},["} ,\n{"b":9007199254740993}, [1,[2]], 3 ]\n',
      ['{"a":"]},["}', '{"b":9007199254740993}', '[1,[2]]', '3'],
    ],
    ['an empty array', '[]', []],
    ['lines of text', 'one\n two\nthree', ['one', ' two', 'three']],
    ['arrays one after the other', '[1] [2]\n[3]', ['1', '2', '3']],
    ['text that begins with a bracket', '[12:00] one\n[12:01] two', ['[12:00] one', '[12:01] two']],
    ['an object over several lines', '{\n  "a": 1\n}\n', ['{\n  "a": 1\n}']],
    ['nothing', '', []],
    ['strings with escaped quotes', String.raw`["a\"]",{"b":"\\"}]`, [String.raw`"a\"]"`, String.raw`{"b":"\\"}`]],
  ])('may be %s', async (_, body, records) => {
    const { url, records: taken } = await start();
    const response = await post(url, body);
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(taken).toEqual(records);
  });

  test.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ])('may be packed with %s', async (encoding, pack) => {
    const { url, records } = await start();
    const response = await post(url, pack('{"a":1}\n{"a":2}'), { 'content-encoding': encoding });
    expect(response.status).toBe(200);
    expect(records).toEqual(['{"a":1}', '{"a":2}']);
  });

  test.each([
    ['an array without an end', 400, '[{"a":1},', {}],
    ['an object without an end', 400, '{\n"a":1,', {}],
    ['what is not gzip', 400, 'plain', { 'content-encoding': 'gzip' }],
    ['an unknown packing', 415, 'plain', { 'content-encoding': 'lzma' }],
    ['too many bytes', 413, 'x'.repeat(2000), {}],
    ['a bomb', 413, gzipSync(Buffer.alloc(1_000_000)), { 'content-encoding': 'gzip' }],
  ])('that is %s is refused, and nothing of it is taken', async (_, status, body, headers) => {
    const { url, records } = await start({ max_body: '1KiB', max_uncompressed: '10KiB' });
    const response = await post(url, body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/^The request .+\.$/) as string });
    expect(records).toEqual([]);
  });

  test('of which the sender breaks off in the middle is not taken', async () => {
    const { url, records } = await start();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"a":1}\n');
    await sleep(50);
    socket.destroy();
    await once(socket, 'close');
    expect((await post(url, '{"b":2}')).status).toBe(200);
    expect(records).toEqual(['{"b":2}']);
  });
});

describe('an answer', () => {
  test('comes once the records are durable', async () => {
    const stored = Promise.withResolvers<Outcome>();
    const { url, records } = await start({}, () => stored.promise);
    const answer = post(url, '{"a":1}');
    let isAnswered = false;
    void answer.then(() => (isAnswered = true));
    while (records.length === 0) await sleep(5);
    await sleep(50);
    expect(isAnswered).toBe(false);
    stored.resolve({ kind: 'stored' });
    expect((await answer).status).toBe(200);
  });

  test('says to try again where storing failed, or takes too long', async () => {
    const outcomes = [
      Promise.resolve<Outcome>({ kind: 'failed', error: new Error('full') }),
      new Promise<Outcome>(() => undefined),
    ];
    const { url } = await start({ reply_within: '1s' }, () => outcomes.shift() ?? Promise.reject(new Error('no more')));
    const failed = await post(url, '{"a":1}');
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await post(url, '{"a":1}')).status).toBe(503);
  });

  test('comes at once where a crash may cost what was received', async () => {
    const { url } = await start({ acknowledge: 'received' }, () => new Promise(() => undefined));
    expect((await post(url, '{"a":1}')).status).toBe(200);
  });

  test('that is due when reading ends still comes', async () => {
    const stored = Promise.withResolvers<Outcome>();
    const receiving = await start({}, () => stored.promise);
    const answer = post(receiving.url, '{"a":1}');
    while (receiving.records.length === 0) await sleep(5);
    await receiving.stop();
    stored.resolve({ kind: 'stored' });
    expect((await answer).status).toBe(200);
  });
});

describe('a sender', () => {
  test.each([
    ['without a token', undefined, 401],
    ['with a wrong one', 'Bearer wrong', 401],
    ['with another scheme', 'Basic c2VjcmV0LTI=', 401],
    ['with one of the tokens', 'Bearer secret-2', 200],
  ])('%s', async (_, authorization, status) => {
    const { url } = await start({ bearer_tokens: ['secret-1', 'secret-2'] });
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    expect((await post(url, '{"a":1}', headers)).status).toBe(status);
  });

  test.each([
    ['GET', '/', 405],
    ['POST', '/other', 404],
  ])('that says %s %s gets %i', async (method, path, status) => {
    const { url } = await start();
    expect((await fetch(`${url}${path}`, { method })).status).toBe(status);
  });
});

test('an address that others reach wants tokens', async () => {
  const result = await http.config['~standard'].validate({ address: '0.0.0.0' });
  expect(JSON.stringify(result.issues)).toContain('bearer_tokens');
});

test('a port that is taken is named, with what to do', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(receive(http, { port })).rejects.toThrow(
    `Cannot listen on 127.0.0.1:${port}. Another process listens there`,
  );
});

test('requests that wait together go out in one batch, each record with its sender', async () => {
  const { url, batches } = await start();
  await Promise.all(Array.from({ length: 50 }, (_, n) => post(url, `{"n":${n}}`)));
  expect(batches.reduce((sum, { bounds }) => sum + bounds.length / 2, 0)).toBe(50);
  expect(batches[0]?.origins[0]).toMatchObject({ transport: 'http', address: '127.0.0.1' });
});
