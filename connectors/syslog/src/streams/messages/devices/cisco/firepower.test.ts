import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  ['Start', 'Allow', 1],
  ['End', 'Allow', 2],
  ['Start', 'Block', 5],
  ['End', 'Block', 5],
])(
  'a connection with the step %s and the action %s of the management centre is the activity %i',
  (step, action, id) => {
    const text = `Protocol: UDP, SrcIP: 192.0.2.7, DstIP: 198.51.100.2, ConnectType: ${step}, AccessControlRuleAction: ${action}`;
    const { event, problems } = mapRecord(`<30>Jan 15 12:00:00 fmc1 SFIMS: ${text}`);
    expect(problems).toEqual([]);
    expect(event).toMatchObject({
      class_uid: 4001,
      activity_id: id,
      metadata: { product: { vendor_name: 'Cisco', name: 'Firepower' } },
      src_endpoint: { ip: '192.0.2.7' },
      device: { hostname: 'fmc1', type_id: 9 },
    });
  },
);

test('blanks before the beginning of a device do not hide it, and other texts keep theirs', () => {
  const log = '1,2026/01/15 12:00:00,007,SYSTEM,general,0,2026/01/15 12:00:00,,general,,0,0,general,informational,up';
  expect(mapRecord(`<14>1 2026-01-15T12:00:00Z pa1 - - - -   ${log}`).event).toMatchObject({
    metadata: { product: { vendor_name: 'Palo Alto Networks' } },
    message: 'up',
  });
  expect(mapRecord(`<14>1 2026-01-15T12:00:00Z web1 app - - -   at main.c:1`).event).toMatchObject({
    message: '  at main.c:1',
  });
});
