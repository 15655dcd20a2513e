import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/**
 * A service in memory, whoever carries its requests: a socket of this machine, or Mock Service Worker. A response whose
 * body fails on the way is a connection that breaks there.
 */
export type Service = (request: Request) => Promise<Response>;

export interface ServedService {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  /** Ends all connections, also those that wait for an answer. */
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** Default: any that is free. */
  readonly port?: number;
  /** Larger requests are answered with 413. Default 64 MiB. */
  readonly maxRequestBytes?: number;
}

const defaultMaxRequestBytes = 64 * 1024 * 1024;

/** Puts a service behind HTTP on 127.0.0.1, and on no other address. Whoever serves it closes it. */
export async function serve(service: Service, options: ServeOptions = {}): Promise<ServedService> {
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (incoming, outgoing) => {
    answer(service, incoming, outgoing, options.maxRequestBytes ?? defaultMaxRequestBytes).catch(() =>
      outgoing.destroy(),
    );
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return { endpoint: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

async function answer(
  service: Service,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  maxRequestBytes: number,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const body = await bodyOf(incoming, maxRequestBytes);
  if (body === undefined) {
    outgoing.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const response = await service(requestOf(incoming, body, gone.signal));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null || incoming.method === 'HEAD') {
    outgoing.end();
    return;
  }
  for await (const chunk of response.body) if (!outgoing.write(chunk)) await once(outgoing, 'drain');
  outgoing.end();
}

function requestOf(incoming: IncomingMessage, body: Buffer, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', headers } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(url, `http://${headers.host ?? '127.0.0.1'}`), {
    method,
    headers: headersOf(incoming.rawHeaders),
    signal,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < raw.length; i += 2) headers.append(raw[i] ?? '', raw[i + 1] ?? '');
  return headers;
}

async function bodyOf(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let byteLength = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Buffer;
    byteLength += bytes.byteLength;
    if (byteLength > maxBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has to have a port.');
  return address.port;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
