import type { MappedEvent } from '@sluice/connector';
import { SeverityId } from '@sluice/ocsf/1.3.0';
import type { Product } from '../../events/base-event.ts';
import type { ConnectionFacts } from '../../events/connection.ts';
import { deviceType } from '../../events/endpoint.ts';
import type { FrameFacts } from '../../events/frame.ts';
import { qualifiedName, type UserFacts } from '../../events/user.ts';
import { longOf } from '../../events/values.ts';
import { scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import type { FieldBag } from '../../text/field-bag.ts';

/** A log of PAN-OS, its values by the names of the vendor's documentation. */
export interface PanLog {
  readonly received: Received;
  readonly fields: FieldBag;
  readonly type: string;
  readonly subtype: string;
  readonly head: FrameFacts;
}

export type PanReader = (log: PanLog) => MappedEvent | undefined;

const product: Product = { vendor_name: 'Palo Alto Networks', name: 'PAN-OS' };

const severities: ReadonlyMap<string, SeverityId> = new Map([
  ['informational', SeverityId.Informational],
  ['low', SeverityId.Low],
  ['medium', SeverityId.Medium],
  ['high', SeverityId.High],
  ['critical', SeverityId.Critical],
]);

export function isSeverity(text: string | undefined): boolean {
  return text !== undefined && severities.has(text.toLowerCase());
}

/** What every log says of itself. Its time is when the firewall made it, which may be long before it sent it. */
export function readLog(received: Received, fields: FieldBag): PanLog {
  const type = fields.take('type') ?? '';
  const subtype = fields.take('subtype') ?? '';
  const severity = fields.take('severity');
  const { time, written } = timeOf(received, fields);
  const repeats = longOf(fields.peek('repeatcnt'));
  const head: FrameFacts = {
    product,
    eventCode: subtype === '' || subtype === '0' ? type : `${type} ${subtype}`,
    level: severity,
    severityId: severity === undefined ? undefined : severities.get(severity.toLowerCase()),
    time,
    originalTime: written,
    sequence: longOf(fields.take('seqno')),
    count: repeats !== undefined && repeats > 1 && repeats < 2_000_000_000 ? repeats : undefined,
    device: { hostname: fields.take('device_name'), uid: fields.take('serial'), typeId: deviceType.firewall },
  };
  return { received, fields, type, subtype: subtype.toLowerCase(), head };
}

/** The precise time, where it is one (a release that does not fill it writes 1970), else that in seconds. */
function timeOf(
  { clock }: Received,
  fields: FieldBag,
): { readonly time?: number | undefined; readonly written?: string | undefined } {
  const precise = fields.peek('high_res_timestamp');
  const generated = fields.take('time_generated') ?? fields.peek('receive_time');
  const time = precise === undefined ? undefined : scanIsoTimestamp(precise, 0, clock)?.time;
  if (time !== undefined && time >= oneYear) return { time, written: precise };
  return generated === undefined ? {} : { time: scanIsoTimestamp(generated, 0, clock)?.time, written: generated };
}

const oneYear = 31_536_000_000;

/** Source and destination are those of the session: its client and its server. */
export function connectionOf(
  fields: FieldBag,
): Required<Pick<ConnectionFacts, 'source' | 'destination' | 'protocol' | 'connectionUid'>> {
  return {
    source: {
      host: fields.take('src'),
      port: fields.take('sport'),
      zone: fields.take('from'),
      interface: fields.take('inbound_if'),
    },
    destination: {
      host: fields.take('dst'),
      port: fields.take('dport'),
      zone: fields.take('to'),
      interface: fields.take('outbound_if'),
    },
    protocol: fields.take('proto'),
    connectionUid: fields.take('sessionid'),
  };
}

export function sourceUserOf(fields: FieldBag): UserFacts | undefined {
  const name = fields.take('srcuser');
  return name === undefined ? undefined : qualifiedName(name);
}

export function ruleOf(fields: FieldBag): { readonly name: string | undefined; readonly uid: string | undefined } {
  return { name: fields.take('rule'), uid: fields.take('rule_uuid') };
}

/** `any` and `not-applicable` are no applications. */
export function applicationOf(fields: FieldBag): string | undefined {
  const name = fields.take('app');
  return name === 'any' || name === 'not-applicable' || name === 'incomplete' ? undefined : name;
}
