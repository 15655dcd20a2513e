import { expect, test } from 'vitest';
import { sidOf, statusCode, statusMeaning, userType } from './windows.ts';

test('a status is written as Windows writes it, whatever its sign', () => {
  expect(statusCode(3_221_225_581)).toBe('0xC000006D');
  expect(statusCode(-1_073_741_715)).toBe('0xC000006D');
  expect(statusMeaning(3_221_225_572)).toBe('The user name does not exist');
  expect(statusMeaning(5)).toBeUndefined();
});

test('a relative id is one of its domain, or of BUILTIN', () => {
  expect(sidOf('S-1-5-21-1-2-3', '000003E9')).toBe('S-1-5-21-1-2-3-1001');
  expect(sidOf('S-1-5-21-1-2-3', '00000220')).toBe('S-1-5-32-544');
  expect(sidOf('nonsense', '00000220')).toBeUndefined();
  expect(sidOf('S-1-5-21-1-2-3', '544')).toBeUndefined();
});

test('the kind of user follows from its SID first', () => {
  expect(userType('S-1-5-18', '1')).toBe(3);
  expect(userType('S-1-5-21-1-2-3-500', '1')).toBe(2);
  expect(userType('S-1-5-21-1-2-3-1001', '0')).toBe(1);
  expect(userType(undefined, undefined)).toBeUndefined();
});
