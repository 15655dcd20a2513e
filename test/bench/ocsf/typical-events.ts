/** Events as a mapper would make them, different from one to the next. */
export interface Case {
  readonly name: string;
  readonly classUid: number;
  readonly profiles: readonly string[];
  readonly make: (index: number) => Record<string, unknown>;
}

const profiles: readonly string[] = ['cloud', 'datetime', 'host'];

function metadata(index: number): Record<string, unknown> {
  return {
    version: '1.3.0',
    product: { vendor_name: 'Example', name: 'Example Server' },
    profiles: [...profiles],
    log_name: 'auth.log',
    uid: `event-${index}`,
    logged_time: 1_700_000_000_100 + index,
  };
}

function cloud(): Record<string, unknown> {
  return { provider: 'AWS', region: 'us-east-1', account: { uid: '111122223333' } };
}

function authentication(index: number): Record<string, unknown> {
  return {
    class_uid: 3002,
    activity_id: 1,
    severity_id: 1,
    time: 1_700_000_000_000 + index,
    status_id: 1 + (index % 2),
    message: `Accepted password for user${index % 50}`,
    metadata: metadata(index),
    cloud: cloud(),
    user: { name: `user${index % 50}`, uid: String(1_000 + (index % 50)), type_id: 1 },
    src_endpoint: { ip: `192.0.2.${index % 256}`, port: 1_024 + (index % 60_000), hostname: 'client.example.com' },
    dst_endpoint: { ip: '198.51.100.9', hostname: 'host.example.com', port: 22 },
    device: { hostname: 'host.example.com', type_id: 1 },
    actor: { process: { name: 'sshd', pid: 1_000 + index } },
    auth_protocol_id: 99,
    auth_protocol: 'publickey',
    is_remote: true,
    unmapped: { facility: 'auth' },
  };
}

function networkActivity(index: number): Record<string, unknown> {
  return {
    class_uid: 4001,
    activity_id: 6,
    severity_id: 1,
    time: 1_700_000_000_000 + index,
    start_time: 1_700_000_000_000,
    end_time: 1_700_000_060_000,
    status_id: 1,
    metadata: metadata(index),
    cloud: cloud(),
    device: { hostname: 'gw.example.com', type_id: 9, ip: '203.0.113.1' },
    src_endpoint: { ip: `192.0.2.${index % 256}`, port: 1_024 + (index % 60_000), interface_uid: 'eth0' },
    dst_endpoint: { ip: '198.51.100.9', port: 443 },
    connection_info: { direction_id: 2, protocol_num: 6, protocol_name: 'tcp', tcp_flags: 18 },
    traffic: { bytes: 1_500 * (index % 100), packets: index % 100, bytes_in: 100, bytes_out: 200 },
  };
}

function smallAuthentication(index: number): Record<string, unknown> {
  return {
    class_uid: 3002,
    activity_id: 1,
    severity_id: 1,
    time: 1_700_000_000_000 + index,
    status_id: 1 + (index % 2),
    message: `Accepted password for user${index % 50}`,
    metadata: { version: '1.3.0', product: { vendor_name: 'Example', name: 'Example Server' } },
    user: { name: `user${index % 50}` },
    src_endpoint: { ip: `192.0.2.${index % 256}` },
    service: { name: 'sshd' },
    is_remote: true,
  };
}

function smallNetworkActivity(index: number): Record<string, unknown> {
  return {
    class_uid: 4001,
    activity_id: 6,
    severity_id: 1,
    time: 1_700_000_000_000 + index,
    metadata: { version: '1.3.0', product: { vendor_name: 'Example', name: 'Example Server' } },
    src_endpoint: { ip: `192.0.2.${index % 256}` },
    dst_endpoint: { ip: '198.51.100.9', port: 443 },
  };
}

/**
 * 35 leaves, as the median of mapped events has: in the first two once they are complete, in the other two as the mapper
 * leaves them, so that they are some 80 to 100 once the ids' captions, the times' twins and the observables are there.
 */
export const cases: readonly Case[] = [
  { name: 'authentication, small', classUid: 3002, profiles: [], make: smallAuthentication },
  { name: 'network_activity, small', classUid: 4001, profiles: [], make: smallNetworkActivity },
  { name: 'authentication', classUid: 3002, profiles, make: authentication },
  { name: 'network_activity', classUid: 4001, profiles, make: networkActivity },
];
