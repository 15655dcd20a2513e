import { reject, type MapResult } from '@sluice/connector';
import {
  ActionId,
  DeviceTypeId,
  DispositionId,
  FingerprintAlgorithmId,
  NetworkConnectionInfoDirectionId,
  OsTypeId,
  SeverityId,
  type NetworkActivity,
} from '@sluice/ocsf/1.3.0';
import type { Endpoint, Flow } from './flow.ts';

/** A flow of the gateway as Network Activity: what a mapper has to say, the rest is for completion. */
export function mapFlow(record: unknown): MapResult {
  if (!isFlow(record)) return reject('not_a_flow', 'the record says no eventType FLOW');
  const { cloud, connection, counters, verdict, application, gateway } = record;
  const isDenied = verdict.action === 'deny';
  return {
    class_uid: 4001,
    activity_id: 6,
    severity_id: record.level === 'warning' ? SeverityId.Medium : SeverityId.Informational,
    status_id: isDenied ? 2 : 1,
    status_detail: verdict.reason,
    message: `${connection.protocol} flow from ${record.source.address} to ${record.destination.address}`,
    time: Date.parse(record.eventTime),
    start_time: record.startTime,
    end_time: record.endTime,
    duration: record.durationMs,
    timezone_offset: record.utcOffsetMinutes,
    metadata: metadataOf(record),
    cloud: { provider: cloud.provider, account: { uid: cloud.accountId }, region: cloud.region },
    src_endpoint: sourceOf(record.source),
    dst_endpoint: destinationOf(record.destination),
    connection_info: {
      uid: connection.id,
      protocol_name: connection.protocol,
      protocol_num: connection.protocolNumber,
      direction_id:
        connection.direction === 'outbound'
          ? NetworkConnectionInfoDirectionId.Outbound
          : NetworkConnectionInfoDirectionId.Inbound,
      boundary_id: connection.boundary === 'external' ? 3 : 2,
      tcp_flags: connection.tcpFlags,
    },
    traffic: {
      bytes: counters.bytes,
      bytes_in: counters.bytesIn,
      bytes_out: counters.bytesOut,
      packets: counters.packets,
      packets_in: counters.packetsIn,
      packets_out: counters.packetsOut,
    },
    tls: tlsOf(record),
    action_id: isDenied ? ActionId.Denied : ActionId.Allowed,
    disposition_id: isDenied ? DispositionId.Blocked : DispositionId.Allowed,
    firewall_rule: { uid: verdict.policyId, name: verdict.policyName },
    attacks: record.threats.map((threat) => ({
      version: threat.frameworkVersion,
      technique: { uid: threat.techniqueId, name: threat.technique },
      tactic: { uid: threat.tacticId, name: threat.tactic },
    })),
    device: { hostname: gateway.name, type_id: DeviceTypeId.Firewall, uid: gateway.serial, zone: gateway.site },
    app_name: application.name,
    unmapped: leftOver(record),
  };
}

function isFlow(record: unknown): record is Flow {
  return typeof record === 'object' && record !== null && 'eventType' in record && record.eventType === 'FLOW';
}

function metadataOf({ eventId, sequence, eventTime, receiveTime, gateway }: Flow): NetworkActivity['metadata'] {
  return {
    version: '1.3.0',
    product: { vendor_name: gateway.vendor, name: gateway.model, version: gateway.firmware },
    profiles: ['cloud', 'host', 'security_control'],
    uid: eventId,
    sequence,
    event_code: 'FLOW',
    log_name: 'flow',
    log_provider: gateway.name,
    original_time: eventTime,
    logged_time: receiveTime,
  };
}

function sourceOf(source: Flow['source']): NonNullable<NetworkActivity['src_endpoint']> {
  return {
    ...endpointOf(source),
    mac: source.mac,
    uid: source.assetId,
    vlan_uid: String(source.vlan),
    owner: { name: source.user },
    os: { name: source.operatingSystem, type_id: osTypeOf(source.operatingSystem) },
  };
}

function destinationOf(destination: Flow['destination']): NonNullable<NetworkActivity['dst_endpoint']> {
  return { ...endpointOf(destination), domain: destination.domain, svc_name: destination.service };
}

function endpointOf({
  address,
  port,
  hostname,
  zone,
  interface: name,
  geo,
}: Endpoint): NonNullable<NetworkActivity['src_endpoint']> {
  return {
    ip: address,
    port,
    hostname,
    zone,
    interface_name: name,
    location: { country: geo.country, region: geo.region, city: geo.city },
  };
}

function osTypeOf(name: string): OsTypeId {
  if (name.startsWith('Windows')) return OsTypeId.Windows;
  return name.startsWith('macOS') ? OsTypeId.MacOS : OsTypeId.Linux;
}

function tlsOf({ tls }: Flow): NonNullable<NetworkActivity['tls']> {
  return {
    version: tls.version,
    cipher: tls.cipher,
    sni: tls.serverName,
    ja3_hash: { algorithm_id: FingerprintAlgorithmId.MD5, value: tls.ja3 },
  };
}

/** What has no attribute is kept all the same. */
function leftOver({ source, destination, connection, counters, verdict, application, gateway }: Flow): object {
  return {
    source: { natAddress: source.natAddress, natPort: source.natPort },
    destination: { reputation: destination.reputation },
    connection: { closeReason: connection.closeReason, isEncrypted: connection.isEncrypted },
    counters: { retransmits: counters.retransmits },
    verdict: { profile: verdict.profile },
    application: {
      category: application.category,
      risk: application.risk,
      technology: application.technology,
    },
    gateway: { virtualSystem: gateway.virtualSystem },
  };
}
