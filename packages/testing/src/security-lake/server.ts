import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createSecurityLakeEmulator, type SecurityLakeEmulator, type SecurityLakeEmulatorOptions } from './emulator.ts';
import type { EmulatorResponse } from './http.ts';

export interface ServerOptions extends SecurityLakeEmulatorOptions {
  /** Default: any that is free. */
  readonly port?: number;
}

export interface SecurityLakeServer {
  readonly emulator: SecurityLakeEmulator;
  /** For `AWS_ENDPOINT_URL_SECURITYLAKE`, or the `endpoint` of a client. */
  readonly endpoint: string;
  close(): Promise<void>;
}

const largestRequest = 2 * 1024 * 1024;

/** The emulator behind HTTP on 127.0.0.1, and on no other address. Whoever starts it closes it. */
export async function startSecurityLakeEmulator({
  port = 0,
  ...options
}: ServerOptions = {}): Promise<SecurityLakeServer> {
  const emulator = createSecurityLakeEmulator(options);
  const server = createServer({ requestTimeout: 30_000, maxHeaderSize: 64 * 1024 }, (incoming, outgoing) => {
    void respond(incoming, emulator).then(
      ({ status, headers, body }) => outgoing.writeHead(status, headers).end(body),
      () => outgoing.writeHead(500).end(),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { emulator, endpoint: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

async function respond(incoming: IncomingMessage, emulator: SecurityLakeEmulator): Promise<EmulatorResponse> {
  const body = await bodyOf(incoming);
  if (body === undefined) return { status: 413, headers: { connection: 'close' }, body: '' };
  const target = incoming.url ?? '/';
  const queryAt = target.indexOf('?');
  return emulator.handle({
    method: incoming.method ?? 'GET',
    path: queryAt < 0 ? target : target.slice(0, queryAt),
    query: new URLSearchParams(queryAt < 0 ? '' : target.slice(queryAt + 1)),
    headers: new Headers(headerPairs(incoming.rawHeaders)),
    body,
  });
}

/** Undefined when it is larger than any request of the API. */
async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let byteLength = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Buffer;
    byteLength += bytes.byteLength;
    if (byteLength > largestRequest) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headerPairs(raw: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return pairs;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has to have a port.');
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
