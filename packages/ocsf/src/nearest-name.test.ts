import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const known = ['src_endpoint', 'dst_endpoint', 'user', 'device'];

test('finds the name that was meant', () => {
  expect(nearestName('src_endpiont', known)).toBe('src_endpoint');
  expect(nearestName('USER', known)).toBe('user');
  expect(nearestName('devices', known)).toBe('device');
});

test('finds none where none is close, or the word is too long to be a slip', () => {
  expect(nearestName('observables', known)).toBeUndefined();
  expect(nearestName('x', known)).toBeUndefined();
  expect(nearestName('u'.repeat(10_000), known)).toBeUndefined();
});
