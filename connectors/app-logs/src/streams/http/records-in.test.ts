import { expect, test } from 'vitest';
import { recordsIn } from './records-in.ts';

test('a body holds a million records at most', () => {
  expect(recordsIn(Buffer.from(`[${'1,'.repeat(999_999)}1]`))).toHaveLength(1_000_000);
  expect(() => recordsIn(Buffer.from(`[${'1,'.repeat(1_000_000)}1]`))).toThrow(
    expect.objectContaining({ status: 413, message: 'holds more than 1000000 records; send less at a time' }),
  );
});
