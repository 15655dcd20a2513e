import type { MappedEvent } from '@sluice/connector';
import { SeverityId } from '@sluice/ocsf/1.3.0';
import { detectionFinding } from '../../events/detection-finding.ts';
import { dnsActivity, DnsActivityId, withoutDot } from '../../events/dns-activity.ts';
import { emailActivity, EmailActivityId } from '../../events/email-activity.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import type { UrlFacts } from '../../events/url.ts';
import { longOf } from '../../events/values.ts';
import { isDenied, verdictOf } from '../../events/verdict.ts';
import type { FieldBag } from '../../text/field-bag.ts';
import { connectionOf, ruleOf, userOf, type FortigateLog, type FortigateReader } from './fortigate-event.ts';

/** Logs of type utm, by subtype; in older releases these subtypes are types of their own. */
export const profiles: ReadonlyMap<string, FortigateReader> = new Map<string, FortigateReader>([
  ['virus', readFinding],
  ['ips', readFinding],
  ['anomaly', readFinding],
  ['dlp', readFinding],
  ['waf', readFinding],
  ['file-filter', readFinding],
  ['cifs', readFinding],
  ['virtual-patch', readFinding],
  ['dns', readDns],
  ['emailfilter', readEmail],
  ['spam', readEmail],
  ['webfilter', readInspected],
  ['app-ctrl', readInspected],
  ['ssl', readInspected],
  ['ssh', readInspected],
  ['voip', readInspected],
  ['icap', readInspected],
  ['casb', readInspected],
  ['ztna', readInspected],
  ['gtp', readInspected],
]);

/** A connection that a profile looked at, with the URL or the application that it saw. */
export function readInspected(log: FortigateLog): MappedEvent | undefined {
  const { received, fields, head, subtype } = log;
  if (fields.peek('srcip') === undefined && fields.peek('dstip') === undefined) return undefined;
  const verdict = verdictOf(fields.take('action'));
  return networkActivity(received, {
    ...head,
    activityId: isDenied(verdict) ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: verdict.actionId === 1 ? Outcome.Success : undefined,
    statusDetail: fields.take('reason') ?? fields.take('eventtype'),
    url: urlOf(fields),
    ...connectionOf(fields),
    actor: userOf(fields),
    rule: ruleOf(fields),
    application: fields.takeFirst('app', 'service'),
    traffic: { bytesOut: fields.take('sentbyte'), bytesIn: fields.take('rcvdbyte') },
    unmapped: { ...fields.rest(), profile_type: subtype },
  });
}

/** The host stands in `hostname`, the path alone in `url`; older releases write both there. */
function urlOf(fields: FieldBag): UrlFacts | undefined {
  const [path, hostname] = [fields.take('url'), fields.take('hostname')];
  if (path === undefined && hostname === undefined) return undefined;
  const category = fields.take('catdesc');
  if (path !== undefined && !path.startsWith('/')) return { text: path, hostname, category };
  const service = fields.peek('service')?.toLowerCase();
  const scheme = service === 'http' || service === 'https' ? `${service}://` : '';
  return { text: `${hostname === undefined ? '' : scheme}${hostname ?? ''}${path ?? ''}`, hostname, category };
}

function readFinding(log: FortigateLog): MappedEvent {
  const { received, fields, head, subtype, logId } = log;
  const kind = fields.take('eventtype');
  const name = fields.takeFirst('virus', 'attack', 'rulename', 'filtername', 'dlpextra') ?? fields.peek('signature');
  const path = fields.takeFirst('filename', 'file');
  const severity = fields.takeFirst('severity', 'crlevel');
  const session = fields.peek('sessionid') ?? '';
  const file = {
    path,
    size: longOf(fields.take('filesize')),
    hashes: [fields.takeFirst('analyticscksum', 'filehash')],
  };
  const url = urlOf(fields);
  return detectionFinding(received, {
    ...head,
    severityId: (severity === undefined ? undefined : severities.get(severity)) ?? head.severityId,
    // Filters may be numbered, not named.
    title: (/^\d*$/.test(name ?? '') ? head.words : undefined) ?? name ?? subtype,
    description: head.words,
    uid: fields.take('incidentserialno') ?? [logId, session, name ?? path ?? '', String(head.time ?? '')].join(' '),
    types: [subtype, kind],
    signature: { uid: fields.takeFirst('attackid', 'virusid', 'signature_id', 'dlp_rule_id'), name },
    sourceUrl: fields.take('ref'),
    verdict: verdictOf(fields.take('action')),
    ...connectionOf(fields),
    rule: ruleOf(fields),
    user: userOf(fields),
    file,
    url,
    malware: subtype === 'virus' && name !== undefined ? { name } : undefined,
    count: positive(longOf(fields.peek('count'))),
    unmapped: fields.rest(),
  });
}

const severities: ReadonlyMap<string, SeverityId> = new Map([
  ['info', SeverityId.Informational],
  ['information', SeverityId.Informational],
  ['low', SeverityId.Low],
  ['medium', SeverityId.Medium],
  ['high', SeverityId.High],
  ['critical', SeverityId.Critical],
]);

function positive(count: number | undefined): number | undefined {
  return count === undefined || count < 1 || count > 2_000_000_000 ? undefined : count;
}

function readDns(log: FortigateLog): MappedEvent | undefined {
  const { received, fields, head } = log;
  const name = fields.take('qname');
  if (name === undefined) return readInspected(log);
  const isResponse = fields.peek('eventtype') === 'dns-response';
  const addresses = fields.take('ipaddr');
  const rcode = fields.take('rcode');
  return dnsActivity(received, {
    ...head,
    activityId: isResponse ? DnsActivityId.Response : DnsActivityId.Query,
    name: withoutDot(name),
    type: fields.take('qtype'),
    dnsClass: fields.take('qclass'),
    queryUid: fields.take('xid'),
    answers: addresses?.split(',').map((address) => address.trim()),
    rcode: rcode === undefined ? undefined : (rcodes[Number(rcode)] ?? rcode),
    verdict: verdictOf(fields.take('action')),
    ...connectionOf(fields),
    actor: userOf(fields),
    rule: ruleOf(fields),
    unmapped: fields.rest(),
  });
}

/** Response codes are numbers here. */
const rcodes: readonly string[] = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'];

function readEmail(log: FortigateLog): MappedEvent {
  const { received, fields, head } = log;
  const connection = connectionOf(fields);
  const verdict = verdictOf(fields.take('action'));
  return emailActivity(received, {
    ...head,
    activityId: EmailActivityId.Scan,
    from: fields.takeFirst('from', 'sender') ?? '',
    to: addressesOf(fields.takeFirst('to', 'recipient')),
    subject: fields.take('subject'),
    size: longOf(fields.take('size')),
    source: connection.source,
    destination: connection.destination,
    verdict,
    outcome: verdict.actionId === 1 ? Outcome.Success : undefined,
    actor: userOf(fields),
    unmapped: {
      ...fields.rest(),
      ...(connection.connectionUid === undefined ? {} : { sessionid: connection.connectionUid }),
    },
  });
}

function addressesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[,;]/).flatMap((address) => (address.trim() === '' ? [] : [address.trim()]));
}
