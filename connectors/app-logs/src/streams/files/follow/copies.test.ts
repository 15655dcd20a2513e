import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginsLike, compareWithTrace, isPackedNameOf, isRotatedName, isTelling, type Trace } from './copies.ts';
import type { FoundFile } from './discover.ts';
import { Head } from './fingerprint.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-copies-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array | string): Promise<FoundFile> {
  const path = join(folder, 'copy');
  await writeFile(path, bytes);
  const { size, mtimeMs } = await stat(path);
  return { id: '1:1', path, size, modifiedMs: mtimeMs };
}

const text = Array.from({ length: 200 }, (_, line) => `line ${line} of the log\n`).join('');

/** Of a file of these words that was read up to an offset. */
function traceOf(words: string, offset = words.length): Trace {
  const bytes = Buffer.from(words);
  return {
    head: new Head(bytes.subarray(0, 1024)),
    offset,
    tail: bytes.subarray(Math.max(0, offset - 256), offset),
  };
}

test.each<[says: string, copy: string, trace: Trace, likeness: string]>([
  ['all that was read', text, traceOf(text), 'copy'],
  ['more than was read', `${text}more\n`, traceOf(text), 'copy'],
  ['1,024 bytes', text.slice(0, 1024), traceOf(text, 1024), 'copy'],
  ['less than was read', text.slice(0, 2000), traceOf(text), 'perhaps'],
  ['something else from the first byte on', `x${text.slice(1)}`, traceOf(text), 'other'],
  ['something else in what was read last', `${text.slice(0, -9)}x${text.slice(-8)}`, traceOf(text), 'other'],
  ['what was too little to tell', text.slice(0, 1023), traceOf(text.slice(0, 1023)), 'other'],
  ['what was never read', text, { ...traceOf(text), tail: new Uint8Array(0) }, 'other'],
  ['a part of what was never read', text.slice(0, 2000), { ...traceOf(text), tail: new Uint8Array(0) }, 'other'],
])('a file that says %s is: %#', async (_, copy, trace, likeness) => {
  expect(await compareWithTrace(await fileOf(copy), trace, false)).toBe(likeness);
});

test.each<[says: string, copy: string, trace: Trace, likeness: string]>([
  ['all that was read', text, traceOf(text), 'copy'],
  ['all of little', 'a\n', traceOf('a\n'), 'copy'],
  ['a part of the beginning', text.slice(0, 500), traceOf(text), 'perhaps'],
  ['less than was read', text.slice(0, 2000), traceOf(text), 'perhaps'],
  ['something else', `x${text.slice(1)}`, traceOf(text), 'other'],
  ['something', text, traceOf(''), 'other'],
])('a compressed file that says %s is: %#', async (_, copy, trace, likeness) => {
  expect(await compareWithTrace(await fileOf(gzipSync(copy)), trace, true)).toBe(likeness);
});

test('a whole head of 1,024 bytes tells a file', async () => {
  const found = await fileOf(text);
  expect(await beginsLike(found, traceOf(text).head)).toBe(true);
  expect(await beginsLike(found, new Head(Buffer.from(text.slice(0, 1023))))).toBe(false);
  expect(await beginsLike(found, traceOf(`x${text}`).head)).toBe(false);
  expect([isTelling({ offset: 1023 }), isTelling({ offset: 1024 })]).toEqual([false, true]);
});

test.each([
  ['/v/app.log.1', true],
  ['/v/app.log-20260115', true],
  ['/v/app-20260115.log', true],
  ['/v/app.log', false],
  ['/v/ap.log', false],
  ['/w/app.log.1', false],
  ['/v/other.log.1', false],
  ['/v/app-20260115.txt', false],
])('%s is what a rotation makes of app.log: %s', (path, is) => {
  expect(isRotatedName(path, '/v/app.log')).toBe(is);
});

test('a name without an extension is rotated by what stands behind it', () => {
  expect([isRotatedName('/v/app.1', '/v/app'), isRotatedName('/v/b', '/v/app')]).toEqual([true, false]);
});

test.each([
  ['/v/app.log.1.gz', '/v/app.log', true],
  ['/v/app.log.2.gz', '/v/app.log.1', true],
  ['/old/app.log.1.gz', '/v/app.log', true],
  ['/v/app-20260115.log.gz', '/v/app.log', true],
  ['/v/app.log.20260115-120000.gz', '/v/app.log', true],
  ['/v/app.log.old.gz', '/v/app.log', true],
  ['/v/other.log.1.gz', '/v/app.log', false],
  ['/v/app.txt.1.gz', '/v/app.log', false],
])('%s may be the compressed %s: %s', (path, original, is) => {
  expect(isPackedNameOf(path, original)).toBe(is);
});
