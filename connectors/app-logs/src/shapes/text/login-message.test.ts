import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';

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
  ['Failed Login: username=alice ip=192.0.2.7', 'alice', 2, '192.0.2.7'],
  ['Successful Login: username=alice ip=192.0.2.7 method=standard', 'alice', 1, '192.0.2.7'],
  ["Unsuccessful 1FA authentication attempt by user 'alice'", 'alice', 2, undefined],
  ["Successful 1FA authentication attempt made by user 'alice'", 'alice', 1, undefined],
  ['Login failed for user `alice` from private IP `192.0.2.7`.', 'alice', 2, '192.0.2.7'],
  ["Login failed for user 'alice'. Reason: no such login. [CLIENT: 192.0.2.7]", 'alice', 2, '192.0.2.7'],
  ['User alice logged in successfully. IP: 192.0.2.7', 'alice', 1, '192.0.2.7'],
  ['User "alice" successfully authenticated from 192.0.2.7.', 'alice', 1, '192.0.2.7'],
  ['Successfully authenticated as principal alice on admin from client 192.0.2.7:41022', 'alice', 1, '192.0.2.7'],
  [
    'SASL SCRAM-SHA-1 authentication failed for alice on admin from client 192.0.2.7:41022 ; x',
    'alice',
    2,
    '192.0.2.7',
  ],
  ['Failed to authenticate alice@admin with mechanism MONGODB-CR: AuthenticationFailed', 'alice', 2, undefined],
  ['Login failed: alice (Remote IP: 192.0.2.7)', 'alice', 2, '192.0.2.7'],
  ['Username or password is incorrect. Try again. IP: 192.0.2.7. Username: alice.', 'alice', 2, '192.0.2.7'],
  ['Authentication attempt from 192.0.2.7 for user "alice" failed.', 'alice', 2, '192.0.2.7'],
  ['Authentication attempt from [192.0.2.7, 192.0.2.8] for user "alice" failed.', 'alice', 2, '192.0.2.8'],
  ["password doesn't match for /git/ username: alice, IP: 192.0.2.7", 'alice', 2, '192.0.2.7'],
  ['User logged in: alice', 'alice', 1, undefined],
  ['[network-1]: Successfully authenticated client: authenticationID=alice; authorizationID=a.', 'alice', 1, undefined],
  ['Successfully authenticated client: authenticationID=alice; authorizationID=a.', 'alice', 1, undefined],
  ['connection authorized: user=alice database=shop', 'alice', 1, undefined],
  ['connection authorized: user=alice', 'alice', 1, undefined],
  ['password authentication failed for user "alice"', 'alice', 2, undefined],
  ['LDAP authentication failed for user "alice"', 'alice', 2, undefined],
  ["Access denied for user 'alice'@'192.0.2.7' (using password: YES)", 'alice', 2, '192.0.2.7'],
  ['PAM Authentication failed (alice@192.0.2.7): [PAM Error 7]', 'alice', 2, '192.0.2.7'],
])('a message that says a logon is one: %s', (msg, name, status, ip) => {
  const event = eventOf(JSON.stringify({ msg }));
  expect(event).toMatchObject({ class_uid: 3002, activity_id: 1, status_id: status, user: { name }, message: msg });
  expect((event['src_endpoint'] as { ip?: string } | undefined)?.ip).toBe(ip);
});

test.each([
  'User alice logged out',
  'User alice has been signed off.',
  'User logged out: alice',
  'user alice logged out because of idleness',
])('a message that says a logoff is one: %s', (msg) => {
  expect(eventOf(JSON.stringify({ msg }))).toMatchObject({
    class_uid: 3002,
    activity_id: 2,
    status_id: 1,
    user: { name: 'alice' },
  });
});

test.each([
  'Login failed: database is locked',
  'Login failed: timeout',
  'Invalid login: timeout',
  'Login successful: cache.',
  'Successful login: cache.',
  'Login failed for the user',
  'Login page loaded for user alice',
  'Authentication failed for service backup of alice',
  'Authentication provider for user alice is slow',
  'User alice logged in file app.txt what nobody reads',
  'User logged in',
  'User {UserName} logged in',
  'Login failed: database is locked (Remote IP: 192.0.2.7)',
  'Authentication attempt from 192.0.2.7 for user "null" failed.',
  'Unsuccessful attempt of user alice',
  'password is old',
  'Failed to log in to the database for user alice',
  'Nobody says that user alice logged in',
  'authentication failed',
])('a message that only sounds like it is none: %s', (msg) => {
  expect(eventOf(JSON.stringify({ msg }))).toMatchObject({ class_uid: 0, message: msg });
});

test.each(['user', 'account', 'the', 'a', 'an', 'unknown', 'Unknown', 'null', 'undefined'])(
  'somebody who is called "%s" has no name',
  (name) => {
    const failed = (user: string): Event => eventOf(JSON.stringify({ msg: `Login failed for user "${user}"` }));
    expect(failed(name)).toMatchObject({ class_uid: 0 });
    expect(failed(`${name}1`)).toMatchObject({ class_uid: 3002, user: { name: `${name}1` } });
  },
);

test('of a long message whole words among the first 400 characters are looked at', () => {
  const said = (ip: string, end: number): Event => {
    const msg = `${`Login failed for user alice. `.padEnd(end - ` from ${ip}`.length, 'x')} from ${ip} and more`;
    return eventOf(JSON.stringify({ msg }));
  };
  expect(said('192.0.2.17', 400)).toMatchObject({ user: { name: 'alice' }, src_endpoint: { ip: '192.0.2.17' } });
  expect(said('192.0.2.17', 401)).toMatchObject({ user: { name: 'alice' } });
  expect(said('192.0.2.17', 401)).not.toHaveProperty('src_endpoint');
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

test('the port of the client is said beside its address', () => {
  const msg = 'Successfully authenticated as principal alice on admin from client 192.0.2.7:41022';
  expect(eventOf(JSON.stringify({ msg }))).toMatchObject({ src_endpoint: { ip: '192.0.2.7', port: 41_022 } });
});

test.each(['failed login attempt', 'login attempt failed', 'invalid credentials', 'Invalid username or password'])(
  'a message "%s" is of whom a field names',
  (msg) => {
    const login = { class_uid: 3002, activity_id: 1, status_id: 2 };
    expect(eventOf(JSON.stringify({ msg, user: 'alice' }))).toMatchObject({ ...login, user: { name: 'alice' } });
    expect(eventOf(JSON.stringify({ msg, email: 'a@example.com' }))).toMatchObject({
      ...login,
      user: { name: 'a@example.com' },
    });
    expect(eventOf(JSON.stringify({ msg, context: { username: 'alice' } }))).toMatchObject({
      ...login,
      user: { name: 'alice' },
    });
    expect(eventOf(JSON.stringify({ msg, context: { user: 'alice' } }))).toMatchObject({ user: { name: 'alice' } });
  },
);

test.each(['Successful Login', 'auth login success'])('a message "%s" is of whom a field names', (msg) => {
  for (const name of ['uname', 'User'])
    expect(eventOf(JSON.stringify({ msg, [name]: 'alice' }))).toMatchObject({
      class_uid: 3002,
      status_id: 1,
      user: { name: 'alice' },
    });
});

test('a user who is not known is nobody', () => {
  for (const field of [{ userId: 0 }, { userId: 'null' }, { user: 'null' }, { user: 'undefined' }, { user: '--' }])
    expect(eventOf(JSON.stringify({ msg: 'Invalid username or password', ...field }))['class_uid']).toBe(0);
});

test("the values of Serilog's template stand in their places where a login is looked for", () => {
  const template = 'User {@Name,-8:l} logged in from {Address}';
  const record = { '@t': '2026-01-15T12:00:00Z', '@mt': template, Name: 'alice', Address: '192.0.2.7' };
  expect(eventOf(JSON.stringify(record))).toMatchObject({
    class_uid: 3002,
    message: template,
    user: { name: 'alice' },
    src_endpoint: { ip: '192.0.2.7' },
  });
  expect(eventOf(JSON.stringify({ ...record, '@mt': 'User {Number} logged in', Number: 7 }))).toMatchObject({
    user: { name: '7' },
  });
  expect(eventOf(JSON.stringify({ ...record, '@m': 'User bob logged in' }))).toMatchObject({ user: { name: 'bob' } });
  for (const unknown of ['User {Nobody} logged in', 'User {constructor} logged in'])
    expect(eventOf(JSON.stringify({ ...record, '@mt': unknown }))).toMatchObject({ class_uid: 0, message: unknown });
  expect(eventOf(JSON.stringify({ ...record, Name: {} }))).toMatchObject({ class_uid: 0 });
  const long = 'User {Name} logged in. '.padEnd(1024, '.');
  expect(eventOf(JSON.stringify({ ...record, '@mt': long }))).toMatchObject({ user: { name: 'alice' } });
  expect(eventOf(JSON.stringify({ ...record, '@mt': `${long}.` }))).toMatchObject({ class_uid: 0 });
});

test('of a long message as many whole words are looked at as fit 400 characters', () => {
  const begin = 'User alice logged in: ';
  const end = ' from 192.0.2.7';
  const whole = begin + '.'.repeat(400 - begin.length - end.length) + end;
  const loginOf = (msg: string): Record<string, unknown> => eventOf(JSON.stringify({ msg }));
  expect(loginOf(whole)).toMatchObject({ user: { name: 'alice' }, src_endpoint: { ip: '192.0.2.7' } });
  // One more, and it would be half of the address.
  expect(loginOf(`${whole}1`)).toMatchObject({ user: { name: 'alice' } });
  expect(loginOf(`${whole}1`)).not.toHaveProperty('src_endpoint');
});
