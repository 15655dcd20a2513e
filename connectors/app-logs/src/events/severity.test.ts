import { expect, test } from 'vitest';
import { severityOfName, severityOfNumber, severityOfSyslog } from './severity.ts';

test.each([
  [
    1,
    'trace finest finer fine silly verbose debug dbug debug1 debug2 debug3 debug4 debug5 info information informational config http audit success',
  ],
  [2, 'notice'],
  [3, 'warn warning'],
  [4, 'error err eror severe'],
  [5, 'critical crit alert dpanic'],
  [6, 'fatal emerg emergency panic'],
])('severity %i is that of %s, however it is spelt', (id, names) => {
  for (const name of names.split(' ')) {
    const mixed = name.slice(0, -1) + name.slice(-1).toUpperCase();
    for (const level of [name, name.toUpperCase(), mixed]) expect([level, severityOfName(level)]).toEqual([level, id]);
  }
});

test.each(['', 'loud', ' info', 'x'.repeat(17)])('no logger calls a level %j', (level) => {
  expect(severityOfName(level)).toBeUndefined();
});

test.each([
  [9, undefined],
  [10, 1],
  [39, 1],
  [40, 3],
  [49, 3],
  [50, 4],
  [59, 4],
  [60, 6],
  [69, 6],
  [70, undefined],
  [Number.NaN, undefined],
])('the number %d of pino is severity %s', (level, id) => {
  expect(severityOfNumber(level)).toBe(id);
});

test.each([
  [0, 6],
  [1, 5],
  [2, 5],
  [3, 4],
  [4, 3],
  [5, 2],
  [6, 1],
  [7, 1],
  [8, undefined],
  [-1, undefined],
  [1.5, undefined],
  [Number.NaN, undefined],
])('the number %d of syslog is severity %s', (level, id) => {
  expect(severityOfSyslog(level)).toBe(id);
});
