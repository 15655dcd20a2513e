import { expect, test } from 'vitest';
import { systemError } from './disk.fixture.ts';
import { readAround, type ReadAt } from './read-around.ts';

const file = Buffer.alloc(20_000, 7);

/** A disk whose sector at 8192 cannot be read. */
const broken: ReadAt = async (position, length) => {
  if (position < 12_288 && position + length > 8192) throw systemError('EIO');
  return new Uint8Array(file.subarray(position, position + length));
};

test('a sector that cannot be read comes as zeros, and everything around it as it is', async () => {
  const expected = Buffer.from(file);
  expected.fill(0, 8192, 12_288);
  expect(Buffer.from(await readAround(broken, 0, 20_000))).toEqual(expected);
  expect(Buffer.from(await readAround(broken, 100, 9000))).toEqual(expected.subarray(100, 9100));
});

test('a read beyond the end gives what there is', async () => {
  expect(await readAround(broken, 12_288, 100_000)).toHaveLength(20_000 - 12_288);
  expect(await readAround(broken, 0, 100_000)).toHaveLength(20_000);
});

test('other errors are thrown', async () => {
  const gone: ReadAt = () => Promise.reject(systemError('EBADF'));
  await expect(readAround(gone, 0, 10)).rejects.toThrow('EBADF');
});
