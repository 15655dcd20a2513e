import type { MappedEvent } from '@sluice/connector';
import { AccountActivityId, accountChange } from '../../events/account-change.ts';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { detectionFinding } from '../../events/detection-finding.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import { nobodyNamed } from '../../events/user.ts';
import { longOf } from '../../events/values.ts';
import { allowed, blocked, dropped, isDenied, unsaid, verdictOf, type Verdict } from '../../events/verdict.ts';
import { kindOf, type Kind } from './kinds.ts';
import type { SonicLog } from './sonic-log.ts';
import { beginning } from '../../text/phrase.ts';

/** By what the words of the message tell; undefined where they tell of no connection, or of none that is named. */
export function eventOf(log: SonicLog): MappedEvent | undefined {
  return readers[kindOf(log.words)](log);
}

const readers: Readonly<Record<Kind, (log: SonicLog) => MappedEvent | undefined>> = {
  notice: () => undefined,
  finding: readFinding,
  logon: readLogon,
  password: readPassword,
  change: readChange,
  tunnel: readTunnel,
  connection: readConnection,
};

const byId: ReadonlyMap<string, { readonly activityId: Activity; readonly verdict: Verdict }> = new Map([
  ['98', { activityId: Activity.Open, verdict: allowed }],
  ['537', { activityId: Activity.Close, verdict: allowed }],
]);

/** What the device did: in its own field, by the number of the message, or in words. */
function verdictIn({ fields, id, words }: SonicLog): Verdict {
  const action = fields.take('fw_action');
  if (action !== undefined && /^(?:drop|deny|block|reset|allow|forward)/i.test(action)) return verdictOf(action);
  const known = byId.get(id);
  if (known !== undefined) return known.verdict;
  if (/\bdropped\b/i.test(words)) return dropped;
  if (/\b(?:denied|blocked|blacklisted|rejected|prevention|failed)\b/i.test(words)) return blocked;
  return /\b(?:allowed|permitted|opened|closed|hit)\b/i.test(words) ? allowed : unsaid;
}

function readConnection(log: SonicLog): MappedEvent | undefined {
  const { received, fields, head, id, source, destination } = log;
  if (source.host === undefined || destination.host === undefined) return undefined;
  const verdict = verdictIn(log);
  const [protocol, service] = (fields.take('proto') ?? '').split('/');
  const [site, path] = [fields.take('dstname'), fields.take('arg')];
  const duration = longOf(fields.take('cdur'));
  const name = fields.take('usr');
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : (byId.get(id)?.activityId ?? Activity.Traffic),
    verdict,
    outcome: verdict.actionId === 1 ? Outcome.Success : undefined,
    statusDetail: fields.take('note'),
    source,
    destination,
    protocol,
    actor: name === undefined || name.startsWith('Unknown') ? undefined : { name },
    rule: { name: fields.take('rule') },
    application: fields.take('appName') ?? (/^\d*$/.test(service ?? '') ? undefined : service),
    url: site === undefined ? undefined : { text: `${site}${path ?? ''}`, category: fields.take('Category') },
    durationMs: duration,
    traffic: {
      bytesOut: fields.take('sent'),
      bytesIn: fields.take('rcvd'),
      packetsOut: fields.take('spkt'),
      packetsIn: fields.take('rpkt'),
    },
    unmapped: fields.rest(),
  });
}

function readFinding(log: SonicLog): MappedEvent {
  const { received, fields, head, id, words, source, destination } = log;
  const title = fields.take('ipscat') ?? fields.take('spycat') ?? words;
  const verdict = verdictIn(log);
  return detectionFinding(received, {
    ...head,
    title,
    description: fields.take('note') ?? words,
    uid: [id, source.host ?? '', destination.host ?? '', head.originalTime ?? '', fields.peek('n') ?? ''].join(' '),
    signature: { uid: fields.takeFirst('sid', 'spysid'), name: title },
    verdict,
    source,
    destination,
    protocol: fields.take('proto')?.split('/')[0],
    user: userIn(log),
    unmapped: fields.rest(),
  });
}

function userIn({ fields }: SonicLog): { readonly name: string } | undefined {
  const name = fields.takeFirst('usr', 'user');
  return name === undefined || name.startsWith('Unknown') ? undefined : { name };
}

function readLogon(log: SonicLog): MappedEvent {
  const { received, fields, head, words, source } = log;
  const isFailure = /\b(?:denied|failed|failure|bad|invalid|incorrect|rejected|locked|timed out)\b/i.test(words);
  return authenticationEvent(received, {
    ...head,
    activityId: /\blog(?:ged)? ?(?:out|off)\b/i.test(words) ? Logon.Logoff : Logon.Logon,
    statusId: isFailure
      ? Status.Failure
      : /\b(?:success\w*|succeeded|allowed|logged|logout)\b/i.test(words)
        ? Status.Success
        : Status.Unknown,
    statusDetail: fields.take('note') ?? words,
    user: userIn(log) ?? nobodyNamed,
    source: source.host === undefined ? undefined : { host: source.host, port: source.port },
    destination: log.destination,
    isRemote: source.host === undefined ? undefined : true,
    logonTypeId: source.host === undefined ? undefined : LogonType.Network,
    service: fields.take('sess') ?? 'SonicOS',
    unmapped: fields.rest(),
  });
}

/** `User alice password is changed`. */
function readPassword(log: SonicLog): MappedEvent {
  const { received, fields, head, words, source } = log;
  return accountChange(received, {
    ...head,
    activityId: AccountActivityId.PasswordChange,
    user: { name: words.slice('User '.length, words.indexOf(' password is changed')) },
    outcome: Outcome.Success,
    statusDetail: fields.take('note'),
    actor: userIn(log),
    source,
    unmapped: restOfChange(log),
  });
}

const changes: readonly (readonly [RegExp, EntityActivityId])[] = [
  [/\bdeleted\b/i, EntityActivityId.Delete],
  [/\badded\b/i, EntityActivityId.Create],
  [/\benabled\b/i, EntityActivityId.Enable],
  [/\bdisabled\b/i, EntityActivityId.Disable],
];

function readChange(log: SonicLog): MappedEvent {
  const { received, head, words, source } = log;
  return entityManagement(received, {
    ...head,
    activityId: changes.find(([word]) => word.test(words))?.[1] ?? EntityActivityId.Update,
    outcome: /\bfailed\b/i.test(words) ? Outcome.Failure : Outcome.Success,
    entity: /'([^']{1,256})'/.exec(beginning(words, 512))?.[1] ?? words,
    entityType: 'Configuration',
    comment: words,
    actor: userIn(log),
    source,
    unmapped: restOfChange(log),
  });
}

/** What is left over, with the destination: a change has none. */
function restOfChange({ fields, destination }: SonicLog): Record<string, unknown> {
  const rest = fields.rest();
  return destination.host === undefined ? rest : { ...rest, dst: destination.host };
}

function readTunnel(log: SonicLog): MappedEvent {
  const { received, fields, head, words, source, destination } = log;
  const isFailure = /\b(?:failed|failure|error|mismatch|rejected|no proposal|invalid_)/i.test(words);
  const isUp = /\b(?:established|negotiation complete|completed|tunnel up|connected)\b/i.test(words);
  const isDown = /\b(?:delet(?:ed|ing)|terminated|tunnel down|disconnected|dead peer)\b/i.test(words);
  return tunnelActivity(received, {
    ...head,
    activityId: isDown ? TunnelActivityId.Close : isUp ? TunnelActivityId.Open : TunnelActivityId.Other,
    activityName: isUp || isDown ? undefined : 'Notice',
    outcome: isFailure ? Outcome.Failure : isUp || isDown ? Outcome.Success : undefined,
    statusDetail: fields.take('note'),
    source,
    destination,
    user: userIn(log),
    tunnelName: fields.take('vpnpolicy'),
    unmapped: fields.rest(),
  });
}
