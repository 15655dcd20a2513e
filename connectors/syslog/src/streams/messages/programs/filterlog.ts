import type { MappedEvent } from '@sluice/connector';
import { Direction } from '../events/connection.ts';
import { Outcome } from '../events/frame.ts';
import { Activity, networkActivity } from '../events/network-activity.ts';
import { allowed, blocked, rejected, unsaid, type Verdict } from '../events/verdict.ts';
import type { Received } from '../received.ts';

const product = { vendor_name: 'pfSense', name: 'pf' };

const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ['pass', allowed],
  ['block', blocked],
  ['reject', rejected],
]);

/**
 * `filterlog` of pfSense and OPNsense: rule, sub-rule, anchor, tracker, interface, reason, action, direction, version of
 * IP; for version 4 then tos, ecn, ttl, id, offset, flags, protocol number and name, length, both addresses; for 6 class,
 * flow label, hop limit, protocol name and number, length, both addresses; for TCP and UDP then both ports.
 */
export function mapFilterlog(received: Received): MappedEvent | undefined {
  const values = received.text.split(',', 64);
  const [rule = '', subRule, anchor, tracker, link, reason, action = '', direction, version] = values;
  const isIpv6 = version === '6';
  if (!verdicts.has(action) || (version !== '4' && !isIpv6) || !/^\d*$/.test(rule)) return undefined;
  const at = isIpv6 ? 15 : 18;
  const [source, destination] = values.slice(at);
  const protocol = (isIpv6 ? values[12] : values[16])?.toLowerCase();
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  const [sourcePort, destinationPort] = hasPorts ? values.slice(at + 2) : [];
  const flags = protocol === 'tcp' ? values[at + 5] : undefined;
  const verdict = verdicts.get(action) ?? unsaid;
  if (source === undefined || destination === undefined) return undefined;
  const isInbound = direction === 'in';
  return networkActivity(received, {
    product,
    activityId: verdict === allowed ? (flags === 'S' ? Activity.Open : Activity.Traffic) : Activity.Refuse,
    verdict,
    outcome: verdict === allowed ? Outcome.Success : undefined,
    direction: isInbound ? Direction.Inbound : direction === 'out' ? Direction.Outbound : undefined,
    source: { host: source, port: sourcePort, interface: isInbound ? link : undefined },
    destination: { host: destination, port: destinationPort, interface: isInbound ? undefined : link },
    protocol,
    rule: { name: rule, uid: tracker === '0' ? undefined : tracker },
    traffic: { bytes: values[at - 1] },
    unmapped: { reason, sub_rule: subRule, anchor, ...(flags === undefined ? {} : { tcp_flags: flags }) },
  });
}
