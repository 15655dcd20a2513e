import { expect, test } from 'vitest';
import { connectionAttributes, ruleOf } from './connection.ts';
import { addressOf, endpointOf, nameOrAddress } from './endpoint.ts';
import { knownUserOf, qualifiedName, userOf } from './user.ts';

test.each<[string, object]>([
  ['192.0.2.7', { ip: '192.0.2.7' }],
  ['::ffff:192.0.2.7', { ip: '192.0.2.7' }],
  ['2001:db8::7', { ip: '2001:db8::7' }],
  ['fe80::1%eth0', { ip: 'fe80::1', interface_name: 'eth0' }],
  ['pc7.example.com', { hostname: 'pc7.example.com' }],
  ['12:34', { hostname: '12:34' }],
  ['fe80%eth0', { hostname: 'fe80%eth0' }],
])('%s is a name or an address', (text, expected) => {
  expect(nameOrAddress(text)).toEqual(expected);
});

test('an address alone is one', () => {
  expect(['192.0.2.7', '2001:db8::7'].map(addressOf)).toEqual(['192.0.2.7', '2001:db8::7']);
  expect([undefined, 'pc7', 'fe80::1%eth0', '192.0.2.7/24'].map(addressOf)).toEqual(Array(4).fill(undefined));
});

test.each<[object | undefined, object | undefined]>([
  [undefined, undefined],
  [{}, undefined],
  [{ port: 1, zone: 'lan', mac: '02:00:5e:00:53:01' }, undefined],
  [{ host: '' }, undefined],
  [{ host: '192.0.2.7', port: 0 }, { ip: '192.0.2.7' }],
  [{ host: '192.0.2.7', hostname: '192.0.2.7' }, { ip: '192.0.2.7' }],
  [{ hostname: '192.0.2.7' }, { ip: '192.0.2.7' }],
  [
    { host: '192.0.2.7', hostname: '192.0.2.8' },
    { ip: '192.0.2.7', hostname: '192.0.2.8' },
  ],
  [
    { host: 'pc7', hostname: '192.0.2.8' },
    { ip: '192.0.2.8', hostname: 'pc7' },
  ],
  [
    { host: '192.0.2.7', port: 1 },
    { ip: '192.0.2.7', port: 1 },
  ],
  [
    { host: '192.0.2.7', port: '65535' },
    { ip: '192.0.2.7', port: 65_535 },
  ],
  [{ host: '192.0.2.7', port: '65536' }, { ip: '192.0.2.7' }],
  [
    { host: '192.0.2.7', hostname: 'pc7' },
    { ip: '192.0.2.7', hostname: 'pc7' },
  ],
  [{ host: 'pc7', hostname: 'other' }, { hostname: 'pc7' }],
  [
    { host: 'fe80::1%eth0', interface: 'lan' },
    { ip: 'fe80::1', interface_name: 'eth0' },
  ],
  [{ hostname: 'pc7' }, { hostname: 'pc7' }],
  [{ interface: 'lan' }, { interface_name: 'lan' }],
  [{ service: 'dns' }, { svc_name: 'dns' }],
  [
    { host: 'pc7', zone: 'lan', service: '', interface: '' },
    { hostname: 'pc7', zone: 'lan' },
  ],
  [
    { host: 'pc7', zone: '', mac: '02-00-5E-00-53-01' },
    { hostname: 'pc7', mac: '02-00-5E-00-53-01' },
  ],
  [{ host: 'pc7', mac: '0200.5e00.5301' }, { hostname: 'pc7' }],
])('the side %j is %j', (facts, expected) => {
  expect(endpointOf(facts)).toEqual(expected);
});

const ends = { src_endpoint: { ip: '192.0.2.7' }, dst_endpoint: { ip: '2001:db8::7' } };

test.each<[object, object]>([
  [{ protocol: 'TCP' }, { direction_id: 0, protocol_num: 6, protocol_name: 'tcp', protocol_ver_id: 4 }],
  [{ protocol: '17' }, { direction_id: 0, protocol_num: 17, protocol_name: 'udp', protocol_ver_id: 4 }],
  [{ protocol: '58' }, { direction_id: 0, protocol_num: 58, protocol_name: 'icmp6', protocol_ver_id: 4 }],
  [{ protocol: '200' }, { direction_id: 0, protocol_num: 200, protocol_ver_id: 4 }],
  [{ protocol: '255' }, { direction_id: 0, protocol_num: 255, protocol_ver_id: 4 }],
  [{ protocol: '256' }, { direction_id: 0, protocol_ver_id: 4 }],
  [{ protocol: 'h245' }, { direction_id: 0, protocol_name: 'h245', protocol_ver_id: 4 }],
  [{ connectionUid: '7' }, { direction_id: 0, uid: '7', protocol_ver_id: 4 }],
  [{ connectionUid: '' }, { direction_id: 0, protocol_ver_id: 4 }],
  [{ direction: 2 }, { direction_id: 2, protocol_ver_id: 4 }],
])('of a connection %j is told as %j', (facts, expected) => {
  const source = { host: '192.0.2.7' };
  const destination = { host: '2001:db8::7' };
  expect(connectionAttributes({ source, destination, ...facts })).toEqual({ ...ends, connection_info: expected });
});

/** IANA's numbers of protocols. */
test.each([
  ['icmp', 1],
  ['igmp', 2],
  ['tcp', 6],
  ['udp', 17],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['ipv6-icmp', 58],
  ['icmpv6', 58],
  ['icmp6', 58],
  ['eigrp', 88],
  ['ospf', 89],
  ['pim', 103],
  ['vrrp', 112],
  ['sctp', 132],
])('%s is protocol %i', (protocol, number) => {
  expect(connectionAttributes({ protocol }).connection_info).toMatchObject({ protocol_num: number });
});

test('a connection of which nothing is said has no attributes', () => {
  expect(connectionAttributes({})).toEqual({});
  expect(connectionAttributes({ protocol: '', traffic: { bytes: 'x' } })).toEqual({});
  expect(connectionAttributes({ destination: { host: '2001:db8::7' }, direction: 1 })).toEqual({
    dst_endpoint: { ip: '2001:db8::7' },
    connection_info: { direction_id: 1, protocol_ver_id: 6 },
  });
});

test.each<[object, object | undefined]>([
  [
    { bytesIn: '1', bytesOut: '2' },
    { bytes: 3, bytes_in: 1, bytes_out: 2 },
  ],
  [
    { bytesIn: '1', bytesOut: '2', bytes: '9' },
    { bytes: 9, bytes_in: 1, bytes_out: 2 },
  ],
  [{ bytesIn: '1' }, { bytes_in: 1 }],
  [{ bytesOut: '2' }, { bytes_out: 2 }],
  [
    { packetsIn: '1', packetsOut: '2' },
    { packets: 3, packets_in: 1, packets_out: 2 },
  ],
  [
    { packetsIn: '1', packetsOut: '2', packets: '9' },
    { packets: 9, packets_in: 1, packets_out: 2 },
  ],
  [{ packetsOut: '2' }, { packets_out: 2 }],
  [{ bytes: '-1' }, undefined],
])('the counters %j are %j', (traffic, expected) => {
  expect(connectionAttributes({ traffic }).traffic).toEqual(expected);
});

test('a rule has a name or a number', () => {
  expect(ruleOf({ name: 'web', uid: '7' })).toEqual({ name: 'web', uid: '7' });
  expect([ruleOf({ name: '', uid: '' }), ruleOf({})]).toEqual([undefined, undefined]);
});

test.each<[object, object]>([
  [{ name: 'alice' }, { name: 'alice' }],
  [{ name: 'root' }, { name: 'root', type_id: 2 }],
  [{ uid: '0' }, { uid: '0', type_id: 2 }],
  [{ uid: '1' }, { uid: '1' }],
  [{ name: 'unknown' }, { name: 'unknown', type_id: 0 }],
  [
    { name: 'unknown', uid: '7' },
    { name: 'unknown', uid: '7' },
  ],
  [
    { name: 'alice', domain: 'EXAMPLE', credential: 'aa:bb', groups: ['staff', 'ops'] },
    { name: 'alice', domain: 'EXAMPLE', credential_uid: 'aa:bb', groups: [{ name: 'staff' }, { name: 'ops' }] },
  ],
  [{ name: 'alice', domain: '', groups: [] }, { name: 'alice' }],
])('the user %j is %j', (facts, expected) => {
  expect(userOf(facts)).toEqual(expected);
});

test('a user is known by name or id', () => {
  expect([undefined, {}, { name: '' }, { name: '', uid: '' }, { domain: 'X' }].map(knownUserOf)).toEqual(
    Array(5).fill(undefined),
  );
  expect(knownUserOf({ name: '', uid: '7' })).toEqual({ uid: '7' });
  expect(knownUserOf({ name: 'alice', uid: '' })).toEqual({ name: 'alice', uid: '' });
});

test.each<[string, object]>([
  ['alice', { name: 'alice' }],
  ['EXAMPLE\\alice', { domain: 'EXAMPLE', name: 'alice' }],
  ['EXAMPLE\\\\alice', { domain: 'EXAMPLE', name: 'alice' }],
  ['\\alice', { name: '\\alice' }],
  ['EXAMPLE\\', { name: 'EXAMPLE\\' }],
  ['E\\a', { domain: 'E', name: 'a' }],
])('%s is taken apart', (text, expected) => {
  expect(qualifiedName(text)).toEqual(expected);
});
