import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import { nobodyNamed } from '../../events/user.ts';
import { userOf, type JunosEvent, type JunosReader } from './junos-event.ts';

const commands = ['UI_CMDLINE_READ_LINE', 'UI_NETCONF_CMD', 'UI_JUNOSCRIPT_CMD'];
const changes = ['UI_CFG_AUDIT_SET', 'UI_CFG_AUDIT_OTHER', 'UI_CFG_AUDIT_NEW', 'UI_LOAD_EVENT'];

/** Who logs on to the device, what they ask of it, and its tunnels. */
export const management: readonly (readonly [string, JunosReader])[] = [
  ['UI_LOGIN_EVENT', (event) => readLogon(event, Activity.Logon, Status.Success)],
  ['UI_AUTH_EVENT', (event) => readLogon(event, Activity.Logon, Status.Success)],
  ['UI_LOGOUT_EVENT', (event) => readLogon(event, Activity.Logoff, Status.Success)],
  ['LOGIN_INFORMATION', (event) => readLogon(event, Activity.Logon, Status.Success)],
  ['LOGIN_ROOT', (event) => readLogon(event, Activity.Logon, Status.Success)],
  ['LOGIN_FAILED', (event) => readLogon(event, Activity.Logon, Status.Failure)],
  ['LOGIN_FAILED_INCORRECT_PASSWORD', (event) => readLogon(event, Activity.Logon, Status.Failure)],
  ['LOGIN_PAM_AUTHENTICATION_ERROR', (event) => readLogon(event, Activity.Logon, Status.Failure)],
  ['SSHD_LOGIN_FAILED', (event) => readLogon(event, Activity.Logon, Status.Failure)],
  ['SSHD_LOGIN_ATTEMPTS_THRESHOLD', (event) => readLogon(event, Activity.Logon, Status.Failure)],
  ['DOT1XD_USR_AUTHENTICATED', (event) => readLogon(event, Activity.Logon, Status.Success)],
  ['DOT1XD_USR_UNATHENTICATED_PORTS', (event) => readLogon(event, Activity.Logon, Status.Failure)],
  ...commands.map((name) => [name, readCommand] as const),
  ...changes.map((name) => [name, readChange] as const),
  ['UI_COMMIT', readCommit],
  ['KMD_PM_SA_ESTABLISHED', (event) => readTunnel(event, TunnelActivityId.Open)],
  ['KMD_VPN_UP_ALARM_USER', (event) => readTunnel(event, TunnelActivityId.Open)],
  ['KMD_VPN_DOWN_ALARM_USER', (event) => readTunnel(event, TunnelActivityId.Close)],
  ['IKE_VPN_UP_ALARM_USER', (event) => readTunnel(event, TunnelActivityId.Open)],
  ['IKE_VPN_DOWN_ALARM_USER', (event) => readTunnel(event, TunnelActivityId.Close)],
];

function readLogon({ received, fields, head, name }: JunosEvent, activityId: Activity, statusId: Status): MappedEvent {
  const [client, clientPort] = (fields.take('ssh-connection') ?? '').split(' ');
  const host = client !== undefined && client !== '' ? client : fields.takeFirst('source-address', 'hostname');
  const source = host === undefined || host === '[unknown]' ? undefined : { host, port: clientPort };
  const terminal = fields.take('tty-name');
  return authenticationEvent(received, {
    ...head,
    activityId,
    statusId,
    user: userOf(fields) ?? nobodyNamed,
    source,
    isRemote: source === undefined ? undefined : true,
    logonTypeId: source === undefined ? undefined : LogonType.Network,
    session: terminal === undefined ? undefined : { terminal },
    service: name.startsWith('DOT1XD') ? '802.1X' : name.startsWith('SSHD') ? 'ssh' : 'Junos OS',
    unmapped: fields.rest(),
  });
}

function readCommand({ received, fields, head }: JunosEvent): MappedEvent | undefined {
  const command = fields.takeFirst('command', 'rpc-name')?.trim();
  if (command === undefined || command === '') return undefined;
  const reads = /^(?:show|help|get-|monitor|ping|traceroute|quit|exit|edit|top|up|run show)\b/.test(command);
  return entityManagement(received, {
    ...head,
    activityId: reads ? EntityActivityId.Read : EntityActivityId.Update,
    entity: command,
    entityType: 'Command',
    actor: userOf(fields),
    unmapped: fields.rest(),
  });
}

/** A setting, in the candidate configuration that a commit makes the device's. */
function readChange({ received, fields, head }: JunosEvent): MappedEvent | undefined {
  const path = fields.takeFirst('pathname', 'config-path');
  const action = fields.take('action');
  return entityManagement(received, {
    ...head,
    activityId: action === 'delete' ? EntityActivityId.Delete : EntityActivityId.Update,
    entity: path ?? 'configuration',
    entityType: 'Configuration',
    comment: action,
    actor: userOf(fields),
    unmapped: fields.rest(),
  });
}

function readCommit({ received, fields, head }: JunosEvent): MappedEvent {
  return entityManagement(received, {
    ...head,
    activityId: EntityActivityId.Activate,
    entity: 'configuration',
    entityType: 'Configuration',
    comment: fields.takeFirst('message', 'command'),
    actor: userOf(fields),
    unmapped: fields.rest(),
  });
}

function readTunnel({ received, fields, head }: JunosEvent, activityId: TunnelActivityId): MappedEvent {
  return tunnelActivity(received, {
    ...head,
    activityId,
    outcome: Outcome.Success,
    source: { host: fields.take('remote-address') },
    destination: { host: fields.take('local-address') },
    tunnelType: 'IPsec',
    tunnelName: fields.takeFirst('vpn-name', 'traffic-selector-name'),
    unmapped: fields.rest(),
  });
}
