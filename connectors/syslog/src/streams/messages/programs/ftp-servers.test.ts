import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test('a connection begins when the text says, or else when the header does', () => {
  const opened = (at: string): object => said(`ftpd[9]: connection from 192.0.2.7 (pc7)${at}`);
  expect(opened(' at Tue Jan 13 08:00:00 2026')).toMatchObject({
    time: Date.UTC(2026, 0, 13, 8),
    metadata: { original_time: 'Tue Jan 13 08:00:00 2026' },
  });
  expect(opened('')).toMatchObject({ time: Date.UTC(2026, 0, 14, 9, 12, 1) });
  expect(opened(' at some time of day')).toMatchObject({ time: Date.UTC(2026, 0, 14, 9, 12, 1) });
});

test.each([
  ['USER a: no such user found', 'a'],
  ['USER alice: no such user found from 192.0.2.7 [192.0.2.7] to 198.51.100.1:21', 'alice'],
])('%s names %s', (text, name) => {
  expect(said(`proftpd[9]: ftp1 (pc7[192.0.2.7]) - ${text}`)).toMatchObject({
    class_uid: 3002,
    status_id: 2,
    status_detail: 'USER_DOES_NOT_EXIST',
    user: { name },
    src_endpoint: { ip: '192.0.2.7' },
  });
});

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 ${text}`);
  expect(problems).toEqual([]);
  return event;
}
