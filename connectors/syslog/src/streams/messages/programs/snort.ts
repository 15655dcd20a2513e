import type { MappedEvent } from '@sluice/connector';
import { addressOf } from '../events/endpoint.ts';
import { detectionFinding } from '../events/detection-finding.ts';
import { writerOf } from '../events/frame.ts';
import { blocked, dropped, unsaid } from '../events/verdict.ts';
import type { Product } from '../events/base-event.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

const snort: Product = { vendor_name: 'Snort', name: 'Snort' };
const suricata: Product = { vendor_name: 'OISF', name: 'Suricata' };
const firepower: Product = { vendor_name: 'Cisco', name: 'Firepower' };

const start =
  /^(?:\[(Drop|wDrop|Block)\] )?(?:\[\*\*\] )?\[(\d{1,10}:\d{1,12}:\d{1,10})\] "?(.{1,512}?)"? (?=\[(?:\*\*|Classification|Impact|Priority))/;
const ends = /\{([A-Za-z0-9:-]{1,16})\} ([0-9A-Fa-f.:]{2,51}) ?-> ?([0-9A-Fa-f.:]{2,51})\s*$/;

/** `[1:2019232:3] TITLE [Classification: …] [Priority: 1] {TCP} 192.0.2.7:4711 -> 198.51.100.2:80`, of Snort and Suricata. */
export function mapSnort(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 1024);
  const [, verb, rule = '', title] = start.exec(text) ?? [];
  const [, protocol, source = '', target = ''] = ends.exec(text) ?? [];
  if (title === undefined || protocol === undefined) return undefined;
  const program = received.message.appName ?? '';
  return detectionFinding(received, {
    product: program === 'suricata' ? suricata : program === 'SFIMS' ? firepower : snort,
    title,
    uid: `${rule} ${placeOf(source).host} ${placeOf(target).host}`,
    types: [/\[Classification: ([^\]]{1,128})\]/.exec(text)?.[1]],
    signature: { uid: rule, name: title },
    verdict: verb === undefined ? unsaid : verb === 'Block' ? blocked : dropped,
    protocol: protocol.toLowerCase(),
    source: placeOf(source),
    destination: placeOf(target),
    process: writerOf(received),
    unmapped: { priority: /\[Priority: (\d{1,3})\]/.exec(text)?.[1] },
  });
}

/** `203.0.113.9:4711`, `2001:db8::9:4711`, and both without a port. */
function placeOf(text: string): { readonly host: string; readonly port?: string } {
  const colon = text.lastIndexOf(':');
  const host = text.slice(0, colon);
  return addressOf(host) === undefined ? { host: text } : { host, port: text.slice(colon + 1) };
}
