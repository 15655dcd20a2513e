import {
  ActionId,
  DispositionId,
  FileTypeId,
  NetworkConnectionInfoDirectionId as DirectionId,
  type Evidences,
  type File,
  type NetworkConnectionInfo,
  type NetworkEndpoint,
  type Process,
} from '@sluice/ocsf/1.3.0';
import { endpoint, remoteEndpoint } from './endpoints.ts';
import { isObject, type Fields } from './fields.ts';
import { guardDutyOf } from './guardduty.ts';
import { present, some } from './left-out.ts';
import { instanceOf } from './resources.ts';
import { threatFilesOf } from './threats.ts';

/** What a detection saw: the action of GuardDuty's findings, and the network, process and files of other products'. */
export function evidencesOf(finding: Fields): readonly Evidences[] | undefined {
  const guardDuty = guardDutyOf(finding);
  const action = actionOf(finding, guardDuty);
  return some([
    apiCall(action.object('AwsApiCallAction'), finding),
    clusterCall(action.object('KubernetesApiCallAction')),
    dnsRequest(action.object('DnsRequestAction'), finding),
    connection(action.object('NetworkConnectionAction'), finding),
    ...action
      .object('PortProbeAction')
      .objects('PortProbeDetails')
      .map((probe) => portProbe(probe, finding)),
    runtimeOf(guardDuty?.object('RuntimeDetails').object('Process')),
    networkOf(finding.object('Network')),
    processOf(finding.object('Process')),
    ...threatFilesOf(finding),
  ]);
}

function actionOf(finding: Fields, guardDuty: Fields | undefined): Fields {
  return (isObject(finding.peek('Action')) ? finding : (guardDuty ?? finding)).object('Action');
}

/** Whether what was seen was let through, where the finding says so. */
export function dispositionOf(finding: Fields): { action_id: ActionId; disposition_id?: DispositionId } {
  const action = actionOf(finding, guardDutyOf(finding));
  const parts = ['NetworkConnectionAction', 'DnsRequestAction', 'PortProbeAction'].map((name) => action.object(name));
  const [isBlocked] = parts.map((part) => part.boolean('Blocked')).filter((blocked) => blocked !== undefined);
  if (isBlocked === undefined) return { action_id: ActionId.Unknown };
  return isBlocked
    ? { action_id: ActionId.Denied, disposition_id: DispositionId.Blocked }
    : { action_id: ActionId.Allowed, disposition_id: DispositionId.Allowed };
}

function apiCall(call: Fields, finding: Fields): Evidences | undefined {
  const operation = call.text('Api');
  if (operation === undefined) return undefined;
  const service = call.text('ServiceName');
  const user = keyUser(finding);
  return present({
    api: { operation, ...present({ service: service === undefined ? undefined : { name: service } }) },
    actor: user === undefined ? undefined : { user },
    src_endpoint: remoteEndpoint(call, call.object('DomainDetails').text('Domain')),
  });
}

/** A call of a cluster's API; the format's own `Action` has no place for it. */
function clusterCall(call: Fields): Evidences | undefined {
  const verb = call.text('Verb');
  if (verb === undefined) return undefined;
  const path = call.text('RequestUri');
  return present({
    api: { operation: path === undefined ? verb : `${verb} ${path}`, service: { name: 'Kubernetes' } },
    src_endpoint: remoteEndpoint(call, undefined),
  });
}

/** Whose access key made the call: it is one of the finding's resources. */
function keyUser(finding: Fields): { name?: string | undefined; uid?: string | undefined } | undefined {
  const key = finding.objects('Resources').find((resource) => resource.peek('Type') === 'AwsIamAccessKey');
  const details = key?.object('Details').object('AwsIamAccessKey');
  const [name, uid] = [details?.peek('PrincipalName'), details?.peek('PrincipalId')];
  return present({ name: typeof name === 'string' ? name : undefined, uid: typeof uid === 'string' ? uid : undefined });
}

function dnsRequest(request: Fields, finding: Fields): Evidences | undefined {
  const hostname = request.text('Domain');
  if (hostname === undefined) return undefined;
  return present({
    query: { hostname },
    src_endpoint: endpoint({ instance_uid: instanceOf(finding) }),
    connection_info: connectionInfo(request.text('Protocol'), DirectionId.Outbound),
  });
}

const directions = new Map<string, DirectionId>([
  ['INBOUND', DirectionId.Inbound],
  ['OUTBOUND', DirectionId.Outbound],
  ['IN', DirectionId.Inbound],
  ['OUT', DirectionId.Outbound],
]);

/** Who called whom follows from the direction; where that is not known, nothing is said of source and destination. */
function connection(action: Fields, finding: Fields): Evidences | undefined {
  const directionId = directions.get(String(action.peek('ConnectionDirection')));
  if (directionId === undefined) return undefined;
  action.word('ConnectionDirection', directions);
  const remote = remoteEndpoint(action, undefined, action.object('RemotePortDetails'));
  const local = localEndpoint(action, finding);
  const isInbound = directionId === DirectionId.Inbound;
  return present({
    connection_info: connectionInfo(action.text('Protocol'), directionId),
    src_endpoint: isInbound ? remote : local,
    dst_endpoint: isInbound ? local : remote,
  });
}

function portProbe(probe: Fields, finding: Fields): Evidences | undefined {
  return present({
    connection_info: connectionInfo(undefined, DirectionId.Inbound),
    src_endpoint: remoteEndpoint(probe, undefined),
    dst_endpoint: localEndpoint(probe, finding),
  });
}

function localEndpoint(action: Fields, finding: Fields): NetworkEndpoint | undefined {
  const ip = action.object('LocalIpDetails').ip('IpAddressV4');
  const instance = instanceOf(finding);
  if (ip === undefined && instance === undefined) return undefined;
  const port = action.object('LocalPortDetails').integer('Port', 0, 65_535);
  return endpoint({ ip, instance_uid: instance, port });
}

function connectionInfo(protocol: string | undefined, direction: DirectionId): NetworkConnectionInfo {
  return { direction_id: direction, ...present({ protocol_name: protocol?.toLowerCase() }) };
}

function networkOf(network: Fields): Evidences | undefined {
  const source = side(network, 'Source');
  const destination = side(network, 'Destination');
  const directionId = network.word('Direction', directions);
  const protocol = network.text('Protocol');
  const isAbout = source !== undefined || destination !== undefined || directionId !== undefined;
  if (!isAbout) return undefined;
  return present({
    connection_info: connectionInfo(protocol, directionId ?? DirectionId.Unknown),
    src_endpoint: source,
    dst_endpoint: destination,
  });
}

function side(network: Fields, which: 'Source' | 'Destination'): NetworkEndpoint | undefined {
  const ip = network.ip(`${which}IpV4`) ?? network.ip(`${which}IpV6`);
  const hostname = network.text(`${which}Domain`);
  if (ip === undefined && hostname === undefined) return undefined;
  return endpoint({
    ip,
    hostname,
    mac: network.mac(`${which}Mac`),
    port: network.integer(`${which}Port`, 0, 65_535),
  });
}

function fileAt(path: string): File {
  return { path, name: path.split(/[\\/]/).at(-1) || path, type_id: FileTypeId.RegularFile };
}

/** A process by its id; where none is given, the file that it ran from is all that OCSF can hold of it. */
function processOf(process: Fields): Evidences | undefined {
  const pid = process.integer('Pid', 0, 2_147_483_647);
  const path = process.text('Path');
  if (pid === undefined) return path === undefined ? undefined : { file: fileAt(path) };
  const parent = process.integer('ParentPid', 0, 2_147_483_647);
  const seen: Process = {
    pid,
    ...present({
      name: process.text('Name'),
      created_time: process.time('LaunchedAt'),
      terminated_time: process.time('TerminatedAt'),
      file: path === undefined ? undefined : fileAt(path),
      parent_process: parent === undefined ? undefined : { pid: parent },
    }),
  };
  return { process: seen };
}

/** The process that GuardDuty's agent saw. */
function runtimeOf(process: Fields | undefined): Evidences | undefined {
  const pid = process?.integer('Pid', 0, 2_147_483_647);
  if (process === undefined || pid === undefined) return undefined;
  const path = process.text('ExecutablePath');
  const seen: Process = {
    pid,
    ...present({
      name: process.text('Name'),
      uid: process.text('Uuid'),
      created_time: process.time('StartTime'),
      user: present({ name: process.text('User'), uid: process.text('UserId') }),
      file: path === undefined ? undefined : fileAt(path),
    }),
  };
  return { actor: { process: seen } };
}
