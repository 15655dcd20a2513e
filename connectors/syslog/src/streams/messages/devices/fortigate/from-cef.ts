import type { MappedEvent } from '@sluice/connector';
import type { Fields } from '@sluice/mapping/formats';
import type { Received } from '../../received.ts';
import { mapFortigateFields } from './fortigate.ts';

/** FortiOS's names for what it writes under ArcSight's names in `format cef`. */
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
  ['proto', 'proto'],
  ['act', 'action'],
  ['app', 'service'],
  ['in', 'rcvdbyte'],
  ['out', 'sentbyte'],
  ['externalId', 'sessionid'],
  ['suser', 'user'],
  ['duser', 'user'],
  ['outcome', 'status'],
  ['reason', 'reason'],
  ['request', 'url'],
  ['dhost', 'hostname'],
  ['fname', 'filename'],
  ['msg', 'msg'],
  ['dvchost', 'devname'],
  ['deviceExternalId', 'devid'],
  ['sourceTranslatedAddress', 'transip'],
  ['sourceTranslatedPort', 'transport'],
]);

const prefix = /^(?:FTNTFGT|ad\.)/;

/** FortiGate's logs in CEF, read as those in its own format. Undefined where the fields do not say which log it is. */
export function mapFortigateCef(received: Received, extension: Fields): MappedEvent | undefined {
  const fields: Fields = Object.create(null) as Fields;
  for (const [name, value] of Object.entries(extension)) fields[names.get(name) ?? name.replace(prefix, '')] ??= value;
  const kind = typeof extension['cat'] === 'string' ? extension['cat'].split(':', 2) : [];
  fields['type'] ??= kind[0];
  fields['subtype'] ??= kind[1];
  // In CEF the category of a webfilter log stands under its own name: `cat` is the kind of log.
  delete fields['cat'];
  return mapFortigateFields(received, fields);
}
