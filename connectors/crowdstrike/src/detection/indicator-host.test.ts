import { expect, test } from 'vitest';
import { Fields } from '../falcon/fields.ts';
import { namedByIndicators } from './indicator-host.ts';

const uid = 'b'.repeat(32);

function named(device: Parameters<typeof namedByIndicators>[0], detection: object): unknown {
  const fields = Fields.of(detection);
  return fields === undefined ? undefined : namedByIndicators(device, fields);
}

const here = { Hostname: 'web1.example.com', HostId: uid };

test.each([
  [{ type_id: 0, uid }, { ThreatgraphIndicators: [here, here] }, { type_id: 0, uid, hostname: 'web1.example.com' }],
  [
    { type_id: 0, uid },
    { threatgraph_indicators: [{ hostname: 'web1.example.com', host_id: uid }] },
    { type_id: 0, uid, hostname: 'web1.example.com' },
  ],
  [undefined, { ThreatgraphIndicators: [here] }, { type_id: 0, uid, hostname: 'web1.example.com' }],
  [undefined, { ThreatgraphIndicators: [null, { Hostname: 'web1' }] }, { type_id: 0, hostname: 'web1' }],
  [{ type_id: 0, uid }, { ThreatgraphIndicators: [{ Hostname: 'web 1' }] }, { type_id: 0, uid, name: 'web 1' }],
  [
    { type_id: 1, ip: '192.0.2.1' },
    { ThreatgraphIndicators: [here] },
    { type_id: 1, ip: '192.0.2.1', uid, hostname: 'web1.example.com' },
  ],
] as const)('%j, with %j', (device, detection, expected) => {
  expect(named(device, detection)).toEqual(expected);
});

test.each([
  [{ type_id: 0, hostname: 'other' }, { ThreatgraphIndicators: [here] }],
  [{ type_id: 0, name: 'other' }, { ThreatgraphIndicators: [here] }],
  [{ type_id: 0, uid: 'c' }, { ThreatgraphIndicators: [here] }],
  [undefined, { ThreatgraphIndicators: [here, { ...here, Hostname: 'web2' }] }],
  [undefined, { ThreatgraphIndicators: [here, { ...here, HostId: 'c' }] }],
  [undefined, { ThreatgraphIndicators: [{ HostId: uid }] }],
  [{ type_id: 0, uid: 'c' }, { threatgraph_indicators: [{ hostname: 'web1.example.com', host_id: uid }] }],
  [undefined, { ThreatgraphIndicators: ['x', null] }],
  [undefined, { ThreatgraphIndicators: 'x' }],
  [undefined, {}],
] as const)('as it was, of %j, with %j', (device, detection) => {
  expect(named(device, { ...detection, other: 1 })).toBe(device);
});
