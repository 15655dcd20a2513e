import type { MappedEvent } from '@sluice/connector';
import { SeverityId } from '@sluice/ocsf/1.3.0';
import { detectionFinding, type FindingFacts } from '../../events/detection-finding.ts';
import { deviceType } from '../../events/endpoint.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity, type NetworkFacts } from '../../events/network-activity.ts';
import { qualifiedName, type UserFacts } from '../../events/user.ts';
import { longOf, secondsOf } from '../../events/values.ts';
import { isDenied, verdictOf } from '../../events/verdict.ts';
import type { Received } from '../../received.ts';
import { fieldBag, type FieldBag } from '../../text/field-bag.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';

/** Security events of Firepower Threat Defense, `Name: value, Name: value`: 430001 to 430005. */
export const firepower: readonly (readonly [string, AsaReader])[] = [
  ['430001', readIntrusion],
  ['430002', readConnection],
  ['430003', readConnection],
  ['430004', readFile],
  ['430005', readFile],
];

/** A name of a field is one word, save these. */
const named =
  /^ ?([A-Za-z][A-Za-z0-9_]{1,63}|Prefilter Policy|Tunnel or Prefilter Rule|Endpoint Profile|Security Group): ?/;

/** `Name: value` pairs between commas; a piece without a name belongs to the value before it. Linear in the text. */
function readPairs(text: string): FieldBag {
  const fields: Record<string, string> = Object.create(null);
  let last: string | undefined;
  for (const piece of text.split(', ')) {
    const [head = '', found] = named.exec(piece) ?? [];
    if (found !== undefined) fields[(last = found)] = piece.slice(head.length);
    else if (last !== undefined) fields[last] += `, ${piece}`;
  }
  return fieldBag(fields);
}

function connectionOf(fields: FieldBag): Pick<NetworkFacts, 'source' | 'destination' | 'protocol' | 'connectionUid'> {
  return {
    source: {
      host: fields.take('SrcIP'),
      port: fields.take('SrcPort'),
      interface: fields.take('IngressInterface'),
      zone: fields.take('IngressZone'),
    },
    destination: {
      host: fields.take('DstIP'),
      port: fields.take('DstPort'),
      interface: fields.take('EgressInterface'),
      zone: fields.take('EgressZone'),
    },
    protocol: fields.take('Protocol'),
    connectionUid: fields.take('ConnectionID'),
  };
}

/** 430002 tells of the beginning, 430003 of the end. */
function readConnection(message: AsaMessage): MappedEvent | undefined {
  const fields = readPairs(message.text);
  const action = fields.take('AccessControlRuleAction');
  if (action === undefined || fields.peek('SrcIP') === undefined) return undefined;
  const verdict = verdictOf(action.replace(/ with reset$/i, '').replace(/^Interactive Block.*/i, 'block'));
  const url = fields.take('URL');
  return networkActivity(message.received, {
    ...message.head,
    severityId: prioritySeverity(fields) ?? SeverityId.Informational,
    activityId: isDenied(verdict) ? Activity.Refuse : message.id === '430002' ? Activity.Open : Activity.Close,
    verdict,
    outcome: Outcome.Success,
    statusDetail: fields.take('AccessControlRuleReason'),
    ...connectionOf(fields),
    durationMs: secondsOf(fields.take('ConnectionDuration')),
    startTime: timeOf(fields.take('FirstPacketSecond')),
    traffic: {
      bytesOut: fields.take('InitiatorBytes'),
      bytesIn: fields.take('ResponderBytes'),
      packetsOut: fields.take('InitiatorPackets'),
      packetsIn: fields.take('ResponderPackets'),
    },
    application: fields.takeFirst('WebApplication', 'ApplicationProtocol'),
    rule: { name: fields.take('AccessControlRuleName') },
    url: url === undefined ? undefined : { text: url, category: fields.take('URLCategory') },
    actor: userOf(fields),
    unmapped: fields.rest(),
  });
}

/** `SFIMS: Protocol: TCP, SrcIP: 192.0.2.7, …, ConnectType: End`: what the management centre passes on of a connection. */
export function readManagedConnection(received: Received): MappedEvent | undefined {
  const step = /, ConnectType: (Start|End)(?:,|$)/.exec(received.text)?.[1];
  if (step === undefined) return undefined;
  const product = { vendor_name: 'Cisco', name: 'Firepower' };
  const head = { product, device: { typeId: deviceType.firewall } };
  return readConnection({ received, id: step === 'Start' ? '430002' : '430003', text: received.text, head });
}

function readIntrusion(message: AsaMessage): MappedEvent | undefined {
  const fields = readPairs(message.text);
  const [title, sid] = [fields.take('Message'), fields.take('SID')];
  if (title === undefined || fields.peek('SrcIP') === undefined) return undefined;
  const plain = title.replaceAll('"', '');
  return detectionFinding(message.received, {
    ...message.head,
    severityId: prioritySeverity(fields, SeverityId.Low) ?? ruleSeverity(fields) ?? message.head.severityId,
    ...findingFacts(message, fields, sid ?? plain),
    title: plain,
    types: [fields.take('Classification')],
    signature: { uid: sid, name: plain },
    verdict: verdictOf(fields.take('InlineResult')?.replace(/^Would .*/i, 'detected') ?? 'detected'),
    unmapped: fields.rest(),
  });
}

function readFile(message: AsaMessage): MappedEvent | undefined {
  const fields = readPairs(message.text);
  const [name, hash] = [fields.take('FileName'), fields.take('FileSHA256')];
  if (name === undefined && hash === undefined) return undefined;
  const [threat, disposition] = [takeKnown(fields, 'ThreatName'), takeKnown(fields, 'SHA_Disposition')];
  const uri = fields.take('URI');
  const found = disposition === 'Malware' || disposition === 'Custom Detection';
  return detectionFinding(message.received, {
    ...message.head,
    severityId: prioritySeverity(fields, SeverityId.Low) ?? (found ? SeverityId.High : SeverityId.Informational),
    ...findingFacts(message, fields, hash ?? name ?? ''),
    title: threat ?? `File ${name ?? hash ?? ''}`,
    types: [disposition, fields.take('FileType')],
    verdict: verdictOf(
      fields
        .take('FileAction')
        ?.replace(/^Malware Cloud Lookup$/, 'detected')
        .replace(/^Malware Block$/, 'block'),
    ),
    file: { path: name, hashes: [hash], size: longOf(fields.take('FileSize')) },
    malware: threat === undefined ? undefined : { name: threat },
    url: uri === undefined ? undefined : { text: uri },
    unmapped: fields.rest(),
  });
}

function findingFacts(
  message: AsaMessage,
  fields: FieldBag,
  what: string,
): Pick<FindingFacts, 'uid' | 'user' | 'source' | 'destination' | 'protocol' | 'connectionUid' | 'rule'> {
  const connection = fields.peek('ConnectionID') ?? `${fields.peek('SrcIP') ?? ''}:${fields.peek('SrcPort') ?? ''}`;
  const begun = fields.peek('FirstPacketSecond');
  const uid = `${message.id} ${connection} ${what}${begun === undefined ? '' : ` ${begun}`}`;
  return { uid, ...connectionOf(fields), rule: { name: fields.take('AccessControlRuleName') }, user: userOf(fields) };
}

/**
 * All these messages have the level that the policy gives to all of them, often Alert; how grave one is, they say
 * themselves, from release 6.5 on. A connection of low priority is one that nothing was found in.
 */
function prioritySeverity(fields: FieldBag, low: SeverityId = SeverityId.Informational): SeverityId | undefined {
  switch (fields.take('EventPriority')) {
    case 'High':
      return SeverityId.High;
    case 'Medium':
      return SeverityId.Medium;
    case 'Low':
      return low;
    default:
      return undefined;
  }
}

/** How grave the rule is that matched, where nothing says how grave the event is: before release 6.5. */
function ruleSeverity(fields: FieldBag): SeverityId | undefined {
  const severity = severitiesOfRules.get(fields.peek('Priority') ?? '');
  if (severity !== undefined) fields.take('Priority');
  return severity;
}

const severitiesOfRules: ReadonlyMap<string, SeverityId> = new Map([
  ['1', SeverityId.High],
  ['2', SeverityId.Medium],
  ['3', SeverityId.Low],
]);

/** What stands for a user, a threat or a verdict where there is none. */
const noValues: ReadonlySet<string> = new Set([
  'Unknown',
  'Not Found',
  'Invalid ID',
  'Pending',
  'No Authentication Required',
  'Failed Authentication',
]);

function takeKnown(fields: FieldBag, field: string): string | undefined {
  return noValues.has(fields.peek(field) ?? '') ? undefined : fields.take(field);
}

function userOf(fields: FieldBag): UserFacts | undefined {
  const user = takeKnown(fields, 'User');
  return user === undefined ? undefined : qualifiedName(user);
}

/** Times of these events are in UTC: `2026-01-14T09:12:01Z`. */
function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.exec(text ?? '')?.[0] ?? '');
  return Number.isNaN(time) ? undefined : time;
}
