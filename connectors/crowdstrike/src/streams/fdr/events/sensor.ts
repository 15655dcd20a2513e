import {
  ConfigStateActivityId as DiscoveryActivityId,
  SeverityId,
  type DeviceHwInfo,
  type NetworkInterface,
  type User,
} from '@sluice/ocsf/1.3.0';
import { nameUser } from '../../../falcon/account-name.ts';
import type { Fields } from '../../../falcon/fields.ts';
import { userType } from '../../../falcon/windows.ts';
import { actorOf, nameProcess } from '../actor.ts';
import { addOwner, deviceOf } from '../device.ts';
import type { EventMaker, FdrRecord, UnfinishedEvent } from '../record.ts';

const bytesOfMegabyte = 1024 * 1024;
const configState = 5002;
const configStateChange = 5019;

/** What configures the host's sensor, as it is: its channel files (content that it is given), its build and state. */
export const sensorConfig: EventMaker = ({ fields }) =>
  fields.peek('aid') === undefined ? undefined : stateOf(configState);

/** A change of what protects the host: the firewall of its operating system. Who made it, where the record says so. */
export const protectionChange: EventMaker = ({ fields }) => {
  if (fields.peek('aid') === undefined) return undefined;
  const actor = actorOf(fields);
  if (actor === undefined) return stateOf(configStateChange);
  if (actor.process !== undefined) {
    nameProcess(actor.process, fields, 'ImageFileName', 'ContextBaseFileName');
    const commandLine = fields.text('CommandLine');
    if (commandLine !== undefined) actor.process.cmd_line = commandLine;
  }
  return { ...stateOf(configStateChange), actor };
};

function stateOf(classUid: number): UnfinishedEvent {
  return { class_uid: classUid, activity_id: DiscoveryActivityId.Log, severity_id: SeverityId.Informational };
}

/** What a host is made of, as its sensor reports it. */
export const hostDescription: EventMaker = (record) => {
  const { fields } = record;
  if (fields.peek('aid') === undefined) return undefined;
  const device = deviceOf(record);
  const hardware = hardwareOf(fields);
  if (hardware !== undefined) device.hw_info = { ...device.hw_info, ...hardware };
  const name = fields.first('ProductName', 'OSVersionString');
  if (name !== undefined) device.os = { ...device.os, name, type_id: device.os?.type_id ?? 0 };
  const adapter = adapterOf(record);
  if (adapter !== undefined) device.network_interfaces = [adapter];
  device.is_managed = true;
  addOwner(device, fields);
  return {
    class_uid: 5001,
    activity_id: DiscoveryActivityId.Log,
    severity_id: SeverityId.Informational,
    device,
  };
};

/** The adapter that has an address, of a record about one that came; of one that the host lost nothing is left to tell. */
function adapterOf({ name, fields }: FdrRecord): NetworkInterface | undefined {
  if (name !== 'LocalIpAddressIP4' && name !== 'LocalIpAddressIP6') return undefined;
  const ip = fields.ip('LocalAddressIP4') ?? fields.ip('LocalAddressIP6');
  if (ip === undefined) return undefined;
  const adapter: NetworkInterface = { type_id: 0, ip };
  const alias = fields.text('InterfaceAlias');
  if (alias !== undefined) adapter.name = alias;
  const mac = fields.peek('PhysicalAddress');
  if (mac === undefined || !/^(?:[0-9a-f]{2}-){5}[0-9a-f]{2}$/i.test(mac)) return adapter;
  fields.take('PhysicalAddress');
  adapter.mac = mac;
  return adapter;
}

/** The size of the memory in OCSF's megabytes; the bytes stay in `unmapped`. */
function hardwareOf(fields: Fields): DeviceHwInfo | undefined {
  const count = fields.integer('ActiveCpuCount') ?? fields.integer('LogicalCoreCount');
  const bytes = Number(fields.peek('MemoryTotal'));
  const megabytes = Number.isSafeInteger(bytes) ? Math.floor(bytes / bytesOfMegabyte) : 0;
  if (count === undefined && megabytes <= 0) return undefined;
  const hardware: DeviceHwInfo = {};
  if (count !== undefined) hardware.cpu_count = count;
  if (megabytes > 0) hardware.ram_size = megabytes;
  return hardware;
}

/** A user that the sensor has come to know: `UserIdentity`. */
export const userDescription: EventMaker = ({ fields }) => {
  const uid = fields.text('UserSid') ?? fields.text('UID');
  const written = fields.first('UserName', 'UserPrincipal');
  if (uid === undefined && written === undefined) return undefined;
  const user: User = {};
  if (uid !== undefined) user.uid = uid;
  if (written !== undefined) nameUser(user, written);
  const domain = user.domain ?? fields.text('LogonDomain');
  if (domain !== undefined) user.domain = domain;
  const type = userType(uid, fields.text('UserIsAdmin'));
  if (type !== undefined) user.type_id = type;
  return { class_uid: 5003, activity_id: DiscoveryActivityId.Log, severity_id: SeverityId.Informational, user };
};
