import type { MappedEvent } from '@sluice/connector';
import { severityIdOfLevel, type Product } from '../../events/base-event.ts';
import type { ConnectionFacts } from '../../events/connection.ts';
import { deviceType } from '../../events/endpoint.ts';
import type { FrameFacts } from '../../events/frame.ts';
import type { UserFacts } from '../../events/user.ts';
import { scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import type { FieldBag } from '../../text/field-bag.ts';

/** A log of Sophos Firewall (XG, SFOS): `device="SFW" date=… log_type="Firewall" log_subtype="Allowed" …`. */
export interface SophosLog {
  readonly received: Received;
  readonly fields: FieldBag;
  readonly type: string;
  readonly component: string;
  readonly subtype: string;
  readonly head: FrameFacts;
}

export type SophosReader = (log: SophosLog) => MappedEvent | undefined;

const product: Product = { vendor_name: 'Sophos', name: 'Sophos Firewall' };

/** Undefined where the fields do not say which log it is. */
export function readLog(received: Received, fields: FieldBag): SophosLog | undefined {
  const type = fields.take('log_type');
  const component = fields.take('log_component');
  if (type === undefined || component === undefined) return undefined;
  const subtype = fields.take('log_subtype') ?? '';
  return { received, fields, type, component, subtype, head: headOf(received, fields) };
}

function headOf(received: Received, fields: FieldBag): FrameFacts {
  const level = fields.takeFirst('priority', 'severity');
  const written = writtenTime(fields);
  const name = fields.take('device_name');
  return {
    product,
    eventCode: fields.take('log_id'),
    level,
    severityId: level === undefined ? undefined : severityIdOfLevel(levels.get(level.toLowerCase())),
    time: written === undefined ? undefined : scanIsoTimestamp(written, 0, received.clock)?.time,
    originalTime: written,
    words: fields.peek('message'),
    device: {
      // Newer releases write the kind of device, SFW, where older ones wrote its name.
      hostname: name === undefined || name === 'SFW' ? undefined : name,
      uid: fields.takeFirst('device_id', 'device_serial_id'),
      typeId: deviceType.firewall,
    },
  };
}

const levels: ReadonlyMap<string, number> = new Map([
  ['emergency', 0],
  ['alert', 1],
  ['critical', 2],
  ['error', 3],
  ['warning', 4],
  ['notice', 5],
  ['notification', 5],
  ['information', 6],
  ['debug', 7],
]);

/** `timestamp` with its offset, or date and time with a zone's abbreviation, which means different zones. */
function writtenTime(fields: FieldBag): string | undefined {
  const [date, time, zone = ''] = [fields.take('date'), fields.take('time'), fields.take('timezone')];
  if (date === undefined || time === undefined) return fields.take('timestamp');
  return `${date}T${time}${/^[+-]\d\d:?\d\d$/.test(zone) ? zone : zone === 'UTC' || zone === 'GMT' ? 'Z' : ''}`;
}

export function connectionOf(fields: FieldBag): ConnectionFacts {
  return {
    source: {
      host: fields.takeFirst('src_ip', 'sourceip'),
      port: fields.take('src_port'),
      zone: fields.takeFirst('src_zone', 'srczone'),
      interface: fields.take('in_interface'),
      mac: fields.take('src_mac'),
    },
    destination: {
      host: fields.takeFirst('dst_ip', 'destinationip'),
      port: fields.take('dst_port'),
      zone: fields.takeFirst('dst_zone', 'dstzone'),
      interface: fields.take('out_interface'),
      mac: fields.take('dst_mac'),
    },
    protocol: fields.take('protocol'),
    connectionUid: fields.takeFirst('con_id', 'connid'),
  };
}

export function ruleOf(fields: FieldBag): { readonly name: string | undefined; readonly uid: string | undefined } {
  return { name: fields.take('fw_rule_name'), uid: fields.take('fw_rule_id') };
}

export function userOf(fields: FieldBag): UserFacts | undefined {
  const name = fields.takeFirst('user_name', 'user');
  const group = fields.takeFirst('user_gp', 'user_group', 'usergroupname');
  return name === undefined ? undefined : { name, groups: group === undefined ? [] : [group] };
}
