import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, Status } from '../events/authentication.ts';
import type { EndpointFacts } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { Activity as NetworkActivity, networkActivity } from '../events/network-activity.ts';
import { tunnelActivity, TunnelActivityId as Activity, type TunnelFacts } from '../events/tunnel-activity.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

const openvpn = { vendor_name: 'OpenVPN', name: 'OpenVPN' };
const strongswan = { vendor_name: 'strongSwan', name: 'strongSwan' };

/** `alice/192.0.2.7:4711 ` or, before the client is known, `192.0.2.7:4711 `. */
const client = /^(?:([^/ ]{1,255})\/)?(?:(?:udp|tcp)[46]:)?\[?([0-9A-Fa-f.:]{2,45}?)\]?:(\d{1,5}) /;

/** Clients of an OpenVPN server that come, are refused, and go. Its options, routes and keys are not mapped. */
export function mapOpenvpn(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 1024);
  const [all = '', owner, host, port] = client.exec(text) ?? [];
  const rest = text.slice(all.length);
  const source = host === undefined ? undefined : { host, port };
  const found = readOpenvpn(rest);
  if (found === undefined) return mapDirectory(received, rest) ?? mapCarrier(received, rest, source);
  const name = found.user?.name ?? owner;
  return tunnelActivity(received, {
    product: openvpn,
    tunnelType: 'SSL',
    source,
    ...found,
    ...(name === undefined ? {} : { user: { name } }),
  });
}

/** The plug-in for LDAP: `Incorrect password supplied for LDAP DN "CN=alice,OU=users,DC=example,DC=com".` */
function mapDirectory(received: Received, text: string): MappedEvent | undefined {
  const dn = /^Incorrect password supplied for LDAP DN "([^"]{1,512})"/.exec(text)?.[1];
  if (dn === undefined) return undefined;
  return authenticationEvent(received, {
    product: openvpn,
    activityId: Logon.Logon,
    statusId: Status.Failure,
    statusDetail: 'INVALID_CREDENTIALS',
    user: { name: /^(?:CN|uid)=([^,]{1,256})/i.exec(dn)?.[1] ?? dn },
    service: 'openvpn',
    unmapped: { ldap_dn: dn },
  });
}

/** `TCP connection established with [AF_INET]192.0.2.7:4711`, `Connection reset, restarting [0]`: no tunnel stands on them yet. */
function mapCarrier(received: Received, text: string, named: EndpointFacts | undefined): MappedEvent | undefined {
  const [, host, port] =
    /^TCP connection established with \[AF_INET6?\](?:::ffff:)?([0-9A-Fa-f.:]{2,45}):(\d{1,5})$/.exec(text) ?? [];
  const isReset = text.startsWith('Connection reset, restarting');
  const source = host === undefined ? named : { host, port };
  if (source === undefined || (host === undefined && !isReset)) return undefined;
  return networkActivity(received, {
    product: openvpn,
    activityId: isReset ? NetworkActivity.Reset : NetworkActivity.Open,
    outcome: isReset ? undefined : Outcome.Success,
    protocol: 'tcp',
    application: 'openvpn',
    source,
    process: writerOf(received),
  });
}

function readOpenvpn(text: string): (Pick<TunnelFacts, 'activityId'> & Partial<TunnelFacts>) | undefined {
  const [, user = '', host, port] =
    /^\[([^\]]{1,255})\] Peer Connection Initiated with \[AF_INET6?\](?:::ffff:)?([0-9A-Fa-f.:]{2,45}):(\d{1,5})/.exec(
      text,
    ) ?? [];
  if (host !== undefined) {
    return { activityId: Activity.Open, outcome: Outcome.Success, source: { host, port }, user: { name: user } };
  }
  if (/^(?:TLS Error: TLS handshake failed|TLS Auth Error: |AUTH: .* failed|VERIFY ERROR: )/.test(text)) {
    return { activityId: Activity.Open, outcome: Outcome.Failure, statusDetail: beginning(text, 255) };
  }
  const [, inner] = /^MULTI(?:_sva)?: (?:pool returned IPv4=|Learn: )([\d.]{7,15})/.exec(text) ?? [];
  if (inner !== undefined) return { activityId: Activity.Other, activityName: 'Notice', innerAddress: inner };
  const [, reason] = /^SIG(?:TERM|USR1)\[([^\]]{1,64})\] received, client-instance /.exec(text) ?? [];
  return reason === undefined
    ? undefined
    : { activityId: Activity.Close, outcome: Outcome.Success, statusDetail: reason };
}

const association =
  /\bIKE_SA ([^ [\]]{1,64})\[(\d{1,10})\] (?:(established|rekeyed|deleted|state change)\b ?)?(?:between ([0-9A-Fa-f.:]{2,45})\[([^\]]{0,255})\]\.\.\.([0-9A-Fa-f.:]{2,45})\[([^\]]{0,255})\])?/;

/** strongSwan: `12[IKE] IKE_SA office[3] established between 192.0.2.1[gate]...203.0.113.9[alice]`; the second is the peer. */
export function mapCharon(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 1024).replace(/^\d{1,3}\[[A-Z]{3}\] (?:<[^<>]{1,96}> )?/, '');
  const [, name, uid, verb, local, , remote, peer] = association.exec(text) ?? [];
  const isDeleted = text.startsWith('deleting IKE_SA ') || verb === 'deleted';
  if (remote === undefined || (!isDeleted && verb !== 'established' && verb !== 'rekeyed')) return undefined;
  return tunnelActivity(received, {
    product: strongswan,
    activityId: isDeleted ? Activity.Close : verb === 'rekeyed' ? Activity.Renew : Activity.Open,
    outcome: Outcome.Success,
    tunnelType: 'IPsec',
    tunnelName: name,
    sessionUid: uid,
    source: { host: remote },
    destination: { host: local },
    user: peer === undefined || !/^[^=,/ ]{1,64}$/.test(peer) || /^[\d.:]+$/.test(peer) ? undefined : { name: peer },
  });
}
