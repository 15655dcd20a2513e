import type { MappedEvent } from '@sluice/connector';
import type { ConnectionFacts } from '../../events/connection.ts';
import { detectionFinding } from '../../events/detection-finding.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { secondsOf } from '../../events/values.ts';
import { blocked, isDenied, verdictOf, type Verdict } from '../../events/verdict.ts';
import { scanIsoTimestamp } from '../../message/timestamp.ts';
import type { FieldBag } from '../../text/field-bag.ts';
import { applicationOf, connectionOf, ruleOf, sourceUserOf, type PanLog } from './pan-os-log.ts';

/** TRAFFIC: sessions at their start and end, and packets that no rule let through. */
export function readTraffic(log: PanLog): MappedEvent | undefined {
  const { received, fields, head, subtype } = log;
  const reason = fields.take('session_end_reason');
  const verdict = verdictAtEnd(verdictOf(fields.take('action')), reason);
  const start = fields.take('start');
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : trafficActivity(subtype, reason),
    verdict,
    outcome: Outcome.Success,
    statusDetail: reason,
    ...connectionOf(fields),
    actor: sourceUserOf(fields),
    rule: ruleOf(fields),
    application: applicationOf(fields),
    durationMs: secondsOf(fields.take('elapsed')),
    startTime: start === undefined ? undefined : scanIsoTimestamp(start, 0, received.clock)?.time,
    traffic: trafficOf(fields),
    unmapped: fields.rest(),
  });
}

/** A session that a rule allowed and a security profile then cut is denied. */
function verdictAtEnd(verdict: Verdict, reason: string | undefined): Verdict {
  return reason === 'threat' || reason === 'policy-deny' ? (isDenied(verdict) ? verdict : blocked) : verdict;
}

function trafficActivity(subtype: string, reason: string | undefined): Activity {
  if (subtype === 'start') return Activity.Open;
  if (subtype === 'drop' || subtype === 'deny') return Activity.Refuse;
  if (subtype !== 'end') return Activity.Traffic;
  return reason?.startsWith('tcp-rst') === true ? Activity.Reset : Activity.Close;
}

/** DECRYPTION, TUNNEL, GTP and SCTP: sessions, of which all share the most. */
export function readSession({ received, fields, head, type }: PanLog): MappedEvent | undefined {
  if (fields.peek('src') === undefined) return undefined;
  const verdict = verdictOf(fields.take('action'));
  const activityId = type === 'START' ? Activity.Open : type === 'END' ? Activity.Close : Activity.Traffic;
  const error = fields.take('error');
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : activityId,
    verdict,
    outcome: error === undefined ? undefined : Outcome.Failure,
    statusDetail: error ?? fields.take('session_end_reason'),
    ...connectionOf(fields),
    actor: sourceUserOf(fields),
    rule: ruleOf(fields),
    application: applicationOf(fields),
    durationMs: secondsOf(fields.take('elapsed')),
    traffic: trafficOf(fields),
    unmapped: fields.rest(),
  });
}

function trafficOf(fields: FieldBag): NonNullable<ConnectionFacts['traffic']> {
  return {
    bytes: fields.take('bytes'),
    bytesOut: fields.take('bytes_sent'),
    bytesIn: fields.take('bytes_received'),
    packets: fields.take('packets'),
    packetsOut: fields.take('pkts_sent'),
    packetsIn: fields.take('pkts_received'),
  };
}

/** THREAT: URLs are connections that were looked at; all other subtypes are findings. */
export function readThreat(log: PanLog): MappedEvent | undefined {
  return log.subtype === 'url' ? readUrl(log) : readFinding(log);
}

function readUrl({ received, fields, head }: PanLog): MappedEvent | undefined {
  const verdict = verdictOf(fields.take('action'));
  const text = fields.take('misc');
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: verdict.actionId === 1 ? Outcome.Success : undefined,
    ...connectionOf(fields),
    actor: sourceUserOf(fields),
    rule: ruleOf(fields),
    application: applicationOf(fields),
    url: text === undefined ? undefined : { text, category: fields.take('category') },
    unmapped: fields.rest(),
  });
}

/** Subtypes whose `misc` is the name of a file. */
const ofFiles: ReadonlySet<string> = new Set([
  'file',
  'data',
  'virus',
  'wildfire',
  'wildfire-virus',
  'ml-virus',
  'dlp',
]);

function readFinding({ received, fields, head, subtype }: PanLog): MappedEvent {
  const { name, uid } = threatOf(fields.take('threatid'));
  const misc = fields.take('misc');
  const session = fields.peek('sessionid') ?? '';
  const file = { path: ofFiles.has(subtype) ? misc : undefined, hashes: [fields.take('filedigest')] };
  const isMalware = subtype === 'virus' || subtype === 'wildfire-virus' || subtype === 'ml-virus';
  return detectionFinding(received, {
    ...head,
    title: name ?? subtype,
    uid: `${head.device?.uid ?? ''} ${String(head.sequence ?? `${session} ${uid ?? ''} ${head.originalTime ?? ''}`)}`.trim(),
    types: [subtype, fields.take('thr_category'), fields.take('category')],
    signature: { uid, name },
    verdict: verdictOf(fields.take('action')),
    ...connectionOf(fields),
    rule: ruleOf(fields),
    user: sourceUserOf(fields),
    file,
    url: misc === undefined || ofFiles.has(subtype) ? undefined : { text: misc },
    malware: isMalware && name !== undefined ? { name, uid } : undefined,
    unmapped: fields.rest(),
  });
}

/** `Eicar Test File(39040)`; a number alone in older releases. */
function threatOf(text: string | undefined): { readonly name?: string | undefined; readonly uid?: string } {
  const [, name = '', uid] = /^(.*)\(([^(]*)\)$/s.exec(text ?? '') ?? [];
  return uid === undefined ? { name: text } : { name: name.trim() || undefined, uid };
}

/** CORRELATION: a host that several events together show to be compromised. */
export function readCorrelation({ received, fields, head }: PanLog): MappedEvent {
  const title = fields.take('objectname') ?? 'Correlated event';
  return detectionFinding(received, {
    ...head,
    title,
    description: fields.take('evidence'),
    uid: `${head.device?.uid ?? ''} ${fields.peek('object_id') ?? title} ${fields.peek('src') ?? ''} ${head.originalTime ?? ''}`,
    types: [fields.take('category')],
    signature: { uid: fields.take('object_id'), name: title },
    source: { host: fields.take('src') },
    user: sourceUserOf(fields),
    unmapped: fields.rest(),
  });
}
