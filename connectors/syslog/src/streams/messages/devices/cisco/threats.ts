import type { MappedEvent } from '@sluice/connector';
import { detectionFinding } from '../../events/detection-finding.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { blocked, detected } from '../../events/verdict.ts';
import { phrase } from '../../text/phrase.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';
import { readEndpoint } from './endpoint.ts';

const rate = phrase('[{object}] drop {rate} exceeded. {counts}');
const host = phrase('[{role}] {address} is {what}. {counts}');
const hostOld = phrase('{role} {address} is {what}. {counts}');
const shunAdds = phrase('Threat-detection adds host {address} to shun list');
const shunRemoves = phrase('Threat-detection removes host {address} from shun list');
const shunned = phrase('Shunned packet: {source} ==> {target} on interface {interface}');
/** As it is documented. */
const shunnedInBooks = phrase('Shunned packet: {source} = {target} on interface {interface}');
const intercepted = phrase('Intercepted DNS reply for {kind} {name} from {source} to {target}, matched {list}');
const discovered = phrase('Address {address} discovered for domain {name} from {list}, Adding rule');
const timedOut = phrase('Address {address} ({name}) timed out');
const signature = phrase('IDS:{uid} {title} from {source} to {target} on interface {interface}');
const signatureNew = phrase('IPS:{uid} {title} from {source} to {target} on interface {interface}');

/** Threat detection, shuns, and the signatures of `ip audit` (400000 to 400051). */
export const threats: readonly (readonly [string, AsaReader])[] = [
  ['733100', readRate],
  ['733101', readHost],
  ['733102', (message) => shun(message, shunAdds(message.text)?.address)],
  ['733103', (message) => shun(message, shunRemoves(message.text)?.address)],
  ['401004', readShunned],
  ['338301', readIntercepted],
  ['338302', (message) => filterRule(message, discovered(message.text), EntityActivityId.Create)],
  ['338303', (message) => filterRule(message, timedOut(message.text), EntityActivityId.Delete)],
  ...Array.from({ length: 52 }, (_, index) => [String(400_000 + index), readSignature] as const),
];

/** `[ Scanning] drop rate-2 exceeded. …`: the object is a kind of attack, a port or a host. */
function readRate(message: AsaMessage): MappedEvent | undefined {
  const found = rate(message.text);
  if (found === undefined) return undefined;
  const target = /^[\d.]{7,15}$/.test(found.object) ? { host: found.object } : undefined;
  return finding(message, {
    title: `${found.object}: drop rate exceeded`,
    uid: `${found.object} ${found.rate}`,
    type: 'Drop rate',
    destination: target,
    description: found.counts,
  });
}

/** `[Scanning] host 192.0.2.9 is attacking. …` and `is targeted`. */
function readHost(message: AsaMessage): MappedEvent | undefined {
  const found = host(message.text) ?? hostOld(message.text);
  if (found === undefined) return undefined;
  const address = found.address.split(' ').at(-1) ?? found.address;
  const isAttacker = found.what.startsWith('attacking');
  return finding(message, {
    title: `${address} is ${found.what}`,
    uid: `${address} ${found.what}`,
    type: found.role,
    source: isAttacker ? { host: address } : undefined,
    destination: isAttacker ? undefined : { host: address },
    description: found.counts,
  });
}

function shun(message: AsaMessage, address: string | undefined): MappedEvent | undefined {
  if (address === undefined) return undefined;
  const title = message.id === '733102' ? `${address} is shunned` : `${address} is no longer shunned`;
  return finding(message, { title, uid: title, type: 'Shun', source: { host: address } });
}

interface Threat {
  readonly title: string;
  readonly uid: string;
  readonly type: string;
  readonly source?: { readonly host: string } | undefined;
  readonly destination?: { readonly host: string } | undefined;
  readonly description?: string | undefined;
}

function finding(message: AsaMessage, { title, uid, type, source, destination, description }: Threat): MappedEvent {
  return detectionFinding(message.received, {
    ...message.head,
    title,
    uid: `${message.id} ${uid}`,
    types: [type],
    description,
    signature: { uid: message.id, name: 'Threat detection' },
    verdict: message.id === '733102' ? blocked : detected,
    source,
    destination,
  });
}

function readShunned(message: AsaMessage): MappedEvent | undefined {
  const found = shunned(message.text) ?? shunnedInBooks(message.text);
  if (found === undefined) return undefined;
  return networkActivity(message.received, {
    ...message.head,
    activityId: Activity.Refuse,
    verdict: blocked,
    source: { ...readEndpoint(found.source).endpoint, interface: found.interface },
    destination: readEndpoint(found.target).endpoint,
    statusDetail: 'Shunned',
  });
}

/** `Intercepted DNS reply for domain bad.example.com from outside:198.51.100.53/53 to inside:192.0.2.7/4711, matched blacklist`. */
function readIntercepted(message: AsaMessage): MappedEvent | undefined {
  const found = intercepted(message.text);
  if (found === undefined || !/black|gray|grey|block/.test(found.list)) return undefined;
  const list = found.list.replace(/\.$/, '');
  return detectionFinding(message.received, {
    ...message.head,
    title: `${found.name} is on the ${list}`,
    uid: `${message.id} ${found.name} ${found.target}`,
    types: ['Dynamic filter'],
    signature: { uid: message.id, name: 'Dynamic filter' },
    verdict: detected,
    source: readEndpoint(found.source).endpoint,
    destination: readEndpoint(found.target).endpoint,
    protocol: 'udp',
  });
}

/** The filter blocks or watches an address while a name on a list leads to it: `Address 203.0.113.9 discovered for domain bad.example.com from blacklist, Adding rule`. */
function filterRule(
  message: AsaMessage,
  found: { readonly address: string; readonly name: string } | undefined,
  activityId: EntityActivityId,
): MappedEvent | undefined {
  if (found === undefined) return undefined;
  return entityManagement(message.received, {
    ...message.head,
    activityId,
    outcome: Outcome.Success,
    entity: `${found.address} (${found.name})`,
    entityType: 'Dynamic filter rule',
    comment: message.text,
  });
}

function readSignature(message: AsaMessage): MappedEvent | undefined {
  const found = signature(message.text) ?? signatureNew(message.text);
  if (found === undefined) return undefined;
  return detectionFinding(message.received, {
    ...message.head,
    title: found.title,
    uid: `${message.id} ${found.uid} ${found.source} ${found.target}`,
    types: ['Signature'],
    signature: { uid: found.uid, name: found.title },
    source: { ...readEndpoint(found.source).endpoint, interface: found.interface },
    destination: readEndpoint(found.target).endpoint,
  });
}
