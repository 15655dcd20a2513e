import {
  NetworkActivityActivityId,
  SeverityId,
  type NetworkActivity,
  type NetworkEndpoint,
  type Process,
} from '@sluice/ocsf/1.3.0';
import { directionOf } from '../../detection/connections.ts';
import { baseName, fileAt } from '../../falcon/file.ts';
import type { Fields } from '../../falcon/fields.ts';
import { deviceOf } from './detection.ts';

type Event = Omit<NetworkActivity<'host' | 'security_control'>, 'metadata'>;

/** A connection that a rule of the host's firewall let pass or refused: `FirewallMatchEvent`. */
export function firewallMatch(event: Fields): Event | undefined {
  const local = endpoint(event, 'Local');
  const remote = endpoint(event, 'Remote');
  if (local === undefined || remote === undefined) return undefined;
  const direction = directionOf(event.peek('ConnectionDirection'));
  const isInbound = direction === 1;
  const action = actionOf(event);
  const match: Event = {
    class_uid: 4001,
    activity_id:
      action === 2
        ? NetworkActivityActivityId.Refuse
        : action === 1
          ? NetworkActivityActivityId.Open
          : NetworkActivityActivityId.Unknown,
    severity_id: SeverityId.Informational,
    action_id: action,
    disposition_id: action,
    src_endpoint: isInbound ? remote : local,
    dst_endpoint: isInbound ? local : remote,
    connection_info: { direction_id: direction, ...protocolOf(event) },
  };
  event.take('ConnectionDirection');
  const rule = event.text('RuleId');
  const name = event.text('RuleName');
  if (rule !== undefined || name !== undefined) {
    match.firewall_rule = { ...(rule === undefined ? {} : { uid: rule }), ...(name === undefined ? {} : { name }) };
  }
  const process = processOf(event);
  if (process !== undefined) match.actor = { process };
  const device = deviceOf(event);
  if (device !== undefined) match.device = device;
  return match;
}

/** 1 allowed, 2 denied, 0 not said: as OCSF counts, for the action and for what became of it. */
function actionOf(event: Fields): 0 | 1 | 2 {
  const action = event.peek('RuleAction');
  if (action !== '1' && action !== '2') return 0;
  event.take('RuleAction');
  return action === '1' ? 1 : 2;
}

/** Whose connection it was: by Falcon's own id of the process, which `PID` holds too. */
function processOf(event: Fields): Process | undefined {
  const uid = event.first('ProcessId', 'PID');
  if (uid === undefined || uid === '0') return undefined;
  const process: Process = { uid };
  const path = event.text('ImageFileName');
  if (path !== undefined) {
    process.name = baseName(path);
    process.file = fileAt(path);
  }
  const commandLine = event.text('CommandLine');
  if (commandLine !== undefined) process.cmd_line = commandLine;
  return process;
}

function protocolOf(event: Fields): { protocol_num?: number } {
  const number = event.integer('Protocol');
  return number === undefined ? {} : { protocol_num: number };
}

function endpoint(event: Fields, side: 'Local' | 'Remote'): NetworkEndpoint | undefined {
  const ip = event.ip(`${side}Address`);
  if (ip === undefined) return undefined;
  const port = event.port(`${side}Port`);
  return port === undefined ? { ip } : { ip, port };
}
