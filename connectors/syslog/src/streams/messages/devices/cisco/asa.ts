import type { MappedEvent } from '@sluice/connector';
import { baseEvent } from '../../events/base-event.ts';
import type { Received } from '../../received.ts';
import { asaTag, readTag, type AsaReader } from './asa-event.ts';
import { changes } from './changes.ts';
import { connections } from './connections.ts';
import { denials } from './denials.ts';
import { dialIn } from './dial-in.ts';
import { firepower } from './firepower.ts';
import { logons } from './logons.ts';
import { threats } from './threats.ts';
import { translations } from './translations.ts';
import { userAccess } from './user-access.ts';
import { readTunnelNotice, vpn } from './vpn.ts';
import { beginning } from '../../text/phrase.ts';

/** The reader of each message id. A new one is a line in the group that it belongs to. */
const readers: ReadonlyMap<string, AsaReader> = new Map([
  ...connections,
  ...denials,
  ...translations,
  ...logons,
  ...vpn,
  ...changes,
  ...threats,
  ...firepower,
  ...userAccess,
  ...dialIn,
]);

/**
 * Messages of Cisco's ASA, Firepower Threat Defense, PIX and FWSM, by their tag. Those of other ids, and those whose
 * words are not the documented ones, are generic events of the device. Undefined where the tag is another product's.
 */
export function mapAsa(received: Received, tag: string, text: string): MappedEvent | undefined {
  const read = readTag(tag);
  if (read === undefined) return undefined;
  const message = { received: { ...received, text }, text, ...read };
  const known = readers.get(read.id);
  const event = known === undefined ? readTunnelNotice(message) : known(message);
  return event ?? baseEvent(message.received, read.head);
}

/**
 * Where a tag stands that the header's parser did not take for one: `%ASA-6-302016 Teardown …` without its colon, or
 * behind a word that the sender's settings put there: `Alerts %NGIPS-0-430003: …`.
 */
export function splitAsaTag(text: string): { readonly tag: string; readonly text: string } | undefined {
  const before = /(?:^(?:[\w-]{1,32} )?|: )(?=%)/.exec(beginning(text, 128));
  if (before === null) return undefined;
  const behind = text.slice(before.index + before[0].length);
  const tag = asaTag.exec(behind)?.[0];
  return tag === undefined ? undefined : { tag, text: behind.slice(tag.length).replace(/^ ?:? ?/, '') };
}
