import { isIP } from 'node:net';
import type { ConfigSchema } from '@sluice/connector';
import { z } from 'zod';

/** The configuration of the stream, with its defaults filled in. The schema below says what each key means. */
export interface MessagesConfig {
  readonly listen: readonly ListenConfig[];
  readonly timezone: string;
  readonly senders: readonly { readonly address: string; readonly timezone: string }[];
  readonly allow?: readonly string[] | undefined;
  readonly maxMessageBytes: number;
  readonly maxConnections: number;
  readonly maxConnectionsPerSender?: number | undefined;
  readonly idleTimeoutMs: number;
  readonly unfinishedTimeoutMs: number;
}

export type ListenConfig = UdpConfig | StreamListenConfig;
export type StreamListenConfig = TcpConfig | TlsConfig | UnixConfig;

export interface UdpConfig {
  readonly transport: 'udp';
  readonly address: string;
  readonly port: number;
  readonly receiveBufferBytes: number;
}

interface TcpConfig {
  readonly transport: 'tcp';
  readonly address: string;
  readonly port: number;
}

export interface TlsConfig {
  readonly transport: 'tls';
  readonly address: string;
  readonly port: number;
  readonly keyFile: string;
  readonly certificateFile: string;
  readonly caFile?: string | undefined;
  readonly requireClientCertificate: boolean;
}

interface UnixConfig {
  readonly transport: 'unix';
  readonly path: string;
}

/**
 * OCSF 1.3 strings hold at most 65,535 characters, so no longer message can be one event. It is also more than the
 * largest UDP datagram.
 */
export const longestMessageBytes = 65_535;

const port = z.int().min(0).max(65_535).describe('Port to listen on; 0 takes any free one and logs it.');

const address = z
  .string()
  .min(1)
  .default('127.0.0.1')
  .describe(
    'Local address to listen on. Syslog proves no sender, so only this machine may send until you say otherwise: `0.0.0.0` or `::` for all networks.',
  );

const subnet = z
  .string()
  .refine(isSubnet, 'expected an IP address or a subnet such as 192.0.2.0/24')
  .describe('An IP address, or a subnet such as 192.0.2.0/24 or 2001:db8::/32.');

const timezone = z
  .string()
  .refine(isTimezone, 'expected an IANA time zone such as UTC or Europe/Berlin')
  .describe('IANA time zone of timestamps that state none, such as Europe/Berlin.');

/** Relative to the configuration file, and looked at before anything runs: that is what the format tells the host. */
const existingFile = z.string().min(1).meta({ format: 'existing-file' });

const udp = z.strictObject({
  transport: z.literal('udp').describe('One message a datagram (RFC 5426).'),
  address,
  port,
  receiveBufferBytes: z
    .int()
    .min(4096)
    .default(4 * 1024 * 1024)
    .describe('Socket buffer asked of the kernel, which may cap it (net.core.rmem_max on Linux).'),
});

const tcp = z.strictObject({
  transport: z.literal('tcp').describe('A stream of messages (RFC 6587), octet-counted or ended by LF or NUL.'),
  address,
  port,
});

const tls = z
  .strictObject({
    transport: z.literal('tls').describe('As tcp, over TLS 1.2 or newer (RFC 5425).'),
    address,
    port,
    keyFile: existingFile.describe('Path of the private key, PEM.'),
    certificateFile: existingFile.describe('Path of the certificate and its chain, PEM.'),
    caFile: z
      .string()
      .min(1)
      .optional()
      .describe('Path of the certificates that client certificates must lead to, PEM.'),
    requireClientCertificate: z
      .boolean()
      .default(false)
      .describe('Refuse senders without a certificate that caFile vouches for.'),
  })
  .refine((listener) => !listener.requireClientCertificate || listener.caFile !== undefined, {
    message: 'requireClientCertificate needs caFile: the certificates that client certificates must lead to',
    path: ['caFile'],
  });

const unix = z.strictObject({
  transport: z.literal('unix').describe('As tcp, over a Unix stream socket.'),
  path: z
    .string()
    .min(1)
    .meta({ format: 'path' })
    .describe('Path of the socket; made when listening starts, removed when it ends.'),
});

export const messagesConfig: ConfigSchema<MessagesConfig> = z.strictObject({
  listen: z
    .array(z.discriminatedUnion('transport', [udp, tcp, tls, unix]))
    .min(1)
    .describe('Where to listen: any number of sockets, all feeding this stream.'),
  timezone: timezone.default('UTC'),
  senders: z
    .array(z.strictObject({ address: subnet, timezone }))
    .default([])
    .describe('Settings of single senders; the first entry whose address matches wins.'),
  allow: z
    .array(subnet)
    .optional()
    .describe('Only these senders are heard. Absent: all. Refused datagrams are counted, refused connections closed.'),
  maxMessageBytes: z
    .int()
    .min(480)
    .max(longestMessageBytes)
    .default(longestMessageBytes)
    .describe('A longer message from a stream is kept as several records, see the README.'),
  maxConnections: z
    .int()
    .min(1)
    .default(1000)
    .describe('Connections that each tcp, tls or unix socket holds at a time; more are refused.'),
  maxConnectionsPerSender: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Connections that one address may have on each socket; more are refused. Absent: as many as maxConnections.',
    ),
  idleTimeoutMs: z
    .int()
    .min(100)
    .default(3_600_000)
    .describe('A connection that sends nothing for this long is closed.'),
  unfinishedTimeoutMs: z
    .int()
    .min(100)
    .default(60_000)
    .describe('A connection that began a message and does not end it for this long is closed; what it sent is kept.'),
});

function isSubnet(text: string): boolean {
  const [host = '', prefix, more] = text.split('/');
  const family = isIP(host);
  if (family === 0 || more !== undefined) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

function isTimezone(text: string): boolean {
  try {
    void new Intl.DateTimeFormat('en-US', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
