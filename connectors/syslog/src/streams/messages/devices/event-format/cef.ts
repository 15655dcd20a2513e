import type { MappedEvent } from '@sluice/connector';
import { readCef, type Fields } from '@sluice/mapping/formats';
import { longOf } from '../../events/values.ts';
import type { Received } from '../../received.ts';
import { fieldBag, type FieldBag } from '../../text/field-bag.ts';
import { mapFortigateCef } from '../fortigate/from-cef.ts';
import { mapLoggingService } from '../pan-os/from-cef.ts';
import { vendorEvent } from './classify.ts';
import { byMeaning, readFormatHeader, searchable, severityOf, timeAmong, type FieldNames } from './vendor-event.ts';

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
  sourceZone: ['inzone', 'sourceZone'],
  destinationZone: ['outzone', 'destinationZone'],
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
  fileHash: ['fileHash', 'BitdefenderGZMalwareHash'],
  rule: ['ruleName', 'rule_name', 'cfp1Label'],
  policy: ['policyName'],
  sessionId: ['sessionId', 'session_id', 'FTNTFGTsessionid'],
  logonType: [],
  externalId: ['externalId', 'eventId'],
  inboundInterface: ['deviceInboundInterface'],
  outboundInterface: ['deviceOutboundInterface'],
  query: ['destinationDnsDomain', 'query', 'FTNTFGTqname'],
  queryType: ['FTNTFGTqtype'],
  subject: ['subject', 'mailSubject'],
  responseCode: ['responseCode', 'httpStatus'],
  threat: ['threatName', 'virusName', 'malwareName', 'BitdefenderGZMalwareName'],
  description: ['msg', 'message'],
  link: ['deviceCustomUrl', 'eventUrl', 'link'],
};

/** Microsoft's agent for cloud applications writes the address of the client where others write that of what tells. */
const namesOfCloudApps: FieldNames = { ...names, sourceAddress: ['dvc'] };

/** Common Event Format, of any vendor. Undefined where the text only begins so. */
export function mapCef(received: Received, text: string): MappedEvent | undefined {
  const header = readCef(text) as Fields | undefined;
  if (header === undefined) return undefined;
  const extension = header['extension'] as Fields;
  if (header['device_vendor'] === 'Fortinet') {
    const event = mapFortigateCef(received, extension);
    if (event !== undefined) return event;
  }
  if (header['device_vendor'] === 'Palo Alto Networks' && header['device_product'] === 'LF') {
    const event = mapLoggingService(received, readFormatHeader(header), extension);
    if (event !== undefined) return event;
  }
  const fields = fieldBag(extension);
  const { vendor, product, productFacts, code, name, severity } = readFormatHeader(header);
  const title = name === '' ? code : name;
  const isOfCloudApps = vendor === 'MCAS';
  const head = {
    product: productFacts,
    eventCode: code === '' ? undefined : code,
    level: severity === '' ? undefined : severity,
    severityId: severityOf(severity),
    // When the device received it, else when it began or ended.
    ...timeAmong(fields, received, ['rt', 'start', 'end', 'deviceReceiptTime', 'startTime']),
    words: fields.peek('msg') ?? (title === '' ? undefined : title),
    eventUid: eventUidOf(fields.peek('externalId'), code),
    count: countOf(fields),
    device: isOfCloudApps
      ? {}
      : { hostname: fields.take('dvchost') ?? fields.take('dvc'), uid: fields.take('deviceExternalId') },
  };
  const words = searchable(name, code, fields.peek('cat'), product);
  return vendorEvent({
    received,
    head,
    ...byMeaning(fields, isOfCloudApps ? namesOfCloudApps : names, labelsIn(extension)),
    vendor,
    product,
    code,
    title,
    words,
  });
}

/** ArcSight's agent for Windows writes the number of the kind of event there, which the code ends with: that names no event. */
function eventUidOf(externalId: string | undefined, code: string): string | undefined {
  return externalId === undefined || `:${code}`.endsWith(`:${externalId}`) ? undefined : externalId;
}

/** The custom fields by what their labels call them: `cs2` for `cs2Label=Rule Name`. */
function labelsIn(extension: Fields): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [name, label] of Object.entries(extension)) {
    if (!name.endsWith('Label') || typeof label !== 'string') continue;
    const plain = label
      .slice(0, 64)
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '');
    if (!labels.has(plain)) labels.set(plain, name.slice(0, -5));
  }
  return labels;
}

function countOf(fields: FieldBag): number | undefined {
  const count = longOf(fields.peek('cnt'));
  if (count === undefined || count < 1 || count > 2_000_000_000) return undefined;
  fields.take('cnt');
  return count;
}
