import type { MappedEvent } from '@sluice/connector';
import { severityIdOfLevel, type Product } from '../../events/base-event.ts';
import { Direction, type ConnectionFacts } from '../../events/connection.ts';
import { deviceType } from '../../events/endpoint.ts';
import type { FrameFacts } from '../../events/frame.ts';
import type { UserFacts } from '../../events/user.ts';
import { epochOfCount } from '../../events/values.ts';
import { scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import type { FieldBag } from '../../text/field-bag.ts';

/** A log of FortiOS: `date=2026-01-14 time=09:12:01 devname="fw1" logid="0000000013" type="traffic" …`. */
export interface FortigateLog {
  readonly received: Received;
  readonly fields: FieldBag;
  readonly type: string;
  readonly subtype: string;
  readonly logId: string;
  /** What every log says of itself. */
  readonly head: FrameFacts;
}

export type FortigateReader = (log: FortigateLog) => MappedEvent | undefined;

const product: Product = { vendor_name: 'Fortinet', name: 'FortiGate' };

/** Fortinet's managers write their own events in the form of FortiOS: their serial numbers tell them apart. */
function productOf(serial: string | undefined): Product {
  const name = managers.get(serial?.slice(0, 3) ?? '');
  return name === undefined ? product : { vendor_name: 'Fortinet', name };
}

const managers: ReadonlyMap<string, string> = new Map([
  ['FMG', 'FortiManager'],
  ['FAZ', 'FortiAnalyzer'],
]);

/** Undefined where the fields are not those of FortiOS. */
export function readLog(received: Received, fields: FieldBag): FortigateLog | undefined {
  const type = fields.take('type');
  const subtype = fields.take('subtype');
  if (type === undefined || subtype === undefined) return undefined;
  const logId = fields.takeFirst('logid', 'log_id') ?? '';
  return { received, fields, type, subtype, logId, head: headOf(received, fields, logId) };
}

function headOf(received: Received, fields: FieldBag, logId: string): FrameFacts {
  const level = fields.takeFirst('level', 'pri');
  const written = writtenTime(fields);
  const eventTime = fields.take('eventtime');
  const words = fields.take('msg') ?? fields.peek('logdesc');
  return {
    product: productOf(fields.peek('devid') ?? fields.peek('device_id')),
    eventCode: logId === '' ? undefined : logId,
    level,
    severityId: level === undefined ? undefined : severityIdOfLevel(levels.get(level)),
    time: epochOfCount(eventTime) ?? (written === undefined ? undefined : timeOf(written, received)),
    originalTime: written,
    words,
    device: {
      hostname: fields.take('devname'),
      uid: fields.takeFirst('devid', 'device_id'),
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
  ['information', 6],
  ['debug', 7],
]);

/** `2026-01-14T09:12:01-0500` of its parts; without `tz` it is in the zone of the sender. */
function writtenTime(fields: FieldBag): string | undefined {
  const [date, time, zone] = [fields.take('date'), fields.take('time'), fields.take('tz')];
  return date === undefined || time === undefined ? undefined : `${date}T${time}${zone ?? ''}`;
}

function timeOf(text: string, { clock }: Received): number | undefined {
  return scanIsoTimestamp(text, 0, clock)?.time;
}

export function connectionOf(
  fields: FieldBag,
): Required<Pick<ConnectionFacts, 'source' | 'destination' | 'protocol' | 'connectionUid' | 'direction'>> {
  return {
    direction: directionOf(fields.peek('srcintfrole'), fields.peek('dstintfrole')),
    source: {
      host: fields.takeFirst('srcip', 'src'),
      hostname: fields.takeFirst('srcname', 'srcdomain'),
      port: fields.takeFirst('srcport', 'src_port'),
      interface: fields.takeFirst('srcintf', 'src_int'),
      mac: fields.take('srcmac'),
    },
    destination: {
      host: fields.takeFirst('dstip', 'dst'),
      hostname: fields.take('dstname'),
      port: fields.takeFirst('dstport', 'dst_port'),
      interface: fields.takeFirst('dstintf', 'dst_int'),
      mac: fields.take('dstmac'),
    },
    protocol: fields.take('proto'),
    connectionUid: fields.takeFirst('sessionid', 'session_id', 'SN'),
  };
}

/** By what its administrator said that the two interfaces are for. */
function directionOf(source: string | undefined, destination: string | undefined): Direction | undefined {
  const [from, to] = [isInside.get(source ?? ''), isInside.get(destination ?? '')];
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return from ? Direction.Lateral : undefined;
  return from ? Direction.Outbound : Direction.Inbound;
}

const isInside: ReadonlyMap<string, boolean> = new Map([
  ['lan', true],
  ['dmz', true],
  ['wan', false],
]);

export function ruleOf(fields: FieldBag): { readonly name: string | undefined; readonly uid: string | undefined } {
  return { name: fields.take('policyname'), uid: fields.takeFirst('policyid', 'policy_id') };
}

/** Who is behind the source. */
export function userOf(fields: FieldBag): UserFacts | undefined {
  // Of a tunnel, `user` is what the peer calls itself, which may be its address.
  const name = fields.takeFirst('xauthuser', 'eapuser', 'user', 'unauthuser');
  const group = fields.take('group');
  return name === undefined ? undefined : { name, groups: group === undefined ? [] : [group] };
}
