import type { MappedEvent } from '@sluice/connector';
import { readLeef, type Fields } from '@sluice/mapping/formats';
import { epochOfCount } from '../../events/values.ts';
import { scanBsdTimestamp, scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import { fieldBag, type FieldBag } from '../../text/field-bag.ts';
import { vendorEvent } from './classify.ts';
import { byMeaning, searchable, severityOf, type FieldNames } from './vendor-event.ts';

/** QRadar's predefined keys, and what vendors put into their place. */
const names: FieldNames = {
  sourceAddress: ['src', 'srcIP', 'source_ip', 'offender_ip', 'RADIUS.Acct-Framed-IP-Address'],
  sourceName: ['identHostName', 'srcHostName', 'shost'],
  sourcePort: ['srcPort', 'spt'],
  sourceMac: ['srcMAC', 'RADIUS.Acct-Calling-Station-Id'],
  sourceUser: ['suser', 'actorName', 'accountName'],
  sourceUserUid: ['suid'],
  sourceDomain: ['sdomain'],
  destinationAddress: ['dst', 'dstIP', 'destination_ip', 'victim_ip', 'RADIUS.Acct-NAS-IP-Address'],
  destinationName: ['dstHostName', 'dhost', 'hostname'],
  destinationPort: ['dstPort', 'dpt'],
  destinationMac: ['dstMAC'],
  destinationUser: ['usrName', 'username', 'user', 'duser', 'RADIUS.Acct-Username', 'Common.Username'],
  destinationUserUid: ['duid'],
  destinationDomain: ['domain', 'realm'],
  destinationService: ['service', 'resource', 'Common.Service'],
  protocol: ['proto', 'protocol'],
  application: ['app', 'application'],
  action: ['action', 'act', 'disposition'],
  outcome: ['outcome', 'result', 'status'],
  reason: ['reason', 'Common.Error-Code'],
  category: ['cat', 'categories', 'category'],
  direction: ['direction'],
  bytesFromSource: ['srcBytes', 'RADIUS.Acct-Input-Octets'],
  bytesToSource: ['dstBytes', 'RADIUS.Acct-Output-Octets'],
  url: ['url', 'request'],
  method: ['method', 'requestMethod'],
  userAgent: ['userAgent', 'user_agent'],
  referrer: ['referer', 'referrer'],
  fileName: ['filePath', 'fileName', 'fname', 'path'],
  fileSize: ['fileSize', 'fsize'],
  fileHash: ['fileHash', 'sha256', 'md5', 'process_md5'],
  rule: ['rule', 'ruleName'],
  policy: ['policy'],
  sessionId: ['sessionId', 'RADIUS.Acct-Session-Id'],
  externalId: ['det_id', 'eventId', 'externalId', 'unique_id', 'process_guid'],
  inboundInterface: ['srcInterface'],
  outboundInterface: ['dstInterface'],
  query: ['query', 'dnsQuery'],
  subject: ['subject'],
  responseCode: ['responseCode'],
  threat: ['threatName', 'virusName', 'malwareName', 'watchlist_name'],
  description: ['msg', 'desc', 'Message', 'message'],
  link: ['det_url', 'link'],
};

/** Log Event Extended Format 1.0 and 2.0, of any vendor. Undefined where the text only begins so. */
export function mapLeef(received: Received, text: string): MappedEvent | undefined {
  const header = readLeef(text) as Fields | undefined;
  if (header === undefined) return undefined;
  const fields = fieldBag(header['extension'] as Fields);
  const headerFields = fieldBag(header);
  const said = (name: string): string => headerFields.peek(name)?.trim() ?? '';
  const severity = fields.take('sev') ?? fields.take('severity');
  const code = said('event_id');
  const title = fields.takeFirst('title', 'name', 'eventName') ?? code;
  const event = {
    received,
    ...byMeaning(fields, names),
    vendor: said('device_vendor') || 'unknown',
    product: said('device_product') || 'unknown',
    code,
    title,
    words: searchable(title, code, fields.peek('cat'), said('device_product')),
  };
  const version = said('device_version');
  const head = {
    product: { vendor_name: event.vendor, name: event.product, ...(version === '' ? undefined : { version }) },
    eventCode: code === '' ? undefined : code,
    level: severity,
    severityId: severityOf(severity) ?? riskOf(fields.peek('risk_score')),
    ...timeOf(fields, received),
    words: event.peek('description') ?? (title === '' ? undefined : title),
    eventUid: event.peek('externalId'),
    device: { hostname: fields.takeFirst('dvchost', 'devName') },
  };
  return vendorEvent({ ...event, head });
}

/** A score up to 99, which is ten times a severity. */
function riskOf(score: string | undefined): ReturnType<typeof severityOf> {
  return score !== undefined && /^\d{1,2}$/.test(score) ? severityOf(String(Number(score) / 10)) : undefined;
}

/** The format that `devTimeFormat` names is not obeyed but recognised: the time is written in few ways. */
function timeOf(
  fields: FieldBag,
  { clock }: Received,
): { readonly time?: number | undefined; readonly originalTime?: string | undefined } {
  const written = fields.takeFirst('devTime', 'update_time', 'RADIUS.Acct-Timestamp');
  if (written === undefined) return {};
  const stamp = scanIsoTimestamp(written, 0, clock) ?? scanBsdTimestamp(written, 0, clock);
  return { time: epochOfCount(written) ?? stamp?.time, originalTime: written };
}
