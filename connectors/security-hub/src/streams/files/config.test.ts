import { expect, test } from 'vitest';
import { filesConfig } from './config.ts';

async function isTaken(written: Record<string, unknown>): Promise<boolean> {
  return (await filesConfig['~standard'].validate({ paths: ['a.json'], ...written })).issues === undefined;
}

test('only the paths must be said', async () => {
  expect(await filesConfig['~standard'].validate({ paths: ['a.json'] })).toEqual({
    value: { paths: ['a.json'], follow: false, pollMs: 60_000, maxFileBytes: 256 * 1024 * 1024 },
  });
});

test.each([
  ['poll_every', '10ms', '9ms', '1h', '61m'],
  ['max_file', '1KiB', '1023B', '1GiB', '2GiB'],
])('%s is taken from %s (not %s) to %s (not %s)', async (key, least, less, most, more) => {
  const taken = [least, less, most, more].map((value) => isTaken({ [key]: value }));
  expect(await Promise.all(taken)).toEqual([true, false, true, false]);
});

test.each([[{ paths: [] }], [{ paths: [''] }], [{ paths: ['x'.repeat(1025)] }], [{ path: 'a' }]])(
  '%j is refused',
  async (written) => {
    expect(await isTaken(written)).toBe(false);
  },
);

test('a path may be of one letter, and is marked as one, so that what runs it can resolve it', async () => {
  expect(await isTaken({ paths: ['a'] })).toBe(true);
  expect(filesConfig['~standard'].jsonSchema.input({ target: 'draft-2020-12' })).toMatchObject({
    properties: { paths: { items: { format: 'path' } } },
  });
});
