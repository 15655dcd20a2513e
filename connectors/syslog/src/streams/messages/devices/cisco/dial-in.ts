import type { MappedEvent } from '@sluice/connector';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId as Activity } from '../../events/tunnel-activity.ts';
import { qualifiedName } from '../../events/user.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';

/** Tunnels of PPTP, L2TP and PPPoE that were built and torn down, or that could not be. */
export const dialIn: readonly (readonly [string, AsaReader])[] = [
  '603104',
  '603105',
  '603106',
  '603107',
  '603108',
  '603109',
].map((id) => [id, readDialIn] as const);

const tunnel = /^(?:(Built|Teardown) )?(PPTP|L2TP|PPPoE|PPPOE) Tunnel (?:(created|deleted), |at \S{1,64}, )/;

/** `Built PPTP Tunnel at outside, tunnel-id = 7, remote-peer = 192.0.2.7, …, client-dynamic-ip = 198.51.100.9, username = alice, …`. */
function readDialIn({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const [, verb, kind, end] = tunnel.exec(text) ?? [];
  const isClosed = verb === 'Teardown' || end === 'deleted';
  if (kind === undefined || (!isClosed && verb === undefined && end === undefined)) return undefined;
  const user = valueIn(text, 'username');
  return tunnelActivity(received, {
    ...head,
    activityId: isClosed ? Activity.Close : Activity.Open,
    outcome: Outcome.Success,
    tunnelType: kind.toUpperCase() === 'PPPOE' ? 'PPPoE' : kind,
    sessionUid: valueIn(text, 'tunnel[-_]id'),
    source: { host: valueIn(text, 'remote[-_]peer(?:_ip)?') },
    innerAddress: valueIn(text, 'client[-_]dynamic[-_]ip'),
    user: user === undefined ? undefined : qualifiedName(user),
  });
}

/** `name = value` or `name is value`, up to the next comma. */
function valueIn(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name} (?:=|is) ([^ ,]{1,128})`).exec(text)?.[1];
}
