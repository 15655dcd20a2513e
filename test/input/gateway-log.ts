import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seededRandom, type Random } from './random.ts';

export interface GatewayLogOptions {
  readonly lines: number;
  readonly seed: number;
  /** Epoch milliseconds of the first line; fifty or so come in a second. */
  readonly start: number;
}

type Fields = Record<string, unknown>;

const places = [
  ['São Paulo', 'BR', 'SP'],
  ['東京', 'JP', '13'],
  ['Zürich', 'CH', 'ZH'],
  ['Austin', 'US', 'TX'],
  ['Lagos', 'NG', 'LA'],
] as const;
const services = [
  ['https', 443],
  ['dns', 53],
  ['ssh', 22],
  ['smtp', 25],
  ['ntp', 123],
] as const;

/** The flow log of a gateway, as vendors of such write it: JSON lines of 1.75 KB and 74 fields. */
function* gatewayLog({ lines, seed, start }: GatewayLogOptions): Generator<string> {
  const random = seededRandom(seed);
  let time = start;
  for (let n = 0; n < lines; n++) {
    time += random.below(40);
    yield JSON.stringify(flow(random, n, time));
  }
}

/** Writes the log as a file. */
export async function writeGatewayLog(path: string, options: GatewayLogOptions): Promise<void> {
  await pipeline(Readable.from(chunks(options)), createWriteStream(path));
}

function* chunks(options: GatewayLogOptions): Generator<string> {
  let chunk = '';
  for (const line of gatewayLog(options)) {
    chunk += `${line}\n`;
    if (chunk.length < 256 * 1024) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function flow(random: Random, n: number, time: number): Fields {
  const host = skewed(random, 3000);
  const duration = random.below(60_000);
  const isBlocked = random.below(20) === 0;
  const site = 1 + (host % 12);
  return {
    eventType: 'FLOW',
    eventId: uuid(random),
    sequence: n,
    eventTime: new Date(time).toISOString(),
    startTime: time - duration,
    endTime: time,
    receiveTime: time + 1000 + random.below(500),
    durationMs: duration,
    utcOffsetMinutes: 0,
    level: isBlocked ? 'warning' : 'info',
    gateway: gateway(site),
    cloud: { provider: 'AWS', accountId: '111122223333', region: 'eu-central-1' },
    source: source(random, host),
    destination: destination(random),
    connection: {
      id: uuid(random),
      protocol: 'tcp',
      protocolNumber: 6,
      direction: 'outbound',
      boundary: 'external',
      tcpFlags: random.below(64),
      closeReason: random.pick(['fin', 'rst', 'timeout']),
      isEncrypted: true,
    },
    counters: counters(random),
    verdict: {
      action: isBlocked ? 'deny' : 'allow',
      policyId: `p-${random.below(200)}`,
      policyName: `allow-${random.below(40)}`,
      profile: 'default',
      reason: isBlocked ? 'threat' : 'policy',
    },
    application: {
      name: random.pick(['browser', 'updater', 'mail', 'sync', 'unknown']),
      category: 'general-internet',
      risk: 1 + random.below(5),
      technology: 'client-server',
    },
    tls: {
      version: random.pick(['TLSv1.2', 'TLSv1.3']),
      cipher: 'TLS_AES_256_GCM_SHA384',
      serverName: `d${skewed(random, 40_000)}.example.net`,
      ja3: hex(random, 32),
    },
    threats: isBlocked ? [threat] : [],
  };
}

const threat: Fields = {
  frameworkVersion: '15.1',
  techniqueId: 'T1071',
  technique: 'Application Layer Protocol',
  tacticId: 'TA0011',
  tactic: 'Command and Control',
};

function gateway(site: number): Fields {
  return {
    vendor: 'Example Networks',
    model: 'Edge Gateway 400',
    firmware: '7.4.1',
    serial: `EG400-${String(site).padStart(6, '0')}`,
    name: `gw-${site}.example.com`,
    site: `site-${site}`,
    virtualSystem: 'root',
  };
}

function source(random: Random, host: number): Fields {
  const [city, country, region] = random.pick(places);
  return {
    address: `10.${host >> 8}.${host & 255}.${1 + (host % 250)}`,
    port: 1024 + random.below(64_000),
    hostname: `host-${host}.example.com`,
    mac: `02:00:00:00:${byte(host >> 8)}:${byte(host)}`,
    assetId: `i-${host.toString(16).padStart(17, '0')}`,
    user: `user${host % 700}@example.com`,
    operatingSystem: random.pick(['Windows 11', 'macOS 15', 'Debian 13']),
    zone: 'inside',
    interface: `eth${host % 4}`,
    vlan: 100 + (host % 8),
    natAddress: '192.0.2.10',
    natPort: 1024 + random.below(64_000),
    geo: { country, region, city },
  };
}

function destination(random: Random): Fields {
  const target = skewed(random, 40_000);
  const [service, port] = random.pick(services);
  return {
    address: `198.51.${target >> 8}.${target & 255}`,
    port,
    hostname: `d${target}.example.net`,
    domain: 'example.net',
    service,
    zone: 'outside',
    interface: 'wan0',
    reputation: random.below(100),
    geo: { country: 'US', region: 'VA', city: 'Ashburn' },
  };
}

function counters(random: Random): Fields {
  const [bytesIn, bytesOut] = [skewed(random, 1e7), skewed(random, 1e7)];
  const [packetsIn, packetsOut] = [bytesIn >> 9, bytesOut >> 9];
  return {
    bytes: bytesIn + bytesOut,
    bytesIn,
    bytesOut,
    packets: packetsIn + packetsOut,
    packetsIn,
    packetsOut,
    retransmits: random.below(4),
  };
}

/** Few small numbers are frequent, many large ones are rare. */
function skewed(random: Random, below: number): number {
  return Math.floor(below ** (random.below(1e6) / 1e6));
}

function uuid(random: Random): string {
  const digits = hex(random, 32);
  return [0, 8, 12, 16, 20].map((from, part, all) => digits.slice(from, all[part + 1])).join('-');
}

function hex(random: Random, digits: number): string {
  let text = '';
  while (text.length < digits) text += random.below(0x1_0000).toString(16).padStart(4, '0');
  return text;
}

function byte(value: number): string {
  return (value & 255).toString(16).padStart(2, '0');
}
