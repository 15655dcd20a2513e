import type { MappedEvent } from '@sluice/connector';
import type { EndpointFacts } from '../../../events/endpoint.ts';
import { Outcome } from '../../../events/frame.ts';
import { Activity, networkActivity } from '../../../events/network-activity.ts';
import { longOf } from '../../../events/values.ts';
import { allowed, blocked, type Verdict } from '../../../events/verdict.ts';
import { phrase } from '../../../text/phrase.ts';
import { iosXr, type IosMessage, type IosReaders } from './ios-message.ts';

const listed = phrase('list {list} {verdict} {protocol} {source} -> {target}, {count} packet');
/** The interface and hardware address of some releases leave no blank before the arrow. */
const listedClose = phrase('list {list} {verdict} {protocol} {source}-> {target}, {count} packet');
const listedAlone = phrase('list {list} {verdict} {source} {count} packet');
const listedByXr = phrase('access-list {list} {verdict} {protocol} {source} -> {target}, {count} packet');

const kinds = ['P', 'DP', 'NP', 'S', 'RP', 'SP'];

/** What access lists say of the packets that they let through or not. */
export const accessLists: IosReaders = [
  ...['SEC', 'FMANFP', 'IPV4_ACL'].flatMap((facility) =>
    kinds.map((kind) => [`${facility} IPACCESSLOG${kind}`, readListed] as const),
  ),
  ...['IPV6', 'IPV6_ACL'].flatMap((facility) =>
    kinds.map((kind) => [`${facility} ACCESSLOG${kind}`, readListed] as const),
  ),
  ...kinds.map((kind) => [`FMANFP IPV6ACCESSLOG${kind}`, readListed] as const),
  ['ACL-IPV4_ACL IPACCESSLOGP', readListedByXr],
  ['ACL-IPV4_ACL IPACCESSLOGDP', readListedByXr],
  ['ACL-IPV4_ACL IPACCESSLOGNP', readListedByXr],
  ['ACL-IPV6_ACL IPACCESSLOGP', readListedByXr],
  ['ACL-IPV6_ACL IPACCESSLOGDP', readListedByXr],
  ['ACL-IPV6_ACL IPACCESSLOGNP', readListedByXr],
];

interface Listed {
  readonly list: string;
  readonly verdict: string;
  readonly source: string;
  readonly count: string;
  readonly protocol?: string;
  readonly target?: string;
}

const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ['permitted', allowed],
  ['permit', allowed],
  ['denied', blocked],
  ['deny', blocked],
]);

/** `list 102 denied tcp 192.0.2.7(4711) -> 198.51.100.2(22), 1 packet`, behind `R0/0: fman_fp_image: ` on IOS XE. */
function readListed(message: IosMessage): MappedEvent | undefined {
  const text = message.text.replace(/^ ?[A-Z0-9/]{1,12}: fman_fp_image: {1,2}/, '');
  return listedEvent(message, listed(text) ?? listedClose(text) ?? listedAlone(text));
}

function readListedByXr(message: IosMessage): MappedEvent | undefined {
  const head = { ...message.head, product: iosXr };
  return listedEvent({ ...message, head }, listedByXr(message.text));
}

function listedEvent({ received, head }: IosMessage, found: Listed | undefined): MappedEvent | undefined {
  if (found === undefined) return undefined;
  const verdict = verdicts.get(found.verdict);
  if (verdict === undefined) return undefined;
  const count = longOf(found.count);
  return networkActivity(received, {
    ...head,
    activityId: verdict === blocked ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: Outcome.Success,
    protocol: found.protocol,
    source: hostOf(found.source),
    destination: found.target === undefined ? undefined : hostOf(found.target),
    rule: { name: found.list },
    count: count !== undefined && count > 0 && count < 2_000_000_000 ? count : undefined,
  });
}

/**
 * `192.0.2.7(4711)`, with an interface and hardware address behind it, or for ICMP `198.51.100.2 (8/0)`; IOS XE writes the
 * hardware address before it: `00-00-5E-00-53-23 192.0.2.7(4711) TenGigabitEthernet0/1/1`.
 */
function hostOf(text: string): EndpointFacts {
  const [all = '', mac] = /^((?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}) /.exec(text) ?? [];
  const [, host, port] = /^([^ (]{1,255})(?:\((\d{1,5})\))?/.exec(text.slice(all.length)) ?? [];
  return mac === undefined ? { host, port } : { host, port, mac: mac.replaceAll('-', ':') };
}
