import type { MappedEvent } from '@sluice/connector';
import type { Fields } from '@sluice/mapping/formats';
import type { Received } from '../../received.ts';
import { mapFortigateFields } from './fortigate.ts';

/** FortiOS's names for what it writes under other names, ArcSight's, in `format cef`. */
const names: ReadonlyMap<string, string> = new Map([
  ['src', 'srcip'],
  ['spt', 'srcport'],
  ['shost', 'srcname'],
  ['smac', 'srcmac'],
  ['deviceInboundInterface', 'srcintf'],
  ['dst', 'dstip'],
  ['dpt', 'dstport'],
  ['dmac', 'dstmac'],
  ['deviceOutboundInterface', 'dstintf'],
  ['act', 'action'],
  ['app', 'service'],
  ['in', 'rcvdbyte'],
  ['out', 'sentbyte'],
  ['externalId', 'sessionid'],
  ['suser', 'user'],
  ['duser', 'user'],
  ['outcome', 'status'],
  ['request', 'url'],
  ['dhost', 'hostname'],
  ['fname', 'filename'],
  ['sproc', 'ui'],
  ['dvchost', 'devname'],
  ['deviceExternalId', 'devid'],
  ['sourceTranslatedAddress', 'transip'],
  ['sourceTranslatedPort', 'transport'],
]);

/** What FortiOS 6 wrote in full, and all others for short. */
const prefix = /^(?:FTNTFGT|FortinetFortiGate|ad\.)/;

/** Custom fields of FortiOS 5, by their labels. */
const labelled: ReadonlyMap<string, string> = new Map([
  ['Policy Id', 'policyid'],
  ['Duration', 'duration'],
  ['Packets Sent', 'sentpkt'],
  ['Packets Received', 'rcvdpkt'],
  ['Reference', 'ref'],
]);

/** FortiGate's logs in CEF, read as those in its own format. Undefined where the fields do not say which log it is. */
export function mapFortigateCef(received: Received, extension: Fields): MappedEvent | undefined {
  const fields: Fields = Object.create(null) as Fields;
  for (const [name, value] of Object.entries(extension)) {
    const label = extension[`${name}Label`];
    const custom = typeof label === 'string' ? labelled.get(label) : undefined;
    const isLabel = name.endsWith('Label') && labelled.has(String(value));
    if (!isLabel) fields[custom ?? names.get(name) ?? name.replace(prefix, '')] ??= value;
  }
  const kind = typeof extension['cat'] === 'string' ? extension['cat'].split(':') : [];
  fields['type'] ??= kind[0];
  fields['subtype'] ??= kind[1];
  // In CEF the category of a webfilter log stands under its own name: `cat` is the kind of log.
  delete fields['cat'];
  return mapFortigateFields(received, fields);
}
