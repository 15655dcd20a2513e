import { expect, test } from 'vitest';
import { Fields } from '../../falcon/fields.ts';
import { deviceOf, osOf } from './device.ts';

test('a platform is one of those that OCSF numbers; the inventory names it more exactly', () => {
  const platforms = ['Win', 'Lin', 'Mac', 'iOS', 'Android', 'K8S'].map((platform) => osOf(platform, undefined));
  expect(platforms).toEqual([
    { name: 'Windows', type_id: 100 },
    { name: 'Linux', type_id: 200 },
    { name: 'macOS', type_id: 300 },
    { name: 'iOS', type_id: 301 },
    { name: 'Android', type_id: 201 },
    { name: 'Kubernetes', type_id: 99, type: 'Kubernetes' },
  ]);
  expect(osOf('Win', 'Windows 11')).toEqual({ name: 'Windows 11', type_id: 100 });
  expect(osOf('constructor', 'Plan 9')).toEqual({ name: 'Plan 9', type_id: 0 });
  expect([osOf('Plan9', undefined), osOf(undefined, undefined)]).toEqual([undefined, undefined]);
});

test('a host is what its record says, and beside it what the inventory does', () => {
  const host = {
    ComputerName: 'other',
    MachineDomain: 'example.com',
    FirstSeen: '1768471200',
    City: 'Berlin',
    Continent: 'Europe',
    AgentVersion: '7.1',
    Version: 'Windows 11',
    ProductType: '1',
    BiosManufacturer: 'Example Corp',
    BiosVersion: '1.2',
    ChassisType: 'Laptop',
    SystemSerialNumber: 'S-1',
  };
  expect(deviceWith({ aid: 'a1', aip: '203.0.113.7', event_platform: 'Win', ComputerName: 'pc1' }, host)).toEqual({
    uid: 'a1',
    ip: '203.0.113.7',
    hostname: 'pc1',
    domain: 'example.com',
    first_seen_time: 1_768_471_200_000,
    location: { city: 'Berlin', continent: 'Europe' },
    agent_list: [{ name: 'CrowdStrike Falcon', type_id: 1, vendor_name: 'CrowdStrike', version: '7.1' }],
    os: { name: 'Windows 11', type_id: 100 },
    type_id: 3,
    hw_info: { bios_manufacturer: 'Example Corp', bios_ver: '1.2', chassis: 'Laptop', serial_number: 'S-1' },
  });
  expect(deviceWith({ aid: 'a1' }, { ComputerName: "Ada's PC", City: 'Berlin' })).toEqual({
    uid: 'a1',
    name: "Ada's PC",
    location: { city: 'Berlin' },
    type_id: 0,
  });
  expect(deviceWith({ aid: 'a1', ComputerName: "Ada's PC" }, { ComputerName: 'other' })).toEqual({
    uid: 'a1',
    name: "Ada's PC",
    type_id: 0,
  });
});

test.each(['none', '-', 'N/A', 'None', 'unknown'])('an inventory that says %s says nothing', (nothing) => {
  const host = { MachineDomain: nothing, City: nothing, BiosVersion: nothing, AgentVersion: nothing };
  expect(deviceWith({ aid: 'a1' }, host)).toEqual({ uid: 'a1', type_id: 0 });
});

test.each([
  [{ ProductType: '2' }, 1],
  [{ ProductType: '3', ChassisType: 'Laptop' }, 1],
  [{ ChassisType: 'Notebook' }, 3],
  [{ ChassisType: 'Portable' }, 3],
  [{ ChassisType: 'Desktop' }, 2],
  [{ ChassisType: 'Mini Tower' }, 2],
  [{ ChassisType: 'All in One' }, 2],
  [{ ProductType: '1' }, 99],
  [{ ProductType: '4' }, 0],
])('%j is a device of type %i', (host, type) => {
  const device = deviceWith({ aid: 'a1' }, host);
  expect(device).toMatchObject({ type_id: type });
  if (type === 99) expect(device).toMatchObject({ type: 'Workstation' });
});

function deviceWith(record: object, host: object): object {
  const fields = Fields.of(record);
  if (fields === undefined) throw new Error('a record is an object');
  return deviceOf({ name: 'ProcessRollup2', fields, host: Fields.of(host) });
}
