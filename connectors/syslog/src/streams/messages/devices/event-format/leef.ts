import type { MappedEvent } from '@sluice/connector';
import { readLeef, type Fields } from '@sluice/mapping/formats';
import type { Received } from '../../received.ts';
import { fieldBag } from '../../text/field-bag.ts';
import { vendorEvent } from './classify.ts';
import { byMeaning, readFormatHeader, searchable, severityOf, timeAmong, type FieldNames } from './vendor-event.ts';

/** What names the event itself, and not a process that many events tell of. */
const idsOfEvents: readonly string[] = ['det_id', 'eventId', 'externalId', 'unique_id'];

/** QRadar's predefined keys, and what vendors put into their place. */
const names: FieldNames = {
  sourceAddress: ['src', 'srcIP', 'source_ip', 'offender_ip', 'RADIUS.Acct-Framed-IP-Address'],
  sourceName: ['identHostName', 'srcHostName', 'srcName', 'shost', 'computer_name'],
  sourcePort: ['srcPort', 'spt'],
  sourceMac: ['srcMAC', 'RADIUS.Acct-Calling-Station-Id'],
  sourceUser: ['suser', 'actorName', 'sender'],
  sourceUserUid: ['suid'],
  sourceDomain: ['sdomain'],
  destinationAddress: ['dst', 'dstIP', 'destination_ip', 'victim_ip', 'RADIUS.Acct-NAS-IP-Address'],
  destinationName: ['dstHostName', 'dhost', 'hostname'],
  destinationPort: ['dstPort', 'dpt'],
  destinationMac: ['dstMAC'],
  destinationUser: [
    'usrName',
    'username',
    'user',
    'duser',
    'RADIUS.Acct-Username',
    'Common.Username',
    'accountName',
    'recipient',
    'recipients',
  ],
  destinationUserUid: ['duid'],
  destinationDomain: ['domain', 'realm'],
  sourceZone: ['SourceZone', 'srcZone'],
  destinationZone: ['DestinationZone', 'dstZone'],
  destinationService: ['service', 'resource', 'Common.Service'],
  protocol: ['proto', 'protocol'],
  application: ['app', 'application', 'Application', 'appproto'],
  action: ['action', 'act', 'Action', 'actionTaken', 'disposition', 'disp'],
  outcome: ['outcome', 'result', 'status', 'success'],
  reason: ['reason', 'Common.Error-Code'],
  category: ['cat', 'categories', 'category'],
  direction: ['direction'],
  bytesFromSource: ['srcBytes', 'RADIUS.Acct-Input-Octets'],
  bytesToSource: ['dstBytes', 'RADIUS.Acct-Output-Octets'],
  url: ['url', 'request'],
  method: ['method', 'requestMethod', 'reqmethod'],
  userAgent: ['userAgent', 'user_agent', 'useragent'],
  referrer: ['referer', 'referrer'],
  fileName: ['filePath', 'fileName', 'fname', 'path'],
  fileSize: ['fileSize', 'fsize'],
  fileHash: ['fileHash', 'sha256', 'md5', 'process_md5'],
  rule: ['rule', 'ruleName', 'RuleName', 'ruleDesc'],
  policy: ['policy'],
  sessionId: ['sessionId', 'RADIUS.Acct-Session-Id'],
  logonType: ['logonType'],
  externalId: [...idsOfEvents, 'process_guid'],
  inboundInterface: ['srcInterface'],
  outboundInterface: ['dstInterface'],
  query: ['query', 'dnsQuery'],
  queryType: ['queryType'],
  subject: ['subject'],
  responseCode: ['responseCode', 'respcode'],
  threat: ['threatName', 'threatname', 'virusName', 'malwareName', 'watchlist_name'],
  description: ['msg', 'desc', 'Message', 'message'],
  link: ['det_url', 'link'],
};

/** Log Event Extended Format 1.0 and 2.0, of any vendor. Undefined where the text only begins so. */
export function mapLeef(received: Received, text: string): MappedEvent | undefined {
  const header = readLeef(withTabs(text)) as Fields | undefined;
  if (header === undefined) return undefined;
  const fields = fieldBag(header['extension'] as Fields);
  const { vendor, product, productFacts, code } = readFormatHeader(header);
  const severity = fields.take('sev') ?? fields.take('severity');
  const title = fields.takeFirst('title', 'name', 'eventName', 'event') ?? code;
  const meanings = byMeaning(fields, names);
  const head = {
    product: productFacts,
    eventCode: code === '' ? undefined : code,
    level: severity,
    severityId: severityOf(severity) ?? riskOf(fields.peek('risk_score')),
    // The format that `devTimeFormat` names is not obeyed but recognised: the time is written in few ways.
    ...timeAmong(fields, received, ['devTime', 'update_time', 'RADIUS.Acct-Timestamp']),
    words: meanings.peek('description') ?? (title === '' ? undefined : title),
    eventUid: idsOfEvents.map((name) => fields.peek(name)).find((id) => id !== undefined),
    device: { hostname: fields.takeFirst('dvchost', 'devName') },
  };
  const words = searchable(title, code, fields.peek('cat'), product, toldIn(title, meanings.peek('description')));
  return vendorEvent({ received, head, ...meanings, vendor, product, code, title, words });
}

/**
 * The text with tabs between its fields, where they were lost: rsyslog writes a tab as `#011`, and Palo Alto Networks
 * documents LEEF 1.0 with `|` between fields.
 */
function withTabs(text: string): string {
  if (!text.startsWith('LEEF:1.0|') || text.includes('\t')) return text;
  if (text.includes('#011')) return text.replaceAll('#011', '\t');
  const [, head = '', fields = ''] = /^((?:[^|]*\|){5})(.*)$/s.exec(text) ?? [];
  const isPiped = /^[A-Za-z]{1,32}=[^|]{0,256}\|[A-Za-z_]{1,32}=/.test(fields);
  return isPiped ? head + fields.replaceAll('|', '\t') : text;
}

/** LEEF has no name beside the id of the kind of event: where that is a mere number or code, a short message tells. */
function toldIn(title: string, message: string | undefined): string | undefined {
  if (message === undefined || message.length > 80) return undefined;
  return /\d/.test(title) && !/[a-z]{3}/.test(title) ? message : undefined;
}

/** A score up to 99, which is ten times a severity. */
function riskOf(score: string | undefined): ReturnType<typeof severityOf> {
  return score !== undefined && /^\d{1,2}$/.test(score) ? severityOf(String(Number(score) / 10)) : undefined;
}
