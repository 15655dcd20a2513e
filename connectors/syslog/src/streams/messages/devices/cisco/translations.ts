import type { MappedEvent } from '@sluice/connector';
import { Outcome } from '../../events/frame.ts';
import { FtpActivityId, ftpActivity } from '../../events/ftp-activity.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { durationOf } from '../../events/values.ts';
import { allowed, blocked } from '../../events/verdict.ts';
import { before, phrase } from '../../text/phrase.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';
import { directionBetween, readEndpoint } from './endpoint.ts';

const builtTranslation = phrase('Built {kind} translation from {source} to {target}');
const tornTranslation = phrase('Teardown {kind} translation from {source} to {target} duration {duration}');
const failedTranslation = phrase('{kind} translation creation failed for {protocol} src {source} dst {target}');
const regularFailed = phrase('regular translation creation failed for protocol {protocol} src {source} dst {target}');
const noTranslation = phrase('No translation group found for {protocol} src {source} dst {target}');
const asymmetric = phrase(
  'Asymmetric NAT rules matched for forward and reverse flows; Connection for {protocol} src {source} dst {target} denied',
);
const portBlock = phrase('{verb} {kind} block of ports for translation from {source} to {target}');
const clientStep = phrase('{peer} {source} to {target}');
const builtHost = phrase('Built local-host {host}');
const tornHost = phrase('Teardown local-host {host} duration {duration}');
const offloaded = phrase('Offloaded {protocol} Flow for connection {uid} from {source} to {target}');
const notOffloaded = phrase('{protocol} Flow is no longer offloaded for connection {uid} from {source} to {target}');
const ftp = phrase('FTP connection from {source} to {target}, user {user} {verb} file {path}');
const accessed = phrase('{source} Accessed {kind}URL {target}');
const denied = phrase('Access denied URL {url} SRC {source} DEST {target} on interface {interface}');
const handshake = phrase('{words} SSL handshake with {peer} {source} to {target}');
const handshakeAlone = phrase('{words} SSL handshake with {peer} {source}');
const sslEnded = phrase('SSL session with {peer} {source} to {target} terminated');

/** Translations, hosts, offloads, FTP, URLs and TLS: told of, neither denied nor connections of their own. */
export const translations: readonly (readonly [string, AsaReader])[] = [
  ...['305009', '305011'].map((id) => [id, readBuilt] as const),
  ...['305010', '305012'].map((id) => [id, readTorn] as const),
  ...['305005', '305006', '305013'].map((id) => [id, readFailed] as const),
  ['609001', readBuiltHost],
  ['609002', readTornHost],
  ...['805001', '805002'].map((id) => [id, readOffloaded] as const),
  ['303002', readFtp],
  ['304001', readUrl],
  ['304002', readDeniedUrl],
  ['305014', (message) => readBlock(message, Activity.Open)],
  ['305015', (message) => readBlock(message, Activity.Close)],
  ...['725003', '725008', '725012', '725016'].map((id) => [id, readHandshakeStep] as const),
  ...['725001', '725002'].map((id) => [id, readHandshake] as const),
  ['725007', readSslEnded],
];

/** `Allocated TCP block of ports for translation from inside:192.0.2.7 to outside:198.51.100.7/1024-1535.` */
function readBlock(message: AsaMessage, activityId: Activity): MappedEvent | undefined {
  const found = portBlock(message.text);
  if (found === undefined) return undefined;
  const [, target = found.target, ports] = /^(.{1,128})\/(\d{1,5}-\d{1,5})\.?$/.exec(found.target) ?? [];
  const block = { kind: found.kind, source: found.source, target };
  return translated(message, block, activityId, ports === undefined ? undefined : { ports });
}

/** `dynamic TCP`, `static`: the host inside, and the address that stands for it outside. */
function readBuilt(message: AsaMessage): MappedEvent | undefined {
  const found = builtTranslation(message.text);
  return found && translated(message, found, Activity.Open);
}

function readTorn(message: AsaMessage): MappedEvent | undefined {
  const found = tornTranslation(message.text);
  return found && translated(message, found, Activity.Close);
}

interface Translation {
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly duration?: string;
}

function translated(
  message: AsaMessage,
  found: Translation,
  activityId: Activity,
  unmapped?: Readonly<Record<string, string>>,
): MappedEvent | undefined {
  const [source, target] = [readEndpoint(found.source), readEndpoint(found.target)];
  return networkActivity(message.received, {
    ...message.head,
    activityId,
    verdict: allowed,
    outcome: Outcome.Success,
    protocol: /\b(?:tcp|udp|icmp|sctp|gre)\b/i.exec(found.kind)?.[0],
    direction: directionBetween(source, target),
    source: source.endpoint,
    destination: target.endpoint,
    actor: source.user,
    durationMs: durationOf(found.duration),
    unmapped: { translation: found.kind, ...unmapped },
  });
}

function readFailed(message: AsaMessage): MappedEvent | undefined {
  const { text } = message;
  const found = regularFailed(text) ?? failedTranslation(text) ?? noTranslation(text) ?? asymmetric(text);
  if (found === undefined) return undefined;
  const [source, target] = [readEndpoint(found.source), readEndpoint(found.target)];
  return networkActivity(message.received, {
    ...message.head,
    activityId: Activity.Fail,
    verdict: blocked,
    protocol: found.protocol.replace(/^protocol /, ''),
    direction: directionBetween(source, target),
    source: source.endpoint,
    actor: source.user,
    destination: target.endpoint,
  });
}

function readBuiltHost(message: AsaMessage): MappedEvent | undefined {
  const found = builtHost(message.text);
  return found && hostEntry(message, found.host, Activity.Open);
}

function readTornHost(message: AsaMessage): MappedEvent | undefined {
  const found = tornHost(message.text);
  return found && hostEntry(message, found.host, Activity.Close, found.duration);
}

/** The ASA's own entry for a host that has connections. */
function hostEntry(
  message: AsaMessage,
  host: string,
  activityId: Activity,
  duration?: string,
): MappedEvent | undefined {
  return networkActivity(message.received, {
    ...message.head,
    activityId,
    outcome: Outcome.Success,
    source: readEndpoint(host).endpoint,
    durationMs: durationOf(duration),
  });
}

function readOffloaded(message: AsaMessage): MappedEvent | undefined {
  const found = offloaded(message.text) ?? notOffloaded(message.text);
  if (found === undefined) return undefined;
  return networkActivity(message.received, {
    ...message.head,
    activityId: Activity.Traffic,
    verdict: allowed,
    outcome: Outcome.Success,
    protocol: found.protocol,
    connectionUid: found.uid,
    source: readEndpoint(found.source).endpoint,
    destination: readEndpoint(found.target).endpoint,
  });
}

const transfers: ReadonlyMap<string, FtpActivityId> = new Map([
  ['Stored', FtpActivityId.Put],
  ['Retrieved', FtpActivityId.Get],
]);

function readFtp(message: AsaMessage): MappedEvent | undefined {
  const found = ftp(message.text);
  if (found === undefined) return undefined;
  const activityId = transfers.get(found.verb);
  if (activityId === undefined) return undefined;
  return ftpActivity(message.received, {
    ...message.head,
    activityId,
    outcome: Outcome.Success,
    protocol: 'tcp',
    source: readEndpoint(found.source).endpoint,
    destination: readEndpoint(found.target).endpoint,
    actor: { name: found.user },
    path: found.path,
  });
}

/** `192.0.2.7 Accessed URL 198.51.100.2:http://example.com/`, with users before either address or behind it. */
function readUrl(message: AsaMessage): MappedEvent | undefined {
  const found = accessed(message.text);
  if (found === undefined) return undefined;
  const colon = found.target.search(/:(?=[a-z]{3,6}:\/\/|\/)/);
  if (colon <= 0) return undefined;
  const bracket = found.source.indexOf('(');
  const source = readEndpoint(afterUser(bracket === -1 ? found.source : found.source.slice(0, bracket)));
  const text = found.target.slice(colon + 1);
  const server = afterUser(found.target.slice(0, colon));
  return networkActivity(message.received, {
    ...message.head,
    activityId: Activity.Traffic,
    verdict: allowed,
    outcome: Outcome.Success,
    protocol: 'tcp',
    source: source.endpoint,
    destination: { host: server },
    actor: readEndpoint(found.source).user,
    url: { text, hostname: text.startsWith('/') ? server : undefined },
  });
}

function afterUser(text: string): string {
  return text.slice(text.lastIndexOf('@') + 1);
}

function readDeniedUrl(message: AsaMessage): MappedEvent | undefined {
  const found = denied(message.text);
  if (found === undefined) return undefined;
  return networkActivity(message.received, {
    ...message.head,
    activityId: Activity.Refuse,
    verdict: blocked,
    protocol: 'tcp',
    source: { ...readEndpoint(found.source).endpoint, interface: found.interface },
    destination: readEndpoint(found.target).endpoint,
    url: { text: found.url },
  });
}

function readHandshake(message: AsaMessage): MappedEvent | undefined {
  const found = handshake(message.text) ?? handshakeAlone(message.text);
  return found && sslSession(message, found, message.id === '725001' ? Activity.Open : Activity.Traffic);
}

/** What is asked and chosen on the way to a session: not yet that it stands. */
function readHandshakeStep(message: AsaMessage): MappedEvent | undefined {
  const found = clientStep(/\b(?:client|server) [^ ]{1,64}:.*$/s.exec(message.text)?.[0] ?? '');
  if (found === undefined) return undefined;
  return sslSession(message, { ...found, target: before(found.target, ' ') }, Activity.Traffic, Outcome.Unknown);
}

function readSslEnded(message: AsaMessage): MappedEvent | undefined {
  const found = sslEnded(message.text);
  return found && sslSession(message, found, Activity.Close);
}

interface SslSession {
  readonly peer: string;
  readonly source: string;
  readonly target?: string;
}

/** A session with a client has the client for its source; one with a server has it for its destination. */
function sslSession(
  message: AsaMessage,
  { peer, source, target }: SslSession,
  activityId: Activity,
  outcome: Outcome = Outcome.Success,
): MappedEvent | undefined {
  const [remote, local] = [
    readEndpoint(source).endpoint,
    target === undefined ? undefined : readEndpoint(target).endpoint,
  ];
  const isClient = peer === 'client';
  if (!isClient && peer !== 'server') return undefined;
  return networkActivity(message.received, {
    ...message.head,
    activityId,
    outcome,
    protocol: 'tcp',
    application: 'ssl',
    source: isClient ? remote : local,
    destination: isClient ? local : remote,
  });
}
