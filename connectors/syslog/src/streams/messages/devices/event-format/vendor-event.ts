import { SeverityId } from '@sluice/ocsf/1.3.0';
import type { FrameFacts } from '../../events/frame.ts';
import type { Received } from '../../received.ts';
import type { FieldBag } from '../../text/field-bag.ts';

/** What CEF and LEEF both can say, whatever they call it. */
export type Meaning =
  | 'sourceAddress'
  | 'sourceName'
  | 'sourcePort'
  | 'sourceMac'
  | 'sourceUser'
  | 'sourceUserUid'
  | 'sourceDomain'
  | 'destinationAddress'
  | 'destinationName'
  | 'destinationPort'
  | 'destinationMac'
  | 'destinationUser'
  | 'destinationUserUid'
  | 'destinationDomain'
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
  | 'sessionId'
  | 'externalId'
  | 'inboundInterface'
  | 'outboundInterface'
  | 'query'
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

/** Looks meanings up in a bag, by the names of one format. */
export function byMeaning(fields: FieldBag, names: FieldNames): Pick<VendorEvent, 'take' | 'peek' | 'fields'> {
  return {
    fields,
    take: (meaning) => fields.takeFirst(...names[meaning]),
    peek: (meaning) => {
      for (const name of names[meaning]) {
        const value = fields.peek(name);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
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
  ['medium', SeverityId.Medium],
  ['high', SeverityId.High],
  ['very-high', SeverityId.Critical],
  ['very high', SeverityId.Critical],
  ['critical', SeverityId.Critical],
]);
