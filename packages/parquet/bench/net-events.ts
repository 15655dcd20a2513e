import type { ColumnDeclaration } from '../src/index.ts';
import { Random } from './random.ts';

/** Network Activity, 86 leaf columns with the base columns. */
export const netDeclaration: ColumnDeclaration = {
  classUid: 4001,
  profiles: ['cloud', 'datetime', 'host', 'security_control'],
  columns: [
    'start_time',
    'end_time',
    'duration',
    'count',
    'timezone_offset',
    'start_time_dt',
    'src_endpoint.ip',
    'src_endpoint.port',
    'src_endpoint.hostname',
    'src_endpoint.mac',
    'src_endpoint.uid',
    'src_endpoint.location.country',
    'src_endpoint.location.city',
    'src_endpoint.location.region',
    'dst_endpoint.ip',
    'dst_endpoint.port',
    'dst_endpoint.hostname',
    'dst_endpoint.domain',
    'dst_endpoint.svc_name',
    'dst_endpoint.location.country',
    'dst_endpoint.location.city',
    'connection_info.protocol_name',
    'connection_info.protocol_num',
    'connection_info.direction',
    'connection_info.direction_id',
    'connection_info.boundary',
    'connection_info.boundary_id',
    'connection_info.uid',
    'connection_info.tcp_flags',
    'traffic.bytes',
    'traffic.bytes_in',
    'traffic.bytes_out',
    'traffic.packets',
    'traffic.packets_in',
    'traffic.packets_out',
    'action',
    'action_id',
    'disposition',
    'disposition_id',
    'attacks[].version',
    'attacks[].technique.uid',
    'attacks[].technique.name',
    'attacks[].tactics[].uid',
    'attacks[].tactics[].name',
    'device.hostname',
    'device.type_id',
    'device.uid',
    'app_name',
  ],
};

/** Name, country, region. */
type City = readonly [string, string, string];

const cities: readonly [City, ...City[]] = [
  ['São Paulo', 'BR', 'SP'],
  ['東京', 'JP', '13'],
  ['Zürich', 'CH', 'ZH'],
  ['Austin', 'US', 'TX'],
  ['Lagos', 'NG', 'LA'],
];
const services = ['https', 'dns', 'ssh', 'smtp', 'ntp'] as const;

/** Events in order of time, 50 or so a second. */
export function* netEvents(count: number, seed = 1): Generator<Record<string, unknown>> {
  const random = new Random(seed);
  let time = 1_767_225_600_000;
  for (let row = 0; row < count; row++) {
    time += random.below(40);
    yield netEvent(random, time);
  }
}

function netEvent(random: Random, time: number): Record<string, unknown> {
  const host = random.logUniform(3000);
  const target = random.logUniform(40_000);
  const [city, country, region] = random.pick(cities);
  const [bytesIn, bytesOut] = [random.logUniform(1e7), random.logUniform(1e7)];
  const blocked = random.below(20) === 0;
  const sourceIp = `10.${host >> 8}.${host & 255}.${1 + (host % 250)}`;
  const targetIp = `198.51.${target >> 8}.${target & 255}`;
  return {
    time,
    time_dt: new Date(time).toISOString(),
    class_uid: 4001,
    class_name: 'Network Activity',
    category_uid: 4,
    category_name: 'Network Activity',
    activity_id: 6,
    activity_name: 'Traffic',
    type_uid: 400_106,
    type_name: 'Network Activity: Traffic',
    severity_id: 1,
    severity: 'Informational',
    status_id: blocked ? 2 : 1,
    status: blocked ? 'Failure' : 'Success',
    status_code: null,
    status_detail: null,
    message: `flow from ${sourceIp} to ${targetIp}`,
    metadata: {
      version: '1.3.0',
      profiles: ['cloud', 'datetime', 'host', 'security_control'],
      product: { name: 'Edge Gateway', vendor_name: 'Example Networks', version: '7.4.1' },
      uid: random.uuid(),
      event_code: 'FLOW',
      original_time: new Date(time).toISOString(),
      logged_time: time + 1000 + random.below(500),
      log_name: 'flow',
      log_provider: 'gateway',
    },
    observables: [
      { name: 'src_endpoint.ip', value: sourceIp, type: 'IP Address', type_id: 2 },
      { name: 'dst_endpoint.ip', value: targetIp, type: 'IP Address', type_id: 2 },
    ],
    raw_data: null,
    unmapped:
      random.below(3) === 0
        ? { rule: { uid: `r-${random.below(200)}`, name: `allow-${random.below(40)}` }, zone: 'inside' }
        : null,
    cloud: { provider: 'AWS', account: { uid: '111122223333' }, region: 'eu-central-1' },
    start_time: time - random.below(60_000),
    end_time: time,
    duration: random.below(60_000),
    count: 1,
    timezone_offset: 0,
    start_time_dt: new Date(time - 1000).toISOString(),
    src_endpoint: {
      ip: sourceIp,
      port: 1024 + random.below(64_000),
      hostname: `host-${host}.example.com`,
      mac: `02:00:00:00:${hex2(host >> 8)}:${hex2(host)}`,
      uid: `i-${host.toString(16).padStart(17, '0')}`,
      instance_uid: null,
      location: { country, city, region },
    },
    dst_endpoint: {
      ip: targetIp,
      port: random.pick([443, 53, 22, 25, 123]),
      hostname: `d${target}.example.net`,
      domain: 'example.net',
      svc_name: random.pick(services),
      location: { country: 'US', city: 'Ashburn' },
    },
    connection_info: {
      protocol_name: 'tcp',
      protocol_num: 6,
      direction: 'Outbound',
      direction_id: 2,
      boundary: 'External',
      boundary_id: 3,
      uid: random.uuid(),
      tcp_flags: random.below(64),
    },
    traffic: {
      bytes: bytesIn + bytesOut,
      bytes_in: bytesIn,
      bytes_out: bytesOut,
      packets: (bytesIn + bytesOut) >> 9,
      packets_in: bytesIn >> 9,
      packets_out: bytesOut >> 9,
    },
    action: blocked ? 'Denied' : 'Allowed',
    action_id: blocked ? 2 : 1,
    disposition: blocked ? 'Blocked' : 'Allowed',
    disposition_id: blocked ? 2 : 1,
    attacks: blocked
      ? [
          {
            version: '15.1',
            technique: { uid: 'T1071', name: 'Application Layer Protocol' },
            tactics: [{ uid: 'TA0011', name: 'Command and Control' }],
          },
        ]
      : [],
    device: { hostname: `gw-${host % 12}.example.com`, type_id: 9, uid: random.uuid() },
    app_name: random.pick(['browser', 'updater', 'mail', 'sync', 'unknown']),
  };
}

function hex2(value: number): string {
  return (value & 255).toString(16).padStart(2, '0');
}
