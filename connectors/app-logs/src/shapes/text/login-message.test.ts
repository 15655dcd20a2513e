import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

test.each([
  ['Login failed for user "alice" from 192.0.2.7 port 22', 'alice', 2, '192.0.2.7'],
  ["Login failed for user 'sa'. Reason: Password did not match", 'sa', 2, undefined],
  ['Failed login attempt by alice@example.com from IP 2001:db8::7', 'alice@example.com', 2, '2001:db8::7'],
  ['Invalid login for account CORP\\alice', 'CORP\\alice', 2, undefined],
  ['Authentication failure for user: alice (bad password)', 'alice', 2, undefined],
  ['Authentication succeeded for alice', 'alice', 1, undefined],
  ['Login successful: user=alice', 'alice', 1, undefined],
  ['User alice has successfully logged in via SSO', 'alice', 1, undefined],
  ['user `alice` signed in', 'alice', 1, undefined],
  ['User alice logged on at 12:00', 'alice', 1, undefined],
])('a message that says a logon is one: %s', (msg, name, status, ip) => {
  const event = eventOf(JSON.stringify({ msg }));
  expect(event).toMatchObject({ class_uid: 3002, activity_id: 1, status_id: status, user: { name }, message: msg });
  expect((event['src_endpoint'] as { ip?: string } | undefined)?.ip).toBe(ip);
});

test.each(['User alice logged out', 'User alice has been signed off.', 'user alice logged out because of idleness'])(
  'a message that says a logoff is one: %s',
  (msg) => {
    expect(eventOf(JSON.stringify({ msg }))).toMatchObject({
      class_uid: 3002,
      activity_id: 2,
      user: { name: 'alice' },
    });
  },
);

test.each([
  'Login failed: database is locked',
  'Login failed for the user',
  'Login page loaded for user alice',
  'Authentication failed for service backup of alice',
  'Authentication provider for user alice is slow',
  'User alice logged in file app.txt what nobody reads',
  'User logged in',
  'Failed to log in to the database for user alice',
  'Nobody says that user alice logged in',
  'authentication failed',
])('a message that only sounds like it is none: %s', (msg) => {
  expect(eventOf(JSON.stringify({ msg }))).toMatchObject({ class_uid: 0, message: msg });
});

test('what fields say of the user and the address stands before what the message says', () => {
  const record = { msg: 'Login failed for user alice from 192.0.2.7', user: 'ALICE', ip: '192.0.2.8' };
  expect(eventOf(JSON.stringify(record))).toMatchObject({ user: { name: 'ALICE' }, src_endpoint: { ip: '192.0.2.8' } });
});

test('a message of many blanks or of one long word is judged at once', () => {
  for (const msg of [`Login failed for user ${'a'.repeat(60_000)}`, `User ${' '.repeat(60_000)} logged in`])
    expect(eventOf(JSON.stringify({ msg }))).toMatchObject({ class_uid: 0 });
});

test('a word that may be a login says one in a sentence only, where fields name the user', () => {
  expect(eventOf(JSON.stringify({ msg: 'login', user: 'alice' }))).toMatchObject({ class_uid: 0 });
  expect(eventOf(JSON.stringify({ msg: 'login failed', user: 'alice' }))).toMatchObject({
    class_uid: 3002,
    status_id: 2,
  });
  expect(eventOf(JSON.stringify({ msg: 'login failed', user_id: 'u-1' }))).toMatchObject({ user: { uid: 'u-1' } });
});

test("whoever comes from the database's own machine comes from no address", () => {
  const denied = (host: string): unknown =>
    eventOf(`Access denied for user 'root'@'${host}' (using password: YES)`)['src_endpoint'];
  expect(denied('localhost')).toBeUndefined();
  expect(denied('pc1.example.com')).toEqual({ hostname: 'pc1.example.com' });
  expect(denied('192.0.2.7')).toEqual({ ip: '192.0.2.7' });
});

test('what a record says of its login itself is not asked of its message', () => {
  const event = { category: 'authentication', outcome: 'success', action: 'password-change' };
  expect(eventOf(JSON.stringify({ event, msg: 'Login failed for user alice' }))).toMatchObject({ class_uid: 0 });
});
