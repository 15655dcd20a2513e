import { isIP } from 'node:net';
import { duration, secret, size } from '@sluice/connector/zod';
import { z } from 'zod';

/** How to listen for logs over HTTP, whatever they are written in. */
export interface EndpointConfig {
  readonly address: string;
  readonly port: number;
  readonly tls?: { readonly keyFile: string; readonly certificateFile: string } | undefined;
  readonly tokens: readonly string[];
  readonly acknowledge: 'durable' | 'received';
  readonly replyWithinMs: number;
  readonly maxBodyBytes: number;
  readonly maxUncompressedBytes: number;
  readonly maxPendingBytes: number;
  readonly maxConnections: number;
}

/** Relative to the configuration file, and looked at before anything runs: that is what the format tells the host. */
const existingFile = z.string().min(1).meta({ format: 'existing-file' });

/** What a user writes, once parsed. */
export interface WrittenEndpoint {
  readonly address: string;
  readonly port: number;
  readonly tls?: { readonly key_file: string; readonly certificate_file: string } | undefined;
  readonly bearer_tokens: readonly string[];
  readonly acknowledge: EndpointConfig['acknowledge'];
  readonly reply_within: number;
  readonly max_body: number;
  readonly max_uncompressed: number;
  readonly max_pending: number;
  readonly max_connections: number;
}

/** Keys of a stream that listens: `z.strictObject({ ...endpointShape(4318), … })`. */
export function endpointShape(port: number): {
  readonly [Key in keyof Required<WrittenEndpoint>]: z.ZodType<WrittenEndpoint[Key]>;
} {
  return {
    address: z
      .string()
      .refine((text) => isIP(text) !== 0 || text === 'localhost', 'expected an IP address of this machine')
      .default('127.0.0.1')
      .describe('Local address to listen on. Any other than this machine needs `bearer_tokens`.'),
    port: z.int().min(0).max(65_535).default(port).describe('Port to listen on; 0 takes any free one and logs it.'),
    tls: z
      .strictObject({
        key_file: existingFile.describe('Path of the private key, PEM.'),
        certificate_file: existingFile.describe('Path of the certificate and its chain, PEM.'),
      })
      .optional()
      .describe('Listen for HTTPS, TLS 1.2 or newer. Without it tokens and logs go in plain text.'),
    bearer_tokens: z
      .array(secret())
      .max(100)
      .default([])
      .describe(
        'Whoever sends says one of these as `Authorization: Bearer TOKEN`. Several allow a change without a gap.',
      ),
    acknowledge: z
      .enum(['durable', 'received'])
      .default('durable')
      .describe(
        '`durable`: the answer 200 comes once the records are in the spool, or in the lake where the pipeline has no spool (then only after a flush). `received`: at once; a crash may lose what was answered for.',
      ),
    reply_within: duration({ atLeast: '1s', atMost: '1h' })
      .prefault('30s')
      .describe(
        'After this the sender is told to try again (503). What was received is kept, so that a record sent again may stand twice.',
      ),
    max_body: size({ atLeast: '1KiB', atMost: '256MiB' })
      .prefault('16MiB')
      .describe('A larger request is refused (413).'),
    max_uncompressed: size({ atLeast: '1KiB', atMost: '1GiB' })
      .prefault('64MiB')
      .describe('A request that unpacks to more is refused (413).'),
    max_pending: size({ atLeast: '1MiB', atMost: '4GiB' })
      .prefault('64MiB')
      .describe('While more than this waits to be taken, senders are told to come back (429).'),
    max_connections: z.int().min(1).max(100_000).default(1000).describe('Further connections are refused.'),
  };
}

/** Whether only this machine can send, or senders have to prove themselves. */
export function isGuarded({
  address,
  bearer_tokens: tokens,
}: Pick<WrittenEndpoint, 'address' | 'bearer_tokens'>): boolean {
  return tokens.length > 0 || address === 'localhost' || address === '::1' || address.startsWith('127.');
}

export const unguarded: { readonly error: string; path: string[] } = {
  error: 'whoever reaches this address could write into the lake: set bearer_tokens, or listen on 127.0.0.1',
  path: ['bearer_tokens'],
};

export function endpointConfig(written: WrittenEndpoint): EndpointConfig {
  const { tls } = written;
  return {
    address: written.address,
    port: written.port,
    tokens: written.bearer_tokens,
    acknowledge: written.acknowledge,
    replyWithinMs: written.reply_within,
    maxBodyBytes: written.max_body,
    maxUncompressedBytes: written.max_uncompressed,
    maxPendingBytes: written.max_pending,
    maxConnections: written.max_connections,
    ...(tls === undefined ? {} : { tls: { keyFile: tls.key_file, certificateFile: tls.certificate_file } }),
  };
}
