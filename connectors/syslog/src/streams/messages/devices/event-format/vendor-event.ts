import { SeverityId } from '@sluice/ocsf/1.3.0';
import type { Fields } from '@sluice/mapping/formats';
import type { Product } from '../../events/base-event.ts';
import type { FrameFacts } from '../../events/frame.ts';
import { epochOfCount } from '../../events/values.ts';
import { scanBsdTimestamp, scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import { fieldBag, type FieldBag } from '../../text/field-bag.ts';

/** What CEF and LEEF both can say, whatever they call it. */
type Meaning =
  | 'sourceAddress'
  | 'sourceName'
  | 'sourcePort'
  | 'sourceMac'
  | 'sourceUser'
  | 'sourceUserUid'
  | 'sourceDomain'
  | 'sourceZone'
  | 'destinationAddress'
  | 'destinationName'
  | 'destinationPort'
  | 'destinationMac'
  | 'destinationUser'
  | 'destinationUserUid'
  | 'destinationDomain'
  | 'destinationZone'
  | 'destinationService'
  | 'protocol'
  | 'application'
  | 'action'
  | 'outcome'
  | 'reason'
  | 'category'
  | 'direction'
  | 'bytesFromSource'
  | 'bytesToSource'
  | 'url'
  | 'method'
  | 'userAgent'
  | 'referrer'
  | 'fileName'
  | 'fileSize'
  | 'fileHash'
  | 'rule'
  | 'policy'
  | 'logonType'
  | 'sessionId'
  | 'externalId'
  | 'inboundInterface'
  | 'outboundInterface'
  | 'query'
  | 'queryType'
  | 'subject'
  | 'responseCode'
  | 'threat'
  | 'description'
  | 'link';

/** The names of fields for each meaning, the likeliest first. */
export type FieldNames = Readonly<Record<Meaning, readonly string[]>>;

/** An event in CEF or LEEF, of any vendor. */
export interface VendorEvent {
  readonly received: Received;
  readonly head: FrameFacts;
  readonly vendor: string;
  readonly product: string;
  /** The vendor's number or name for the kind of event. */
  readonly code: string;
  /** The kind of event in words; the code where there are none. */
  readonly title: string;
  /** Title, code, category and product in lower case, to be searched for words. */
  readonly words: string;
  /** The value of a field with this meaning, which counts as taken then. */
  take(meaning: Meaning): string | undefined;
  peek(meaning: Meaning): string | undefined;
  readonly fields: FieldBag;
}

/** Looks meanings up in a bag, by the names of one format, and then by the labels of the fields that vendors name. */
export function byMeaning(
  fields: FieldBag,
  names: FieldNames,
  labels: ReadonlyMap<string, string> = new Map(),
): Pick<VendorEvent, 'take' | 'peek' | 'fields'> {
  return {
    fields,
    take: (meaning) => {
      for (const name of names[meaning]) {
        const value = sayingOf(fields.peek(name));
        if (value === undefined) continue;
        fields.take(name);
        return value;
      }
      return takeLabelled(fields, labels, meaning);
    },
    peek: (meaning) => {
      for (const name of names[meaning]) {
        const value = sayingOf(fields.peek(name));
        if (value !== undefined) return value;
      }
      const named = fieldLabelled(labels, meaning);
      return named === undefined ? undefined : sayingOf(fields.peek(named));
    },
  };
}

function takeLabelled(fields: FieldBag, labels: ReadonlyMap<string, string>, meaning: Meaning): string | undefined {
  const name = fieldLabelled(labels, meaning);
  const value = name === undefined ? undefined : sayingOf(fields.peek(name));
  if (name === undefined || value === undefined) return undefined;
  fields.take(name);
  fields.take(`${name}Label`);
  return value;
}

function fieldLabelled(labels: ReadonlyMap<string, string>, meaning: Meaning): string | undefined {
  for (const label of labelsOf[meaning] ?? []) {
    const name = labels.get(label);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The labels that vendors give to custom fields with these meanings, in lower case and letters alone. */
const labelsOf: Partial<Record<Meaning, readonly string[]>> = {
  rule: ['rulename', 'rule', 'accesscontrolrulename'],
  policy: ['policyname', 'policy'],
  sessionId: ['sessionid'],
  logonType: ['logontype'],
  sourceZone: ['sourcezone', 'srczone'],
  destinationZone: ['destinationzone', 'destzone', 'dstzone'],
  category: ['urlcategory', 'attacktype', 'threatcategory'],
  threat: ['threatname', 'malwarename', 'virusname'],
  query: ['dnsreq', 'dnsquery'],
  queryType: ['dnsreqtype', 'reqtype', 'dnsquerytype', 'querytype'],
};

/** Some vendors put quotes around values, and some write that there is none: Zscaler has `None` for the threat of a page that has none. */
function sayingOf(text: string | undefined): string | undefined {
  if (text === undefined || /^(?:none|null|"")$/i.test(text)) return undefined;
  return /^"(.+)"$/s.exec(text)?.[1] ?? text;
}

/** What the header of both formats says, trimmed; empty where it says nothing. */
export interface FormatHeader {
  readonly vendor: string;
  readonly product: string;
  readonly code: string;
  readonly name: string;
  readonly severity: string;
  readonly productFacts: Product;
}

export function readFormatHeader(header: Fields): FormatHeader {
  const bag = fieldBag(header);
  const said = (name: string): string => bag.peek(name)?.trim() ?? '';
  const vendor = said('device_vendor') || 'unknown';
  const product = said('device_product') || 'unknown';
  const version = said('device_version');
  return {
    vendor,
    product,
    code: said('signature_id') || said('event_id'),
    name: said('name'),
    severity: said('severity'),
    productFacts: { vendor_name: vendor, name: product, ...(version === '' ? undefined : { version }) },
  };
}

/** The first of these fields that is there, read as a time. Numbers count from 1970. */
export function timeAmong(
  fields: FieldBag,
  { clock }: Received,
  names: readonly string[],
): { readonly time?: number | undefined; readonly originalTime?: string | undefined } {
  const written = fields.takeFirst(...names);
  if (written === undefined) return {};
  const text = written.replace(/^["']|["']$/g, '');
  const stamp = scanIsoTimestamp(text, 0, clock) ?? scanBsdTimestamp(text, 0, clock);
  return { time: epochOfCount(text) ?? stamp?.time, originalTime: written };
}

/** Words for searching: `SelfServiceAppLaunch` and `watchlist.hit` are several. */
export function searchable(...texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text) => text !== undefined)
    .join(' ; ')
    .slice(0, 2048)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[._/-]/g, ' ')
    .toLowerCase();
}

/** 0 to 10 as CEF and LEEF count, and the words for it; undefined for what is neither. */
export function severityOf(text: string | undefined): SeverityId | undefined {
  if (text === undefined) return undefined;
  const named = severityNames.get(text.toLowerCase());
  if (named !== undefined || !/^(?:10|\d)(?:\.\d+)?$/.test(text)) return named;
  const value = Number(text);
  if (value < 1) return SeverityId.Informational;
  if (value < 4) return SeverityId.Low;
  if (value < 7) return SeverityId.Medium;
  return value < 9 ? SeverityId.High : SeverityId.Critical;
}

const severityNames: ReadonlyMap<string, SeverityId> = new Map([
  ['informational', SeverityId.Informational],
  ['information', SeverityId.Informational],
  ['info', SeverityId.Informational],
  ['low', SeverityId.Low],
  ['minor', SeverityId.Low],
  ['medium', SeverityId.Medium],
  ['med', SeverityId.Medium],
  ['warning', SeverityId.Medium],
  ['major', SeverityId.High],
  ['error', SeverityId.High],
  ['high', SeverityId.High],
  ['very-high', SeverityId.Critical],
  ['very high', SeverityId.Critical],
  ['critical', SeverityId.Critical],
]);
