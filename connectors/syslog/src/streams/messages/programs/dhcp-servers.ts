import type { MappedEvent } from '@sluice/connector';
import { dhcpActivity, DhcpActivityId as Activity, type DhcpFacts } from '../events/dhcp-activity.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { intOf } from '../events/values.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

const steps: ReadonlyMap<string, Activity> = new Map([
  ['DHCPDISCOVER', Activity.Discover],
  ['DHCPOFFER', Activity.Offer],
  ['DHCPREQUEST', Activity.Request],
  ['DHCPDECLINE', Activity.Decline],
  ['DHCPACK', Activity.Ack],
  ['DHCPNAK', Activity.Nak],
  ['DHCPRELEASE', Activity.Release],
  ['DHCPINFORM', Activity.Inform],
  ['DHCPEXPIRE', Activity.Expire],
]);

const answers: ReadonlySet<Activity> = new Set([Activity.Offer, Activity.Ack, Activity.Nak]);

interface Lease {
  readonly activityId: Activity;
  readonly address?: string | undefined;
  readonly mac?: string | undefined;
  readonly hostname?: string | undefined;
  /** Address of the server, where it is told. */
  readonly server?: string | undefined;
  readonly via?: string | undefined;
  readonly problem?: string | undefined;
  readonly leaseSeconds?: number | undefined;
  readonly transactionUid?: string | undefined;
  readonly isRenewal?: boolean;
}

const mac = /\b[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}\b/;
const address = /(?:^| )(?:on|for|of|from|to) (\d{1,3}(?:\.\d{1,3}){3})\b/;

/** Behind the interface, or what Infoblox writes behind that: `TransID 1a2b3c4d: network 192.0.2.0/24: no free leases`. */
const problem =
  /^(?: (?:TransID [0-9A-Fa-f]{1,8}|uid [0-9A-Fa-f:]{1,128}|(?:lease|offered)-duration \d{1,10}|\(RENEW\))){0,4}: (.+)$/;

/** ISC's dhcpd: `DHCPACK on 192.0.2.7 to 00:00:5e:00:53:01 (pc1) via eth0`. What it says of its leases is not mapped. */
export function mapDhcpd(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 1024);
  const word = /^(?:[A-Z0-9:]{1,32} )?(DHCP[A-Z]{3,9})\b/.exec(text)?.[1];
  const activityId = word === undefined ? undefined : steps.get(word);
  if (activityId === undefined) return mapDhcpd6(received, text);
  const via = / via ([^ :]{1,64})/.exec(text);
  const found = mac.exec(text)?.[0];
  const hostname =
    found === undefined ? undefined : text.slice(text.indexOf(found)).match(/^\S+ \(([^() ]{1,255})\)/)?.[1];
  return leaseEvent(
    received,
    { vendor_name: 'ISC', name: 'dhcpd' },
    {
      activityId,
      address: address.exec(text)?.[1],
      mac: found,
      hostname,
      server: / for \S{7,15} \((\d{1,3}(?:\.\d{1,3}){3})\)/.exec(text)?.[1],
      via: via?.[1],
      problem: via === null ? undefined : problem.exec(text.slice(via.index + via[0].length))?.[1],
      leaseSeconds: intOf(/ (?:offered-duration|lease-duration(?! \d{1,10} offered-)) (\d{1,10})\b/.exec(text)?.[1]),
      transactionUid: / TransID ([0-9A-Fa-f]{1,8})\b/.exec(text)?.[1],
      isRenewal: / \(RENEW\)/.test(text),
    },
  );
}

const steps6: ReadonlyMap<string, Activity> = new Map([
  ['Solicit', Activity.Discover],
  ['Advertise', Activity.Offer],
  ['Request', Activity.Request],
  ['Renew', Activity.Request],
  ['Rebind', Activity.Request],
  ['Confirm', Activity.Request],
  ['Reply', Activity.Ack],
  ['Release', Activity.Release],
  ['Decline', Activity.Decline],
  ['Information-request', Activity.Inform],
]);

/**
 * DHCPv6: `Solicit message from fe80::1 port 546, transaction ID 0x1a2b`, `Sending Reply to fe80::1 port 546`, and
 * `Reply NA: address 2001:db8::7 to client with duid 00:01:… iaid = 1 valid for 3600 seconds`.
 */
function mapDhcpd6(received: Received, text: string): MappedEvent | undefined {
  const [, asked, from, transaction] =
    /^([A-Z][a-z]{4,10}(?:-request)?) message from ([0-9A-Fa-f:.]{2,45}) port \d{1,5}, transaction ID (0x[0-9A-Fa-f]{1,8})/.exec(
      text,
    ) ?? [];
  const [, sent, to] = /^Sending (Advertise|Reply) to ([0-9A-Fa-f:.]{2,45}) port /.exec(text) ?? [];
  const [, given, address6, seconds] =
    /^(Advertise|Reply) (?:NA|TA|PD): (?:address|prefix) ([0-9A-Fa-f:.]{2,45})(?:\/\d{1,3})? to client with duid \S{2,400} iaid = \S{1,16} (?:valid|static)(?: for (\d{1,10}) seconds)?/.exec(
      text,
    ) ?? [];
  const activityId = steps6.get(asked ?? sent ?? given ?? '');
  if (activityId === undefined) return undefined;
  const client = { host: from ?? to ?? address6 };
  return dhcpActivity(received, {
    product: { vendor_name: 'ISC', name: 'dhcpd' },
    process: writerOf(received),
    activityId,
    outcome: Outcome.Success,
    ...(asked === undefined ? { destination: client } : { source: client }),
    leaseSeconds: intOf(seconds),
    transactionUid: transaction,
  });
}

/** dnsmasq: `DHCPACK(eth0) 192.0.2.7 00:00:5e:00:53:01 pc1`, before it perhaps the number of the transaction. */
const dnsmasqLine =
  /^(?:(\d{1,10}) )?(DHCP[A-Z]{3,9})\(([^()]{1,64})\)(?: (\d{1,3}(?:\.\d{1,3}){3}))?(?: ([0-9a-fA-F:]{17}))?(?: (.{1,255}))?$/;

export function mapDnsmasqDhcp(received: Received): MappedEvent | undefined {
  const [, transaction, word = '', via, ip, hardware, rest] = dnsmasqLine.exec(beginning(received.text, 512)) ?? [];
  const activityId = steps.get(word);
  if (activityId === undefined) return undefined;
  const isName = rest !== undefined && /^[^ ]{1,255}$/.test(rest);
  const lease = {
    activityId,
    address: ip,
    mac: hardware,
    hostname: isName ? rest : undefined,
    via,
    problem: isName ? undefined : rest,
    transactionUid: transaction,
  };
  return leaseEvent(received, { vendor_name: 'Dnsmasq', name: 'dnsmasq' }, lease);
}

/** dhclient: the other end of the exchange. `DHCPACK of 192.0.2.7 from 192.0.2.1`, `DHCPREQUEST for … on eth0 to …`. */
export function mapDhclient(received: Received): MappedEvent | undefined {
  const [, word = '', rest = ''] = /^(DHCP[A-Z]{3,9})\b(.*)$/.exec(beginning(received.text, 512)) ?? [];
  const activityId = steps.get(word);
  if (activityId === undefined) return undefined;
  return leaseEvent(
    received,
    { vendor_name: 'ISC', name: 'dhclient' },
    {
      activityId,
      address: / (?:of|for) (\d{1,3}(?:\.\d{1,3}){3})/.exec(rest)?.[1],
      server: / (?:from|to) (\d{1,3}(?:\.\d{1,3}){3})/.exec(rest)?.[1],
      via: / on ([^ ]{1,64}) to /.exec(rest)?.[1],
    },
  );
}

const keaSteps: ReadonlyMap<string, Activity> = new Map([
  ['LEASE_ALLOC', Activity.Ack],
  ['LEASE_ADVERT', Activity.Offer],
  ['LEASE_OFFER', Activity.Offer],
  ['LEASE_REUSE', Activity.Ack],
  ['LEASE_RENEW', Activity.Ack],
  ['RELEASE', Activity.Release],
  ['DECLINE_LEASE', Activity.Decline],
]);

const keaLine = /\bDHCP[46]_([A-Z_]{5,20}) (?=\[|duid=)/;
const keaAddress = /\b(?:lease|address)(?: for address)? ([0-9a-fA-F.:]{3,45}) /;

/** Kea: `DHCP4_LEASE_ALLOC [hwtype=1 00:00:5e:00:53:01], cid=[…], tid=0x1: lease 192.0.2.7 has been allocated for 3600 seconds`. */
export function mapKea(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 1024);
  const activityId = keaSteps.get(keaLine.exec(text)?.[1] ?? '');
  const host = keaAddress.exec(text)?.[1];
  if (activityId === undefined || host === undefined) return undefined;
  const client = { host, mac: mac.exec(text)?.[0] };
  return dhcpActivity(received, {
    product: { vendor_name: 'ISC', name: 'Kea' },
    process: writerOf(received),
    activityId,
    outcome: Outcome.Success,
    ...(answers.has(activityId) ? { destination: client } : { source: client }),
    leaseSeconds: intOf(/ for (\d{1,10}) seconds/.exec(text)?.[1]),
    transactionUid: /tid=(0x[0-9a-fA-F]{1,16})/.exec(text)?.[1],
  });
}

/** An answer goes to the client, everything else comes from it; the server is the host that wrote the message. */
function leaseEvent(received: Received, product: NonNullable<DhcpFacts['product']>, lease: Lease): MappedEvent {
  const client = {
    host: lease.address,
    hostname: lease.hostname,
    mac: lease.mac,
    interface: (lease.hostname ?? lease.address) ? undefined : lease.via,
  };
  const isAnswer = answers.has(lease.activityId);
  const server = { host: lease.server };
  return dhcpActivity(received, {
    product,
    process: writerOf(received),
    activityId: lease.activityId,
    outcome: lease.activityId === Activity.Nak || lease.problem !== undefined ? Outcome.Failure : Outcome.Success,
    statusDetail: lease.problem,
    source: isAnswer ? server : client,
    destination: isAnswer ? client : server,
    relay: lease.via,
    leaseSeconds: lease.leaseSeconds,
    transactionUid: lease.transactionUid,
    isRenewal: lease.isRenewal,
  });
}
