import type { MappedEvent } from '@sluice/connector';
import { Direction } from '../../events/connection.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity, type NetworkFacts } from '../../events/network-activity.ts';
import { durationOf, longOf } from '../../events/values.ts';
import { allowed, blocked } from '../../events/verdict.ts';
import { before, phrase } from '../../text/phrase.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';
import { directionBetween, readEndpoint, type AsaEndpoint } from './endpoint.ts';

const built = phrase('Built {direction} {protocol} connection {uid} for {one} to {other}');
const builtProbe = phrase('Built {direction} ICMP connection for faddr {foreign} gaddr {global} laddr {local}');
const builtNumbered = phrase(
  'Built {direction} ICMP connection {uid} for faddr {foreign} gaddr {global} laddr {local}',
);
/** Connections that bypass the state say `from` for `for`. */
const builtBypass = phrase('Built {direction} {protocol} state-bypass connection {uid} from {one} to {other}');
const tornBypass = phrase('Teardown {protocol} state-bypass connection {uid} from {one} to {other} duration {rest}');
/** So does GRE. */
const builtFrom = phrase('Built {direction} {protocol} connection {uid} from {one} to {other}');
const tornFrom = phrase('Teardown {protocol} connection {uid} from {one} to {other} duration {rest}');
const builtStub = phrase('Built {role} stub {protocol} connection for {one} to {other}');
const torn = phrase('Teardown {protocol} connection {uid} for {one} to {other} duration {rest}');
const tornProbe = phrase('Teardown ICMP connection for faddr {foreign} gaddr {global} laddr {local}');
const tornStub = phrase('Teardown stub {protocol} connection for {one} to {other} duration {rest}');
const tornNumbered = phrase('Teardown ICMP connection {uid} for faddr {foreign} gaddr {global} laddr {local}');

/**
 * Connections that were allowed, 302013 to 302027 and 302303, 302304. The ASA names the foreign side first, whoever
 * began; `outbound` says that the local side did.
 */
export const connections: readonly (readonly [string, AsaReader])[] = [
  ...['302013', '302015', '302017', '302035', '302303', '302003', '302005'].map((id) => [id, readBuilt] as const),
  ...['302014', '302016', '302018', '302036', '302304', '302004', '302006'].map((id) => [id, readTorn] as const),
  ['302020', readBuiltProbe],
  ['302021', readTornProbe],
  ...['302022', '302024', '302026'].map((id) => [id, readBuiltStub] as const),
  ...['302023', '302025', '302027'].map((id) => [id, readTornStub] as const),
];

function readBuilt(message: AsaMessage): MappedEvent | undefined {
  const found = built(message.text) ?? builtBypass(message.text) ?? builtFrom(message.text);
  if (found === undefined) return undefined;
  return opened(message, {
    direction: found.direction,
    protocol: plainProtocol(found.protocol),
    uid: found.uid,
    foreign: readEndpoint(found.one),
    local: readEndpoint(found.other),
  });
}

function readBuiltProbe(message: AsaMessage): MappedEvent | undefined {
  const numbered = builtNumbered(message.text);
  const found = builtProbe(message.text) ?? numbered;
  if (found === undefined) return undefined;
  const { foreign, local } = probeSides(found);
  const uid = numbered?.uid;
  return opened(message, { direction: found.direction, protocol: 'icmp', uid, foreign, local });
}

function readBuiltStub(message: AsaMessage): MappedEvent | undefined {
  const found = builtStub(message.text);
  if (found === undefined) return undefined;
  const { source, destination, user } = sidesByPort(readEndpoint(found.one), readEndpoint(found.other));
  return networkActivity(message.received, {
    ...message.head,
    ...connection(found.protocol),
    activityId: Activity.Open,
    direction: directionBetween(source, destination),
    source: source.endpoint,
    destination: destination.endpoint,
    actor: user,
    unmapped: { cluster_role: found.role },
  });
}

interface Opened {
  readonly direction: string;
  readonly protocol: string;
  readonly uid?: string | undefined;
  readonly foreign: AsaEndpoint;
  readonly local: AsaEndpoint;
}

function opened(message: AsaMessage, { direction, protocol, uid, foreign, local }: Opened): MappedEvent | undefined {
  const directionId = directions.get(direction);
  if (directionId === undefined) return undefined;
  const [source, destination] = directionId === Direction.Outbound ? [local, foreign] : [foreign, local];
  return networkActivity(message.received, {
    ...message.head,
    ...connection(protocol),
    activityId: Activity.Open,
    direction: directionId,
    connectionUid: uid,
    source: source.endpoint,
    destination: destination.endpoint,
    actor: source.user,
    unmapped: mappedAddresses(source, destination),
  });
}

const directions: ReadonlyMap<string, Direction> = new Map([
  ['inbound', Direction.Inbound],
  ['outbound', Direction.Outbound],
]);

function readTorn(message: AsaMessage): MappedEvent | undefined {
  const found = torn(message.text) ?? tornBypass(message.text) ?? tornFrom(message.text);
  if (found === undefined) return undefined;
  return closed(message, {
    protocol: plainProtocol(found.protocol),
    uid: found.uid,
    one: readEndpoint(found.one),
    other: readEndpoint(found.other),
    rest: found.rest,
  });
}

function readTornProbe(message: AsaMessage): MappedEvent | undefined {
  const numbered = tornNumbered(message.text);
  const found = tornProbe(message.text) ?? numbered;
  if (found === undefined) return undefined;
  const { foreign, local } = probeSides(found);
  return closed(message, { protocol: 'icmp', uid: numbered?.uid, one: foreign, other: local });
}

function readTornStub(message: AsaMessage): MappedEvent | undefined {
  const found = tornStub(message.text);
  if (found === undefined) return undefined;
  const [one, other] = [readEndpoint(found.one), readEndpoint(found.other)];
  return closed(message, { protocol: found.protocol, one, other, rest: found.rest });
}

interface Closed {
  readonly protocol: string;
  readonly uid?: string | undefined;
  readonly one: AsaEndpoint;
  readonly other: AsaEndpoint;
  /** `0:00:30 bytes 1420 TCP FINs from inside (alice)`; a probe's end says none of it. */
  readonly rest?: string;
}

function closed(message: AsaMessage, { protocol, uid, one, other, rest }: Closed): MappedEvent | undefined {
  const { source, destination, user } = sidesByPort(one, other);
  const match = /^(\S{1,20})(?: (?:forwarded )?bytes (\d{1,15}))?(?: (.*))?$/.exec(rest ?? '');
  const reason = match?.[3]?.replace(/ ?\([^()]{0,256}\)$/, '');
  return networkActivity(message.received, {
    ...message.head,
    ...connection(protocol),
    ...endOf(reason),
    connectionUid: uid,
    direction: directionBetween(source, destination),
    durationMs: durationOf(match?.[1]),
    traffic: longOf(match?.[2]) === undefined ? undefined : { bytes: match?.[2] },
    source: source.endpoint,
    destination: destination.endpoint,
    actor: user,
  });
}

/** How a connection ended, by the reason that stands at the end. */
function endOf(reason: string | undefined): Pick<NetworkFacts, 'activityId' | 'statusDetail' | 'verdict' | 'outcome'> {
  if (reason === undefined || reason === '') return { activityId: Activity.Close };
  if (/\b(?:IPS|[Ii]nspection|[Dd]enied|Deny|Intercept|policy|Shunned)\b/.test(reason)) {
    return { statusDetail: reason, activityId: Activity.Close, verdict: blocked };
  }
  if (reason.startsWith('TCP Reset')) return { statusDetail: reason, activityId: Activity.Reset };
  if (reason.startsWith('SYN Timeout')) {
    return { statusDetail: reason, activityId: Activity.Fail, outcome: Outcome.Failure };
  }
  return { statusDetail: reason, activityId: Activity.Close };
}

/**
 * A teardown does not say who began. The side with the lower port offers a service, where the other's is one that
 * clients are given; else it is the first, as the ASA wrote it.
 */
function sidesByPort(
  one: AsaEndpoint,
  other: AsaEndpoint,
): { readonly source: AsaEndpoint; readonly destination: AsaEndpoint; readonly user: AsaEndpoint['user'] } {
  const [onePort, otherPort] = [Number(one.endpoint.port), Number(other.endpoint.port)];
  const isReversed = onePort < otherPort && otherPort >= 1024 && (onePort < 1024 || otherPort >= 32_768);
  const [source, destination] = isReversed ? [other, one] : [one, other];
  return { source, destination, user: source.user };
}

function probeSides(found: { readonly foreign: string; readonly local: string }): {
  readonly foreign: AsaEndpoint;
  readonly local: AsaEndpoint;
} {
  return { foreign: withoutPort(readEndpoint(found.foreign)), local: withoutPort(readEndpoint(found.local)) };
}

/** What stands behind the slash of an ICMP address is an identifier. */
function withoutPort({ endpoint, ...rest }: AsaEndpoint): AsaEndpoint {
  return { ...rest, endpoint: { ...endpoint, port: undefined } };
}

function connection(protocol: string): Pick<NetworkFacts, 'protocol' | 'verdict' | 'outcome'> {
  return { protocol, verdict: allowed, outcome: Outcome.Success };
}

/** `TCP state-bypass` is TCP. */
function plainProtocol(text: string): string {
  return before(text, ' ');
}

function mappedAddresses(source: AsaEndpoint, destination: AsaEndpoint): Record<string, string> {
  const unmapped: Record<string, string> = {};
  if (source.mapped !== undefined) unmapped['source_mapped'] = source.mapped;
  if (destination.mapped !== undefined) unmapped['destination_mapped'] = destination.mapped;
  return unmapped;
}
