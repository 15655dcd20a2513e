import { isRejection, isSkip, type MapContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import type { AlertsConfig } from './config.ts';
import { mapAlert } from './map.ts';

/** Maps do not look at it. */
const anyConfig = { poll_every: 60_000, overlap: 300_000, look_back: 0, page_size: 1 } as AlertsConfig;
const context: MapContext<AlertsConfig> = { config: anyConfig, receivedAt: 0, origin: { transport: 'https' } };
const least = { composite_id: 'ind:1' };
const second = '2026-01-15T10:00:00Z';
const ms = Date.UTC(2026, 0, 15, 10);
const hashes = { md5: 'a'.repeat(32), sha1: 'b'.repeat(40), sha256: 'c'.repeat(64) };
const file = [
  { algorithm_id: 1, value: hashes.md5 },
  { algorithm_id: 2, value: hashes.sha1 },
  { algorithm_id: 3, value: hashes.sha256 },
];

test.each([
  ['composite_id id', 'ind:1', { finding_info: { uid: 'ind:1' } }],
  ['display_name name', 'Found', { finding_info: { title: 'Found' } }],
  ['description', 'Found it', { message: 'Found it', finding_info: { desc: 'Found it' } }],
  ['falcon_host_link', 'https://falcon.example.com/1', { finding_info: { src_url: 'https://falcon.example.com/1' } }],
  ['pattern_id', '10417', { finding_info: { analytic: { uid: '10417' } } }],
  ['severity_name', 'High', { severity_id: 4 }],
  ['severity', 85, { severity_id: 5 }],
  ['confidence', 70, { confidence_score: 70 }],
  ['status', 'closed', { status_id: 4 }],
  ['created_timestamp', second, { time: ms, finding_info: { created_time: ms } }],
  ['updated_timestamp', second, { time: ms, metadata: { uid: `ind:1@${ms}`, modified_time: ms } }],
  ['timestamp', second, { time: ms }],
  ['start_time context_timestamp', second, { finding_info: { first_seen_time: ms } }],
  ['end_time', second, { finding_info: { last_seen_time: ms } }],
  ['cid', 'c2', { metadata: { tenant_uid: 'c2' } }],
  ['type', 'ldt', { metadata: { event_code: 'ldt' } }],
  ['data_domains', ['Endpoint'], { finding_info: { types: ['Endpoint'] } }],
  ['user_name source_account_name', 'ada', { actor: { user: { name: 'ada' } } }],
  ['user_id source_account_object_sid', 'S-1-5-18', { actor: { user: { uid: 'S-1-5-18', type_id: 3 } } }],
  ['user_names', ['ada'], { actor: { user: { name: 'ada' } } }],
  ['source_endpoint_ip_address', '192.0.2.7', { evidences: [{ src_endpoint: { ip: '192.0.2.7' } }] }],
  ['source_endpoint_host_name', 'pc1', { evidences: [{ src_endpoint: { hostname: 'pc1' } }] }],
  ['source_ips', ['192.0.2.7'], { evidences: [{ src_endpoint: { ip: '192.0.2.7' } }] }],
  ['target_endpoint_ip_address', '192.0.2.8', { evidences: [{ dst_endpoint: { ip: '192.0.2.8' } }] }],
  ['target_endpoint_host_name', 'db1', { evidences: [{ dst_endpoint: { hostname: 'db1' } }] }],
  ['destination_ips', ['192.0.2.8'], { evidences: [{ dst_endpoint: { ip: '192.0.2.8' } }] }],
  ['agent_id', 'a1', { device: { uid: 'a1' } }],
  ['host_names', ['pc1'], { device: { hostname: 'pc1', type_id: 0 } }],
])('%s = %j has its place, and stands nowhere else', (names, value, expected) => {
  for (const name of names.split(' ')) {
    const record = names.includes('composite_id') ? { [name]: value } : { ...least, [name]: value };
    const event = mapped(record);
    expect(event, name).toMatchObject(expected);
    expect(event, name).not.toHaveProperty('unmapped');
  }
});

test('lists of several, and what is no name or address, stay as they are', () => {
  for (const odd of [
    { user_names: ['ada', 'bob'] },
    { user_names: 'ada' },
    { source_ips: ['nowhere'] },
    { data_domains: ['Endpoint', 7] },
    { host_names: [''] },
    { source_endpoint_host_name: 'not a name' },
  ])
    expect(mapped({ ...least, ...odd }), JSON.stringify(odd)).toMatchObject({ unmapped: odd });
  expect(mapped({ ...least, host_names: ["Ada's PC"] })).toMatchObject({
    device: { name: "Ada's PC", type_id: 0 },
  });
});

test('connections of an alert are its evidence, and stand in unmapped as they are', () => {
  const network_accesses = [{ remote_address: '198.51.100.2', connection_direction: '0' }];
  expect(mapped({ ...least, network_accesses })).toMatchObject({
    evidences: [{ dst_endpoint: { ip: '198.51.100.2' }, connection_info: { direction_id: 2 } }],
    unmapped: { network_accesses },
  });
});

test('a domain goes with its user', () => {
  for (const fields of [
    { user_name: 'ada', logon_domain: 'CORP' },
    { source_account_name: 'ada', source_account_domain: 'CORP' },
  ])
    expect(mapped({ ...least, ...fields })).toMatchObject({ actor: { user: { name: 'ada', domain: 'CORP' } } });
});

test.each([
  'operation_blocked',
  'process_blocked',
  'registry_operation_blocked',
  'fs_operation_blocked',
  'kill_process',
  'kill_parent',
  'kill_subprocess',
])('%s means that something was blocked', (flag) => {
  expect(mapped({ ...least, pattern_disposition_details: { [flag]: true } })['disposition_id']).toBe(2);
  expect(mapped({ ...least, pattern_disposition_details: { [flag]: false } })['disposition_id']).toBe(15);
});

test('a file or a host may be in quarantine', () => {
  const decided = (details: unknown): unknown =>
    mapped({ ...least, pattern_disposition_details: details })['disposition_id'];
  expect(decided({ quarantine_file: true })).toBe(3);
  expect(decided({ quarantine_machine: true })).toBe(4);
  expect([decided(null), decided('x')]).toEqual([0, 0]);
});

test('a process stands with its parent', () => {
  const process = {
    process_id: '7',
    local_process_id: '512',
    cmdline: 'cmd /c dir',
    filename: 'cmd.exe',
    filepath: 'C:\\Windows\\',
    ...hashes,
    process_start_time: '1768471200',
    process_end_time: '1768471201',
  };
  const described = {
    uid: '7',
    pid: 512,
    cmd_line: 'cmd /c dir',
    name: 'cmd.exe',
    file: { path: 'C:\\Windows\\cmd.exe', hashes: file },
  };
  const times = { created_time: 1_768_471_200_000, terminated_time: 1_768_471_201_000 };
  const event = mapped({ ...least, ...process, user_name: 'ada', user_id: 'S-1', parent_details: process });
  const expected = { ...described, ...times, user: { name: 'ada', uid: 'S-1' } };
  expect(event).toMatchObject({ actor: { process: expected }, evidences: [{ process: expected }] });
  expect(parentIn(event)).toMatchObject({ ...described, file: { path: described.file.path } });
  for (const name of ['created_time', 'terminated_time', 'file.hashes'])
    expect(parentIn(event)).not.toHaveProperty(name);
  expect(event).toMatchObject({ unmapped: { parent_details: process } });
});

test('attacks are those of the list, or else the one of the alert', () => {
  const one = { tactic: 'Execution', tactic_id: 'TA0002', technique: 'User Execution', technique_id: 'T1204' };
  const attack = {
    tactic: { name: 'Execution', uid: 'TA0002' },
    technique: { name: 'User Execution', uid: 'T1204' },
  };
  expect(mapped({ ...least, ...one })).toMatchObject({ finding_info: { attacks: [attack] } });
  const listed = mapped({ ...least, tactic: 'Other', mitre_attack: [one, 'odd', one] });
  expect(listed).toMatchObject({ finding_info: { attacks: [attack, attack] } });
  expect(listed).not.toHaveProperty('unmapped.tactic');
  expect(mapped({ ...least, ...one, mitre_attack: [] })).toMatchObject({ finding_info: { attacks: [attack] } });
});

test('a host is what the alert says of it', () => {
  const device = {
    device_id: 'a1',
    hostname: 'pc1',
    local_ip: '192.0.2.7',
    mac_address: '00-00-5e-00-53-01',
    machine_domain: 'example.com',
    platform_name: 'Windows',
    os_version: 'Windows 11',
    first_seen: second,
    last_seen: second,
  };
  const expected = {
    uid: 'a1',
    hostname: 'pc1',
    ip: '192.0.2.7',
    mac: '00-00-5e-00-53-01',
    domain: 'example.com',
    os: { name: 'Windows 11', type_id: 100 },
    type_id: 0,
    first_seen_time: ms,
    last_seen_time: ms,
  };
  expect(mapped({ ...least, device })['device']).toEqual(expected);
  const outside = { device_id: 'a1', hostname: "Ada's PC", external_ip: '203.0.113.7', mac_address: '00-00' };
  expect(mapped({ ...least, device: outside })['device']).toEqual({
    type_id: 0,
    uid: 'a1',
    name: "Ada's PC",
    ip: '203.0.113.7',
  });
  for (const product_type_desc of ['Server', 'Domain Controller'])
    expect(mapped({ ...least, device: { device_id: 'a1', product_type_desc } })).toMatchObject({
      device: { type_id: 1 },
    });
});

test('an alert has an id and is an object', () => {
  expect(mapAlert({ name: 'x' }, context)).toMatchObject({ reject: 'no_id' });
  expect(mapAlert('x', context)).toMatchObject({ reject: 'not_an_object' });
  expect(mapped(least)).toMatchObject({
    finding_info: { title: 'Alert' },
    metadata: { uid: 'ind:1', log_name: 'alerts', profiles: ['host', 'security_control'] },
  });
});

function parentIn(event: Readonly<Record<string, unknown>>): unknown {
  return (event['actor'] as { process: { parent_process: unknown } }).process.parent_process;
}

function mapped(record: object): Readonly<Record<string, unknown>> {
  const result = mapAlert(record, context);
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error(JSON.stringify(result));
  return result as Readonly<Record<string, unknown>>;
}
