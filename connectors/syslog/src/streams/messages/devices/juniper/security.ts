import type { MappedEvent } from '@sluice/connector';
import { SeverityId } from '@sluice/ocsf/1.3.0';
import { detectionFinding } from '../../events/detection-finding.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { allowed, blocked, detected, isDenied, verdictOf, type Verdict } from '../../events/verdict.ts';
import type { FieldBag } from '../../text/field-bag.ts';
import { applicationOf, connectionOf, userOf, type JunosEvent, type JunosReader } from './junos-event.ts';

const screens = ['TCP', 'UDP', 'ICMP', 'IP', 'TCP_DST_IP', 'TCP_SRC_IP', 'UDP_DST_IP', 'UDP_SRC_IP', 'SESSION_LIMIT'];
const attacks =
  'IDP_ATTACK_LOG_EVENT IDP_APPDDOS_APP_STATE_EVENT IDP_APPDDOS_APP_ATTACK_EVENT SECINTEL_ACTION_LOG AAMW_ACTION_LOG AAMW_MALWARE_EVENT_LOG AAMW_HOST_INFECTED_EVENT_LOG AV_VIRUS_DETECTED_MT ANTISPAM_SPAM_DETECTED_MT';
const inspected =
  'WEBFILTER_URL_BLOCKED WEBFILTER_URL_REDIRECTED WEBFILTER_URL_PERMITTED CONTENT_FILTERING_BLOCKED_MT AV_SCANNER_DROP_FILE_MT AV_HUGE_FILE_DROPPED_MT AV_FILE_NOT_SCANNED_DROPPED_MT AV_MANY_MSGS_DROPPED_MT AV_FILE_NOT_SCANNED_PASSED_MT AV_HUGE_FILE_NOT_SCANNED_MT AV_MANY_MSGS_NOT_SCANNED_MT';

/** Screens, intrusion prevention, threat feeds and malware are findings; what content filters looked at, connections. */
export const security: readonly (readonly [string, JunosReader])[] = [
  ...screens.map((kind) => [`RT_SCREEN_${kind}`, readFinding] as const),
  ...attacks.split(' ').map((name) => [name, readFinding] as const),
  ...inspected.split(' ').map((name) => [name, readInspected] as const),
];

function readFinding({ received, fields, head, name }: JunosEvent): MappedEvent {
  const attack = fields.takeFirst('attack-name', 'name', 'malware-info', 'ddos-application-name', 'sub-category');
  const title = attack ?? name;
  const file = fields.take('filename');
  const severity = fields.take('threat-severity');
  const epoch = fields.peek('epoch-time');
  const isMalware = name.startsWith('AV_') || name.startsWith('AAMW_');
  const connection = connectionOf(fields);
  const from = `${connection.source?.host ?? ''} ${connection.destination?.host ?? ''}`;
  return detectionFinding(received, {
    ...head,
    severityId: severity === undefined ? undefined : severities.get(severity.toUpperCase()),
    title,
    description: fields.takeFirst('message', 'reason', 'error-message'),
    uid: [name, title, from.trim(), epoch ?? received.message.timestamp ?? ''].join(' ').trim(),
    types: [name, fields.takeFirst('category', 'message-type')],
    signature: { name: attack },
    verdict: screened(fields.take('action')),
    ...connection,
    rule: { name: fields.takeFirst('policy-name', 'profile-name'), uid: fields.take('rule-name') },
    user: userOf(fields),
    file: { path: file, hashes: [fields.take('file-hash')] },
    // The virus scanner's url is what its maker says of the virus.
    url: name.startsWith('AV_') ? undefined : urlFacts(fields.takeFirst('url', 'http-host')),
    malware: isMalware && attack !== undefined ? { name: attack } : undefined,
    unmapped: fields.rest(),
  });
}

const severities: ReadonlyMap<string, SeverityId> = new Map([
  ['INFO', SeverityId.Informational],
  ['LOW', SeverityId.Low],
  ['MINOR', SeverityId.Low],
  ['MEDIUM', SeverityId.Medium],
  ['MAJOR', SeverityId.High],
  ['HIGH', SeverityId.High],
  ['CRITICAL', SeverityId.Critical],
]);

/** Intrusion prevention closes a connection by a reset to one of its sides or both. */
function screened(action: string | undefined): Verdict {
  if (action?.startsWith('CLOSE') === true) return verdictOf('reset');
  return action === 'alarm-without-drop' ? detected : verdictOf(action);
}

function urlFacts(text: string | undefined): { readonly text: string } | undefined {
  return text === undefined ? undefined : { text };
}

/** Of files that came over HTTP the name is the URL; of others it is no more than a name. */
function urlOfFile(fields: FieldBag): string | undefined {
  return fields.peek('filename')?.includes('/') === true ? fields.take('filename') : undefined;
}

/** A page or file, blocked or let through: the name of the event says which. */
function readInspected({ received, fields, head, name }: JunosEvent): MappedEvent | undefined {
  const verdict = /BLOCKED|DROP|REDIRECTED/.test(name) ? blocked : allowed;
  const [host, path] = [fields.take('url'), fields.take('obj')];
  const text = host === undefined ? urlOfFile(fields) : `${host}${path ?? ''}`;
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: isDenied(verdict) ? undefined : Outcome.Success,
    statusDetail: fields.takeFirst('reason', 'error-message'),
    ...connectionOf(fields),
    actor: userOf(fields),
    rule: { name: fields.takeFirst('profile', 'profile-name') },
    application: applicationOf(fields),
    url: text === undefined ? undefined : { text, category: fields.take('category') },
    unmapped: fields.rest(),
  });
}
