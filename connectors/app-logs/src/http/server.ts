import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectorLog, type Origin, type Outcome } from '@sluice/connector';
import { listenError, tlsFileError } from '../errors.ts';
import { readBody, Refusal } from './body.ts';
import type { EndpointConfig } from './config.ts';
import type { Inbox } from './inbox.ts';
import { tokenCheck } from './tokens.ts';

/** What a protocol over HTTP makes of a request. */
export interface Protocol {
  /** The paths that take logs. */
  readonly paths: ReadonlySet<string>;
  /** The records of a body. Throws a `Refusal` for what it cannot read. */
  recordsIn(body: Buffer, contentType: string): readonly Uint8Array[];
  /** What a sender is told: that all was taken, or why not. */
  answer(response: ServerResponse, contentType: string, refusal: Refusal | undefined): void;
}

export interface EndpointOptions {
  readonly config: EndpointConfig;
  readonly protocol: Protocol;
  readonly inbox: Inbox;
  readonly log: ConnectorLog;
  readonly now: () => number;
}

export interface Endpoint {
  /** Takes no new requests, and waits for those that are being received, a second at most. */
  drain(): Promise<void>;
  /** Takes no new requests. Senders whose records are not settled yet are still answered when they are. */
  close(): void;
}

/** Requests whose bodies are still coming in. */
interface Receiving {
  count: number;
}

/** Times in which a sender has to say what it wants, and all of it. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 60_000;
const drainMs = 900;
const drainCheckMs = 10;
const retryAfterSeconds = '1';

/** Listens for requests, and puts their records into the inbox. Throws a `StreamError` where it cannot listen. */
export async function openEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { config, log } = options;
  const isAllowed = tokenCheck(config.tokens);
  const receiving: Receiving = { count: 0 };
  const server = await serverFor(config, (request, response) => {
    void handle(request, response, { ...options, isAllowed, receiving }).catch((error: unknown) => {
      log.error('request failed', { reason: error instanceof Error ? error.message : String(error) });
      response.destroy();
    });
  });
  server.maxConnections = config.maxConnections;
  await listen(server, config);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  log.info('listening', { transport: config.tls === undefined ? 'http' : 'https', address: config.address, port });
  const close = (): void => void server.close();
  return {
    async drain() {
      close();
      for (let left = drainMs; receiving.count > 0 && left >= drainCheckMs; left -= drainCheckMs)
        await sleep(drainCheckMs);
    },
    close,
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function serverFor({ tls }: EndpointConfig, handler: Handler): Promise<Server> {
  const options = { headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs };
  if (tls === undefined) return createServer(options, handler);
  const key = await privateKey(tls.keyFile);
  const cert = await pem('certificate_file', tls.certificateFile);
  try {
    return createSecureServer({ ...options, key, cert, minVersion: 'TLSv1.2' }, handler);
  } catch (error) {
    throw tlsFileError('certificate_file', tls.certificateFile, error);
  }
}

/** Looked at by itself: of what is wrong with either, a server does not say which of both it is. */
async function privateKey(path: string): Promise<Buffer> {
  const key = await pem('key_file', path);
  try {
    createPrivateKey(key);
    return key;
  } catch (error) {
    throw tlsFileError('key_file', path, error);
  }
}

async function pem(key: string, path: string): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    throw tlsFileError(key, path, error);
  });
}

async function listen(server: Server, { address, port }: EndpointConfig): Promise<void> {
  try {
    server.listen(port, address);
    await once(server, 'listening');
  } catch (error) {
    throw listenError(`${address}:${port}`, error);
  }
}

interface Handling extends EndpointOptions {
  readonly isAllowed: (authorization: string | undefined) => boolean;
  readonly receiving: Receiving;
}

async function handle(request: IncomingMessage, response: ServerResponse, options: Handling): Promise<void> {
  const contentType = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  let refusal: Refusal | undefined;
  try {
    check(request, options);
    await accept(request, contentType, options);
  } catch (error) {
    // A sender that went away in the middle of its request is told nothing, and nothing of it was taken.
    if (request.destroyed && !request.complete) return;
    if (!(error instanceof Refusal)) throw error;
    refusal = error;
    if (refusal.status === 429 || refusal.status === 503) response.setHeader('retry-after', retryAfterSeconds);
    if (refusal.status === 401) response.setHeader('www-authenticate', 'Bearer');
    // What is not read of a body would stand before the next request.
    if (!request.complete) response.setHeader('connection', 'close');
  }
  options.protocol.answer(response, contentType, refusal);
}

function check(request: IncomingMessage, { protocol, isAllowed }: Handling): void {
  const [path = ''] = (request.url ?? '').split('?', 1);
  if (!isAllowed(request.headers.authorization))
    throw new Refusal(401, 'wants `Authorization: Bearer TOKEN` with a token that is known here');
  if (!protocol.paths.has(path)) throw new Refusal(404, `is for ${[...protocol.paths].join(' or ')}`);
  if (request.method !== 'POST') throw new Refusal(405, 'has to be a POST');
}

/** Returns once the sender may forget the records. */
async function accept(request: IncomingMessage, contentType: string, options: Handling): Promise<void> {
  const { config, inbox } = options;
  const full = new Refusal(429, 'comes while too much waits already; try again');
  if (inbox.isFull) throw full;
  const records = await receive(request, contentType, options);
  if (records.length === 0) return;
  const outcome = inbox.put({ records, origin: originOf(request, config), receivedAt: options.now() });
  if (outcome === undefined) throw full;
  if (config.acknowledge === 'received') return;
  const result = await within(config.replyWithinMs, outcome);
  if (result === undefined) throw new Refusal(503, 'was received, and is not durable yet');
  if (result.kind === 'failed') throw new Refusal(503, 'could not be stored; try again');
}

async function receive(
  request: IncomingMessage,
  contentType: string,
  { config, protocol, receiving }: Handling,
): Promise<readonly Uint8Array[]> {
  receiving.count++;
  try {
    return protocol.recordsIn(await readBody(request, config), contentType);
  } finally {
    receiving.count--;
  }
}

function originOf({ socket }: IncomingMessage, { tls }: EndpointConfig): Origin {
  return {
    transport: tls === undefined ? 'http' : 'https',
    ...(socket.remoteAddress === undefined ? {} : { address: socket.remoteAddress.replace(/^::ffff:/, '') }),
    ...(socket.remotePort === undefined ? {} : { port: socket.remotePort }),
  };
}

async function within(ms: number, outcome: Promise<Outcome>): Promise<Outcome | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  try {
    return await Promise.race([outcome, promise]);
  } finally {
    clearTimeout(timer);
  }
}
