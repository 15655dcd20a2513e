import { DeviceTypeId, type Device, type Os, type OsTypeId } from '@sluice/ocsf/1.3.0';
import { isEmailAddress, isHostname } from '../../falcon/address.ts';
import type { Fields } from '../../falcon/fields.ts';
import type { FdrRecord } from './record.ts';

/** The host that the sensor runs on: by the record itself, and by the host inventory where it is known. */
export function deviceOf({ fields, host }: FdrRecord): Device {
  const name = valueOf(fields, 'ComputerName');
  const isHost = name !== undefined && isHostname(name);
  const device = {
    type_id: DeviceTypeId.Unknown,
    uid: fields.text('aid'),
    ip: fields.ip('aip'),
    os: osOf(fields.text('event_platform'), host === undefined ? undefined : valueOf(host, 'Version')),
    hostname: isHost ? name : undefined,
    name: isHost ? undefined : name,
  } as Device;
  if (host !== undefined) describeDevice(device, host);
  return device;
}

/** Adds who uses the host, which a record names by a principal: OCSF's owner of an endpoint is also who was last logged into it. */
export function addOwner(device: Device, fields: Fields): void {
  const principal = fields.text('UserPrincipal');
  if (principal === undefined) return;
  const name = fields.text('UserName');
  device.owner = { name: name ?? principal, ...(isEmailAddress(principal) ? { email_addr: principal } : {}) };
}

function nameDevice(device: Device, fields: Fields): void {
  const name = valueOf(fields, 'ComputerName');
  if (name === undefined) return;
  if (isHostname(name)) device.hostname = name;
  else device.name = name;
}

/** Adds what the host inventory says and the record does not. */
export function describeDevice(device: Device, host: Fields): void {
  if (device.hostname === undefined && device.name === undefined) nameDevice(device, host);
  const domain = valueOf(host, 'MachineDomain');
  if (domain !== undefined) device.domain = domain;
  const firstSeen = host.time('FirstSeen');
  if (firstSeen !== undefined) device.first_seen_time = firstSeen;
  const city = valueOf(host, 'City');
  const continent = valueOf(host, 'Continent');
  if (city !== undefined) device.location = continent === undefined ? { city } : { city, continent };
  const version = valueOf(host, 'AgentVersion');
  if (version !== undefined) {
    device.agent_list = [{ name: 'CrowdStrike Falcon', type_id: 1, vendor_name: 'CrowdStrike', version }];
  }
  describeKind(device, host);
  describeHardware(device, host);
}

/** Inventories write texts where they have no value. */
const noValue = new Set(['none', '-', 'N/A', 'None', 'unknown']);
const longestNoValue = 7;

export function valueOf(fields: Fields, name: string): string | undefined {
  const text = fields.peek(name);
  if (text === undefined || (text.length <= longestNoValue && noValue.has(text))) return undefined;
  fields.take(name);
  return text;
}

function describeKind(device: Device, host: Fields): void {
  const productType = host.text('ProductType');
  if (productType === '2' || productType === '3') {
    device.type_id = DeviceTypeId.Server;
    return;
  }
  const chassis = host.peek('ChassisType')?.toLowerCase() ?? '';
  if (/laptop|notebook|portable/.test(chassis)) device.type_id = DeviceTypeId.Laptop;
  else if (/desktop|tower|all in one/.test(chassis)) device.type_id = DeviceTypeId.Desktop;
  else if (productType === '1') {
    device.type_id = DeviceTypeId.Other;
    device.type = 'Workstation';
  }
}

function describeHardware(device: Device, host: Fields): void {
  const manufacturer = valueOf(host, 'BiosManufacturer');
  const version = valueOf(host, 'BiosVersion');
  const chassis = valueOf(host, 'ChassisType');
  const serial = valueOf(host, 'SystemSerialNumber');
  if (manufacturer === undefined && version === undefined && chassis === undefined && serial === undefined) return;
  device.hw_info = {
    ...(manufacturer === undefined ? {} : { bios_manufacturer: manufacturer }),
    ...(version === undefined ? {} : { bios_ver: version }),
    ...(chassis === undefined ? {} : { chassis }),
    ...(serial === undefined ? {} : { serial_number: serial }),
  };
}

const platforms: ReadonlyMap<string, readonly [name: string, typeId: OsTypeId]> = new Map([
  ['Win', ['Windows', 100]],
  ['Lin', ['Linux', 200]],
  ['Mac', ['macOS', 300]],
  ['iOS', ['iOS', 301]],
  ['Android', ['Android', 201]],
  ['K8S', ['Kubernetes', 99]],
]);

/** The operating system; its full name where the host inventory has one. */
export function osOf(platform: string | undefined, name: string | undefined): Os | undefined {
  const known = platform === undefined ? undefined : platforms.get(platform);
  if (known === undefined) return name === undefined ? undefined : { name, type_id: 0 };
  const os: Os = { name: name ?? known[0], type_id: known[1] };
  if (known[1] === 99) os.type = known[0];
  return os;
}
