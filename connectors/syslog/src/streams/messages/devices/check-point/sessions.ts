import type { MappedEvent } from '@sluice/connector';
import { SeverityId } from '@sluice/ocsf/1.3.0';
import { Direction, type ConnectionFacts } from '../../events/connection.ts';
import { detectionFinding } from '../../events/detection-finding.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import type { UrlFacts } from '../../events/url.ts';
import { longOf, secondsOf } from '../../events/values.ts';
import { allowed, isDenied, verdictOf, type Verdict } from '../../events/verdict.ts';
import type { FieldBag } from '../../text/field-bag.ts';
import { userIn, type CheckPointLog } from './check-point-log.ts';

/** Connections that a rule decided on, or that a blade looked into. Undefined where no end is said. */
export function readSession(log: CheckPointLog): MappedEvent | undefined {
  const { received, fields, head } = log;
  if (fields.peek('src') === undefined && fields.peek('dst') === undefined) return undefined;
  const verdict = verdictIn(log);
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: verdict.actionId === 1 ? Outcome.Success : undefined,
    statusDetail: fields.takeFirst('message_info', 'reason', 'tcp_packet_out_of_state'),
    ...connectionOf(fields),
    actor: userOf(fields),
    rule: ruleOf(fields),
    application: fields.takeFirst('appi_name', 'service_id'),
    url: urlOf(fields),
    durationMs: secondsOf(fields.take('elapsed')),
    traffic: {
      bytes: fields.take('bytes'),
      bytesOut: fields.takeFirst('sent_bytes', 'client_outbound_bytes'),
      bytesIn: fields.takeFirst('received_bytes', 'server_outbound_bytes'),
      packets: fields.take('packets'),
    },
    unmapped: fields.rest(),
  });
}

/** What the blades for threats found: the source is that of the connection. */
export function readFinding(log: CheckPointLog): MappedEvent {
  const { received, fields, head, blade } = log;
  const protection = fields.takeFirst('protection_name', 'attack', 'malware_family', 'verdict');
  const attack = fields.take('attack_info') ?? protection ?? blade;
  const uid = fields.take('protection_id');
  const severity = fields.takeFirst('severity', 'smartdefense_severity');
  const family = fields.peek('malware_family');
  return detectionFinding(received, {
    ...head,
    severityId: severity === undefined ? undefined : severities.get(severity.toLowerCase()),
    title: protection ?? attack,
    description: fields.takeFirst('message_info', 'description', 'malware_action'),
    uid: head.eventUid ?? `${blade} ${attack} ${head.originalTime ?? ''}`,
    types: [blade, fields.takeFirst('protection_type', 'industry_reference')],
    signature: { uid, name: protection },
    verdict: verdictIn(log),
    ...connectionOf(fields),
    rule: ruleOf(fields),
    user: userOf(fields),
    file: {
      path: fields.take('file_name'),
      size: longOf(fields.take('file_size')),
      hashes: [fields.takeFirst('file_sha256', 'file_sha1', 'file_md5')],
    },
    url: urlOf(fields),
    malware: family === undefined ? undefined : { name: family },
    unmapped: fields.rest(),
  });
}

/** Check Point counts from 0 (informational) to 4 (critical), or says it in words. */
const severities: ReadonlyMap<string, SeverityId> = new Map([
  ['0', SeverityId.Informational],
  ['informational', SeverityId.Informational],
  ['1', SeverityId.Low],
  ['low', SeverityId.Low],
  ['2', SeverityId.Medium],
  ['medium', SeverityId.Medium],
  ['3', SeverityId.High],
  ['high', SeverityId.High],
  ['4', SeverityId.Critical],
  ['critical', SeverityId.Critical],
]);

/** The gateway encrypts and decrypts what it lets through a tunnel. */
function verdictIn({ fields, action }: CheckPointLog): Verdict {
  fields.take('action');
  return /^(?:encrypt|decrypt|authorize|vpn routing|redirect|inspect)$/i.test(action) ? allowed : verdictOf(action);
}

function connectionOf(fields: FieldBag): ConnectionFacts {
  const ifdir = fields.take('ifdir');
  const ifname = fields.take('ifname');
  const isInbound = ifdir === 'inbound';
  return {
    // The direction is through the interface, not into the network: only what the connection itself is called counts.
    direction: directions.get(fields.take('conn_direction')?.toLowerCase() ?? ''),
    source: {
      host: fields.take('src'),
      hostname: fields.take('src_machine_name'),
      port: fields.take('s_port'),
      zone: fields.take('inzone'),
      interface: isInbound ? ifname : undefined,
      mac: fields.take('mac_source_address'),
    },
    destination: {
      host: fields.take('dst'),
      hostname: fields.take('dst_machine_name'),
      port: fields.take('service'),
      zone: fields.take('outzone'),
      interface: ifdir === 'outbound' ? ifname : undefined,
      mac: fields.take('mac_destination_address'),
    },
    protocol: fields.take('proto'),
    connectionUid: fields.takeFirst('conn_id', 'session_id'),
  };
}

const directions: ReadonlyMap<string, Direction> = new Map([
  ['incoming', Direction.Inbound],
  ['outgoing', Direction.Outbound],
  ['internal', Direction.Lateral],
]);

function ruleOf(fields: FieldBag): {
  readonly name: string | undefined;
  readonly uid: string | undefined;
} {
  return { name: fields.takeFirst('rule_name', 'rule'), uid: fields.take('rule_uid') };
}

function userOf(fields: FieldBag): { readonly name: string } | undefined {
  const name = userIn(fields);
  return name === undefined ? undefined : { name };
}

function urlOf(fields: FieldBag): UrlFacts | undefined {
  const text = fields.take('resource');
  return text === undefined
    ? undefined
    : { text, category: fields.takeFirst('matched_category', 'app_category', 'categories') };
}
