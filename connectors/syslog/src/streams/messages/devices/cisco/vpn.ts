import type { MappedEvent } from '@sluice/connector';
import { addressOf } from '../../events/endpoint.ts';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId as Activity } from '../../events/tunnel-activity.ts';
import { qualifiedName, type UserFacts } from '../../events/user.ts';
import { durationOf } from '../../events/values.ts';
import { before, behind, phrase } from '../../text/phrase.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';

/** What an id says of a tunnel: its words vary more than its meaning. */
interface Meaning {
  readonly activityId: Activity;
  /** Nothing where the message only tells. */
  readonly outcome?: Outcome;
  readonly type?: string;
}

const opens: Meaning = { activityId: Activity.Open, outcome: Outcome.Success };
const closes: Meaning = { activityId: Activity.Close, outcome: Outcome.Success };
const fails: Meaning = { activityId: Activity.Open, outcome: Outcome.Failure };
const tells: Meaning = { activityId: Activity.Other };
const renews: Meaning = { activityId: Activity.Renew, outcome: Outcome.Success };

const ssl = { type: 'SSL' };
const ipsec = { type: 'IPsec' };

/** Where an id means something else than its group does. */
const meanings: Readonly<Record<string, Meaning>> = {
  113019: closes,
  113029: fails,
  113030: fails,
  113031: tells,
  113032: tells,
  113033: fails,
  113034: tells,
  113035: fails,
  113036: tells,
  113038: fails,
  113040: fails,
  113039: { ...opens, ...ssl },
  402123: { ...tells, ...ipsec },
  ...Object.fromEntries(userEntries().map((id) => [id, tells])),
  713049: { ...opens, ...ipsec },
  713050: { ...closes, ...ipsec },
  713119: { ...opens, ...ipsec },
  713120: { ...opens, ...ipsec },
  713123: { ...fails, ...ipsec },
  713166: { ...fails, ...ipsec },
  713167: { ...fails, ...ipsec },
  713198: { ...fails, ...ipsec },
  713257: { ...fails, ...ipsec },
  713259: { ...closes, ...ipsec },
  716001: { ...opens, ...ssl },
  716002: { ...closes, ...ssl },
  716059: { ...renews, ...ssl },
  721016: { ...opens, ...ssl },
  721018: { ...closes, ...ssl },
  722022: { ...opens, ...ssl },
  722023: { ...closes, ...ssl },
  722028: { ...closes, ...ssl },
  722029: { ...closes, ...ssl },
  722032: { ...renews, ...ssl },
  722033: { ...opens, ...ssl },
  722034: { ...opens, ...ssl },
  722037: { ...closes, ...ssl },
  722051: { ...opens, ...ssl },
  734002: fails,
  737003: fails,
  750003: { ...fails, ...ipsec },
  750006: { ...opens, ...ipsec },
  750007: { ...closes, ...ipsec },
  751025: { ...opens, ...ipsec },
};

/** What Cisco's groups of messages tell of, by the first three digits of their ids. */
const groups: Readonly<Record<string, Meaning>> = {
  602: { ...tells, ...ipsec },
  702: { ...tells, ...ipsec },
  713: { ...tells, ...ipsec },
  714: { ...tells, ...ipsec },
  715: { ...tells, ...ipsec },
  716: { ...tells, ...ssl },
  722: { ...tells, ...ssl },
  734: tells,
  737: tells,
  750: { ...tells, ...ipsec },
  751: { ...tells, ...ipsec },
  752: { ...tells, ...ipsec },
  753: { ...tells, ...ipsec },
};

/** A message of a group that tells of tunnels only, but whose own meaning is not in the table: a notice. */
export function readTunnelNotice(message: AsaMessage): MappedEvent | undefined {
  const meaning = groups[message.id.slice(0, 3)];
  return meaning === undefined ? undefined : readTunnel(message, meaning);
}

/** 109201 to 109213: the entry of a user of a tunnel, in the table of the users that were let in. */
function userEntries(): string[] {
  return Array.from({ length: 13 }, (_, index) => String(109_201 + index));
}

const securityAssociation = phrase(
  'IPSEC: An {direction} {kind} SA (SPI={spi}) between {local} and {remote} (user={user*}) has been {verb}',
);

/** Tunnels of users and of networks: AnyConnect, WebVPN, IKE and IPsec. */
export const vpn: readonly (readonly [string, AsaReader])[] = [
  ...Object.entries(meanings).map(
    ([id, meaning]) => [id, (message: AsaMessage) => readTunnel(message, meaning)] as const,
  ),
  ['602303', readSecurityAssociation],
  ['602304', readSecurityAssociation],
];

/**
 * The words that these messages share: `Group <g> User <u> IP <i>`, the same without brackets, `Group = g, Username = u,
 * IP = i,`, and `Local:a:p Remote:b:p Username:u`.
 */
function readTunnel({ received, head, text }: AsaMessage, meaning: Meaning): MappedEvent | undefined {
  const peer =
    readBracketed(text) ??
    readEqualled(text) ??
    readPlain(text) ??
    readIke(text) ??
    readClient(text) ??
    readPrefixed(text);
  const type = behind(text, 'Session Type: ', ',') ?? meaning.type;
  const assigned =
    /\b(?:IPv4 Address[ =]|Assigned IP=)<?([\d.]{7,15})>?/.exec(text)?.[1] ??
    /\b(?:assigned(?: from local pool)?|address) ([\d.]{7,15})\b/.exec(text)?.[1];
  return tunnelActivity(received, {
    ...head,
    activityId: meaning.activityId,
    activityName: meaning.activityId === Activity.Other ? 'Notice' : undefined,
    outcome: meaning.outcome,
    statusDetail: (behind(text, 'Reason: ') ?? behind(text, 'session terminated: '))?.replace(/\.$/, ''),
    source: peer?.remote === undefined ? undefined : { host: peer.remote, port: peer.remotePort },
    destination: peer?.local === undefined ? undefined : { host: peer.local, port: peer.localPort },
    user: userOf(peer),
    tunnelType: type,
    innerAddress: assigned,
    durationMs: durationOf(behind(text, 'Duration: ', ',')),
    traffic: { bytesIn: digitsBehind(text, 'Bytes xmt: '), bytesOut: digitsBehind(text, 'Bytes rcv: ') },
    unmapped: peer?.group === undefined ? undefined : { group: peer.group },
  });
}

/** Byte counts are the device's: what it received is what the peer, our source, sent. */
function digitsBehind(text: string, marker: string): string | undefined {
  return behind(text, marker, ',');
}

interface Peer {
  readonly group?: string | undefined;
  readonly user?: string | undefined;
  readonly remote?: string | undefined;
  readonly remotePort?: string | undefined;
  readonly local?: string | undefined;
  readonly localPort?: string | undefined;
}

const bracketed = phrase('Group <{group}> User <{user*}> IP <{remote}>');
const plain = phrase('Group {group} User {user*} IP {remote}');
const withoutUser = phrase('Group <{group}> User IP <{remote}>');
const policed = phrase('TunnelGroup <{group}> GroupPolicy <{policy}> User <{user*}> IP <{remote}>');
const addressed = phrase('User {user*}, Addr {remote}');

function readBracketed(text: string): Peer | undefined {
  if (text.startsWith('TunnelGroup <')) return policed(text);
  const empty = withoutUser(text);
  return empty?.group.includes('>') === false ? empty : bracketed(text);
}

/** `DAP: User alice, Addr 192.0.2.7, Connection AnyConnect: …`, `UAUTH: Session=0x1, User=alice, Assigned IP=192.0.2.55, …`. */
function readPrefixed(text: string): Peer | undefined {
  if (text.startsWith('DAP: ')) {
    const found = addressed(text.slice(5));
    return found === undefined
      ? undefined
      : { user: found.user, remote: /^[^ ,]{2,45}(?=[,:] )/.exec(found.remote)?.[0] };
  }
  return text.startsWith('UAUTH: ') ? { user: behind(text, 'User=', ', Assigned IP', ', ') } : undefined;
}

function readPlain(text: string): Peer | undefined {
  const found = plain(text);
  if (found === undefined) return undefined;
  return { ...found, remote: before(found.remote, ' ') };
}

function readEqualled(text: string): Peer | undefined {
  if (!/^(?:Group|Username|IP) = /.test(text)) return undefined;
  return {
    group: /^Group = ([^,]{1,256}),/.exec(text)?.[1],
    user: behind(text, 'Username = ', ', IP = ', ','),
    remote: behind(text, 'IP = ', ','),
  };
}

/** `Local:192.0.2.1:4500 Remote:198.51.100.7:53256 Username:alice IKEv2 …`. */
function readIke(text: string): Peer | undefined {
  if (!text.startsWith('Local:')) return undefined;
  const [local, localPort] = splitPort(behind(text, 'Local:', ' '));
  const [remote, remotePort] = splitPort(behind(text, 'Remote:', ' '));
  return {
    local,
    localPort,
    remote,
    remotePort,
    user: behind(text, 'Username:', ' '),
    group: behind(text, ' Group:', ' '),
  };
}

function splitPort(text: string | undefined): readonly [string | undefined, string | undefined] {
  const [, host = text, port] = /^(.*):([^:]*)$/s.exec(text ?? '') ?? [];
  return [host, port];
}

/** `(WebVPN-Primary) WebVPN session for client user alice, IP 192.0.2.7 has been created.` */
function readClient(text: string): Peer | undefined {
  const user = behind(text, ' for client user ', ', IP');
  return user === undefined ? undefined : { user, remote: /, IP(?:v[46])? (\S{2,45}) has been/.exec(text)?.[1] };
}

function userOf(peer: Peer | undefined): UserFacts | undefined {
  const { user, remote } = peer ?? {};
  // LAN-to-LAN tunnels have the address of the peer for a user.
  if (user === undefined || user === '' || user === 'Unknown' || user === remote || /^\*+$/.test(user))
    return undefined;
  return addressOf(user) === undefined ? qualifiedName(user) : undefined;
}

/** Of the two ends, an outbound association leads to the second and an inbound one comes from it. */
function readSecurityAssociation({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const found = securityAssociation(text);
  if (found === undefined) return undefined;
  const isDeleted = found.verb.startsWith('deleted');
  if (!isDeleted && !found.verb.startsWith('created')) return undefined;
  return tunnelActivity(received, {
    ...head,
    activityId: isDeleted ? Activity.Close : Activity.Open,
    outcome: Outcome.Success,
    source: { host: found.remote },
    destination: { host: found.local },
    user: userOf({ user: found.user, remote: found.remote }),
    tunnelType: 'IPsec',
    unmapped: { direction: found.direction, kind: found.kind, spi: found.spi },
  });
}
