import {
  DeviceTypeId,
  ConfigStateActivityId as DiscoveryActivityId,
  SeverityId,
  type Device,
  type User,
} from '@sluice/ocsf/1.3.0';
import { nameUser } from '../../../falcon/account-name.ts';
import type { Fields } from '../../../falcon/fields.ts';
import { userType } from '../../../falcon/windows.ts';
import { describeDevice, osOf, valueOf } from '../device.ts';
import type { FdrRecord, UnfinishedEvent } from '../record.ts';

/** A host of `aidmaster`, or one that was seen on the network and has no sensor (`notmanaged`). */
export function hostInventory({ fields }: FdrRecord): UnfinishedEvent | undefined {
  const device: Device = { type_id: DeviceTypeId.Unknown };
  const uid = fields.text('aid');
  if (uid !== undefined) device.uid = uid;
  const ip = fields.ip('aip') ?? fields.ip('CurrentLocalIP');
  if (ip !== undefined) device.ip = ip;
  const mac = macOf(fields);
  if (mac !== undefined) device.mac = mac;
  const os = osOf(fields.text('event_platform'), valueOf(fields, 'Version'));
  if (os !== undefined) device.os = os;
  describeDevice(device, fields);
  if (uid === undefined && ip === undefined && device.hostname === undefined && device.name === undefined)
    return undefined;
  device.is_managed = uid !== undefined;
  return {
    class_uid: 5001,
    activity_id: DiscoveryActivityId.Collect,
    severity_id: SeverityId.Informational,
    device,
  };
}

function macOf(fields: Fields): string | undefined {
  const mac = fields.peek('MAC');
  if (mac === undefined || !/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(mac)) return undefined;
  fields.take('MAC');
  return mac;
}

/** A user of `userinfo`. */
export function userInventory({ fields }: FdrRecord): UnfinishedEvent | undefined {
  const uid = fields.first('UserSid_readable', 'UserSid');
  const account = valueOf(fields, 'User') ?? valueOf(fields, 'UserName');
  if (uid === undefined && account === undefined) return undefined;
  const user: User = {};
  if (uid !== undefined) user.uid = uid;
  if (account !== undefined) nameUser(user, account);
  const type = userType(uid, fields.text('UserIsAdmin'));
  if (type !== undefined) user.type_id = type;
  return {
    class_uid: 5003,
    activity_id: DiscoveryActivityId.Collect,
    severity_id: SeverityId.Informational,
    user,
  };
}
