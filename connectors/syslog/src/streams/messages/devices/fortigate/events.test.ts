import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  ['login status=success', 1, 1],
  ['login status=failed', 1, 2],
  ['logout status=success', 2, 1],
  ['authentication status=denied', 1, 2],
  ['authentication status=timeout', 1, 2],
  ['authentication status=odd', 1, 0],
  ['auth-logon', 1, 1],
  ['auth-logout', 2, 1],
  ['auth-logoff', 2, 1],
  ['auth-timeout', 2, 1],
  ['FSSO-logon', 1, 1],
  ['FSSO-logoff', 2, 1],
  ['ssl-login-fail', 1, 2],
  ['ssl-login', 1, 0],
])('action=%s is activity %i with status %i', (action, activity, status) => {
  expect(logged('user', `user="alice" action=${action}`)).toMatchObject({
    class_uid: 3002,
    activity_id: activity,
    status_id: status,
    user: { name: 'alice' },
  });
});

test('a logon says from where, by which means and of which group', () => {
  expect(
    logged('system', 'user="alice" ui="https(192.0.2.5)" action=login method="https" group="ops" sn="7"'),
  ).toMatchObject({
    src_endpoint: { ip: '192.0.2.5' },
    user: { groups: [{ name: 'ops' }] },
    session: { uid: '7' },
    is_remote: true,
    is_cleartext: false,
    logon_type_id: 3,
    unmapped: { ui: 'https(192.0.2.5)' },
  });
  const isCleartext = ['ssh', 'https', 'http', 'telnet'].map(
    (method) => logged('system', `user="alice" action=login method=${method}`)['is_cleartext'],
  );
  expect(isCleartext).toEqual([false, false, true, true]);
  expect(logged('system', 'user="alice" action=login reason="none"')).not.toHaveProperty('status_detail');
  expect(logged('system', 'action=login remip=192.0.2.6 reason="bad"')).toMatchObject({
    src_endpoint: { ip: '192.0.2.6' },
    status_detail: 'bad',
  });
});

test.each([
  ['tunnel-up phase2-up add', 1],
  ['tunnel-down phase2-down delete_phase1_sa delete_ipsec_sa close ssl-tunnel-down', 2],
])('%s of a tunnel are activity %i', (actions, activity) => {
  for (const action of actions.split(' '))
    expect(logged('vpn', `action="${action}" remip=203.0.113.9 locip=192.0.2.2`), action).toMatchObject({
      class_uid: 4014,
      activity_id: activity,
      status_id: 1,
    });
});

test('another step of a tunnel is named, with its outcome', () => {
  expect(logged('vpn', 'action="negotiate" status="failure" remip=203.0.113.9')).toMatchObject({
    class_uid: 4014,
    activity_id: 99,
    activity_name: 'negotiate',
    status_id: 2,
  });
  expect(logged('vpn', 'action="negotiate" result="OK" remip=203.0.113.9')).toMatchObject({ status_id: 1 });
});

test.each([
  ['Discover', 1],
  ['Offer', 2],
  ['Request', 3],
  ['Decline', 4],
  ['Ack', 5],
  ['Nak', 6],
  ['Release', 7],
  ['Inform', 8],
  ['Other', 99],
])('dhcp_msg=%s is activity %i', (word, activity) => {
  const event = logged(
    'system',
    `dhcp_msg="${word}" interface="port1" ip=192.0.2.77 mac="00:00:5E:00:53:01" lease=600`,
  );
  const client = [2, 5, 6].includes(activity) ? 'dst_endpoint' : 'src_endpoint';
  expect(event).toMatchObject({ class_uid: 4004, activity_id: activity, [client]: { ip: '192.0.2.77' } });
});

test.each([
  ['Add', 1],
  ['Edit', 3],
  ['Delete', 4],
  ['Move', 5],
  ['Purge', 4],
  ['Rename', 99],
])('%s of the configuration is activity %i', (action, activity) => {
  const fields = `user="admin" ui="GUI(192.0.2.5)" action="${action}" cfgpath="firewall.policy" cfgobj="3" cfgattr="x"`;
  expect(logged('system', fields)).toMatchObject({
    class_uid: 3004,
    activity_id: activity,
    entity: { name: 'firewall.policy 3', type: 'firewall.policy', uid: '3' },
    comment: 'x',
    src_endpoint: { ip: '192.0.2.5' },
    actor: { user: { name: 'admin' } },
  });
});

test.each([
  ['GET', '200', 2, 1],
  ['POST', '404', 1, 2],
  ['PUT', '500', 3, 2],
  ['DELETE', '302', 4, 1],
  ['PATCH', '4040', 99, 1],
])('%s of the API, answered with %s, is activity %i with status %i', (method, status, activity, outcome) => {
  const fields = `user="admin" ui="GUI(192.0.2.5)" method="${method}" path="system.interface" status="${status}" url="/api/v2"`;
  expect(logged('rest-api', fields)).toMatchObject({
    class_uid: 3004,
    activity_id: activity,
    status_id: outcome,
    status_code: status,
    entity: { name: 'system.interface', type: 'REST API' },
    comment: '/api/v2',
    src_endpoint: { ip: '192.0.2.5' },
    unmapped: { ui: 'GUI(192.0.2.5)', vd: 'root' },
  });
  expect(logged('rest-api', 'url="/api/v2"')).toMatchObject({ entity: { name: '/api/v2' }, status_id: 1 });
});

test('anything else is something in the life of a part of the device', () => {
  expect(logged('ha', 'logdesc="Link failure" status="failed" reason="timeout"')).toMatchObject({
    class_uid: 6002,
    activity_id: 99,
    activity_name: 'Link failure',
    app: { name: 'FortiOS ha', vendor_name: 'Fortinet' },
    status_id: 2,
    status_detail: 'timeout',
  });
  expect(logged('ha', 'action="sync"')).toMatchObject({ activity_name: 'sync' });
  expect(logged('ha', 'cpu=1')).toMatchObject({ activity_name: 'ha' });
});

test('what names both ends is a connection, and one end alone is none', () => {
  expect(logged('ha', 'srcip=192.0.2.7 dstip=198.51.100.2')).toMatchObject({ class_uid: 4001 });
  expect(logged('ha', 'srcip=192.0.2.7')).toMatchObject({ class_uid: 6002 });
  expect(logged('ha', 'dstip=198.51.100.2')).toMatchObject({ class_uid: 6002 });
});

test('figures are no event of any class, whichever field calls them so', () => {
  expect(logged('system', 'logdesc="System performance statistics" cpu=1')).toMatchObject({ class_uid: 0 });
  expect(logged('system', 'action="statistics" cpu=1')).toMatchObject({ class_uid: 0 });
});

test('a step of a tunnel that is not named is called as its part of the device is', () => {
  expect(logged('vpn', 'remip=203.0.113.9')).toMatchObject({ class_uid: 4014, activity_id: 99, activity_name: 'vpn' });
});

function logged(subtype: string, fields: string): Readonly<Record<string, unknown>> {
  const head = 'date=2026-01-14 time=09:12:01 devname="fw1" devid="FG1" logid="0100032001" type="event"';
  const { event, problems } = mapRecord(`<189>${head} subtype="${subtype}" level="notice" vd="root" ${fields}`);
  expect(problems).toEqual([]);
  return event;
}
