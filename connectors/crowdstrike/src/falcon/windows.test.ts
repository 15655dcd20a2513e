import { expect, test } from 'vitest';
import { integrityId, isSystemSid, sidOf, statusCode, statusMeaning, userType } from './windows.ts';

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

test.each([
  [0xc000_0064, 'user name does not exist'],
  [0xc000_006a, 'password is wrong'],
  [0xc000_006d, 'user name or the authentication information'],
  [0xc000_006e, 'restriction'],
  [0xc000_006f, 'at this time'],
  [0xc000_0070, 'from this workstation'],
  [0xc000_0071, 'password has expired'],
  [0xc000_0072, 'account is disabled'],
  [0xc000_0133, 'clocks'],
  [0xc000_015b, 'type of logon'],
  [0xc000_0192, 'Netlogon'],
  [0xc000_0193, 'account has expired'],
  [0xc000_0224, 'has to be changed'],
  [0xc000_0234, 'locked'],
  [0xc000_0413, 'authentication policy'],
])('%i is told in words: %s', (status, words) => {
  expect(statusMeaning(status)).toContain(words);
});

test('a status is of eight digits', () => {
  expect(statusCode(5)).toBe('0x00000005');
});

test('the system has accounts of its own, by their SIDs', () => {
  const own = ['S-1-5-18', 'S-1-5-19', 'S-1-5-20', 'S-1-5-80-1-2', 'S-1-5-90-0-1', 'S-1-5-96-0-1'];
  expect(own.every(isSystemSid)).toBe(true);
  const others = ['S-1-5-21-1-2-3-500', 'S-1-5-80-', 'S-1-5-7', 'S-1-5-181', 'S-1-5-32-544'];
  expect(others.some(isSystemSid)).toBe(false);
});

test('the groups of BUILTIN have the relative ids 544 to 583', () => {
  const ids = ['0000021F', '00000220', '00000247', '00000248'].map((rid) => sidOf('S-1-5-21-1-2-3', rid));
  expect(ids).toEqual(['S-1-5-21-1-2-3-543', 'S-1-5-32-544', 'S-1-5-32-583', 'S-1-5-21-1-2-3-584']);
});

test('integrity levels of Windows have ids in OCSF', () => {
  const levels = [0, 4096, 8192, 8448, 12_288, 16_384, 20_480, 1];
  expect(levels.map((level) => integrityId(level))).toEqual([1, 2, 3, 3, 4, 5, 6, undefined]);
});
