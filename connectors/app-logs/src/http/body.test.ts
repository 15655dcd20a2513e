import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readBody } from './body.ts';

const text = 'stock is low';

function read(body: Uint8Array | string, headers: Record<string, string>, limits = {}): Promise<Buffer> {
  // What is read of a request: its headers and its bytes.
  const request = Object.assign(Readable.from([Buffer.from(body)]), { headers }) as Readable as IncomingMessage;
  return readBody(request, { maxBodyBytes: 1000, maxUncompressedBytes: 1000, ...limits });
}

test.each<[encoding: string, body: Uint8Array | string]>([
  ['identity', text],
  ['gzip', gzipSync(text)],
  ['x-gzip', gzipSync(text)],
  ['deflate', deflateSync(text)],
  ['br', brotliCompressSync(text)],
  ['zstd', zstdCompressSync(text)],
  [' GZIP ', gzipSync(text)],
])('a body may be packed by %s', async (encoding, body) => {
  expect(String(await read(body, { 'content-encoding': encoding }))).toBe(text);
});

test('a body is as it came where no encoding is named', async () => {
  expect(String(await read(text, {}))).toBe(text);
});

test('an encoding that is not known is refused, and named in forty letters', async () => {
  await expect(read(text, { 'content-encoding': 'x'.repeat(50) })).rejects.toMatchObject({
    name: 'Refusal',
    status: 415,
    message: `content-encoding ${'x'.repeat(40)} is not known here; send gzip, zstd, deflate, br or none`,
  });
});

test('what is not what its encoding says is refused with the cause', async () => {
  await expect(read(text, { 'content-encoding': 'gzip' })).rejects.toMatchObject({
    status: 400,
    message: 'is not gzip',
    cause: expect.objectContaining({ code: 'Z_DATA_ERROR' }),
  });
});

test('a body may be as large as its limit, as it comes and as it unpacks', async () => {
  const limit = { maxBodyBytes: 12, maxUncompressedBytes: 12 };
  expect(String(await read(text, { 'content-length': '12' }, limit))).toBe(text);
  await expect(read(text, { 'content-length': '13' }, limit)).rejects.toMatchObject({ status: 413 });
  await expect(read(`${text}!`, {}, limit)).rejects.toMatchObject({
    status: 413,
    message: 'is larger than 12 bytes; send less at a time',
  });
  const packed = { 'content-encoding': 'gzip' };
  expect(String(await read(gzipSync(text), packed, { maxUncompressedBytes: 12 }))).toBe(text);
  await expect(read(gzipSync(`${text}!`), packed, { maxUncompressedBytes: 12 })).rejects.toMatchObject({
    status: 413,
    message: 'unpacks to more than 12 bytes',
  });
});

test('an empty body is one, whatever the limit', async () => {
  expect(await read('', {}, { maxBodyBytes: 0 })).toHaveLength(0);
});
