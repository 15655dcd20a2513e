import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

/** A log of the system in a syslog message of an error. */
function logged(severity: string, precise = ''): Readonly<Record<string, unknown>> {
  const head = '1,2026/01/14 09:12:01,0123,SYSTEM,general,0,2026/01/14 09:12:00,,general,,0,0,general';
  const text = `${head},${severity},Something happened,9,0x0,0,0,0,0,,fw1,0,0,${precise}`;
  const { event, problems } = mapRecord(`<11>Jan 14 09:12:01 fw1 ${text}`);
  expect(problems).toEqual([]);
  return event;
}

test.each([
  ['informational', 1],
  ['low', 2],
  ['medium', 3],
  ['high', 4],
  ['critical', 5],
])('%s is severity %i, whatever the header says', (severity, id) => {
  expect(logged(severity)).toMatchObject({ severity_id: id, message: 'Something happened' });
});

const generated = Date.UTC(2026, 0, 14, 9, 12);

test.each([
  ['2026-01-14T09:12:00.123+00:00', generated + 123],
  ['1971-01-01T00:00:00.000+00:00', Date.UTC(1971, 0, 1)],
  ['1970-01-01T00:00:00.000-08:00', generated],
  ['1969-12-31T16:00:00.000-08:00', generated],
  ['', generated],
])('where the precise time is "%s", the time is %i', (precise, time) => {
  expect(logged('low', precise)['time']).toBe(time);
});
