import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const missing = 'USER_DOES_NOT_EXIST';
const tooMany = 'Too many authentication failures';
const from = 'from 192.0.2.7 port 4711';

/** What sshd says of a logon, with its outcome, reason and user. */
test.each<[string, number, string | undefined, string]>([
  [`Accepted password for alice ${from} ssh2`, 1, undefined, 'alice'],
  [`Failed password for alice ${from} ssh2`, 2, 'INVALID_CREDENTIALS', 'alice'],
  [`Failed password for invalid user alice ${from} ssh2`, 2, missing, 'alice'],
  [`Failed password for illegal user alice ${from} ssh2`, 2, missing, 'alice'],
  [`Failed password for a from b ${from} ssh2`, 2, 'INVALID_CREDENTIALS', 'a from b'],
  [`Failed none for <invalid username> ${from} ssh2`, 2, missing, 'unknown'],
  [`Postponed publickey for alice ${from} ssh2`, 0, 'Postponed: the sender was asked for more', 'alice'],
  [`Partial publickey for alice ${from} ssh2`, 0, 'Partial: another method is required', 'alice'],
  [`Invalid user alice ${from}`, 2, missing, 'alice'],
  [`Illegal user alice ${from}`, 2, missing, 'alice'],
  ['input_userauth_request: invalid user alice', 2, missing, 'alice'],
  ['input_userauth_request: invalid user', 2, missing, 'unknown'],
  ['PAM service(sshd) ignoring max retries; 6 > 3', 2, tooMany, 'unknown'],
  [`maximum authentication attempts exceeded for alice ${from} ssh2`, 2, tooMany, 'alice'],
  [`maximum authentication attempts exceeded for invalid user alice ${from} ssh2`, 2, missing, 'alice'],
  [`error: PAM: Authentication failure for alice ${from}`, 2, 'Authentication failure', 'alice'],
  [`error: PAM: User not known for illegal user alice ${from}`, 2, missing, 'alice'],
  [
    'error: PAM: Have exhausted maximum number of retries for service for alice from 192.0.2.7',
    2,
    'Have exhausted maximum number of retries for service',
    'alice',
  ],
  [
    'error: PAM: Cannot make/remove an entry for the specified session for alice from 192.0.2.7',
    2,
    'Cannot make/remove an entry for the specified session',
    'alice',
  ],
  [`User alice ${from} not allowed because not listed in AllowUsers`, 2, 'not listed in AllowUsers', 'alice'],
  ['User alice not allowed because account is locked', 2, 'ACCOUNT_LOCKED_OUT', 'alice'],
  ['User alice password has expired (password aged)', 2, 'PASSWORD_EXPIRED', 'alice'],
  ['Account alice has expired', 2, 'ACCOUNT_EXPIRED', 'alice'],
  [
    'fatal: Access denied for user alice by PAM account configuration',
    2,
    'Access denied by PAM account rules',
    'alice',
  ],
  ['AuthorizedKeysCommand /usr/bin/keys alice SHA256:AAAA failed, status 22', 2, 'status 22', 'alice'],
  ['AuthorizedKeysCommand /usr/bin/keys alice failed, status 22', 2, 'status 22', 'alice'],
  ['Authentication refused: bad ownership of /home/alice', 2, 'bad ownership of /home/alice', 'unknown'],
  [`ROOT LOGIN REFUSED FROM 192.0.2.7 port 4711`, 2, 'Root login refused', 'root'],
  ['Disconnecting: Too many authentication failures for alice', 2, tooMany, 'alice'],
  [`Disconnecting authenticating user alice 192.0.2.7 port 4711: ${tooMany} [preauth]`, 2, tooMany, 'alice'],
  [
    'Disconnecting invalid user a 192.0.2.7 port 4711: Change of username or service not allowed: x: y',
    2,
    missing,
    'a',
  ],
  [
    'Connection closed by authenticating user alice 192.0.2.7 port 4711',
    2,
    'Connection closed before authentication',
    'alice',
  ],
  [
    'Connection reset by authenticating user alice 192.0.2.7 port 4711',
    2,
    'Connection reset before authentication',
    'alice',
  ],
  ['Disconnected from authenticating user alice 192.0.2.7 port 4711', 2, 'Disconnected before authentication', 'alice'],
  [
    'Timeout, client not responding from authenticating user alice 192.0.2.7 port 4711',
    2,
    'Client not responding',
    'alice',
  ],
  ['Connection closed by invalid user alice 192.0.2.7 port 4711', 2, missing, 'alice'],
  ['Disconnected from user alice 192.0.2.7 port 4711', 1, undefined, 'alice'],
])('%s has the outcome %i', (text, outcome, detail, name) => {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 sshd[1]: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 3002, status_id: outcome, user: { name }, service: { name: 'sshd' } });
  expect(event['status_detail']).toBe(detail);
  expect(event['activity_id']).toBe(text.startsWith('Authorized') ? 99 : text.includes('from user') ? 2 : 1);
  if (text.includes('192.0.2.7')) expect(event).toMatchObject({ src_endpoint: { ip: '192.0.2.7' } });
  else expect(event).not.toHaveProperty('src_endpoint');
  if (text.includes('4711')) expect(event).toMatchObject({ src_endpoint: { port: 4711 } });
});

test.each<[string, object]>([
  ['192.0.2.7 port 4711 ssh2', { ip: '192.0.2.7', port: 4711 }],
  ['192.0.2.7 port 1 ssh2', { ip: '192.0.2.7', port: 1 }],
  ['192.0.2.7 port 65535', { ip: '192.0.2.7', port: 65_535 }],
  ['192.0.2.7 port 123456 ssh2', { ip: '192.0.2.7' }],
  ['192.0.2.7 port x', { ip: '192.0.2.7' }],
  ['192.0.2.7 ssh2', { ip: '192.0.2.7' }],
  ['192.0.2.7', { ip: '192.0.2.7' }],
])('from %s is from %j', (place, source) => {
  const { event } = mapRecord(`<38>Jan 14 09:12:01 web1 sshd[1]: Accepted password for alice from ${place}`);
  expect(event).toMatchObject({ class_uid: 3002, src_endpoint: source });
  expect(Object.hasOwn(Object(event['src_endpoint']), 'port')).toBe(Object.hasOwn(source, 'port'));
});

test.each<[string, string, string, string | undefined]>([
  ['publickey', 'ssh2: RSA SHA256:AAAA', 'Other', 'SHA256:AAAA'],
  ['publickey', 'ssh2: RSA-CERT SHA256:AAAA ID alice (serial 0)', 'Other', 'SHA256:AAAA'],
  ['publickey', 'ssh2: RSA', 'Other', undefined],
  ['password', 'ssh2', 'Other', undefined],
  ['gssapi-with-mic', 'ssh2: alice@EXAMPLE.COM', 'Kerberos', undefined],
])('%s with %s is told', (method, tail, protocol, key) => {
  for (const said of ['Accepted', 'Failed']) {
    const { event } = mapRecord(`<38>Jan 14 09:12:01 web1 sshd[1]: ${said} ${method} for alice ${from} ${tail}`);
    expect(event).toMatchObject({
      auth_protocol_id: protocol === 'Kerberos' ? 2 : 99,
      auth_protocol: protocol === 'Kerberos' ? 'Kerberos' : method,
    });
    expect((event['user'] as { credential_uid?: string }).credential_uid).toBe(key);
    expect((event['unmapped'] as { key_type?: string } | undefined)?.key_type).toBe(key && tail.split(' ')[1]);
  }
});

test.each([
  ['alice 192.0.2.7 port 4711', 'alice', '192.0.2.7'],
  ['alice port 4711', 'alice port 4711', undefined],
  [' alice', ' alice', undefined],
])('who leaves before they are authenticated as “%s” is “%s”', (said, name, ip) => {
  const { event } = mapRecord(
    `<38>Jan 14 09:12:01 web1 sshd[1]: Connection closed by authenticating user ${said} [preauth]`,
  );
  expect(event).toMatchObject({ class_uid: 3002, user: { name } });
  if (ip === undefined) expect(event).not.toHaveProperty('src_endpoint.ip');
  else expect(event).toMatchObject({ src_endpoint: { ip } });
});

test('who is disconnected for no reason that is told is not said to have failed', () => {
  const who = 'authenticating user alice 192.0.2.7 port 4711';
  const disconnected = (text: string): object =>
    mapRecord(`<38>Jan 14 09:12:01 web1 sshd[1]: Disconnecting ${text}`).event;
  expect(disconnected(`${who}: Too many authentication failures [preauth]`)).toMatchObject({ class_uid: 3002 });
  expect(disconnected(who)).not.toMatchObject({ class_uid: 3002 });
});

test('what ends without a word for its user is a connection', () => {
  const text = 'Connection closed by host alice 192.0.2.7 port 4711';
  expect(mapRecord(`<38>Jan 14 09:12:01 web1 sshd[1]: ${text}`).event).toMatchObject({ class_uid: 4007 });
});
