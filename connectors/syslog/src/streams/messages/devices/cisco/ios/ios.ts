import type { MappedEvent } from '@sluice/connector';
import { baseEvent } from '../../../events/base-event.ts';
import type { Received } from '../../../received.ts';
import { accessLists } from './access-lists.ts';
import { ios, readIosTag, type IosReader } from './ios-message.ts';
import { logins } from './logins.ts';
import { nexus } from './nx-os.ts';
import { signatures } from './signatures.ts';
import { states } from './states.ts';
import { wireless } from './wireless.ts';
import { zoneFirewall } from './zone-firewall.ts';
import { beginning } from '../../../text/phrase.ts';

/** Messages of Cisco's routers and switches that tell of people, packets, tunnels and the device's own life. */
const readers: ReadonlyMap<string, IosReader> = new Map<string, IosReader>([
  ...accessLists,
  ...logins,
  ...nexus,
  ...signatures,
  ...states,
  ...wireless,
  ...zoneFirewall,
]);

/**
 * Undefined where the tag is none of IOS's form (`%FACILITY-LEVEL-MNEMONIC`). Other makers write that form too, so that a
 * message which is not known becomes a generic event with its code and severity, of no named product.
 */
export function mapIos(received: Received, tag: string, text: string): MappedEvent | undefined {
  const read = readIosTag(tag);
  if (read === undefined) return undefined;
  const inner = readInner(read.eventCode, text);
  if (inner !== undefined) return mapIos(received, inner.tag, inner.text);
  const { severityId } = read;
  const message = { received: { ...received, text }, text };
  const head = { product: ios, eventCode: read.eventCode, severityId };
  const longHead = { ...head, eventCode: read.longEventCode };
  return (
    readers.get(read.key)?.({ ...message, head }) ??
    (read.longKey === undefined ? undefined : readers.get(read.longKey)?.({ ...message, head: longHead })) ??
    baseEvent(message.received, { eventCode: read.longEventCode, severityId })
  );
}

/** A tag behind a program's name, as IOS XR has it, `ipv4_acl_mgr[310]: %ACL-IPV4_ACL-6-IPACCESSLOGP : …`, and Arista. */
export function splitIosTag(text: string): { readonly tag: string; readonly text: string } | undefined {
  if (text.charCodeAt(0) !== 0x25) return undefined;
  const match = /^(%[A-Z][A-Z0-9_-]{1,64}-[0-7]-[A-Z][A-Z0-9_]{0,47})(?: ?: ?| (?=\[))/.exec(beginning(text, 160));
  return match === null ? undefined : { tag: match[1] ?? '', text: text.slice(match[0].length) };
}

/** IOS XE passes on what its forwarding engine says: `R0/0: cpp_cp: QFP:0.0 Thread:001 TS:… %FW-6-DROP_PKT: …`. */
function readInner(eventCode: string, text: string): { readonly tag: string; readonly text: string } | undefined {
  if (!eventCode.startsWith('IOSXE-')) return undefined;
  const at = beginning(text, 160).indexOf(' %');
  return at === -1 ? undefined : splitIosTag(text.slice(at + 1));
}
