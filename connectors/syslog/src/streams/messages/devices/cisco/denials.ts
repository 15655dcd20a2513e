import { Direction } from '../../events/connection.ts';
import { Activity } from '../../events/network-activity.ts';
import { allowed, dropped, rejected, unsaid } from '../../events/verdict.ts';
import { before, phrase } from '../../text/phrase.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';
import { readFirst, type Gaps, type Sentence } from './packet-sentence.ts';

const inbound = { direction: Direction.Inbound };

const ipsec = phrase('IPSEC: Received an {protocol} packet (SPI={spi}) from {source} to {target}');
const deniedByList = phrase('{protocol} Connection denied by outbound list {list} src {source} dest {target}');
const throughDevice = phrase(
  'Through-the-device packet to/from management-only network is denied: {protocol} from {source} to {target}',
);

const sentences: Readonly<Record<string, readonly Sentence[]>> = {
  106001: [
    {
      read: phrase(
        'Inbound {protocol} connection denied from {source} to {target} flags {flags} on interface {interface}',
      ),
      ...inbound,
    },
  ],
  106002: [
    {
      read: (text) => deniedByList(text.replace(' connection denied', ' Connection denied')),
      direction: Direction.Outbound,
    },
  ],
  106006: [{ read: phrase('Deny inbound {protocol} from {source} to {target} on interface {interface}'), ...inbound }],
  106007: [{ read: phrase('Deny inbound {protocol} from {source} to {target} due to {reason}'), ...inbound }],
  106010: [{ read: phrase('Deny inbound {protocol} src {source} dst {target}'), ...inbound }],
  106011: [{ read: phrase('Deny inbound (No xlate) {protocol} src {source} dst {target}'), ...inbound }],
  106012: [{ read: phrase('Deny {protocol} from {source} to {target}, {reason}') }],
  106013: [
    { read: phrase('Dropping echo request from {source} to PAT address {target}'), protocol: 'icmp', verdict: dropped },
  ],
  106014: [
    { read: phrase('Deny inbound {protocol} src {source} dst {target} ({reason})'), ...inbound },
    { read: phrase('Deny inbound {protocol} src {source} dst {target}'), ...inbound },
  ],
  106015: [
    { read: phrase('Deny {protocol} ({reason}) from {source} to {target} flags {flags} on interface {interface}') },
  ],
  106016: [{ read: phrase('Deny {protocol} spoof from ({source}) to {target} on interface {interface}') }],
  106017: [{ read: phrase('Deny {protocol} due to Land Attack from {source} to {target}') }],
  106018: [
    {
      read: phrase('{protocol} packet type {reason} denied by outbound list {list} src {source} dest {target}'),
      direction: Direction.Outbound,
    },
  ],
  106020: [{ read: phrase('Deny {protocol} teardrop fragment ({reason}) from {source} to {target}') }],
  106021: [{ read: phrase('Deny {protocol} reverse path check from {source} to {target} on interface {interface}') }],
  106022: [{ read: phrase('Deny {protocol} connection spoof from {source} to {target} on interface {interface}') }],
  106023: [
    { read: phrase('Deny {protocol} src {source} dst {target} by access-group "{list}"') },
    { read: phrase('Deny {protocol} src {source} dst {target} by access-group {list}') },
  ],
  106100: [
    { read: phrase('access-list {list} {verdict} {protocol} {source} -> {target} hit-cnt {reason}') },
    { read: phrase('access-list {list} {verdict} {protocol} {source} -> {target}') },
  ],
  106102: [
    { read: phrase('access-list {list} {verdict} {protocol} for user {user} {source} -> {target} hit-cnt {reason}') },
  ],
  106103: [
    { read: phrase('access-list {list} {verdict} {protocol} for user {user} {source} -> {target} hit-cnt {reason}') },
  ],
  109025: [
    {
      read: phrase(
        "Authorization denied (acl={list}) for user '{user}' from {source} to {target} on interface {interface} using {protocol}",
      ),
    },
  ],
  110002: [
    {
      read: phrase('Failed to locate egress interface for {protocol} from {source} to {target}'),
      verdict: dropped,
      activityId: Activity.Fail,
    },
  ],
  110003: [
    {
      read: phrase('Routing failed to locate next-hop for {protocol} from {source} to {target}'),
      verdict: dropped,
      activityId: Activity.Fail,
    },
  ],
  201010: [
    {
      read: phrase(
        'Embryonic connection limit exceeded {reason} for {direction} packet from {source} to {target} on interface {interface}',
      ),
      verdict: dropped,
    },
  ],
  201011: [
    {
      read: phrase(
        'Connection limit exceeded {reason} for {direction} packet from {source} to {target} on interface {interface}',
      ),
      verdict: dropped,
    },
  ],
  202010: [
    {
      read: phrase('{reason} exhausted. Unable to create {protocol} connection from {source} to {target}'),
      activityId: Activity.Fail,
    },
  ],
  209003: [
    {
      read: phrase('Fragment database {reason}: src = {source}, dest = {target}, proto = {protocol}, id'),
      verdict: dropped,
    },
  ],
  209004: [
    {
      read: phrase('Invalid IP fragment, {reason}: src = {source}, dest = {target}, proto = {protocol}, id'),
      verdict: dropped,
    },
  ],
  209005: [
    {
      read: phrase('Discard IP fragment {reason}: {gap}src = {source}, dest = {target}, proto = {protocol}, id'),
      verdict: dropped,
    },
  ],
  313001: [{ read: phrase('Denied {protocol} {reason} from {source} on interface {interface}') }],
  313004: [
    {
      read: phrase('Denied {protocol} {reason}, from laddr {source} on interface {interface} to {target}: {flags}'),
    },
  ],
  313005: [
    {
      read: phrase(
        'No matching connection for {protocol} error message: {flags} src {source} dst {target} ({reason}) on {interface} interface',
      ),
      verdict: dropped,
    },
    {
      read: phrase('No matching connection for {protocol} error message: {flags} src {source} dst {target} ('),
      verdict: dropped,
    },
  ],
  313008: [{ read: phrase('Denied {protocol} {reason} from {source} on interface {interface}') }],
  313009: [{ read: phrase('Denied invalid {protocol} code {reason}, for {source} to {target}, ICMP id') }],
  402114: [ipsecPacket('Invalid SPI')],
  402115: [
    { read: phrase('IPSEC: Received a packet from {source} to {target} containing {reason}'), verdict: dropped },
  ],
  402116: [ipsecPacket(undefined)],
  402117: [
    {
      read: phrase('IPSEC: Received a {reason} packet (protocol= {protocol}) from {source} to {target}'),
      verdict: dropped,
    },
  ],
  402118: [ipsecPacket('Illegal IP fragment')],
  402119: [ipsecPacket('Failed anti-replay checking')],
  402120: [ipsecPacket('Failed authentication')],
  108004: [
    {
      read: phrase('{reason}: Dropped connection for {gap} from {source} to {target};'),
      protocol: 'tcp',
      verdict: dropped,
    },
  ],
  410001: [{ read: phrase('Dropped {protocol} DNS {gap} from {source} to {target}; {reason}'), verdict: dropped }],
  418001: [
    { read: managementOnly },
    {
      read: phrase(
        'Through-the-device packet to/from management-only network is denied: {protocol} src {source} dst {target}',
      ),
    },
  ],
  420002: [{ read: phrase('IPS requested to drop {protocol} packet from {source} to {target}'), verdict: dropped }],
  421001: [{ read: phrase('{protocol} flow from {source} to {target} is dropped because {reason}'), verdict: dropped }],
  419001: [
    { read: phrase('Dropping {protocol} packet from {source} to {target}, reason: {reason}'), verdict: dropped },
  ],
  419002: [
    {
      // What became of the packet is not documented.
      read: phrase('Duplicate {protocol} SYN from {source} to {target} with different initial sequence number'),
      verdict: unsaid,
      activityId: Activity.Traffic,
    },
  ],
  434002: [{ read: phrase('SFR requested to drop {protocol} packet from {source} to {target}'), verdict: dropped }],
  434004: [
    {
      read: phrase(
        'SFR requested {gap} to bypass further packet redirection and process {protocol} flow from {source} to {target} locally',
      ),
      verdict: allowed,
      activityId: Activity.Traffic,
    },
  ],
  500003: [
    {
      read: phrase('Bad TCP hdr length ({reason}) from {source} to {target}, flags: {flags}, on interface {interface}'),
      protocol: 'tcp',
      verdict: dropped,
    },
  ],
  500004: [
    { read: phrase('Invalid transport field for protocol={protocol}, from {source} to {target}'), verdict: dropped },
  ],
  507003: [
    {
      read: phrase('{protocol} flow from {source} to {target} terminated by inspection engine, reason - {reason}'),
      activityId: Activity.Close,
    },
  ],
  710001: [
    {
      read: phrase('{protocol} access requested from {source} to {target}'),
      verdict: unsaid,
      activityId: Activity.Traffic,
    },
  ],
  710002: [
    {
      read: phrase('{protocol} access permitted from {source} to {target}'),
      verdict: allowed,
    },
  ],
  710003: [{ read: phrase('{protocol} access denied by ACL from {source} to {target}') }],
  710004: [{ read: phrase('{protocol} connection limit exceeded from {source} to {target} ({reason})') }],
  710005: [{ read: phrase('{protocol} request discarded from {source} to {target}'), verdict: dropped }],
  710006: [{ read: phrase('{protocol} request discarded from {source} to {target}'), verdict: dropped }],
  710007: [
    {
      read: phrase('NAT-T keepalive received from {source} to {target}'),
      protocol: 'udp',
      verdict: unsaid,
      activityId: Activity.Traffic,
    },
  ],
  725006: [
    {
      read: phrase('Device failed SSL handshake with {reason} {source}'),
      protocol: 'tcp',
      verdict: rejected,
      activityId: Activity.Fail,
    },
  ],
};

/**
 * `IPSEC: Received an ESP packet (SPI= 0x99, sequence number= 0x9E) from 192.0.2.7 (user= alice) to 198.51.100.2 that
 * failed anti-replay checking.`: the packet was dropped, and the id tells why.
 */
function ipsecPacket(reason: string | undefined): Sentence {
  return {
    read: (text) => {
      const found = ipsec(text);
      if (found === undefined) return undefined;
      const [, source = found.source, user] = /^(\S{2,45}) \(user ?= ?([^()]{1,256})\)$/.exec(found.source) ?? [];
      const target = before(found.target, ' ');
      const why = reason ?? before(found.target.slice(target.length).trim(), '. ');
      return {
        protocol: found.protocol,
        source,
        target: target.replace(/\.$/, ''),
        ...(why === '' ? {} : { reason: why }),
        ...(user === undefined || user === source ? {} : { user: user.trim() }),
      };
    },
    verdict: dropped,
  };
}

/** `… is denied: tcp from management 192.0.2.7 (4711) to inside 198.51.100.2 (80)`: the interface stands before its address. */
function managementOnly(text: string): Gaps | undefined {
  const found = throughDevice(text);
  if (found === undefined) return undefined;
  return { protocol: found.protocol, source: placeOf(found.source), target: placeOf(found.target) };
}

function placeOf(text: string): string {
  return text.replace(/^(\S{1,64}) (\S{2,45})(?: \((\d{1,5})\))?.*/, (_all, name: string, address: string, port = '') =>
    port === '' ? `${name}:${address}` : `${name}:${address}/${port}`,
  );
}

/** The dynamic filter's messages, with `blacklisted`, `greylisted` or `whitelisted`. */
const filtered: Sentence = {
  read: phrase('Dynamic Filter {verdict} {list} {protocol} traffic from {source} to {target}, {reason}'),
};
/** Documented in one word, written in two by some releases. */
const filteredInTwoWords: Sentence = {
  read: phrase('Dynamic Filter {verdict} black listed {protocol} traffic from {source} to {target}, {reason}'),
};

/** Packets that were denied, or permitted by a list that is told to log. */
export const denials: readonly (readonly [string, AsaReader])[] = [
  ...Object.entries(sentences).map(([id, all]) => [id, (message: AsaMessage) => readFirst(message, all)] as const),
  ...[
    '338001',
    '338002',
    '338003',
    '338004',
    '338005',
    '338006',
    '338007',
    '338008',
    '338201',
    '338202',
    '338203',
    '338204',
  ].map((id) => [id, (message: AsaMessage) => readFirst(message, [filteredInTwoWords, filtered])] as const),
];
