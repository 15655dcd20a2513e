import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A client of a TCP listener on this machine, connected. */
export async function connectTo(port: number | undefined): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: port ?? 0 });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** Sends each text as a datagram, and rests after every `burst` of them so that the receiver keeps up. */
export async function sendDatagrams(port: number | undefined, texts: readonly string[], burst = 50): Promise<void> {
  const socket = createSocket('udp4');
  for (const [index, text] of texts.entries()) {
    await new Promise((resolve) => socket.send(text, port ?? 0, '127.0.0.1', resolve));
    if (index % burst === burst - 1) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  socket.close();
}

/** Resolves when a socket is closed, for whatever reason. */
export async function closed(socket: Socket): Promise<void> {
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
}
