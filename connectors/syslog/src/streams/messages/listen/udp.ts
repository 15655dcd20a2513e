import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import type { Origin } from '@sluice/connector';
import { listenError, socketLostError } from '../../../errors.ts';
import type { UdpConfig } from '../config.ts';
import { kernelDropReporter, watchKernelDrops, type KernelDrops } from './kernel-drops.ts';
import { createQuietness, untilQuiet, type Listener, type ListenerContext } from './listener.ts';
import { createSenders } from './senders.ts';
import { trimmedEnd } from './trim.ts';

const reportEveryMs = 5000;

/** Listens for datagrams: one message each. What does not fit into the channel is lost, and counted. */
export async function listenUdp(config: UdpConfig, context: ListenerContext): Promise<Listener> {
  const socket = createSocket({
    type: isIPv6(config.address) ? 'udp6' : 'udp4',
    recvBufferSize: config.receiveBufferBytes,
  });
  const senders = createSenders(context.allows);
  let received = 0;
  socket.on('message', (datagram, sender) => {
    received += 1;
    take(datagram, senders.originOf(sender.address), context);
  });
  await bind(socket, config);
  socket.on('error', (error) => context.channel.close(socketLostError(placeOf(config), error)));
  logListening(socket, config, context);
  const reportKernelDrops = kernelDropReporter(watchBound(socket), context.reportDropped);
  const timer = setInterval(() => void reportKernelDrops(), reportEveryMs);
  let isOpen = true;
  const close = (): void => {
    clearInterval(timer);
    if (isOpen) socket.close();
    isOpen = false;
  };
  const drain = async (): Promise<void> => {
    await untilQuiet(createQuietness(() => [{ chunks: received }]));
    await reportKernelDrops();
    close();
  };
  return { drain, close };
}

function watchBound(socket: Socket): KernelDrops {
  const { address, port } = socket.address();
  return watchKernelDrops(address, port);
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
