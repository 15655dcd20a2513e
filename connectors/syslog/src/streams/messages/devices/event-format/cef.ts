import type { MappedEvent } from '@sluice/connector';
import { readCef, type Fields } from '@sluice/mapping/formats';
import { epochOfCount, longOf } from '../../events/values.ts';
import { scanBsdTimestamp, scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import { fieldBag, type FieldBag } from '../../text/field-bag.ts';
import { mapFortigateCef } from '../fortigate/from-cef.ts';
import { vendorEvent } from './classify.ts';
import { byMeaning, searchable, severityOf, type FieldNames } from './vendor-event.ts';

/** ArcSight's dictionary, by its short and its long names, and what vendors put into its place. */
const names: FieldNames = {
  sourceAddress: ['src', 'sourceAddress', 'c6a2'],
  sourceName: ['shost', 'sourceHostName', 'sourceDnsDomain'],
  sourcePort: ['spt', 'sourcePort'],
  sourceMac: ['smac', 'sourceMacAddress'],
  sourceUser: ['suser', 'sourceUserName', 'susername'],
  sourceUserUid: ['suid', 'sourceUserId'],
  sourceDomain: ['sntdom', 'sourceNtDomain'],
  destinationAddress: ['dst', 'destinationAddress', 'c6a3'],
  destinationName: ['dhost', 'destinationHostName'],
  destinationPort: ['dpt', 'destinationPort'],
  destinationMac: ['dmac', 'destinationMacAddress'],
  destinationUser: ['duser', 'destinationUserName'],
  destinationUserUid: ['duid', 'destinationUserId'],
  destinationDomain: ['dntdom', 'destinationNtDomain'],
  destinationService: ['destinationServiceName', 'sourceServiceName'],
  protocol: ['proto', 'transportProtocol'],
  application: ['app', 'applicationProtocol'],
  action: ['act', 'deviceAction'],
  outcome: ['outcome', 'eventOutcome', 'categoryOutcome'],
  reason: ['reason'],
  category: ['cat', 'deviceEventCategory'],
  direction: ['deviceDirection'],
  bytesFromSource: ['out', 'bytesOut'],
  bytesToSource: ['in', 'bytesIn'],
  url: ['request', 'requestUrl', 'requestURL'],
  method: ['requestMethod', 'method'],
  userAgent: ['requestClientApplication'],
  referrer: ['requestContext'],
  fileName: ['filePath', 'fname', 'fileName'],
  fileSize: ['fsize', 'fileSize'],
  fileHash: ['fileHash'],
  rule: ['ruleName', 'rule_name', 'cfp1Label'],
  policy: ['policyName'],
  sessionId: ['sessionId', 'session_id', 'FTNTFGTsessionid'],
  externalId: ['externalId', 'eventId'],
  inboundInterface: ['deviceInboundInterface'],
  outboundInterface: ['deviceOutboundInterface'],
  query: ['destinationDnsDomain', 'query', 'FTNTFGTqname'],
  subject: ['subject', 'mailSubject'],
  responseCode: ['responseCode', 'httpStatus'],
  threat: ['threatName', 'virusName', 'malwareName'],
  description: ['msg', 'message'],
  link: ['deviceCustomUrl', 'eventUrl', 'link'],
};

/** Common Event Format, of any vendor. Undefined where the text only begins so. */
export function mapCef(received: Received, text: string): MappedEvent | undefined {
  const header = readCef(text) as Fields | undefined;
  if (header === undefined) return undefined;
  const extension = header['extension'] as Fields;
  if (header['device_vendor'] === 'Fortinet') {
    const event = mapFortigateCef(received, extension);
    if (event !== undefined) return event;
  }
  const fields = fieldBag(extension);
  const headerFields = fieldBag(header);
  const said = (name: string): string => headerFields.peek(name)?.trim() ?? '';
  const severity = said('severity');
  const [code, title] = [said('signature_id'), said('name')];
  const event = {
    received,
    ...byMeaning(fields, names),
    vendor: said('device_vendor') || 'unknown',
    product: said('device_product') || 'unknown',
    code,
    title: title === '' ? code : title,
    words: searchable(title, code, fields.peek('cat'), said('device_product')),
  };
  const version = said('device_version');
  const head = {
    product: { vendor_name: event.vendor, name: event.product, ...(version === '' ? undefined : { version }) },
    eventCode: code === '' ? undefined : code,
    level: severity === '' ? undefined : severity,
    severityId: severityOf(severity),
    ...timeOf(fields, received),
    words: fields.peek('msg') ?? (event.title === '' ? undefined : event.title),
    eventUid: fields.peek('externalId'),
    count: countOf(fields),
    device: { hostname: fields.take('dvchost') ?? fields.take('dvc'), uid: fields.take('deviceExternalId') },
  };
  return vendorEvent({ ...event, head });
}

/** When it was received by the device, else when it began or ended. Numbers count from 1970. */
function timeOf(
  fields: FieldBag,
  { clock }: Received,
): { readonly time?: number | undefined; readonly originalTime?: string | undefined } {
  const written = fields.takeFirst('rt', 'start', 'end', 'deviceReceiptTime', 'startTime');
  if (written === undefined) return {};
  const text = written.replace(/^["']|["']$/g, '');
  const stamp = scanIsoTimestamp(text, 0, clock) ?? scanBsdTimestamp(text, 0, clock);
  return { time: epochOfCount(text) ?? stamp?.time, originalTime: written };
}

function countOf(fields: FieldBag): number | undefined {
  const count = longOf(fields.peek('cnt'));
  if (count === undefined || count < 1 || count > 2_000_000_000) return undefined;
  fields.take('cnt');
  return count;
}
