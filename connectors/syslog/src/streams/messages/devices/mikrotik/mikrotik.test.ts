import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test('a packet that names no interface to leave by has none', () => {
  const text = 'input: in:ether1, connection-state:new proto UDP, 192.0.2.7:4711->198.51.100.2:53, len 60';
  const { event, problems } = mapRecord(`<134>Jan 14 09:12:01 router1 firewall,info ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 4001, src_endpoint: { ip: '192.0.2.7', interface_name: 'ether1' } });
  expect(event['dst_endpoint']).not.toHaveProperty('interface_name');
});
