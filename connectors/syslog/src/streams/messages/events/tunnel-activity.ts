import type { MappedEvent } from '@sluice/connector';
import { TunnelActivityActivityId as Activity, type Session, type TunnelActivity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { connectionAttributes, type ConnectionFacts } from './connection.ts';
import { addressOf } from './endpoint.ts';
import { frameOf, type FrameFacts } from './frame.ts';
import { knownUserOf, type UserFacts } from './user.ts';

export { Activity as TunnelActivityId };

export interface TunnelFacts extends FrameFacts, ConnectionFacts {
  readonly activityId: Activity;
  readonly user?: UserFacts | undefined;
  readonly sessionUid?: string | undefined;
  /** `SSL`, `IPsec`, `LAN-to-LAN`… */
  readonly tunnelType?: string | undefined;
  readonly tunnelName?: string | undefined;
  /** Address that the peer has inside the tunnel. */
  readonly innerAddress?: string | undefined;
}

/** A Tunnel Activity event with the profile host. The source is the remote peer. */
export function tunnelActivity(received: Received, facts: TunnelFacts): MappedEvent {
  const session: Session = { is_vpn: true };
  if (facts.sessionUid !== undefined) session.uid = facts.sessionUid;
  const event: TunnelActivity<'host'> = {
    ...frameOf(received, facts),
    class_uid: 4014,
    activity_id: facts.activityId,
    ...connectionAttributes(facts),
    session,
  };
  const user = knownUserOf(facts.user);
  if (user !== undefined) event.user = user;
  if (facts.tunnelType !== undefined) event.tunnel_type = facts.tunnelType;
  const innerAddress = addressOf(facts.innerAddress);
  if (facts.tunnelName !== undefined || innerAddress !== undefined) {
    event.tunnel_interface = { type_id: 4 };
    if (facts.tunnelName !== undefined) event.tunnel_interface.name = facts.tunnelName;
    if (innerAddress !== undefined) event.tunnel_interface.ip = innerAddress;
  }
  return event;
}
