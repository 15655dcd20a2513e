import type { MappedEvent } from '@sluice/connector';
import type { Received } from '../received.ts';
import { mapCheckPoint } from './check-point/check-point.ts';
import { mapAsa, splitAsaTag } from './cisco/asa.ts';
import { mapMeraki } from './cisco/meraki.ts';
import { mapIos, splitIosTag } from './cisco/ios/ios.ts';
import { mapCef } from './event-format/cef.ts';
import { mapLeef } from './event-format/leef.ts';
import { mapFortigate } from './fortigate/fortigate.ts';
import { mapNiosAudit } from './infoblox/audit-log.ts';
import { mapJunos } from './juniper/juniper.ts';
import { mapMikrotik } from './mikrotik/mikrotik.ts';
import { mapPanOs } from './pan-os/pan-os.ts';
import { mapSonicwall } from './sonicwall/sonicwall.ts';
import { mapSophos } from './sophos/sophos.ts';
import { mapSophosUtm } from './sophos/utm.ts';
import { mapElement } from './structured.ts';

const percent = 0x25;

/**
 * The event that a message of a device becomes: chosen by how the message begins, so that each costs a glance. Undefined
 * where it is of no device that is known.
 */
export function mapByDevice(given: Received): MappedEvent | undefined {
  // RFC 5424 takes all behind its header as the message, blanks too that a relay put before the device's beginning.
  const received = given.text.startsWith(' ') ? { ...given, text: given.text.trimStart() } : given;
  const { text, message } = received;
  if (message.appName?.charCodeAt(0) === percent) {
    return mapAsa(received, message.appName, text) ?? mapIos(received, message.appName, text);
  }
  const structured = message.structuredData === undefined ? undefined : mapElement(received, message.structuredData);
  if (structured !== undefined) return structured;
  return (
    mapEventFormat(received) ??
    mapPanOs(received) ??
    mapFortigate(received) ??
    mapJunos(received) ??
    mapCheckPoint(received) ??
    mapSonicwall(received) ??
    mapSophos(received) ??
    mapSophosUtm(received) ??
    mapMikrotik(received) ??
    mapMeraki(received) ??
    mapNiosAudit(received) ??
    mapUntagged(received)
  );
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
  // Behind a name without a blank, as Microsoft's ATA writes it, `ATA:CEF:0|…`, or behind a word.
  const [, before = ''] = /^([A-Za-z][\w .-]{0,47}[ :])(?:CEF: ?\d|LEEF: ?\d\.\d)\|/.exec(received.text) ?? [];
  if (before !== '') return mapEventFormat({ ...received, text: received.text.slice(before.length) });
  const split = splitAsaTag(received.text);
  if (split !== undefined) return mapAsa(received, split.tag, split.text);
  const routers = splitIosTag(received.text);
  return routers && mapIos(received, routers.tag, routers.text);
}
