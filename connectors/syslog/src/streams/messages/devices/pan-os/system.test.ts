import { expect, test } from 'vitest';
import { logged } from './logged.fixture.ts';

function said(opaque: string, subtype = 'auth', eventid = 'general'): Readonly<Record<string, unknown>> {
  return logged('SYSTEM', { subtype, eventid, severity: 'informational', opaque });
}

const on = { activity_id: 1, status_id: 1 };
const refused = { activity_id: 1, status_id: 2 };
const off = { activity_id: 2, status_id: 1 };

test.each([
  ["authenticated for user 'alice'. auth profile 'local', vsys 'shared', From: 192.0.2.7.", on],
  ["Authenticated for user 'alice'. From: 192.0.2.7.", on],
  ["User 'alice' authenticated. From: 192.0.2.7.", on],
  ['authenticated for user alice. From: 192.0.2.7.', on],
  ['User alice logged in via Web from 192.0.2.7 using https', on],
  ["failed authentication for user 'alice'. Reason: Invalid username/password. From: 192.0.2.7.", refused],
  ["User 'alice' failed authentication. Reason: Invalid username/password. From: 192.0.2.7.", refused],
  ['failed authentication for user alice. Reason: Invalid username/password. From: 192.0.2.7.', refused],
  ['User alice logged out via Web from 192.0.2.7', off],
  ['Session for user alice via Web from 192.0.2.7 timed out', off],
])('%s: is a logon or its end', (opaque, expected) => {
  const event = said(opaque);
  expect(event).toMatchObject({
    class_uid: 3002,
    ...expected,
    user: { name: 'alice' },
    src_endpoint: { ip: '192.0.2.7' },
  });
  expect(event['status_detail']).toBe(expected === refused ? 'Invalid username/password' : undefined);
});

const portal =
  'GlobalProtect gateway user login succeeded. Login from: 203.0.113.9, User name: alice, Client OS version: x.';

test('what GlobalProtect wrote into the log of the system names its user and its portal', () => {
  const login = said(portal, 'globalprotect', 'globalprotectgateway-login-succ');
  expect(login).toMatchObject({ class_uid: 3002, ...on, user: { name: 'alice' }, service: { name: 'GlobalProtect' } });
  const of = { subtype: 'globalprotect', eventid: 'globalprotectgateway-login-succ', severity: 'low', object: 'GW' };
  expect(logged('SYSTEM', { ...of, opaque: portal })).toMatchObject({ service: { name: 'GW' } });
});

test.each([
  [portal, 'globalprotectgateway-config-succ'],
  ['GlobalProtect gateway user login succeeded. Login from: 203.0.113.9.', 'globalprotectgateway-login-succ'],
  ['GlobalProtect gateway user login succeeded. User name: , Client: x.', 'globalprotectgateway-login-succ'],
])('%s: tells of no logon as %s', (opaque, eventid) => {
  expect(said(opaque, 'globalprotect', eventid)).toMatchObject({ class_uid: 6002 });
});
