import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test('a service that is named by a number is no protocol', () => {
  const text = 'RT_FLOW_SESSION_CREATE: session created 192.0.2.7/4711->198.51.100.2/443 443 6 web trust untrust 4711';
  const { event, problems } = mapRecord(`<14>Jan 14 09:12:01 srx1 RT_FLOW: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({
    class_uid: 4001,
    connection_info: { protocol_num: 6 },
    firewall_rule: { name: 'web' },
  });
});
