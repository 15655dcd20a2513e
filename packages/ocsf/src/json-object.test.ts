import { expect, test } from 'vitest';
import { copyOfJson } from './json-object.ts';

test('a copy of plain data is equal and shares nothing', () => {
  const inner = { uid: 'a', size: 2n ** 60n };
  const given = { first: inner, second: inner, list: [inner, null, 'text', 1.5, true, undefined] };
  const copy = copyOfJson(given);
  expect(copy).toEqual(given);
  expect(copy.first).not.toBe(inner);
  expect(copy.second).not.toBe(copy.first);
  expect(copy.list[0]).not.toBe(inner);
});

test('a key that names the prototype stays a key', () => {
  const given: unknown = JSON.parse('{"__proto__": {"is_admin": true}, "uid": "a"}');
  const copy = copyOfJson(given);
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"is_admin":true},"uid":"a"}');
  expect(copy).not.toHaveProperty('is_admin');
});
