import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  [111001, 'Begin configuration: 192.0.2.5 writing to memory', 3],
  [111002, 'Begin configuration: 192.0.2.5 reading from terminal', 2],
  [111003, '192.0.2.5 Erase configuration', 4],
  [111004, '192.0.2.5 end configuration: OK', 3],
  [111005, '192.0.2.5 end configuration: OK', 3],
  [111007, 'Begin configuration: 192.0.2.5 reading from HTTP', 3],
])('%i: %s, is activity %i on the configuration', (id, text, activity) => {
  expect(said(id, text)).toMatchObject({
    class_uid: 3004,
    activity_id: activity,
    status_id: 1,
    entity: { name: 'configuration', type: 'Configuration' },
    comment: text,
    src_endpoint: { ip: '192.0.2.5' },
  });
});

test('a configuration may be ended by a failure, changed from the console, and cleared', () => {
  expect(said(111004, '192.0.2.5 end configuration: FAILED')).toMatchObject({ status_id: 2 });
  expect(said(111004, 'console end configuration: OK')).not.toHaveProperty('src_endpoint');
  expect(said(112001, '(fw1:1.0) Clear ARP cache finished.')).toMatchObject({ class_uid: 3004, activity_id: 4 });
  expect(said(112001, 'Something else')).toMatchObject({ class_uid: 0 });
});

test.each([
  [111008, "User 'alice' executed the 'write memory' command.", 'write memory', 3],
  [111009, "User 'alice' executed cmd: write memory", 'write memory', 2],
  [111010, "User 'alice', running 'CLI' from IP 192.0.2.5, executed 'write memory'", 'write memory', 3],
])('%i: %s', (id, text, command, activity) => {
  expect(said(id, text)).toMatchObject({
    class_uid: 3004,
    activity_id: activity,
    entity: { name: command, type: 'Command' },
    comment: command,
    actor: { user: { name: 'alice' } },
    ...(id === 111010 ? { src_endpoint: { ip: '192.0.2.5' }, unmapped: { application: 'CLI' } } : {}),
  });
});

test.each(['show', 'dir', 'more', 'ping', 'traceroute', 'pwd', 'verify', 'packet-tracer'])('%s only looks', (word) => {
  expect(said(111008, `User 'alice' executed the '${word} all' command.`)).toMatchObject({ activity_id: 2 });
});

test.each([
  [
    502101,
    'New user added to local dbase: Uname: bob Priv: 15 Encpass: x',
    { activity_id: 1, unmapped: { privilege_level: '15' } },
  ],
  [
    502102,
    'User deleted from local dbase: Uname: bob Priv: 15 Encpass: x',
    { activity_id: 6, unmapped: { privilege_level: '15' } },
  ],
  [
    502103,
    'User priv level changed: Uname: bob From: 1 To: 15',
    { activity_id: 99, unmapped: { privilege_level_before: '1', privilege_level: '15' } },
  ],
])('%i: %s', (id, text, expected) => {
  expect(said(id, text)).toMatchObject({ class_uid: 3001, status_id: 1, user: { name: 'bob' }, ...expected });
});

test.each([
  [502111, 'New group policy added: name: vpn Type: internal', 1],
  [502112, 'Group policy deleted: name: vpn Type: internal', 4],
])('%i: %s', (id, text, activity) => {
  expect(said(id, text)).toMatchObject({
    class_uid: 3004,
    activity_id: activity,
    entity: { name: 'vpn', type: 'Group policy' },
    unmapped: { policy_type: 'internal' },
  });
});

test.each([
  [199001, 'Reload command executed from telnet (remote 192.0.2.5).', 5],
  [199002, 'startup completed. Beginning operation.', 3],
  [199005, 'Startup begin', 3],
])('%i: %s', (id, text, activity) => {
  expect(said(id, text)).toMatchObject({ class_uid: 6002, activity_id: activity, app: { vendor_name: 'Cisco' } });
});

test('each message of a pair of firewalls tells which of them speaks', () => {
  const other = [101_001, 101_002, 101_003, 101_004, 101_005, 102_001, 103_001, 103_002, 103_003, 103_004, 103_005];
  const more = [104_003, 104_004, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => 105_000 + n)];
  for (const id of [...other, ...more])
    expect(said(id, '(Primary) Something happened'), String(id)).toMatchObject({
      class_uid: 6002,
      activity_id: 99,
      activity_name: 'Failover',
      app: { name: 'Failover', vendor_name: 'Cisco', uid: 'Primary' },
      status_detail: 'Something happened',
    });
  expect(said(104_001, '(Secondary) Switching to ACTIVE')).toMatchObject({ activity_id: 3 });
  expect(said(104_002, '(Secondary) Switching to STANDBY')).toMatchObject({ activity_id: 4 });
});

function said(id: number, text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<166>Jan 14 2026 09:12:01 fw1 : %ASA-6-${id}: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
