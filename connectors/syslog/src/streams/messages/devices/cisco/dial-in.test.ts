import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  ['PPTP Tunnel created, tunnel_id is 7, remote_peer_ip is 203.0.113.7', '7'],
  ['PPTP Tunnel created, remote_peer_ip is 203.0.113.7, tunnel_id is 7', '7'],
  ['PPTP Tunnel created, remote_peer_ip is 203.0.113.7', undefined],
])('%s has the id %s', (text, uid) => {
  const { event, problems } = mapRecord(`<166>Jan 14 2026 09:12:01 fw1 : %ASA-6-603104: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 4014, src_endpoint: { ip: '203.0.113.7' } });
  expect((event['session'] as { uid?: string } | undefined)?.uid).toBe(uid);
});
