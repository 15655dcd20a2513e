import type { FrameFacts } from '../../events/frame.ts';
import { severityIdOfLevel, type Product } from '../../events/base-event.ts';
import { deviceType } from '../../events/endpoint.ts';
import type { Received } from '../../received.ts';
import type { MappedEvent } from '@sluice/connector';

/** A message of the ASA or of Firepower Threat Defense, behind its tag `%ASA-6-302013:`. */
export interface AsaMessage {
  readonly received: Received;
  /** Six digits. */
  readonly id: string;
  readonly text: string;
  /** What the tag says for every event. */
  readonly head: FrameFacts & { readonly product: Product };
}

/** Reads the messages of one id; undefined where the words are not those that it knows. */
export type AsaReader = (message: AsaMessage) => MappedEvent | undefined;

const asa: Product = { vendor_name: 'Cisco', name: 'ASA' };
const threatDefense: Product = { vendor_name: 'Cisco', name: 'Firepower Threat Defense' };
const pix: Product = { vendor_name: 'Cisco', name: 'PIX' };
const firewallServices: Product = { vendor_name: 'Cisco', name: 'FWSM' };
const intrusionPrevention: Product = { vendor_name: 'Cisco', name: 'NGIPS' };

const products: ReadonlyMap<string, Product> = new Map([
  ['ASA', asa],
  ['FTD', threatDefense],
  ['PIX', pix],
  ['FWSM', firewallServices],
  ['NGIPS', intrusionPrevention],
]);

/** The beginning of a text that is a tag: `%ASA-6-302013`, `%ASA-session-5-106100`, `%FTD<Up>-4-313005`, `%FTD--6-852002`. */
export const asaTag: RegExp = /^%([A-Z]{2,8})(?:<[A-Za-z]{1,24}>|-[A-Za-z]{0,24})?-([0-7])-(\d{6})/;

/** Undefined where it is not a tag of these products. */
export function readTag(tag: string): Pick<AsaMessage, 'id' | 'head'> | undefined {
  const [whole, name = '', level = '', id = ''] = asaTag.exec(tag) ?? [];
  if (whole !== tag) return undefined;
  const product = products.get(name);
  if (product === undefined) return undefined;
  const severityId = severityIdOfLevel(Number(level));
  return { id, head: { product, eventCode: id, severityId, device: { typeId: deviceType.firewall } } };
}
