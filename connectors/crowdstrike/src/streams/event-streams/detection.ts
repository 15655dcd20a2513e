import type { Device, Process } from '@sluice/ocsf/1.3.0';
import { dispositionOf } from '../../detection/disposition.ts';
import type { DetectionFacts, Disposition } from '../../detection/facts.ts';
import { namedByIndicators } from '../../detection/indicator-host.ts';
import { listedEvidence } from '../../detection/listed-evidence.ts';
import { fileOf, processOf, userBy } from '../../detection/process.ts';
import { isHostname } from '../../falcon/address.ts';
import type { Fields } from '../../falcon/fields.ts';
import { apiOf, cloudOf } from './cloud.ts';
import { tacticsOf, textsOf } from './detection-attacks.ts';
import { indicatorsOf } from './indicators.ts';

const processNames = {
  uid: 'ProcessId',
  pid: 'LocalProcessId',
  commandLine: 'CommandLine',
  name: 'FileName',
  path: 'FilePath',
  md5: 'MD5String',
  sha1: 'SHA1String',
  sha256: 'SHA256String',
  started: 'ProcessStartTime',
  ended: 'ProcessEndTime',
};

/** Fields of a file that left a host, which data protection names otherwise. */
const egressNames = { ...processNames, name: 'Filename', path: '', sha256: 'ContentSha' };

const idFields = [
  'CompositeId',
  'DetectId',
  'IdentityProtectionIncidentId',
  'IncidentID',
  'DetectionId',
  'LeadId',
  'NotificationId',
];
const beginnings = [
  'StartTime',
  'StartTimeEpoch',
  'IncidentStartTime',
  'SignalStartTimestamp',
  'SessionStartTimestamp',
  'EventTimestamp',
  'MatchedTimestamp',
  'EventCreatedTimestamp',
  'ContextTimeStamp',
];
const ends = ['EndTime', 'EndTimeEpoch', 'IncidentEndTime', 'SignalEndTimestamp', 'SessionEndTimestamp'];
/** Its number counts the other way, from 1 for the highest; its name says the same. */
const cloudEvent = 'CSPMIOAStreamingEvent';

/** Severities of the oldest form, which counts from 1 to 5. */
const oldSeverities = ['Informational', 'Low', 'Medium', 'High', 'Critical'];

/**
 * A detection of any product: `DetectionSummaryEvent`, `EppDetectionSummaryEvent`, `IdpDetectionSummaryEvent`… `place` is
 * the id of one of a kind that has none of its own: where in the stream it stands.
 */
export function detectionFacts(event: Fields, type: string, place?: string): DetectionFacts | undefined {
  const uid = event.first(...idFields) ?? incidentIn(event.peek('FalconHostLink')) ?? place;
  if (uid === undefined) return undefined;
  const process = processWithParent(event);
  const severity = event.integer('Severity');
  const isOld = type === 'DetectionSummaryEvent' && severity !== undefined && severity >= 1 && severity <= 5;
  return {
    uid,
    title: titleOf(event) ?? type,
    description: event.first('DetectDescription', 'Description', 'IncidentDescription'),
    url: event.text('FalconHostLink'),
    types: [type],
    patternId: event.text('PatternId'),
    severityName: event.first('SeverityName', 'RulePriority') ?? (isOld ? oldSeverities[severity - 1] : undefined),
    severity: isOld || type === cloudEvent ? undefined : severity,
    confidence: event.integer('Confidence'),
    tactics: tacticsOf(event),
    status: stateOf(event.text('State')),
    created: event.time('CreatedTimestamp'),
    firstSeen: firstTime(event, beginnings),
    lastSeen: firstTime(event, ends),
    disposition: dispositionOf(event.raw('PatternDispositionFlags')) ?? responseOf(event),
    process,
    file:
      process === undefined
        ? fileOf(event, type === 'DataProtectionDetectionSummaryEvent' ? egressNames : processNames)
        : undefined,
    user: userOf(event),
    source: sourceOf(event),
    target: endpointOf(event, ['TargetEndpointIpAddress'], ['TargetEndpointHostName']),
    device: namedByIndicators(deviceOf(event) ?? listedDevice(event), event),
    api: apiOf(event),
    cloud: cloudOf(event),
    evidences: [...indicatorsOf(event), ...listedEvidence(event)],
  };
}

function processWithParent(event: Fields): Process | undefined {
  const process = processOf(event, processNames);
  const parent = event.peek('ParentProcessId');
  if (process === undefined || parent === undefined || parent === '0') return process;
  event.take('ParentProcessId');
  process.parent_process = { uid: parent };
  const commandLine = event.text('ParentCommandLine');
  if (commandLine !== undefined) process.parent_process.cmd_line = commandLine;
  const name = event.first('ParentImageFileName', 'ParentImageFilePath');
  if (name !== undefined) process.parent_process.name = name;
  return process;
}

/** The number by which older events tell kinds of incidents is no title. */
function titleOf(event: Fields): string | undefined {
  const given = event.first('DisplayName', 'DetectName', 'Name', 'PolicyStatement', 'RuleName');
  if (given !== undefined) return given;
  return typeof event.raw('IncidentType') === 'string' ? event.text('IncidentType') : undefined;
}

/** The id of an incident, which its page in the console has where the event has none: `…/incidents/details/inc:…?_cid=…`. */
function incidentIn(link: string | undefined): string | undefined {
  return /\/(inc:[^/?#]{1,256})(?:[?#]|$)/.exec(link?.slice(0, 2048) ?? '')?.[1];
}

function firstTime(event: Fields, names: readonly string[]): number | undefined {
  for (const name of names) {
    const time = event.time(name);
    if (time !== undefined) return time;
  }
  return undefined;
}

function userOf(event: Fields): DetectionFacts['user'] {
  return (
    userBy(event, 'UserName', event.peek('UserSid') === undefined ? 'UserId' : 'UserSid', 'LogonDomain') ??
    userBy(event, 'SourceAccountName', 'SourceAccountObjectSid', 'SourceAccountDomain')
  );
}

/** What data protection did; other words than these two say less than they seem to. */
function responseOf(event: Fields): Disposition | undefined {
  const response = event.peek('ResponseAction')?.toLowerCase();
  if (response !== 'blocked' && response !== 'allowed') return undefined;
  return { isBlocked: response === 'blocked' };
}

/** States of incidents and of identity protection, as alerts call them. */
function stateOf(state: string | undefined): string | undefined {
  const lower = state?.toLowerCase();
  if (lower === 'open') return 'new';
  return lower === 'resolved' || lower === 'auto_resolved' ? 'closed' : lower;
}

function sourceOf(event: Fields): DetectionFacts['source'] {
  return endpointOf(
    event,
    ['SourceEndpointIpAddress', 'SourceEndpointAddressIP4', 'SourceEndpointAddressIp4', 'EndpointIp', 'UserSourceIp'],
    ['SourceEndpointHostName', 'EndpointName'],
  );
}

function endpointOf(event: Fields, ips: readonly string[], names: readonly string[]): DetectionFacts['source'] {
  const ip = ips.map((name) => event.ip(name)).find((found) => found !== undefined);
  const name = names.find((field) => isHostname(event.peek(field) ?? ''));
  const hostname = name === undefined ? undefined : event.text(name);
  if (ip === undefined && hostname === undefined) return undefined;
  return { ...(ip === undefined ? {} : { ip }), ...(hostname === undefined ? {} : { hostname }) };
}

/** Detections across domains list hosts and addresses: taken where it is one, for only then it is the one. */
function listedDevice(event: Fields): Device | undefined {
  const [name, ...otherNames] = textsOf(event, 'HostNames');
  if (name === undefined || otherNames.length > 0) {
    event.leave('HostNames');
    return undefined;
  }
  return isHostname(name) ? { type_id: 0, hostname: name } : { type_id: 0, name };
}

/** The host of a sensor. Only detections on a host have one. */
export function deviceOf(event: Fields): Device | undefined {
  const uid = event.first('AgentId', 'AgentIdString', 'SensorId', 'DeviceId', 'HostID');
  const name = event.first('Hostname', 'HostName', 'ComputerName', 'HostnameField');
  if (uid === undefined && name === undefined) return undefined;
  const device: Device = { type_id: 0 };
  if (uid !== undefined) device.uid = uid;
  if (name !== undefined && isHostname(name)) device.hostname = name;
  else if (name !== undefined) device.name = name;
  const ip = event.ip('LocalIP');
  if (ip !== undefined) device.ip = ip;
  const mac = event.peek('MACAddress');
  if (mac !== undefined && /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(mac)) {
    event.take('MACAddress');
    device.mac = mac;
  }
  const domain = event.text('MachineDomain');
  if (domain !== undefined) device.domain = domain;
  return device;
}
