import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import type { Origin } from '@sluice/connector';
import { listenError, socketLostError } from '../../../errors.ts';
import type { UdpConfig } from '../config.ts';
import { watchKernelDrops } from './kernel-drops.ts';
import { untilQuiet, type Listener, type ListenerContext } from './listener.ts';
import { plainAddress } from './subnets.ts';
import { trimmedEnd } from './trim.ts';

/** Senders remembered at a time; past that all are forgotten and learnt again. */
const maxSenders = 4096;
const reportEveryMs = 5000;

/** Listens for datagrams: one message each. What does not fit into the channel is lost, and counted. */
export async function listenUdp(config: UdpConfig, context: ListenerContext): Promise<Listener> {
  const socket = createSocket({
    type: isIPv6(config.address) ? 'udp6' : 'udp4',
    recvBufferSize: config.receiveBufferBytes,
  });
  const senders = createSenders(context);
  let received = 0;
  socket.on('message', (datagram, sender) => {
    received += 1;
    take(datagram, senders(sender.address), context);
  });
  await bind(socket, config);
  socket.on('error', (error) => context.channel.close(socketLostError(placeOf(config), error)));
  logListening(socket, config, context);
  const reportKernelDrops = kernelDropReporter(socket, context);
  const timer = setInterval(() => void reportKernelDrops(), reportEveryMs);
  let isOpen = true;
  const close = (): void => {
    clearInterval(timer);
    if (isOpen) socket.close();
    isOpen = false;
  };
  const drain = async (): Promise<void> => {
    let before = -1;
    await untilQuiet(() => {
      const isQuiet = received === before;
      before = received;
      return isQuiet;
    });
    await reportKernelDrops();
    close();
  };
  return { drain, close };
}

/** Counts what the kernel dropped since the last time: a loss that nobody else would see. */
function kernelDropReporter(socket: Socket, context: ListenerContext): () => Promise<void> {
  const { address, port } = socket.address();
  const drops = watchKernelDrops(address, port);
  return async () => {
    const lost = await drops.sinceLast();
    if (lost > 0) context.reportDropped('udp_buffer_full', lost);
  };
}

function take(datagram: Buffer, origin: Origin | undefined, context: ListenerContext): void {
  if (origin === undefined) {
    context.reportDropped('sender_not_allowed', 1);
    return;
  }
  const end = trimmedEnd(datagram, 0, datagram.length);
  if (end === 0) return;
  if (!context.channel.offer(datagram, 0, end, origin)) context.reportDropped('channel_full', 1);
}

/** The origin of each sender, the same object each time; undefined for those that are not to be heard. */
function createSenders(context: ListenerContext): (address: string) => Origin | undefined {
  const known = new Map<string, Origin | undefined>();
  return (address) => {
    const origin = known.get(address);
    if (origin !== undefined || known.has(address)) return origin;
    const plain = plainAddress(address);
    const learnt = context.allows(plain) ? { transport: 'udp', address: plain } : undefined;
    if (known.size >= maxSenders) known.clear();
    known.set(address, learnt);
    return learnt;
  };
}

async function bind(socket: Socket, config: UdpConfig): Promise<void> {
  try {
    socket.bind(config.port, config.address);
    await once(socket, 'listening');
  } catch (error) {
    socket.close();
    throw listenError(placeOf(config), error);
  }
}

function logListening(socket: Socket, config: UdpConfig, context: ListenerContext): void {
  const { address, port } = socket.address();
  const receiveBufferBytes = socket.getRecvBufferSize();
  context.log.info('listening', { transport: 'udp', address, port, receiveBufferBytes });
  if (receiveBufferBytes < config.receiveBufferBytes) {
    context.log.warn('The kernel gave a smaller UDP receive buffer than asked for: bursts may be lost', {
      asked: config.receiveBufferBytes,
      given: receiveBufferBytes,
      remedy: 'raise net.core.rmem_max',
    });
  }
}

function placeOf(config: UdpConfig): string {
  return `udp ${config.address} port ${config.port}`;
}
