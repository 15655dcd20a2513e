import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

test.each([
  'detail, from=<alice@example.com>, relay=pc7 [192.0.2.7]',
  'detail, to=<bob@example.org>, stat=Sent',
  'detail, ruleset=check_rcpt, relay=pc7 [192.0.2.7], reject=550 no',
  'detail AUTH=server, relay=pc7 [192.0.2.7], authid=alice',
  'detail AUTH failure (LOGIN): user not found, user=alice, relay=pc7 [192.0.2.7]',
])('%s is nothing that is known', (text) => {
  expect(said(text)).toMatchObject({ class_uid: 0 });
});

test.each([
  ['60E9C1aB012346', '60E9C1aB012346'],
  ['NOQUEUE', undefined],
])('a mail that was denied has the number %s', (id, uid) => {
  const event = said(`${id}: ruleset=check_rcpt, arg1=<b@example.org>, relay=pc7 [192.0.2.7], reject=550 no`);
  expect(event).toMatchObject({
    class_uid: 4009,
    action_id: 2,
    status_id: 2,
    status_code: '550',
    status_detail: '550 no',
    email: { to: ['b@example.org'] },
  });
  expect((event['email'] as { uid?: string }).uid).toBe(uid);
});

test.each([
  ['AUTH failure (LOGIN): user not found, user=eve, relay=pc7 [192.0.2.7]', 'eve', '192.0.2.7', 2],
  [
    'AUTH failure (LOGIN): no, user=eve, relay=[198.51.100.1], relay=pc7 [192.0.2.7]',
    'eve, relay=[198.51.100.1]',
    '192.0.2.7',
    2,
  ],
  ['AUTH failure (LOGIN): user not found, user=eve', 'eve', undefined, 2],
  ['AUTH failure (LOGIN): no', 'unknown', undefined, 2],
  ['AUTH=server, relay=pc7 [192.0.2.7], authid=alice, mech=LOGIN, bits=0', 'alice', '192.0.2.7', 1],
])('%s is of %s from %s', (text, name, ip, status) => {
  const event = said(text);
  expect(event).toMatchObject({ class_uid: 3002, status_id: status, auth_protocol: 'LOGIN', user: { name } });
  if (ip === undefined) expect(event).not.toHaveProperty('src_endpoint');
  else expect(event).toMatchObject({ src_endpoint: { ip } });
});

test('a client without an address has its name', () => {
  const event = said('AUTH failure (LOGIN): no, user=eve, relay=pc7.example.com');
  expect(event).toMatchObject({ user: { name: 'eve' }, src_endpoint: { hostname: 'pc7.example.com' } });
});

test.each([
  ['rejecting commands from pc7 [192.0.2.7] due to pre-greeting traffic after 6 seconds', 5, 2],
  ['pc7 [192.0.2.7]: VRFY root [rejected]', 5, 2],
  ['lost input channel from pc7 [192.0.2.7] to MTA after rcpt', 2, 1],
])('%s is activity %i of a connection', (text, activity, status) => {
  expect(said(text)).toMatchObject({
    class_uid: 4001,
    activity_id: activity,
    status_id: status,
    src_endpoint: { ip: '192.0.2.7', hostname: 'pc7' },
  });
});

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<22>Jan 14 09:12:01 web1 sendmail[9]: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
