import { expect, test } from 'vitest';
import { isPackedNameOf, isRotatedName } from './copies.ts';

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
