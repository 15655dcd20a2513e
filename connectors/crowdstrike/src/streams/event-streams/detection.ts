import type { Device } from '@sluice/ocsf/1.3.0';
import { fieldsOf } from '../../api/client.ts';
import type { DetectionFacts, Disposition } from '../../detection/facts.ts';
import { processOf, userBy } from '../../detection/process.ts';
import { isHostname } from '../../falcon/address.ts';
import type { Fields } from '../../falcon/fields.ts';

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

/** Severities of the oldest form, which counts from 1 to 5. */
const oldSeverities = ['Informational', 'Low', 'Medium', 'High', 'Critical'];

/** A detection of any product: `DetectionSummaryEvent`, `EppDetectionSummaryEvent`, `IdpDetectionSummaryEvent`… */
export function detectionFacts(event: Fields, type: string): DetectionFacts | undefined {
  const uid = event.first('CompositeId', 'DetectId', 'IdentityProtectionIncidentId', 'IncidentID', 'DetectionId');
  if (uid === undefined) return undefined;
  const process = processOf(event, processNames);
  const parent = event.peek('ParentProcessId');
  if (process !== undefined && parent !== undefined && parent !== '0') {
    event.take('ParentProcessId');
    process.parent_process = { uid: parent };
    const commandLine = event.text('ParentCommandLine');
    if (commandLine !== undefined) process.parent_process.cmd_line = commandLine;
    const name = event.first('ParentImageFileName', 'ParentImageFilePath');
    if (name !== undefined) process.parent_process.name = name;
  }
  const severity = event.integer('Severity');
  const isOld = type === 'DetectionSummaryEvent' && severity !== undefined && severity >= 1 && severity <= 5;
  return {
    uid,
    title: event.first('DetectName', 'Name', 'IncidentType') ?? type,
    description: event.first('DetectDescription', 'Description', 'IncidentDescription'),
    url: event.text('FalconHostLink'),
    types: [type],
    patternId: event.text('PatternId'),
    severityName: event.text('SeverityName') ?? (isOld ? oldSeverities[severity - 1] : undefined),
    severity: isOld ? undefined : severity,
    tactics: [{ tactic: event.text('Tactic'), technique: event.text('Technique') }],
    status: stateOf(event.text('State')),
    firstSeen: event.time('StartTime') ?? event.time('StartTimeEpoch') ?? event.time('IncidentStartTime'),
    lastSeen: event.time('EndTime') ?? event.time('IncidentEndTime'),
    disposition: dispositionOf(event),
    process,
    user:
      userBy(event, 'UserName', 'UserSid', 'LogonDomain') ??
      userBy(event, 'SourceAccountName', 'SourceAccountObjectSid', 'SourceAccountDomain'),
    source: endpointOf(
      event,
      ['SourceEndpointIpAddress', 'SourceEndpointAddressIP4', 'EndpointIp'],
      ['SourceEndpointHostName', 'EndpointName'],
    ),
    target: endpointOf(event, ['TargetEndpointIpAddress'], ['TargetEndpointHostName']),
    device: deviceOf(event),
  };
}

/** States of incidents and of identity protection, as alerts call them. */
function stateOf(state: string | undefined): string | undefined {
  const lower = state?.toLowerCase();
  if (lower === 'open' || lower === 'new') return 'new';
  if (lower === 'resolved' || lower === 'closed' || lower === 'auto_resolved') return 'closed';
  return lower;
}

const blocks = [
  'OperationBlocked',
  'ProcessBlocked',
  'RegistryOperationBlocked',
  'FsOperationBlocked',
  'KillProcess',
  'KillParent',
  'KillSubProcess',
];

function dispositionOf(event: Fields): Disposition | undefined {
  const given = event.raw('PatternDispositionFlags');
  if (typeof given !== 'object' || given === null) return undefined;
  const flags = fieldsOf(given);
  return {
    isBlocked: blocks.some((name) => flags[name] === true),
    isFileQuarantined: flags['QuarantineFile'] === true,
    isHostIsolated: flags['QuarantineMachine'] === true,
  };
}

function endpointOf(event: Fields, ips: readonly string[], names: readonly string[]): DetectionFacts['source'] {
  const ip = ips.map((name) => event.ip(name)).find((found) => found !== undefined);
  const name = names.find((field) => isHostname(event.peek(field) ?? ''));
  const hostname = name === undefined ? undefined : event.text(name);
  if (ip === undefined && hostname === undefined) return undefined;
  return { ...(ip === undefined ? {} : { ip }), ...(hostname === undefined ? {} : { hostname }) };
}

/** The host of a sensor. Only detections on a host have one. */
export function deviceOf(event: Fields): Device | undefined {
  const uid = event.first('AgentId', 'SensorId', 'DeviceId', 'HostID');
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
