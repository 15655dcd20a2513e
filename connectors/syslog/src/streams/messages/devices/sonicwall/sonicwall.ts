import type { MappedEvent } from '@sluice/connector';
import { keyValueReader, type Fields } from '@sluice/mapping/formats';
import { baseEvent, severityIdOfLevel, type Product } from '../../events/base-event.ts';
import { deviceType, type EndpointFacts } from '../../events/endpoint.ts';
import type { FrameFacts } from '../../events/frame.ts';
import { longOf } from '../../events/values.ts';
import { scanIsoTimestamp } from '../../message/timestamp.ts';
import type { Received } from '../../received.ts';
import { fieldBag, type FieldBag } from '../../text/field-bag.ts';
import { eventOf } from './events.ts';
import type { SonicLog } from './sonic-log.ts';
import { beginning } from '../../text/phrase.ts';

const product: Product = { vendor_name: 'SonicWall', name: 'SonicOS' };
const read = keyValueReader({ separator: ' ', assign: '=' });
/** Without a header of syslog, the address of the sender may stand before it. */
const start = /^(?:[0-9A-Fa-f.:]{3,45} )? {0,4}id=[A-Za-z0-9_.-]{1,64} {1,2}sn=[A-Za-z0-9]{1,32} /;

/** Undefined where the text has no such beginning. */
export function mapSonicwall(received: Received): MappedEvent | undefined {
  if (!start.test(beginning(received.text, 128))) return undefined;
  const fields = read(received.text) as Fields | undefined;
  if (fields === undefined) return undefined;
  const bag = fieldBag(fields);
  const id = bag.take('m') ?? '';
  // The intrusion prevention writes its text twice: the first one says more.
  const [words = ''] = [fields['msg']].flat();
  bag.take('msg');
  const log: SonicLog = {
    received,
    fields: bag,
    id,
    words: typeof words === 'string' ? words : '',
    head: headOf(received, bag, id, typeof words === 'string' ? words : ''),
    source: sideOf(bag, 'src'),
    destination: sideOf(bag, 'dst'),
  };
  return eventOf(log) ?? baseEvent(received, { ...log.head, unmapped: withEnds(log) });
}

function headOf(received: Received, fields: FieldBag, id: string, words: string): FrameFacts {
  const level = longOf(fields.take('pri'));
  const written = fields.take('time');
  return {
    product,
    eventCode: id === '' ? undefined : id,
    severityId: severityIdOfLevel(level),
    time: written === undefined ? undefined : scanIsoTimestamp(written.replace(/ UTC$/, 'Z'), 0, received.clock)?.time,
    originalTime: written,
    words: words === '' ? undefined : words,
    device: {
      hostname: fields.take('fw') ?? received.message.hostname,
      uid: fields.take('sn'),
      typeId: deviceType.firewall,
    },
  };
}

/** `192.0.2.7:4711:X1:name`, of which each part may be missing; an IPv6 address has a field of its own. */
function sideOf(fields: FieldBag, side: 'src' | 'dst'): EndpointFacts {
  const [address, port, link, name] = (fields.take(side) ?? '').split(':');
  const host = fields.take(`${side}V6`) ?? (address === '' ? undefined : address);
  return {
    host: host ?? (name === '' ? undefined : name),
    hostname: name === '' ? undefined : name,
    port: port === '' ? undefined : port,
    interface: link === '' ? undefined : link,
    zone: fields.take(`${side}Zone`),
    mac: fields.take(`${side}Mac`),
  };
}

/** What an event of no class leaves over, with its two sides as they stood. */
function withEnds({ fields, source, destination }: SonicLog): Record<string, unknown> {
  const rest = fields.rest();
  if (source.host !== undefined) rest['src'] = source.host;
  if (destination.host !== undefined) rest['dst'] = destination.host;
  return rest;
}
