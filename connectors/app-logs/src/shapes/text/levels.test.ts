import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

test.each([
  ['DEBUG5', 1],
  ['DEBUG4', 1],
  ['DEBUG3', 1],
  ['DEBUG2', 1],
  ['DEBUG1', 1],
  ['LOG', 1],
  ['INFO', 1],
  ['WARNING', 3],
  ['ERROR', 4],
  ['FATAL', 4],
  ['PANIC', 5],
])('PostgreSQL says how grave it is: %s', (level, severity) => {
  for (const [who, fields] of [
    ['', { pid: '4711' }],
    [' alice@shop', { pid: '4711', session: 'alice@shop' }],
  ] as const)
    expect(eventOf(`2026-01-15 12:00:00.123 UTC [4711]${who} ${level}:  hello`)).toMatchObject({
      message: 'hello',
      time: Date.UTC(2026, 0, 15, 12, 0, 0, 123),
      severity_id: severity,
      metadata: { log_level: level },
      unmapped: fields,
    });
});

test.each([
  ['System', 1],
  ['Note', 1],
  ['Warning', 3],
  ['Error', 4],
])('MySQL says how grave it is: %s', (level, severity) => {
  expect(eventOf(`2026-01-15T12:00:00.123456Z 12 [${level}] [MY-010055] [Server] hello`)).toMatchObject({
    message: 'hello',
    severity_id: severity,
    metadata: { log_level: level, log_provider: 'Server' },
  });
});

test.each([
  ['.', 'debug', 1],
  ['-', 'verbose', 1],
  ['#', 'warning', 3],
])('Redis says how grave it is by a sign: %s', (sign, level, severity) => {
  expect(eventOf(`1234:M 15 Jan 2026 12:00:00.123 ${sign} hello`)).toMatchObject({
    message: 'hello',
    severity_id: severity,
    metadata: { log_level: level, original_time: '15 Jan 2026 12:00:00.123' },
  });
});

test('where the level stands before the time, the time is kept as it was written', () => {
  expect(eventOf('INFO  2026-01-15 12:00:00,123+0100 hello')).toMatchObject({
    time: Date.UTC(2026, 0, 15, 11, 0, 0, 123),
    timezone_offset: 60,
    severity_id: 1,
    metadata: { log_level: 'INFO', original_time: '2026-01-15 12:00:00,123+0100' },
  });
});

test('a level in brackets may stand between tabs', () => {
  expect(eventOf('2026-01-15 12:00:00\t[error]\thello')).toMatchObject({
    severity_id: 4,
    metadata: { log_level: 'error' },
  });
});
