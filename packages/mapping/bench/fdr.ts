import type { MapContext, MapResult } from '@sluice/connector';
import { address, type Fields, port, restOf, some, text, whole } from './by-hand.ts';

/** What is common to all events, and what each kind adds. */
interface Kind {
  readonly classUid: number;
  readonly activityId: number;
  readonly statusId?: number;
  readonly build: (event: Fields, r: Fields) => boolean;
}

const platforms = new Map([
  ['Win', 100],
  ['Lin', 200],
  ['Mac', 300],
]);
const shared = ['timestamp', 'event_simpleName', 'id', 'ConfigBuild'];
const host = ['aid', 'aip', 'event_platform'];
const actor = ['ContextProcessId', 'ContextBaseFileName'];
const takenOf: Readonly<Record<number, ReadonlySet<string>>> = {
  1007: new Set([
    ...shared,
    ...host,
    ...actor,
    'TargetProcessId',
    'RawProcessId',
    'CommandLine',
    'ImageFileName',
    'SHA256HashData',
    'ParentProcessId',
  ]),
  1001: new Set([...shared, ...host, ...actor, 'TargetFileName', 'Size']),
  4001: new Set([
    ...shared,
    'LocalAddressIP4',
    'LocalPort',
    'RemoteAddressIP4',
    'RemotePort',
    'Protocol',
    'ConnectionDirection',
    'ContextBaseFileName',
  ]),
  4003: new Set([...shared, 'DomainName', 'aip']),
  3002: new Set([...shared, 'UserName', 'UserSid', 'LogonDomain', 'ComputerName', 'RemoteAddressIP4', 'LogonType']),
};

const noneTaken = new Set(shared);

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}

function addHost(event: Fields, r: Fields): void {
  const platform = text(r['event_platform']);
  const device: Fields = { uid: text(r['aid']) ?? 'unknown', type_id: 0 };
  const ip = address(r['aip']);
  if (ip !== undefined) device['ip'] = ip;
  if (platform !== undefined) device['os'] = { name: platform, type_id: platforms.get(platform) ?? 0 };
  event['device'] = device;
}

function addActor(event: Fields, r: Fields): void {
  const process: Fields = { uid: text(r['ContextProcessId']) ?? 'unknown' };
  const name = text(r['ContextBaseFileName']);
  if (name !== undefined) process['name'] = name;
  event['actor'] = { process };
}

function ofProcess(event: Fields, r: Fields): boolean {
  addHost(event, r);
  const process: Fields = { uid: text(r['TargetProcessId']) ?? 'unknown' };
  const [pid, commandLine, path] = [whole(r['RawProcessId']), text(r['CommandLine']), text(r['ImageFileName'])];
  if (pid !== undefined) process['pid'] = pid;
  if (commandLine !== undefined) process['cmd_line'] = commandLine;
  if (path !== undefined) {
    const file: Fields = { name: nameOf(path) || 'unknown', path, type_id: 1 };
    const hash = text(r['SHA256HashData']);
    if (hash !== undefined) file['hashes'] = [{ algorithm_id: 3, value: hash }];
    process['file'] = file;
  }
  const parent = text(r['ParentProcessId']);
  if (parent !== undefined) process['parent_process'] = { uid: parent };
  event['process'] = process;
  addActor(event, r);
  return true;
}

function ofFile(event: Fields, r: Fields): boolean {
  addHost(event, r);
  addActor(event, r);
  const path = text(r['TargetFileName']);
  const name = path === undefined ? '' : nameOf(path);
  if (path === undefined || name === '') return false;
  const file: Fields = { name, path };
  if (name !== path) file['parent_folder'] = path.slice(0, -name.length - 1);
  file['type_id'] = 1;
  const size = whole(r['Size']);
  if (size !== undefined) file['size'] = size;
  event['file'] = file;
  return true;
}

function ofFlow(event: Fields, r: Fields): boolean {
  const ip = address(r['RemoteAddressIP4']);
  if (ip === undefined) return false;
  const source = some({ ip: address(r['LocalAddressIP4']), port: port(r['LocalPort']) });
  if (source !== undefined) event['src_endpoint'] = source;
  event['dst_endpoint'] = some({ ip, port: port(r['RemotePort']) });
  const direction = text(r['ConnectionDirection']);
  event['connection_info'] = some({
    protocol_num: whole(r['Protocol']),
    direction_id: direction === '0' ? 2 : direction === '1' ? 1 : 0,
  });
  const app = text(r['ContextBaseFileName']);
  if (app !== undefined) event['app_name'] = app;
  return true;
}

function ofDns(event: Fields, r: Fields): boolean {
  const hostname = text(r['DomainName']);
  if (hostname === undefined) return false;
  event['query'] = { hostname };
  const ip = address(r['aip']);
  if (ip !== undefined) event['src_endpoint'] = { ip };
  return true;
}

function ofLogon(event: Fields, r: Fields): boolean {
  event['user'] = some({
    name: text(r['UserName']) ?? 'unknown',
    uid: text(r['UserSid']),
    domain: text(r['LogonDomain']),
  });
  event['dst_endpoint'] = { hostname: text(r['ComputerName']) ?? 'unknown' };
  const ip = address(r['RemoteAddressIP4']);
  if (ip !== undefined) event['src_endpoint'] = { ip };
  const logonType = whole(r['LogonType']);
  if (logonType !== undefined) event['logon_type_id'] = logonType;
  return true;
}

const written = { classUid: 1001, activityId: 1, build: ofFile };
const kinds = new Map<unknown, Kind>([
  ['ProcessRollup2', { classUid: 1007, activityId: 1, build: ofProcess }],
  ['SyntheticProcessRollup2', { classUid: 1007, activityId: 99, build: ofProcess }],
  ['EndOfProcess', { classUid: 1007, activityId: 2, build: ofProcess }],
  ['ProcessBlocked', { classUid: 1007, activityId: 99, build: ofProcess }],
  ['ProcessInjection', { classUid: 1007, activityId: 4, build: ofProcess }],
  ['NewExecutableWritten', written],
  ['NewScriptWritten', written],
  ['PdfFileWritten', written],
  ['ZipFileWritten', written],
  ['PeFileWritten', written],
  ['ElfFileWritten', written],
  ['OleFileWritten', written],
  ['FileDeleteInfo', { ...written, activityId: 4 }],
  ['NewExecutableRenamed', { ...written, activityId: 5 }],
  ['FileOpenInfo', { ...written, activityId: 14 }],
  ['NetworkConnectIP4', { classUid: 4001, activityId: 1, build: ofFlow }],
  ['NetworkReceiveAcceptIP4', { classUid: 4001, activityId: 1, build: ofFlow }],
  ['NetworkCloseIP4', { classUid: 4001, activityId: 2, build: ofFlow }],
  ['NetworkListenIP4', { classUid: 4001, activityId: 7, build: ofFlow }],
  ['DnsRequest', { classUid: 4003, activityId: 1, build: ofDns }],
  ['SuspiciousDnsRequest', { classUid: 4003, activityId: 1, build: ofDns }],
  ['UserLogon', { classUid: 3002, activityId: 1, statusId: 1, build: ofLogon }],
  ['UserLogoff', { classUid: 3002, activityId: 2, statusId: 1, build: ofLogon }],
  ['UserLogonFailed2', { classUid: 3002, activityId: 1, statusId: 2, build: ofLogon }],
]);
const generic: Kind = { classUid: 0, activityId: 0, build: () => true };

export function mapFdr(record: unknown, _context: MapContext<unknown>): MapResult {
  if (typeof record !== 'object' || record === null) return { reject: 'not_an_object' };
  const r = record as Fields;
  const { classUid, activityId, statusId, build } = kinds.get(r['event_simpleName']) ?? generic;
  const event: Fields & { class_uid: number } = { class_uid: classUid, severity_id: 1 };
  const time = whole(r['timestamp']);
  if (time !== undefined && time >= 0) event['time'] = time;
  const version = text(r['ConfigBuild']);
  const metadata: Fields = { event_code: text(r['event_simpleName']), uid: text(r['id']) };
  metadata['product'] = some({ name: 'Agent', vendor_name: 'Example', version });
  event['metadata'] = some(metadata);
  event['activity_id'] = activityId;
  if (statusId !== undefined) event['status_id'] = statusId;
  if (!build(event, r)) return { reject: 'required_missing' };
  const unmapped = restOf(r, takenOf[classUid] ?? noneTaken);
  if (unmapped !== undefined) event['unmapped'] = unmapped;
  return event;
}
