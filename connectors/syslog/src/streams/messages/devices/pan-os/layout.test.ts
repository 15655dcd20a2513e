import { expect, test } from 'vitest';
import { documentedOrder, documentedTypes } from './layout.fixture.ts';
import { layouts } from './layout.ts';

/** The titles of the documentation for the names by which attributes take their values, and for two that stand alone. */
const titles: Readonly<Record<string, string>> = {
  action: 'Action',
  actionflags: 'Action Flags',
  admin: 'Admin',
  after_change_detail: 'After Change Detail',
  app: 'Application',
  auth_method: 'Authentication Method',
  authpolicy: 'Authentication Policy',
  before_change_detail: 'Before Change Detail',
  bytes: 'Bytes',
  bytes_received: 'Bytes Received',
  bytes_sent: 'Bytes Sent',
  category: 'Category',
  client: 'Client',
  cloud_reportid: 'Cloud Report ID',
  cmd: 'Command',
  datasource: 'Data Source',
  desc: 'Description',
  device_name: 'Device Name',
  dport: 'Destination Port',
  dst: 'Destination Address',
  elapsed: 'Elapsed Time',
  error: 'Error',
  event: 'Event Type',
  eventid: 'Event ID',
  evidence: 'Evidence',
  filedigest: 'File Digest',
  from: 'Source Zone',
  high_res_timestamp: 'High Resolution Timestamp',
  host: 'Host',
  inbound_if: 'Inbound Interface',
  ip: 'Source IP',
  login_duration: 'Login Duration',
  machinename: 'Machine Name',
  misc: 'URL/Filename',
  normalize_user: 'Normalize User',
  object: 'Object',
  object_id: 'Object ID',
  objectname: 'Object Name',
  opaque: 'Description',
  outbound_if: 'Outbound Interface',
  packets: 'Packets',
  path: 'Configuration Path',
  pkts_received: 'Packets Received',
  pkts_sent: 'Packets Sent',
  portal: 'Portal',
  private_ip: 'Private IP',
  private_ipv6: 'Private IPv6',
  proto: 'Protocol',
  public_ip: 'Public IP',
  public_ipv6: 'Public IPv6',
  reason: 'Reason',
  receive_time: 'Receive Time',
  repeatcnt: 'Repeat Count',
  result: 'Result',
  rule: 'Rule Name',
  rule_uuid: 'Rule UUID',
  seqno: 'Sequence Number',
  serial: 'Serial Number',
  serverprofile: 'Server Profile',
  session_end_reason: 'Session End Reason',
  sessionid: 'Session ID',
  severity: 'Severity',
  sport: 'Source Port',
  src: 'Source Address',
  srcuser: 'Source User',
  start: 'Start Time',
  status: 'Status',
  subtype: 'Subtype',
  thr_category: 'Threat Category',
  threatid: 'Threat ID',
  time_generated: 'Generated Time',
  to: 'Destination Zone',
  tunnel_type: 'Tunnel Type',
  tunneled_app: 'Tunneled Application',
  type: 'Type',
  user: 'User',
};

test.each(documentedTypes)('%s has every value that an attribute takes where PAN-OS documents it', (type) => {
  const names = layouts.get(type)?.names ?? [];
  const documented = documentedOrder(type);
  expect(names.length).toBe(documented.length);
  const held = names.filter((name) => titles[name] !== undefined);
  expect(held.length).toBeGreaterThan(9);
  for (const name of held) expect(documented[names.indexOf(name)], `${type} ${name}`).toBe(titles[name]);
});

test.each(documentedTypes)('%s has a value of no name exactly where PAN-OS documents one', (type) => {
  const open = (layouts.get(type)?.names ?? []).map((name) => /^future\d*$/.test(name) || name === 'time_logged');
  expect(open.flatMap((isOpen, place) => (isOpen ? [place] : []))).toEqual(
    documentedOrder(type).flatMap((title, place) => (title === 'FUTURE_USE' ? [place] : [])),
  );
});

test('every value of a type has a name, and no two have one', () => {
  for (const [type, { names }] of layouts) {
    expect(new Set(names).size, type).toBe(names.length);
    for (const name of names) expect(name, type).toMatch(/^[a-z][a-z0-9_]+$/);
  }
});

test('there is a layout for every documented type, and for no other', () => {
  expect([...layouts.keys()].toSorted()).toEqual(documentedTypes.toSorted());
});
