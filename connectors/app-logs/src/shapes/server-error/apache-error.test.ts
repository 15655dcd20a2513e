import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

const heading = '[Thu Jan 15 12:00:00.500000 2026] [auth_basic:error] [pid 7] [client 192.0.2.7:41022] ';

test.each([
  ['AH01617: user alice: authentication failure for "/a": Password Mismatch', 'authentication failure'],
  ['AH01618: user alice not found: /a', 'not found'],
  ["AH01790: user `alice' in realm `shop a' not found: /a", 'not found'],
  ['AH01792: user alice: password mismatch: /a', 'password mismatch'],
  ['AH01794: user alice: password mismatch: /a', 'password mismatch'],
  ['user alice: authentication failure for "/a": Password Mismatch', 'authentication failure'],
  ['user alice not found: /a', 'not found'],
  ['Digest: user alice: password mismatch: /a', 'password mismatch'],
  ["Digest: user `alice' in realm `shop' not found: /a", 'not found'],
])('a login that failed: %s', (message, reason) => {
  expect(eventOf(heading + message)).toMatchObject({
    class_uid: 3002,
    status_id: 2,
    user: { name: 'alice' },
    src_endpoint: { ip: '192.0.2.7', port: 41_022 },
    status_detail: reason,
    message,
  });
});

test.each([
  'AH01618: user  not found: /a',
  'AH01630: client denied by server configuration: /a',
  'AH01637: Authorization of user alice to access /a failed, reason: file owner dan does not match.',
  'File does not exist: /a/user alice not found: /a',
  'user alice not found in the cache',
])('what names no login that failed is none: %s', (message) => {
  expect(eventOf(heading + message)).toMatchObject({ class_uid: 0, message });
});

test('a time with its offset is read, and the offset kept', () => {
  expect(eventOf('[2026-01-14 09:12:01 +0100] [core:error] [pid 7] AH00037: Symbolic link not allowed')).toMatchObject({
    time: Date.UTC(2026, 0, 14, 8, 12, 1),
    timezone_offset: 60,
  });
});
