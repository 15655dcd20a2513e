import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

function said(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<30>Jan 15 12:00:00 dhcp1 dhcpd[812]: ${text}`);
  expect(problems).toEqual([]);
  return event;
}

test.each([
  ['Solicit', 1],
  ['Request', 3],
  ['Renew', 3],
  ['Rebind', 3],
  ['Confirm', 3],
  ['Decline', 4],
  ['Release', 7],
  ['Information-request', 8],
])('%s of DHCPv6 is the activity %i', (word, activity) => {
  expect(said(`${word} message from fe80::5301 port 546, transaction ID 0x1A2B3C`)).toMatchObject({
    class_uid: 4004,
    activity_id: activity,
    src_endpoint: { ip: 'fe80::5301' },
    transaction_uid: '0x1A2B3C',
  });
});

test('what was offered counts before what is left of a lease', () => {
  const start = 'DHCPOFFER on 192.0.2.7 to 00:00:5e:00:53:01 (pc1) via eth1';
  expect(said(`${start} relay eth1 lease-duration 119 offered-duration 600`)).toMatchObject({ lease_dur: 600 });
  expect(said(`${start} relay eth1 lease-duration 119`)).toMatchObject({ lease_dur: 119 });
  expect(said(start)).not.toHaveProperty('lease_dur');
  expect(said(start)).not.toHaveProperty('is_renewal');
});
