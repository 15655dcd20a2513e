import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

function mapped(elements: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<134>1 2026-01-14T09:12:01Z fw1 app - RT_FLOW_SESSION_DENY ${elements}`);
  expect(problems).toEqual([]);
  return event;
}

const ends = 'source-address="192.0.2.7" destination-address="198.51.100.2" protocol-id="6"';
const fortios = 'type="traffic" subtype="forward" srcip="192.0.2.7" dstip="198.51.100.2" proto="6" action="deny"';
const checkPoint = 'product="VPN-1" origin="192.0.2.10" action="Drop" src="192.0.2.7" dst="198.51.100.2" proto="6"';

/** IANA, Private Enterprise Numbers: 2636 is Juniper Networks, 12356 Fortinet, 2620 Check Point. */
test.each([
  [`junos@2636.1.1.1.2.129 ${ends}`, 'Juniper Networks'],
  [`FTNTFGT@12356 ${fortios}`, 'Fortinet'],
  [`log@2620 ${checkPoint}`, 'Check Point'],
  [`sc@1.3.6.1.4.1.2620 ${checkPoint}`, 'Check Point'],
])('[%s] is of %s', (element, vendor) => {
  const event = mapped(`[${element}]`);
  expect(event).toMatchObject({
    class_uid: 4001,
    action_id: 2,
    metadata: { product: { vendor_name: vendor } },
    src_endpoint: { ip: '192.0.2.7' },
    dst_endpoint: { ip: '198.51.100.2' },
  });
  expect(event).not.toHaveProperty('unmapped.structured_data');
});

test.each([
  ['other@2636', ends],
  ['FTNTFGT@112356', fortios],
  ['FTNTFGT@12356.1', fortios],
  ['log@12620', checkPoint],
  ['log@2620.1', checkPoint],
])('%s is the id of nobody that is known', (id, fields) => {
  const event = mapped(`[${id} ${fields}]`);
  expect(event).toMatchObject({ class_uid: 0 });
  expect(event).toHaveProperty(['unmapped', 'structured_data', id]);
});

test.each([`[meta seq="1"][log@2620 ${checkPoint}]`, `[log@2620 ${checkPoint}][meta seq="1"]`])(
  'what else there is of structured data in %s is kept',
  (elements) => {
    expect(mapped(elements)).toMatchObject({
      class_uid: 4001,
      unmapped: { structured_data: { meta: { seq: '1' } } },
    });
    expect(mapped(elements)).not.toHaveProperty(['unmapped', 'structured_data', 'log@2620']);
  },
);
