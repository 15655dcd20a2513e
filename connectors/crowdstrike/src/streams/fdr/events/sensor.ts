import {
  ConfigStateActivityId as DiscoveryActivityId,
  SeverityId,
  type DeviceHwInfo,
  type User,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from '../../../falcon/fields.ts';
import { userType } from '../../../falcon/windows.ts';
import { nameUser } from '../actor.ts';
import { deviceOf } from '../device.ts';
import type { EventMaker } from '../record.ts';

const bytesOfMegabyte = 1024 * 1024;
const configState = 5002;
const configStateChange = 5019;

/** What configures the host's sensor, as it is: its channel files (content that it is given), its build and state. */
export const sensorConfig: EventMaker = hostState(configState);

/** A change of what protects the host: the firewall of its operating system. */
export const protectionChange: EventMaker = hostState(configStateChange);

function hostState(classUid: number): EventMaker {
  return ({ fields }) =>
    fields.peek('aid') === undefined
      ? undefined
      : { class_uid: classUid, activity_id: DiscoveryActivityId.Log, severity_id: SeverityId.Informational };
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
  device.is_managed = true;
  return {
    class_uid: 5001,
    activity_id: DiscoveryActivityId.Log,
    severity_id: SeverityId.Informational,
    device,
  };
};

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
