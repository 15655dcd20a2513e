import type { MappedEvent } from '@sluice/connector';
import type { Received } from '../received.ts';
import { mapAsa, splitAsaTag } from './cisco/asa.ts';
import { mapIos } from './cisco/ios.ts';
import { mapCef } from './event-format/cef.ts';
import { mapLeef } from './event-format/leef.ts';
import { mapFortigate } from './fortigate/fortigate.ts';
import { mapPanOs } from './pan-os/pan-os.ts';

const percent = 0x25;

/**
 * The event that a message of a device becomes: chosen by how the message begins, so that each costs a glance. Undefined
 * where it is of no device that is known.
 */
export function mapByDevice(received: Received): MappedEvent | undefined {
  const { text, message } = received;
  if (message.appName?.charCodeAt(0) === percent) {
    return mapAsa(received, message.appName, text) ?? mapIos(received, message.appName, text);
  }
  return mapEventFormat(received) ?? mapPanOs(received) ?? mapFortigate(received) ?? mapUntagged(received);
}

/** `CEF:0|…`, and `CEF: 0|…`, whose beginning the header's parser takes for a tag. */
function mapEventFormat(received: Received): MappedEvent | undefined {
  const { text, message } = received;
  if (text.startsWith('CEF:')) return mapCef(received, text);
  if (text.startsWith('LEEF:')) return mapLeef(received, text);
  if (message.appName === 'CEF') return mapCef(received, `CEF:${text}`);
  return message.appName === 'LEEF' ? mapLeef(received, `LEEF:${text}`) : undefined;
}

function mapUntagged(received: Received): MappedEvent | undefined {
  const split = splitAsaTag(received.text);
  return split && mapAsa(received, split.tag, split.text);
}
