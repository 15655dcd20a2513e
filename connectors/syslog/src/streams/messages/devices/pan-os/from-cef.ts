import type { MappedEvent } from '@sluice/connector';
import type { Fields } from '@sluice/mapping/formats';
import { scanBsdTimestamp, scanIsoTimestamp } from '../../message/timestamp.ts';
import { utc } from '../../message/zone.ts';
import type { Received } from '../../received.ts';
import { fieldBag } from '../../text/field-bag.ts';
import { mapPanOsFields } from './pan-os.ts';

/** The vendor's names for what its logging service writes under ArcSight's names and its own. */
const common: Readonly<Record<string, string>> = {
  rt: 'receive_time',
  start: 'time_generated',
  deviceExternalId: 'serial',
  PanOSDeviceSN: 'serial',
  externalId: 'seqno',
  PanOSSequenceNo: 'seqno',
  dvchost: 'device_name',
  PanOSDeviceName: 'device_name',
  cnt: 'repeatcnt',
  sourceTranslatedAddress: 'natsrc',
  destinationTranslatedAddress: 'natdst',
  sourceTranslatedPort: 'natsport',
  destinationTranslatedPort: 'natdport',
  suser: 'srcuser',
  suser0: 'srcuser',
  duser: 'dstuser',
  duser0: 'dstuser',
  deviceInboundInterface: 'inbound_if',
  deviceOutboundInterface: 'outbound_if',
  spt: 'sport',
  dpt: 'dport',
  act: 'action',
  in: 'bytes_received',
  out: 'bytes_sent',
  PanOSBytes: 'bytes',
  PanOSPacketsSent: 'pkts_sent',
  PanOSPacketsReceived: 'pkts_received',
  reason: 'session_end_reason',
  request: 'misc',
  requestMethod: 'http_method',
  filePath: 'misc',
  PanOSFileHash: 'filedigest',
  PanOSThreatCategory: 'thr_category',
  PanOSRuleUUID: 'rule_uuid',
  PanOSErrorMessage: 'error',
};

const byType: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  TRAFFIC: { cat: 'action_source' },
  THREAT: { cat: 'threatid' },
  GLOBALPROTECT: {
    PanOSEventIDValue: 'eventid',
    PanOSStage: 'stage',
    PanOSAuthMethod: 'auth_method',
    PanOSTunnelType: 'tunnel_type',
    PanOSSourceUserName: 'srcuser',
    PanOSSourceRegion: 'srcregion',
    PanOSEndpointDeviceName: 'machinename',
    PanOSPublicIPv4: 'public_ip',
    PanOSPublicIPv6: 'public_ipv6',
    PanOSPrivateIPv4: 'private_ip',
    PanOSPrivateIPv6: 'private_ipv6',
    PanOSQuarantineReason: 'reason',
    PanOSConnectionError: 'error',
    PanOSDescription: 'opaque',
    PanOSEventStatus: 'status',
    PanOSLoginDuration: 'login_duration',
    PanOSPortal: 'portal',
  },
  USERID: {
    src: 'ip',
    duser: 'user',
    PanOSMappingDataSource: 'datasourcename',
    PanOSMappingDataSourceType: 'datasource',
  },
  AUTHENTICATION: {
    src: 'ip',
    duser: 'user',
    fname: 'object',
    msg: 'event',
    PanOSAuthenticationDescription: 'desc',
    PanOSAuthenticationProtocol: 'authproto',
    PanOSMFAVendor: 'vendor',
  },
  SYSTEM: { cat: 'eventid', PanOSEventIDValue: 'eventid', fname: 'object', msg: 'opaque' },
  CONFIG: { shost: 'host', act: 'cmd', duser: 'admin', outcome: 'result', msg: 'path' },
  HIPMATCH: { shost: 'machinename', cat: 'matchname', PanOSHipMatchType: 'matchtype' },
};

/** Custom fields, by their labels. */
const labelled: ReadonlyMap<string, string> = new Map([
  ['Rule', 'rule'],
  ['FromZone', 'from'],
  ['ToZone', 'to'],
  ['SessionID', 'sessionid'],
  ['URLCategory', 'category'],
  ['DirectionOfAttack', 'direction'],
  ['PacketsTotal', 'packets'],
  ['SessionDuration', 'elapsed'],
  ['VirtualLocation', 'vsys'],
  ['LogSetting', 'logset'],
  ['NormalizeUser', 'normalize_user'],
  ['AuthenticationPolicy', 'authpolicy'],
  ['AuthServerProfile', 'serverprofile'],
  ['ClientType', 'clienttype'],
  ['AuthFactorNo', 'factorno'],
  ['EndpointOSType', 'os'],
]);

/**
 * The CEF of Palo Alto Networks' logging service (`|LF|`), whose id is the type of the log and whose name is its subtype:
 * read as the log itself. Undefined where the type is not one of PAN-OS.
 */
export function mapLoggingService(
  received: Received,
  header: { readonly code: string; readonly name: string; readonly severity: string },
  extension: Fields,
): MappedEvent | undefined {
  const type = header.code === 'AUTH' ? 'AUTHENTICATION' : header.code;
  const own = named(byType, type) ?? {};
  const fields: Fields = Object.create(null) as Fields;
  for (const [name, value] of Object.entries(extension)) {
    const label = extension[`${name}Label`];
    const custom = typeof label === 'string' ? labelled.get(label) : undefined;
    const isLabel = name.endsWith('Label') && labelled.has(String(value));
    if (isLabel || value === '' || value === 'null') continue;
    fields[custom ?? named(own, name) ?? named(common, name) ?? name] ??= unquoted(value);
  }
  const severity = severities[Math.min(Number(header.severity), 10)];
  fields['type'] = type;
  fields['subtype'] = header.name.toLowerCase();
  if (severity !== undefined) fields['severity'] = severity;
  const time = timeOf(received, fields['time_generated'] ?? fields['receive_time'], extension['dtz']);
  return mapPanOsFields(received, fieldBag(fields), time);
}

/** Names come from the network: `constructor` is none of the table's. */
function named<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Some values are in quotes: `request="www.example.com/"`. */
function unquoted(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^"([^"]*)"$/, '$1') : value;
}

/** `Jan 14 2026 09:12:01`, in the zone that stands in `dtz`. */
function timeOf({ clock }: Received, text: unknown, zone: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const own = zone === 'UTC' || zone === 'GMT' ? { ...clock, zone: utc } : clock;
  return (scanBsdTimestamp(text, 0, own) ?? scanIsoTimestamp(text, 0, own))?.time;
}

/** CEF's numbers for the vendor's words, by the vendor's own table: 1, 3, 5, 7 (8), 10. */
const severities: readonly (string | undefined)[] = [
  'informational',
  'informational',
  'low',
  'low',
  'medium',
  'medium',
  'medium',
  'high',
  'high',
  'critical',
  'critical',
];
