import type { MappedEvent } from '@sluice/connector';
import type { Product } from '../../events/base-event.ts';
import type { ConnectionFacts } from '../../events/connection.ts';
import { deviceType } from '../../events/endpoint.ts';
import type { FrameFacts } from '../../events/frame.ts';
import type { UserFacts } from '../../events/user.ts';
import type { Received } from '../../received.ts';
import type { FieldBag } from '../../text/field-bag.ts';

/** An event of Junos, its values by the names that the structured format gives them. */
export interface JunosEvent {
  readonly received: Received;
  /** `RT_FLOW_SESSION_CLOSE`, without the `_LS` of logical systems. */
  readonly name: string;
  readonly fields: FieldBag;
  readonly head: FrameFacts;
}

export type JunosReader = (event: JunosEvent) => MappedEvent | undefined;

const product: Product = { vendor_name: 'Juniper Networks', name: 'Junos OS' };
/** What every event of Junos says. */
export const junos: FrameFacts = { product, device: { typeId: deviceType.firewall } };

export function junosEvent(received: Received, name: string, fields: FieldBag): JunosEvent {
  return { received, name: name.replace(/_LS$/, ''), fields, head: { ...junos, eventCode: name } };
}

/** What Junos writes where it does not know. */
export function saidIn(fields: FieldBag, name: string): string | undefined {
  const value = fields.take(name);
  return value === undefined || /^(?:UNKNOWN|None|unknown-user|INVALID|Not-Available)$/.test(value) ? undefined : value;
}

export function connectionOf(fields: FieldBag): ConnectionFacts {
  return {
    source: {
      host: fields.take('source-address'),
      port: fields.take('source-port'),
      zone: fields.takeFirst('source-zone-name', 'source-zone'),
      interface: fields.takeFirst('packet-incoming-interface', 'source-interface-name', 'interface-name'),
    },
    destination: {
      host: fields.take('destination-address'),
      port: fields.take('destination-port'),
      zone: fields.takeFirst('destination-zone-name', 'destination-zone'),
      interface: fields.take('destination-interface-name'),
    },
    protocol: fields.takeFirst('protocol-id', 'protocol-name', 'protocol'),
    connectionUid: fields.takeFirst('session-id-32', 'session-id'),
  };
}

export function userOf(fields: FieldBag): UserFacts | undefined {
  const name = saidIn(fields, 'username');
  return name === undefined ? undefined : { name };
}

export function applicationOf(fields: FieldBag): string | undefined {
  return (
    saidIn(fields, 'nested-application') ??
    saidIn(fields, 'application') ??
    saidIn(fields, 'application-name') ??
    saidIn(fields, 'service-name')
  );
}
