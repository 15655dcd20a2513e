import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { Origin } from '@sluice/connector';
import { listenError } from '../../../errors.ts';
import type { StreamListenConfig } from '../config.ts';
import { Connection } from './connection.ts';
import { untilQuiet, type Listener, type ListenerContext } from './listener.ts';
import { plainAddress } from './subnets.ts';
import { certificateSubject, readTlsOptions } from './tls-options.ts';

const keepAliveMs = 60_000;
const staleCheckMs = 1000;

/** Listens for connections (TCP, TLS or Unix socket) and reads the messages of each. */
export async function listenStream(config: StreamListenConfig, context: ListenerContext): Promise<Listener> {
  const connections = new Map<Connection, Promise<void>>();
  const accept = (socket: Socket): void => {
    const connection = admit(socket, config, context);
    if (connection === undefined) return;
    const receiving = connection.receive().finally(() => connections.delete(connection));
    connections.set(connection, receiving);
  };
  const server = await createStreamServer(config, accept);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.maxConnections = context.config.maxConnections;
  server.on('drop', (dropped) => warnOfDrop(context, config, dropped?.remoteAddress));
  await listen(server, config);
  server.on('error', (error) => context.channel.close(listenError(placeOf(config), error)));
  logListening(server, config, context);
  const checkEvery = Math.min(staleCheckMs, context.config.idleTimeoutMs, context.config.unfinishedTimeoutMs);
  const timer = setInterval(() => closeStale(connections.keys(), context.now()), checkEvery);
  const close = (): void => {
    clearInterval(timer);
    server.close();
    for (const connection of connections.keys()) connection.close();
    // With TLS there are also those that never finished their handshake.
    for (const socket of sockets) socket.destroy();
  };
  const drain = async (): Promise<void> => {
    clearInterval(timer);
    server.close();
    await untilQuiet(quietnessOf(connections));
    const receiving = [...connections.values()];
    close();
    await Promise.all(receiving);
  };
  return { drain, close };
}

/** A connection for a sender that is to be heard. */
function admit(socket: Socket, config: StreamListenConfig, context: ListenerContext): Connection | undefined {
  // Without a listener an error of a socket that nobody reads yet would end the process.
  socket.on('error', () => {});
  const origin = originOf(socket, config);
  if (origin.address !== undefined && !context.allows(origin.address)) {
    context.log.debug('refused a connection: the sender is not in allow', { ...origin });
    socket.destroy();
    return undefined;
  }
  socket.setKeepAlive(true, keepAliveMs);
  return new Connection(socket, origin, context);
}

function originOf(socket: Socket, config: StreamListenConfig): Origin {
  if (config.transport === 'unix') return { transport: 'unix', path: config.path };
  const subject = socket instanceof TLSSocket ? certificateSubject(socket) : undefined;
  return {
    transport: config.transport,
    ...(socket.remoteAddress === undefined ? {} : { address: plainAddress(socket.remoteAddress) }),
    ...(socket.remotePort === undefined ? {} : { port: socket.remotePort }),
    ...(subject === undefined ? {} : { certificateSubject: subject }),
  };
}

async function createStreamServer(config: StreamListenConfig, accept: (socket: Socket) => void): Promise<Server> {
  if (config.transport !== 'tls') return createServer(accept);
  return createTlsServer(await readTlsOptions(config), accept);
}

async function listen(server: Server, config: StreamListenConfig): Promise<void> {
  try {
    if (config.transport === 'unix') server.listen({ path: config.path });
    else server.listen({ host: config.address, port: config.port });
    await once(server, 'listening');
  } catch (error) {
    throw listenError(placeOf(config), error);
  }
}

function logListening(server: Server, config: StreamListenConfig, context: ListenerContext): void {
  const bound = server.address();
  const place =
    typeof bound === 'string' || bound === null ? { path: bound } : { address: bound.address, port: bound.port };
  context.log.info('listening', { transport: config.transport, ...place });
  server.on('tlsClientError', (error: Error, socket: Socket) => {
    context.log.info('refused a sender in its TLS handshake', { address: socket.remoteAddress, error: error.message });
  });
}

function warnOfDrop(context: ListenerContext, config: StreamListenConfig, sender: string | undefined): void {
  context.log.warn('refused a connection: maxConnections are open', {
    transport: config.transport,
    sender,
    maxConnections: context.config.maxConnections,
  });
}

function closeStale(connections: Iterable<Connection>, now: number): void {
  for (const connection of connections) connection.closeIfStale(now);
}

/** True once no connection read anything since the last call and none waits for the channel. */
function quietnessOf(connections: ReadonlyMap<Connection, unknown>): () => boolean {
  let before = -1;
  return () => {
    let chunks = 0;
    let isWaiting = false;
    for (const connection of connections.keys()) {
      chunks += connection.chunks;
      isWaiting ||= connection.isWaiting;
    }
    const isQuiet = chunks === before && !isWaiting;
    before = chunks;
    return isQuiet;
  };
}

function placeOf(config: StreamListenConfig): string {
  return config.transport === 'unix'
    ? `unix ${config.path}`
    : `${config.transport} ${config.address} port ${config.port}`;
}
