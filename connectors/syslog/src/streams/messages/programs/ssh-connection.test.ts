import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const [open, close, reset, fail, refuse, traffic, listen, other] = [1, 2, 3, 4, 5, 6, 7, 99];
const client = '192.0.2.7 port 4711';

/** What sshd says, with the activity, the outcome and the reason that it is. */
test.each<[string, number, number, string | undefined]>([
  [`Connection closed by ${client}`, close, 1, undefined],
  [`Connection reset by ${client}`, reset, 1, undefined],
  [`Closing connection to ${client}`, close, 1, undefined],
  [`Connection from ${client} on 198.51.100.1 port 22`, open, 1, undefined],
  [`Connection from ${client}`, open, 1, undefined],
  [`Received disconnect from ${client}:11: Bye`, close, 1, 'Bye'],
  [`Received disconnect from 192.0.2.7: 11: `, close, 1, undefined],
  [`Disconnected from ${client}`, close, 1, undefined],
  [`Disconnecting: Corrupted check bytes`, close, 1, 'Corrupted check bytes'],
  [`Disconnecting ${client}: Too many packets`, close, 1, 'Too many packets'],
  [`Did not receive identification string from ${client}`, fail, 2, 'No identification string'],
  [`Bad protocol version identification 'GET' from ${client}`, fail, 2, "Bad protocol version 'GET'"],
  [`banner exchange: Connection from ${client}: invalid format`, fail, 2, 'invalid format'],
  [`ssh_dispatch_run_fatal: Connection from ${client}: bignum`, fail, 2, 'bignum'],
  [`Unable to negotiate with ${client}: no matching cipher`, fail, 2, 'no matching cipher'],
  [`Protocol major versions differ for ${client}: 2 vs. 1`, fail, 2, '2 vs. 1'],
  [`Timeout before authentication for connection from ${client}`, fail, 2, 'Timeout before authentication'],
  [`Timeout before authentication for ${client}`, fail, 2, 'Timeout before authentication'],
  [`kex_exchange_identification: read: Connection reset by peer`, fail, 2, 'read: Connection reset by peer'],
  [`Read from socket failed: Connection reset by peer`, reset, 1, 'Connection reset by peer'],
  [`Write failed: Broken pipe`, fail, 2, 'Broken pipe'],
  [`Write failed: Connection reset by peer`, reset, 2, 'Connection reset by peer'],
  [`Read error from remote host ${client}: Connection reset by peer`, reset, 2, 'Connection reset by peer'],
  [`Read error from remote host ${client}: Connection timed out`, fail, 2, 'Connection timed out'],
  [`packet_write_wait: Connection from ${client}: Broken pipe`, fail, 2, 'Broken pipe'],
  [`packet_write_poll: Connection from ${client}: Connection reset by peer`, reset, 2, 'Connection reset by peer'],
  [`Corrupted MAC on input.`, fail, 2, 'Corrupted MAC on input.'],
  [`Bad packet length 12345.`, fail, 2, 'Bad packet length 12345.'],
  [`Unable to negotiate a key exchange method`, fail, 2, 'Unable to negotiate a key exchange method'],
  [`no matching mac found: client x`, fail, 2, 'no matching mac found: client x'],
  [`no matching cipher found: client x`, fail, 2, 'no matching cipher found: client x'],
  [`no hostkey alg`, fail, 2, 'no hostkey alg'],
  [`Bad remote protocol version identification: x`, fail, 2, 'Bad remote protocol version identification: x'],
  [`reverse mapping checking getaddrinfo for pc7 [192.0.2.7] failed.`, other, 2, undefined],
  [`Address 192.0.2.7 maps to pc7, but this does not map back to the address.`, other, 2, undefined],
  [`Nasty PTR record "192.0.2.8" is set up for 192.0.2.7, ignoring`, other, 2, undefined],
  [`beginning MaxStartups throttling`, other, 1, 'beginning MaxStartups throttling'],
  [`exited MaxStartups throttling after 00:00:20`, other, 1, 'exited MaxStartups throttling after 00:00:20'],
  [
    `srclimit_penalise: ipv4: new 192.0.2.7/32 deferred penalty of 5 seconds`,
    other,
    1,
    'deferred penalty of 5 seconds',
  ],
  [`SSH: Server;Ltype: Kex;Remote: 192.0.2.7-4711;Enc: x`, traffic, 1, 'Kex'],
  [`Bind to port 22 on 198.51.100.1 failed: Address already in use.`, listen, 2, 'Address already in use'],
  [`refused connect from pc7 (192.0.2.7)`, refuse, 2, undefined],
  [`refused connect from 192.0.2.7`, refuse, 2, undefined],
  [`drop connection #5 from [192.0.2.7]:4711 on [198.51.100.1]:22 past MaxStartups`, refuse, 2, 'past MaxStartups'],
  [`drop connection #5 from [192.0.2.7]:4711 on [198.51.100.1]:22`, refuse, 2, undefined],
  [`Server listening on 198.51.100.1 port 22.`, listen, 1, undefined],
  [`Starting session: shell on pts/0 for alice from ${client} id 0`, open, 1, 'shell on pts/0'],
  [`Close session: user alice from ${client} id 0`, close, 1, undefined],
  [`subsystem request for sftp by user alice`, traffic, 1, 'sftp'],
  [`subsystem request for sftp by user alice failed, subsystem not found`, traffic, 2, 'sftp'],
  [`session opened for local user alice from [192.0.2.7]`, open, 1, 'sftp'],
  [`session closed for local user alice from [192.0.2.7]`, close, 1, 'sftp'],
])('%s is activity %i, outcome %i', (text, activity, outcome, detail) => {
  const event = said(text);
  expect(event).toMatchObject({ class_uid: 4007, activity_id: activity, status_id: outcome });
  expect(event['status_detail']).toBe(detail);
  if (text.includes('192.0.2.7')) expect(event).toMatchObject({ src_endpoint: { ip: '192.0.2.7' } });
  if (text.includes('4711')) expect(event).toMatchObject({ src_endpoint: { port: 4711 } });
  if (text.includes('198.51.100.1')) expect(event).toMatchObject({ dst_endpoint: { ip: '198.51.100.1', port: 22 } });
  if (text.includes('alice')) expect(event).toMatchObject({ actor: { user: { name: 'alice' } } });
});

test.each([
  ['alice 192.0.2.7 port 4711', undefined],
  ['user alice 192.0.2.7 port 4711', 'alice'],
  ['authenticating user alice 192.0.2.7 port 4711', 'alice'],
  ['invalid user alice 192.0.2.7 port 4711', 'alice'],
])('a connection of %s breaks', (place, name) => {
  const event = said(`packet_write_wait: Connection from ${place}: Broken pipe`) as {
    actor: { user?: { name: string } };
  };
  expect(event).toMatchObject({ class_uid: 4007, activity_id: fail });
  expect(event.actor.user?.name).toBe(name);
});

test('a client that was gone has no address', () => {
  expect(said('Connection closed by UNKNOWN port 65535')).not.toHaveProperty('src_endpoint');
  expect(said('Connection closed by 192.0.2.7: x')).toMatchObject({ src_endpoint: { ip: '192.0.2.7' } });
});

test.each([
  ['Received signal 15; terminating.', 4],
  ['Received SIGTERM; terminating.', 4],
  ['Received SIGHUP; restarting.', 5],
])('%s is activity %i of the server', (text, activity) => {
  const expected = { class_uid: 6002, activity_id: activity, status_id: 1, app: { name: 'OpenSSH' } };
  expect(said(text)).toMatchObject({ ...expected, actor: { process: { pid: 90 } } });
});

test('a server goes on in another process', () => {
  const expected = { class_uid: 1007, activity_id: 1, status_id: 1, process: { pid: 4711, name: 'sshd' } };
  expect(said('User child is on pid 4711')).toMatchObject({ ...expected, actor: { process: { pid: 90 } } });
});

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<38>Jan 14 09:12:01 web1 sshd[90]: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
