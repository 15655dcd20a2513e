import { expect, test } from 'vitest';
import { commonLogOffset, commonLogTime } from './common-log.ts';

test('the time of an access log counts its zone', () => {
  expect(new Date(commonLogTime('10/Oct/2000:13:55:36 -0700')).toISOString()).toBe('2000-10-10T20:55:36.000Z');
  expect(commonLogOffset('10/Oct/2000:13:55:36 -0700')).toBe(-420);
});

test.each([
  '31/Feb/2025:13:55:36 +0000',
  '10/Okt/2000:13:55:36 -0700',
  '10/Oct/2000:25:55:36 -0700',
  '10/Oct/2000:13:55:36 -9900',
  '10/Oct/2000:13:55:36      ',
  '10/Oct/20',
  '',
])('"%s" is no time', (text) => {
  expect(commonLogTime(text)).toBeNaN();
});
