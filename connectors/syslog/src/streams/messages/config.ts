import { isIP } from 'node:net';
import type { ConfigSchema } from '@sluice/connector';
import { duration, size } from '@sluice/connector/zod';
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
  readonly maxVersion: 'TLSv1.2' | 'TLSv1.3';
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

const udp = z
  .strictObject({
    transport: z.literal('udp').describe('One message a datagram (RFC 5426).'),
    address,
    port,
    receive_buffer: size({ atLeast: '4KiB', atMost: '1GiB' })
      .prefault('4MiB')
      .describe('Socket buffer asked of the kernel, which may cap it (net.core.rmem_max on Linux).'),
  })
  .transform(({ receive_buffer: receiveBufferBytes, ...rest }): UdpConfig => ({ ...rest, receiveBufferBytes }));

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
    key_file: existingFile.describe('Path of the private key, PEM.'),
    certificate_file: existingFile.describe('Path of the certificate and its chain, PEM.'),
    ca_file: existingFile.optional().describe('Path of the certificates that client certificates must lead to, PEM.'),
    require_client_certificate: z
      .boolean()
      .default(false)
      .describe('Refuse senders without a certificate that `ca_file` vouches for.'),
    max_version: z
      .enum(['TLSv1.2', 'TLSv1.3'])
      .default('TLSv1.3')
      .describe(
        'Newest version to agree on. `TLSv1.2` for senders that close without ever reading: over 1.3 their close can discard what is still on its way.',
      ),
  })
  .refine((listener) => !listener.require_client_certificate || listener.ca_file !== undefined, {
    message: 'require_client_certificate needs ca_file: the certificates that client certificates must lead to',
    path: ['ca_file'],
  })
  .transform(
    ({
      key_file: keyFile,
      certificate_file: certificateFile,
      ca_file: caFile,
      require_client_certificate: requireClientCertificate,
      max_version: maxVersion,
      ...rest
    }): TlsConfig => ({ ...rest, keyFile, certificateFile, caFile, requireClientCertificate, maxVersion }),
  );

const unix = z.strictObject({
  transport: z.literal('unix').describe('As tcp, over a Unix stream socket.'),
  path: z
    .string()
    .min(1)
    .meta({ format: 'path' })
    .describe('Path of the socket; made when listening starts, removed when it ends.'),
});

const written = z.strictObject({
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
  max_message: size({ atLeast: '480B', atMost: '65535B' })
    .prefault('65535B')
    .describe('A longer message from a stream is kept as several records, see the README.'),
  max_connections: z
    .int()
    .min(1)
    .default(1000)
    .describe('Connections that each tcp, tls or unix socket holds at a time; more are refused.'),
  max_connections_per_sender: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Connections that one address may have on each socket; more are refused. Absent: as many as `max_connections`.',
    ),
  idle_timeout: duration({ atLeast: '100ms', atMost: '7d' })
    .prefault('1h')
    .describe('A connection that sends nothing for this long is closed.'),
  unfinished_timeout: duration({ atLeast: '100ms', atMost: '1d' })
    .prefault('60s')
    .describe('A connection that began a message and does not end it for this long is closed; what it sent is kept.'),
});

/** Plain data once parsed, so that it can move to another thread. */
export const messagesConfig: ConfigSchema<MessagesConfig> = written.transform(
  ({
    max_message: maxMessageBytes,
    max_connections: maxConnections,
    max_connections_per_sender: maxConnectionsPerSender,
    idle_timeout: idleTimeoutMs,
    unfinished_timeout: unfinishedTimeoutMs,
    ...rest
  }) => ({ ...rest, maxMessageBytes, maxConnections, maxConnectionsPerSender, idleTimeoutMs, unfinishedTimeoutMs }),
);

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
