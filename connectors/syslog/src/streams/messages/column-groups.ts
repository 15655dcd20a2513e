/** Columns that several classes have. Append only, as in the classes. */

export const head: readonly string[] = [
  'message',
  'count',
  'metadata.log_name',
  'metadata.log_provider',
  'metadata.log_level',
  'metadata.original_time',
  'metadata.sequence',
  'metadata.loggers[].name',
  'metadata.loggers[].uid',
];

export const outcome: readonly string[] = ['status_id', 'status', 'status_detail'];
const times: readonly string[] = [
  'status_code',
  'duration',
  'start_time',
  'end_time',
  'metadata.event_code',
  'metadata.uid',
  'activity_name',
];

const device: readonly string[] = [
  'device.ip',
  'device.hostname',
  'device.interface_name',
  'device.type_id',
  'device.type',
  'device.uid',
];

const actor: readonly string[] = [
  'actor.user.name',
  'actor.user.uid',
  'actor.user.domain',
  'actor.user.type_id',
  'actor.user.type',
  'actor.process.name',
  'actor.process.pid',
  'actor.user.groups[].name',
  'metadata.product.version',
];

export function user(path: string): readonly string[] {
  return ['name', 'uid', 'domain', 'type_id', 'type', 'groups[].name'].map((name) => `${path}.${name}`);
}

export function endpoint(path: string): readonly string[] {
  const names = ['ip', 'port', 'hostname', 'interface_name', 'svc_name', 'zone', 'mac'];
  return names.map((name) => `${path}.${name}`);
}

export function connectionInfo(path: string): readonly string[] {
  const names = [
    'uid',
    'direction_id',
    'direction',
    'protocol_num',
    'protocol_name',
    'protocol_ver_id',
    'protocol_ver',
  ];
  return names.map((name) => `${path}.${name}`);
}

const traffic: readonly string[] = ['bytes', 'bytes_in', 'bytes_out', 'packets', 'packets_in', 'packets_out'].map(
  (name) => `traffic.${name}`,
);

export function url(path: string): readonly string[] {
  const names = ['url_string', 'scheme', 'hostname', 'port', 'path', 'query_string', 'categories', 'category_ids'];
  return names.map((name) => `${path}.${name}`);
}

export function file(path: string): readonly string[] {
  const names = [
    'name',
    'path',
    'type_id',
    'type',
    'size',
    'hashes[].algorithm_id',
    'hashes[].algorithm',
    'hashes[].value',
  ];
  return names.map((name) => `${path}.${name}`);
}

export const verdict: readonly string[] = [
  'action_id',
  'action',
  'disposition_id',
  'disposition',
  'firewall_rule.name',
  'firewall_rule.uid',
];

export const frame: readonly string[] = [...head, ...outcome, ...times, ...device, ...actor];
export const connection: readonly string[] = [
  ...endpoint('src_endpoint'),
  ...endpoint('dst_endpoint'),
  ...connectionInfo('connection_info'),
  ...traffic,
];

export const host: readonly string[] = ['host'];
export const guarded: readonly string[] = ['host', 'security_control'];
