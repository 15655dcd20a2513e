import type { MappedEvent } from '@sluice/connector';
import { DhcpActivityActivityId as Activity, type DhcpActivity, type NetworkInterface } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { connectionAttributes, type ConnectionFacts } from './connection.ts';
import { addressOf } from './endpoint.ts';
import { frameOf, type FrameFacts } from './frame.ts';

export { Activity as DhcpActivityId };

export interface DhcpFacts extends FrameFacts, ConnectionFacts {
  readonly activityId: Activity;
  readonly leaseSeconds?: number | undefined;
  readonly transactionUid?: string | undefined;
  /** Whether the message says that it renews a lease; false where it does not say. */
  readonly isRenewal?: boolean | undefined;
  /** Address of the relay, or name of the interface, that it came by. */
  readonly relay?: string | undefined;
}

/** A DHCP Activity event with the profile host. The source is who sent the message of the exchange. */
export function dhcpActivity(received: Received, facts: DhcpFacts): MappedEvent {
  const event: DhcpActivity<'host'> = {
    ...frameOf(received, facts),
    class_uid: 4004,
    activity_id: facts.activityId,
    ...connectionAttributes(facts),
  };
  if (facts.leaseSeconds !== undefined) event.lease_dur = facts.leaseSeconds;
  if (facts.transactionUid !== undefined) event.transaction_uid = facts.transactionUid;
  if (facts.isRenewal === true) event.is_renewal = true;
  const relay = relayOf(facts.relay);
  if (relay !== undefined) event.relay = relay;
  return event;
}

/** By its address, or else the name of the interface that it came in by. */
function relayOf(relay: string | undefined): NetworkInterface | undefined {
  if (relay === undefined || relay === '') return undefined;
  return addressOf(relay) === undefined ? { name: relay, type_id: 0 } : { ip: relay, type_id: 0 };
}
