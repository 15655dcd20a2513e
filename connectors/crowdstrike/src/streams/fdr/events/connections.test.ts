import { expect, test } from 'vitest';
import { eventOf } from '../record.fixture.ts';

type Fields = Readonly<Record<string, unknown>>;

const peer = { RemoteAddressIP4: '198.51.100.2', RemotePort: '443' };
const aid = 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1';

test.each([
  ['NetworkConnectIP4', { RemoteAddressIP6: '2001:db8::2' }, '2001:db8::2'],
  ['NetworkConnectIP6', { RemoteAddressIP4: '198.51.100.2' }, '198.51.100.2'],
  ['NetworkConnectIP6', { RemoteAddressIP4: '198.51.100.2', RemoteAddressIP6: '2001:db8::2' }, '2001:db8::2'],
  ['NetworkConnectIP4', { RemoteAddressIP4: '198.51.100.2', RemoteAddressIP6: '2001:db8::2' }, '198.51.100.2'],
])('the peer of %s with %j is %s: a socket of one version may have a peer of the other', (kind, fields, ip) => {
  expect(eventOf(kind, fields)['dst_endpoint']).toEqual({ ip });
});

test.each<[kind: string, fields: Fields, endpoint: object | undefined]>([
  ['NetworkConnectIP4', { RemoteAddressIP4: '0.0.0.0' }, undefined],
  ['NetworkConnectIP4', { RemoteAddressIP4: '0.0.0.0', RemotePort: '0' }, undefined],
  ['NetworkConnectIP4', { RemoteAddressIP4: '0.0.0.0', RemotePort: '1' }, { ip: '0.0.0.0', port: 1 }],
  ['NetworkConnectIP4', { RemoteAddressIP4: '198.51.100.2', RemotePort: '0' }, { ip: '198.51.100.2' }],
  ['NetworkConnectIP4', { RemoteAddressIP4: '198.51.100.2', RemotePort: '1' }, { ip: '198.51.100.2', port: 1 }],
  ['NetworkConnectIP6', { RemoteAddressIP6: '::', RemotePort: '0' }, undefined],
  ['NetworkListenIP4', { LocalAddressIP4: '0.0.0.0' }, { ip: '0.0.0.0', uid: aid }],
  ['NetworkListenIP4', { LocalAddressIP4: '0.0.0.0', LocalPort: '0' }, { ip: '0.0.0.0', port: 0, uid: aid }],
  ['NetworkListenIP6', { LocalAddressIP6: '::', LocalPort: '80' }, { ip: '::', port: 80, uid: aid }],
])('of %s with %j the destination is %j', (kind, fields, endpoint) => {
  const event = eventOf(kind, fields);
  expect(event['dst_endpoint']).toEqual(endpoint);
  if (endpoint === undefined) expect(event).toMatchObject({ class_uid: 0, unmapped: fields });
});

test('an own address of zeros with no port says nothing of the source, and stays', () => {
  const own = { LocalAddressIP4: '0.0.0.0', LocalPort: '0' };
  expect(eventOf('NetworkConnectIP4', { ...peer, ...own })).toMatchObject({
    src_endpoint: { uid: aid },
    unmapped: own,
  });
  expect(eventOf('NetworkConnectIP4', { ...peer, ...own })['src_endpoint']).toEqual({ uid: aid });
  expect(eventOf('NetworkConnectIP4', { ...peer, LocalAddressIP4: '192.0.2.7', LocalPort: '0' })).toMatchObject({
    src_endpoint: { ip: '192.0.2.7', port: 0 },
  });
});

test('who accepts a connection is its destination', () => {
  const event = eventOf('NetworkReceiveAcceptIP4', { ...peer, LocalAddressIP4: '192.0.2.7', ConnectionDirection: '1' });
  expect(event).toMatchObject({
    src_endpoint: { ip: '198.51.100.2', port: 443 },
    dst_endpoint: { ip: '192.0.2.7', uid: aid },
    connection_info: { direction_id: 1 },
  });
  const unknown = { ...peer, ConnectionDirection: '1', aid: undefined };
  expect(eventOf('NetworkReceiveAcceptIP4', unknown)).toMatchObject({ class_uid: 0, unmapped: peer });
  expect(eventOf('NetworkConnectIP4', { ...peer, aid: undefined })).not.toHaveProperty('src_endpoint');
});

test('a socket without a peer that is closed is the destination itself, unless a peer had called', () => {
  const own = { LocalAddressIP4: '192.0.2.7', LocalPort: '80' };
  for (const direction of [undefined, '0', '2'])
    expect(eventOf('NetworkCloseIP4', { ...own, ConnectionDirection: direction })['dst_endpoint']).toMatchObject({
      ip: '192.0.2.7',
      port: 80,
    });
  expect(eventOf('NetworkCloseIP4', { ...own, ConnectionDirection: '1' })['class_uid']).toBe(0);
  expect(eventOf('NetworkConnectIP4', own)['class_uid']).toBe(0);
  expect(eventOf('NetworkCloseIP4', { aid: undefined })['class_uid']).toBe(0);
});

test('a connection is that of the process in whose context it was seen', () => {
  expect(eventOf('NetworkConnectIP4', { ...peer, ContextProcessId: '7' })['actor']).toEqual({ process: { uid: '7' } });
  expect(eventOf('NetworkConnectIP4', peer)).not.toHaveProperty('actor');
});

test('a protocol has a name where its number is one that is known', () => {
  const info = (Protocol: string): unknown => eventOf('NetworkConnectIP4', { ...peer, Protocol })['connection_info'];
  expect(info('17')).toEqual({ direction_id: 0, protocol_ver_id: 4, protocol_num: 17, protocol_name: 'udp' });
  expect(info('200')).toEqual({ direction_id: 0, protocol_ver_id: 4, protocol_num: 200 });
  expect(info('constructor')).toEqual({ direction_id: 0, protocol_ver_id: 4 });
});
