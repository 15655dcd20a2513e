import { expect, test } from 'vitest';
import { eventOf } from '../record.fixture.ts';

type Fields = Readonly<Record<string, unknown>>;

test.each<[fields: Fields, device: object | undefined, isManaged?: boolean]>([
  [{ aid: 'a1' }, { uid: 'a1' }, true],
  [{ aip: '203.0.113.7' }, { ip: '203.0.113.7' }, false],
  [{ CurrentLocalIP: '192.0.2.7' }, { ip: '192.0.2.7' }, false],
  [{ ComputerName: 'pc1' }, { hostname: 'pc1' }, false],
  [{ ComputerName: "Ada's PC" }, { name: "Ada's PC" }, false],
  [{ MAC: '00-00-5e-00-53-01', City: 'Berlin' }, undefined],
])('%j in the inventory is the host %j', (fields, device, isManaged) => {
  const event = eventOf('notmanaged', { aid: undefined, ...fields });
  if (device === undefined) expect(event).toMatchObject({ class_uid: 0, unmapped: fields });
  else expect(event).toMatchObject({ class_uid: 5001, device: { ...device, is_managed: isManaged } });
});

test('the address of an adapter is six bytes', () => {
  for (const MAC of ['00-00-5e-00-53-01', '00:00:5E:00:53:01'])
    expect(eventOf('aidmaster', { MAC })).toMatchObject({ device: { mac: MAC } });
  const odd = eventOf('aidmaster', { MAC: '00-00-5e' });
  expect(odd['device']).not.toHaveProperty('mac');
  expect(odd).toMatchObject({ unmapped: { MAC: '00-00-5e' } });
  expect(eventOf('aidmaster', {})['device']).not.toHaveProperty('mac');
});

test.each([
  ['BiosManufacturer', 'Example Corp', 'bios_manufacturer'],
  ['BiosVersion', '1.2', 'bios_ver'],
  ['ChassisType', 'Laptop', 'chassis'],
  ['SystemSerialNumber', 'S-1', 'serial_number'],
])('%s alone tells of the hardware', (name, value, attribute) => {
  expect(eventOf('aidmaster', { [name]: value })).toMatchObject({ device: { hw_info: { [attribute]: value } } });
  expect(eventOf('aidmaster', {})['device']).not.toHaveProperty('hw_info');
});

test.each<[fields: Fields, user: object | undefined]>([
  [{ UserSid_readable: 'S-1-5-21-1-2-3-1001' }, { uid: 'S-1-5-21-1-2-3-1001' }],
  [{ UserSid: 'S-1-5-18' }, { uid: 'S-1-5-18', type_id: 3 }],
  [{ User: 'CORP\\ada' }, { name: 'ada', domain: 'CORP' }],
  [{ UserName: 'ada' }, { name: 'ada' }],
  [{ User: 'N/A', UserName: 'ada' }, { name: 'ada' }],
  [
    { UserName: 'ada', UserIsAdmin: '1' },
    { name: 'ada', type_id: 2 },
  ],
  [{ User: 'N/A' }, undefined],
])('%j in the table of users is the user %j', (fields, user) => {
  const event = eventOf('userinfo', fields);
  if (user === undefined) expect(event).toMatchObject({ class_uid: 0, unmapped: fields });
  else expect(event).toMatchObject({ class_uid: 5003, user });
});

test.each<[fields: Fields, hardware: object | undefined]>([
  [{ ActiveCpuCount: '8' }, { cpu_count: 8 }],
  [{ LogicalCoreCount: '8' }, { cpu_count: 8 }],
  [{ ActiveCpuCount: '8', MemoryTotal: '0' }, { cpu_count: 8 }],
  [{ MemoryTotal: '1048576' }, { ram_size: 1 }],
  [
    { MemoryTotal: '17179869184', ActiveCpuCount: '8' },
    { ram_size: 16_384, cpu_count: 8 },
  ],
  [{ MemoryTotal: '1048575' }, undefined],
  [{ MemoryTotal: '9007199254740992' }, undefined],
  [{ MemoryTotal: 'much' }, undefined],
  [
    { ActiveCpuCount: '8', $host: { BiosVersion: '1.2' } },
    { cpu_count: 8, bios_ver: '1.2' },
  ],
])('by %j a host has the hardware %j', (fields, hardware) => {
  const device = eventOf('SystemCapacity', fields)['device'] as Fields;
  expect(device['hw_info']).toEqual(hardware);
});

test.each<[fields: Fields, os: object]>([
  [{ ProductName: 'Plan 9' }, { name: 'Plan 9', type_id: 0 }],
  [{ OSVersionString: 'Plan 9' }, { name: 'Plan 9', type_id: 0 }],
  [
    { ProductName: 'Windows 11', event_platform: 'Win' },
    { name: 'Windows 11', type_id: 100 },
  ],
  [
    { ProductName: 'k3s', event_platform: 'K8S' },
    { name: 'k3s', type_id: 99, type: 'Kubernetes' },
  ],
])('by %j a host runs %j', (fields, os) => {
  expect((eventOf('OsVersionInfo', fields)['device'] as Fields)['os']).toEqual(os);
});

test.each<[kind: string, fields: Fields, adapter: object | undefined]>([
  ['LocalIpAddressIP4', { LocalAddressIP4: '192.0.2.7' }, { type_id: 0, ip: '192.0.2.7' }],
  ['LocalIpAddressIP6', { LocalAddressIP6: '2001:db8::1' }, { type_id: 0, ip: '2001:db8::1' }],
  [
    'LocalIpAddressIP4',
    { LocalAddressIP4: '192.0.2.7', InterfaceAlias: 'eth0', PhysicalAddress: '00-00-5e-00-53-01' },
    { type_id: 0, ip: '192.0.2.7', name: 'eth0', mac: '00-00-5e-00-53-01' },
  ],
  ['LocalIpAddressIP4', { LocalAddressIP4: '192.0.2.7', PhysicalAddress: '0' }, { type_id: 0, ip: '192.0.2.7' }],
  ['LocalIpAddressIP4', { InterfaceAlias: 'eth0' }, undefined],
  ['LocalIpAddressRemovedIP4', { LocalAddressIP4: '192.0.2.7' }, undefined],
])('%s with %j tells of the adapter %j', (kind, fields, adapter) => {
  const device = eventOf(kind, fields)['device'] as Fields;
  expect(device['network_interfaces']).toEqual(adapter === undefined ? undefined : [adapter]);
  expect(device['is_managed']).toBe(true);
});

test('the address of an adapter that is none stays', () => {
  const odd = { LocalAddressIP4: '192.0.2.7', PhysicalAddress: '0' };
  expect(eventOf('LocalIpAddressIP4', odd)).toMatchObject({ unmapped: { PhysicalAddress: '0' } });
});

test('who changed what protects a host is named as the context is', () => {
  const change = { ContextProcessId: '7', ImageFileName: '/bin/a', CommandLine: 'a -v' };
  const actor = (fields: Fields): unknown => eventOf('FirewallDisabled', fields)['actor'];
  expect(actor({ ...change, ContextBaseFileName: 'b' })).toMatchObject({
    process: { uid: '7', name: 'b', cmd_line: 'a -v', file: { path: '/bin/a' } },
  });
  expect(actor(change)).toMatchObject({ process: { name: 'a' } });
  expect(actor({ UserName: 'ada' })).toEqual({ user: { name: 'ada' } });
  expect(actor({})).toBeUndefined();
});

test('a name beside a principal is of whoever uses the host, not of a process', () => {
  const user = { UserName: 'ada', UserPrincipal: 'ada@example.com' };
  const owner = { name: 'ada', email_addr: 'ada@example.com' };
  const written = eventOf('GzipFileWritten', { ...user, ContextProcessId: '7', TargetFileName: '/a.gz' });
  expect(written).toMatchObject({ device: { owner } });
  expect(written['actor']).toEqual({ process: { uid: '7' } });
  const started = eventOf('ProcessRollup2', { ...user, TargetProcessId: '8', ParentProcessId: '7', UID: '0' });
  expect(started).toMatchObject({ device: { owner }, process: { user: { uid: '0' } } });
  expect((started['process'] as Fields)['user']).toEqual({ uid: '0' });
  expect(eventOf('BillingInfo', { ...user, MemoryTotal: '1' })).toMatchObject({ class_uid: 5001, device: { owner } });
  const named = (principal: string): unknown => eventOf('AgentOnline', { UserPrincipal: principal })['device'];
  expect(named('EXAMPLE\\ada')).toMatchObject({ owner: { name: 'EXAMPLE\\ada' } });
  expect(named('ada@example.com')).toMatchObject({ owner: { name: 'ada@example.com', email_addr: 'ada@example.com' } });
});

test('where an event is about users, names are theirs', () => {
  const event = eventOf('UserLogon', {
    UserName: 'ada',
    UserPrincipal: 'ada@example.com',
    UserSid: 'S-1-5-21-1-2-3-1001',
  });
  expect(event).toMatchObject({
    class_uid: 3002,
    user: { name: 'ada' },
    unmapped: { UserPrincipal: 'ada@example.com' },
  });
  expect(event['device']).not.toHaveProperty('owner');
  // Nothing is taken for a host that is none.
  const nobody = eventOf('NetworkListenIP4', {
    aid: '',
    LocalAddressIP4: '192.0.2.1',
    LocalPort: '22',
    UserPrincipal: 'ada',
  });
  expect(nobody).toMatchObject({ class_uid: 4001, unmapped: { UserPrincipal: 'ada' } });
});
