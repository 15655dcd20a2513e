/** A line of the gateway's log, see `test/input/gateway-log.ts`. */
export interface Flow {
  readonly eventType: 'FLOW';
  readonly eventId: string;
  readonly sequence: number;
  readonly eventTime: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly receiveTime: number;
  readonly durationMs: number;
  readonly utcOffsetMinutes: number;
  readonly level: string;
  readonly gateway: Readonly<
    Record<'vendor' | 'model' | 'firmware' | 'serial' | 'name' | 'site' | 'virtualSystem', string>
  >;
  readonly cloud: Readonly<Record<'provider' | 'accountId' | 'region', string>>;
  readonly source: Source;
  readonly destination: Destination;
  readonly connection: Connection;
  readonly counters: Readonly<
    Record<'bytes' | 'bytesIn' | 'bytesOut' | 'packets' | 'packetsIn' | 'packetsOut' | 'retransmits', number>
  >;
  readonly verdict: Readonly<Record<'action' | 'policyId' | 'policyName' | 'profile' | 'reason', string>>;
  readonly application: {
    readonly name: string;
    readonly category: string;
    readonly risk: number;
    readonly technology: string;
  };
  readonly tls: Readonly<Record<'version' | 'cipher' | 'serverName' | 'ja3', string>>;
  readonly threats: readonly Readonly<
    Record<'frameworkVersion' | 'techniqueId' | 'technique' | 'tacticId' | 'tactic', string>
  >[];
}

export interface Endpoint {
  readonly address: string;
  readonly port: number;
  readonly hostname: string;
  readonly zone: string;
  readonly interface: string;
  readonly geo: Readonly<Record<'country' | 'region' | 'city', string>>;
}

interface Source extends Endpoint {
  readonly mac: string;
  readonly assetId: string;
  readonly user: string;
  readonly operatingSystem: string;
  readonly vlan: number;
  readonly natAddress: string;
  readonly natPort: number;
}

interface Destination extends Endpoint {
  readonly domain: string;
  readonly service: string;
  readonly reputation: number;
}

interface Connection {
  readonly id: string;
  readonly protocol: string;
  readonly protocolNumber: number;
  readonly direction: string;
  readonly boundary: string;
  readonly tcpFlags: number;
  readonly closeReason: string;
  readonly isEncrypted: boolean;
}
