import { expect, test } from 'vitest';
import { facilityName, readLevel, readPriority, severityName } from './priority.ts';

test('a priority is a number up to 191 in angle brackets', () => {
  expect(readPriority('<0>x')).toEqual({ value: 0, end: 3 });
  expect(readPriority('<191>x')).toEqual({ value: 191, end: 5 });
  for (const text of ['', 'x', '<>x', '<192>x', '<0191>x', '<1', '<-1>x', '<1:>x', '<1/>x', '13>x'])
    expect(readPriority(text), text).toBeUndefined();
});

test('facilities and severities have the names of RFC 5424', () => {
  const names = 'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp audit alert clock';
  const local = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => `local${number}`);
  expect(Array.from({ length: 24 }, (_, number) => facilityName(number))).toEqual([...names.split(' '), ...local]);
  const severities = 'emerg alert crit err warning notice info debug'.split(' ');
  expect(Array.from({ length: 8 }, (_, number) => severityName(number))).toEqual(severities);
  expect([facilityName(24), severityName(8)]).toEqual([undefined, undefined]);
});

test.each<[string, number | undefined]>([
  ['kern.emerg x', 0],
  ['auth.info x', 38],
  ['<local7.debug> x', 191],
  ['daemon.warn x', 28],
  ['daemon.error x', 27],
  ['daemon.panic x', 24],
  ['authpriv.warning x', 84],
  ['nobody.info x', undefined],
  ['auth.loud x', undefined],
  ['auth.info', undefined],
  ['auth-info x', undefined],
])('the priority in words of %s is %s', (text, expected) => {
  const end = text.lastIndexOf(' ') + 1;
  expect(readLevel(text, 0)).toEqual(expected === undefined ? undefined : { value: expected, end });
  expect(readLevel(`host ${text}`, 5)).toEqual(expected === undefined ? undefined : { value: expected, end: end + 5 });
});
