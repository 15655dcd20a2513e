import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DeadLetterBuffer } from './dead-letter-buffer.ts';
import { rawOf, type DeadLetter } from './dead-letter.ts';

const letter = (raw: string): DeadLetter => ({
  reason: 'malformed_json',
  detail: 'not JSON',
  stage: 'decode',
  pipeline: 'office',
  connector: 'list',
  connector_version: '1.0.0',
  stream: 'lines',
  received_at: '2026-03-01T10:00:00.000Z',
  origin: { transport: 'list' },
  raw,
});

test('megabytes of letters are one frame, so that a reader which stops after the first reads them all', async () => {
  const buffer = new DeadLetterBuffer();
  for (let i = 0; i < 3000; i++) buffer.add(letter(`${i} ${'x'.repeat(1000)}`));
  expect(buffer.memoryBytes).toBeGreaterThan(3_000_000);
  const { bytes, letters } = await buffer.seal('office', 'range', '20260301');
  const lines = zstdDecompressSync(bytes).toString().trim().split('\n');
  expect(letters).toBe(3000);
  expect(lines).toHaveLength(3000);
  expect(JSON.parse(lines[2999] ?? '')).toMatchObject({
    reason: 'malformed_json',
    raw: expect.stringMatching(/^2999 /),
  });
});

test('the key follows from pipeline, range and records', async () => {
  const keyOf = async (pipeline: string, range: string, raw: string): Promise<string> => {
    const buffer = new DeadLetterBuffer();
    buffer.add(letter(raw));
    return (await buffer.seal(pipeline, range, '20260301')).key;
  };
  const key = await keyOf('office', 'a', 'x');
  expect(key).toMatch(/^office\/20260301\/[0-9a-f]{32}\.ndjson\.zst$/);
  expect(await keyOf('office', 'a', 'x')).toBe(key);
  const others = [await keyOf('shop', 'a', 'x'), await keyOf('office', 'b', 'x'), await keyOf('office', 'a', 'y')];
  for (const other of others) expect(other.slice(-44)).not.toBe(key.slice(-44));
});

test('a record is kept whole, as text where it is text', () => {
  expect(rawOf(Buffer.from('grüße'))).toEqual({ raw: 'grüße' });
  expect(rawOf(Uint8Array.of(0xff, 0x00, 0x41))).toEqual({ raw_base64: '/wBB' });
});
