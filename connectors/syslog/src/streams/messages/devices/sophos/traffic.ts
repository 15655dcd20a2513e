import type { MappedEvent } from '@sluice/connector';
import { detectionFinding } from '../../events/detection-finding.ts';
import { emailActivity, EmailActivityId } from '../../events/email-activity.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { longOf, secondsOf } from '../../events/values.ts';
import { allowed, blocked, isDenied, unsaid, verdictOf, type Verdict } from '../../events/verdict.ts';
import { connectionOf, ruleOf, userOf, type SophosLog } from './sophos-log.ts';

/** Log type Firewall: sessions that a rule, a check of the stack or the appliance itself allowed or denied. */
export function readSession(log: SophosLog): MappedEvent | undefined {
  const { received, fields, head, component } = log;
  if (fields.peek('src_ip') === undefined && fields.peek('dst_ip') === undefined) return undefined;
  const verdict = verdictIn(log);
  const step = fields.takeFirst('con_event', 'connevent')?.toLowerCase();
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : (steps.get(step ?? '') ?? Activity.Traffic),
    verdict,
    outcome: verdict.actionId === 1 ? Outcome.Success : undefined,
    statusDetail: fields.takeFirst('message', 'reason') ?? component,
    ...connectionOf(fields),
    actor: userOf(fields),
    rule: ruleOf(fields),
    application: fields.takeFirst('application', 'app_name'),
    durationMs: secondsOf(fields.take('duration')),
    traffic: {
      bytesOut: fields.takeFirst('sent_bytes', 'bytes_sent'),
      bytesIn: fields.takeFirst('recv_bytes', 'bytes_received'),
      packetsOut: fields.takeFirst('sent_pkts', 'packets_sent'),
      packetsIn: fields.takeFirst('recv_pkts', 'packets_received'),
    },
    unmapped: fields.rest(),
  });
}

const steps: ReadonlyMap<string, Activity> = new Map([
  ['start', Activity.Open],
  ['stop', Activity.Close],
]);

/** What the subtype says; a mail filter's own word says it of mail. */
function verdictIn({ subtype, fields }: SophosLog): Verdict {
  fields.take('status');
  return subtypes.get(subtype.toLowerCase()) ?? (subtype === '' ? unsaid : verdictOf(subtype));
}

const subtypes: ReadonlyMap<string, Verdict> = new Map([
  ['clean', allowed],
  ['virus', blocked],
  ['warned', allowed],
  ['information', unsaid],
]);

/** A page, an application or a handshake that was looked at. */
export function readInspected(log: SophosLog): MappedEvent | undefined {
  const { received, fields, head, type } = log;
  const hasEnd = ['src_ip', 'sourceip', 'dst_ip', 'localip'].some((name) => fields.peek(name) !== undefined);
  if (!hasEnd) return undefined;
  const verdict = verdictIn(log);
  const url = fields.takeFirst('url', 'domain', 'domainname', 'sni');
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: verdict.actionId === 1 ? Outcome.Success : undefined,
    statusDetail: fields.takeFirst('reason', 'message', 'status_code', 'http_status'),
    ...connectionOf(fields),
    actor: userOf(fields),
    rule: ruleOf(fields),
    application: fields.takeFirst('app_name', 'application', 'application_name') ?? type,
    url: url === undefined ? undefined : { text: url, category: fields.take('category') },
    traffic: {
      bytesOut: fields.takeFirst('sent_bytes', 'bytes_sent'),
      bytesIn: fields.takeFirst('recv_bytes', 'bytes_received'),
    },
    unmapped: fields.rest(),
  });
}

/** Intrusions, calls to servers of malware, and viruses. A scan that found nothing is a connection. */
export function readFinding(log: SophosLog): MappedEvent | undefined {
  const { received, fields, head, type, component, subtype } = log;
  const name = fields.takeFirst('signature_msg', 'threatname', 'malware', 'virus');
  if (name === undefined && /^(?:allowed|clean)$/i.test(subtype)) return readInspected(log);
  const uid = fields.takeFirst('signature_id', 'idp_policy_id');
  const path = fields.takeFirst('filename', 'file_name', 'file_path');
  const url = fields.takeFirst('url', 'ftp_url', 'FTP_url');
  const verdict = verdictIn(log);
  const connection = connectionOf(fields);
  return detectionFinding(received, {
    ...head,
    title: name ?? `${type} ${subtype}`.trim(),
    description: fields.takeFirst('message', 'reason'),
    uid:
      fields.take('eventid') ??
      [head.eventCode ?? type, name ?? '', connection.source?.host ?? '', head.originalTime ?? ''].join(' '),
    types: [type, fields.takeFirst('classification', 'category'), component],
    signature: { uid, name },
    verdict,
    ...connection,
    rule: ruleOf(fields),
    user: userOf(fields),
    file: {
      path,
      size: longOf(fields.takeFirst('file_size', 'filesize')),
      hashes: [fields.takeFirst('sha1sum', 'sha256')],
    },
    url: url === undefined ? undefined : { text: url },
    malware: type === 'Anti-Virus' && name !== undefined ? { name } : undefined,
    unmapped: fields.rest(),
  });
}

/** Log type Anti-Spam: a mail that was scanned. Undefined where no address is said. */
export function readMail(log: SophosLog): MappedEvent | undefined {
  const { received, fields, head, subtype } = log;
  const from = fields.takeFirst('from_email_address', 'sender');
  const to = fields.takeFirst('to_email_address', 'recipient');
  if ((from ?? to) === undefined) return undefined;
  const action = fields.takeFirst('spamaction', 'action');
  const verdict = mailActions.get(action?.toLowerCase() ?? '') ?? verdictIn(log);
  const connection = connectionOf(fields);
  return emailActivity(received, {
    ...head,
    activityId: EmailActivityId.Scan,
    from: from ?? '',
    to: (to ?? '').split(/[,;]/).flatMap((each) => each.trim() || []),
    subject: fields.takeFirst('email_subject', 'subject'),
    size: longOf(fields.takeFirst('mailsize', 'size')),
    messageId: fields.takeFirst('mailid', 'message_id'),
    source: connection.source,
    destination: connection.destination,
    verdict,
    statusDetail: fields.take('reason') ?? subtype,
    unmapped: { ...fields.rest(), log_subtype: subtype },
  });
}

const mailActions: ReadonlyMap<string, Verdict> = new Map([
  ['accept', allowed],
  ['queued', unsaid],
  ['drop', blocked],
  ['reject', blocked],
  ['tmpreject', blocked],
  ['quarantine', blocked],
  ['prefix subject', allowed],
]);
