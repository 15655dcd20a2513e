import { expect, test } from 'vitest';
import { mapEvent } from './map.ts';

test('a login says who, when, from where and whether it succeeded; what is not known of it is kept', () => {
  const record = { user: 'ada', at: '2026-01-15T10:00:00Z', ip: '192.0.2.10', ok: true, note: 'by badge', door: 7 };
  expect(mapEvent(record)).toEqual({
    class_uid: 3002,
    activity_id: 1,
    severity_id: 1,
    status_id: 1,
    time: 1_768_471_200_000,
    user: { name: 'ada' },
    src_endpoint: { ip: '192.0.2.10' },
    service: { name: 'example-http-api' },
    message: 'by badge',
    unmapped: { door: 7 },
  });
});

test.each([
  [true, 1],
  [false, 2],
  [undefined, 0],
])('a login of which the API says ok: %s has the status %i', (ok, status_id) => {
  expect(mapEvent({ user: 'ada', ok })).toMatchObject({ status_id });
});

test('what a field cannot hold is kept as it came', () => {
  const unmapped = { at: 'yesterday', ip: 7, ok: 'yes', note: ['x'] };
  expect(mapEvent({ user: 'ada', ...unmapped })).toEqual({
    class_uid: 3002,
    activity_id: 1,
    severity_id: 1,
    status_id: 0,
    user: { name: 'ada' },
    service: { name: 'example-http-api' },
    unmapped,
  });
});
