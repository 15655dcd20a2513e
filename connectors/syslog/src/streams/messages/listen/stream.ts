import { once } from 'node:events';
import { createServer, type DropArgument, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { Origin } from '@sluice/connector';
import { listenError, socketLostError } from '../../../errors.ts';
import type { StreamListenConfig } from '../config.ts';
import { Connection } from './connection.ts';
import { createQuietness, untilQuiet, type Listener, type ListenerContext } from './listener.ts';
import { Refusals } from './refusals.ts';
import { removeStaleSocket } from './stale-socket.ts';
import { plainAddress } from './subnets.ts';
import { certificateSubject, readTlsOptions } from './tls-options.ts';

const keepAliveMs = 60_000;
const checkEveryMs = 1000;

/** Listens for connections (TCP, TLS or Unix socket) and reads the messages of each. */
export async function listenStream(config: StreamListenConfig, context: ListenerContext): Promise<Listener> {
  const server = config.transport === 'tls' ? createTlsServer(await readTlsOptions(config)) : createServer();
  const listener = new StreamListener(server, config, context);
  await listener.listen();
  return listener;
}

class StreamListener implements Listener {
  readonly #server: Server;
  readonly #config: StreamListenConfig;
  readonly #context: ListenerContext;
  readonly #refusals: Refusals;
  /** All that are open, with their senders; with TLS also those that did not finish their handshake. */
  readonly #sockets = new Map<Socket, string | undefined>();
  readonly #receiving = new Map<Connection, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(server: Server, config: StreamListenConfig, context: ListenerContext) {
    this.#server = server;
    this.#config = config;
    this.#context = context;
    this.#refusals = new Refusals(context.log, placeOf(config));
    server.maxConnections = context.config.maxConnections;
    server.on('drop', (dropped) => this.#refusals.count('max_connections are open', senderOf(dropped)));
    if (config.transport === 'tls') {
      server.on('connection', (socket: Socket) => void this.#admits(socket));
      server.on('secureConnection', (socket: TLSSocket) => this.#receive(socket));
      server.on('tlsClientError', (error: Error, socket: Socket) => {
        this.#refusals.count('the TLS handshake failed', socket.remoteAddress, error);
      });
    } else {
      server.on('connection', (socket: Socket) => {
        if (this.#admits(socket)) this.#receive(socket);
      });
    }
  }

  /** Resolves when the socket listens; throws a `StreamError` where it cannot. */
  async listen(): Promise<void> {
    const { config, log, channel } = this.#context;
    await listenOn(this.#server, this.#config);
    this.#server.on('error', (error) => channel.close(socketLostError(placeOf(this.#config), error)));
    const every = Math.min(checkEveryMs, config.idleTimeoutMs, config.unfinishedTimeoutMs);
    this.#timer = setInterval(() => this.#check(), every);
    log.info('listening', { transport: this.#config.transport, ...boundTo(this.#server) });
  }

  async drain(): Promise<void> {
    this.#server.close();
    await untilQuiet(createQuietness(() => this.#receiving.keys()));
    const receiving = [...this.#receiving.values()];
    this.close();
    await Promise.all(receiving);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#refusals.report();
    this.#server.close();
    for (const socket of this.#sockets.keys()) socket.destroy();
  }

  /** Whether a sender is to be heard; its connection is closed otherwise. */
  #admits(socket: Socket): boolean {
    // Without a listener an error of a socket that nobody reads yet would end the process.
    socket.on('error', () => {});
    const sender = socket.remoteAddress === undefined ? undefined : plainAddress(socket.remoteAddress);
    if (sender !== undefined && !this.#context.allows(sender)) {
      this.#refusals.count('the sender is not in allow', sender);
    } else if (sender !== undefined && this.#hasTooMany(sender)) {
      this.#refusals.count('max_connections_per_sender are open', sender);
    } else {
      this.#sockets.set(socket, sender);
      socket.once('close', () => this.#sockets.delete(socket));
      socket.setKeepAlive(true, keepAliveMs);
      return true;
    }
    socket.destroy();
    return false;
  }

  #hasTooMany(sender: string): boolean {
    const { maxConnections, maxConnectionsPerSender = maxConnections } = this.#context.config;
    if (maxConnectionsPerSender >= maxConnections) return false;
    let open = 0;
    for (const other of this.#sockets.values()) if (other === sender) open += 1;
    return open >= maxConnectionsPerSender;
  }

  #receive(socket: Socket): void {
    const connection = new Connection(socket, originOf(socket, this.#config), this.#context);
    const receiving = connection
      .receive()
      .catch((error: Error) => this.#context.channel.close(error))
      .finally(() => this.#receiving.delete(connection));
    this.#receiving.set(connection, receiving);
  }

  #check(): void {
    this.#refusals.report();
    const now = this.#context.now();
    for (const connection of this.#receiving.keys()) connection.closeIfStale(now);
  }
}

async function listenOn(server: Server, config: StreamListenConfig): Promise<void> {
  try {
    if (config.transport === 'unix') {
      await removeStaleSocket(config.path);
      server.listen({ path: config.path });
    } else server.listen({ host: config.address, port: config.port });
    await once(server, 'listening');
  } catch (error) {
    throw listenError(placeOf(config), error);
  }
}

function boundTo(server: Server): Readonly<Record<string, unknown>> {
  const bound = server.address();
  return typeof bound === 'string' || bound === null ? { path: bound } : { address: bound.address, port: bound.port };
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

function senderOf(dropped: DropArgument | undefined): string | undefined {
  return dropped?.remoteAddress === undefined ? undefined : plainAddress(dropped.remoteAddress);
}

function placeOf(config: StreamListenConfig): string {
  return config.transport === 'unix'
    ? `unix ${config.path}`
    : `${config.transport} ${config.address} port ${config.port}`;
}
