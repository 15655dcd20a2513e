import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A TCP connection whose errors are its own affair: the other side may cut it off. */
export async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  return socket;
}

/** Sends bytes over a connection of their own and resolves when it is closed. */
export async function sendBytes(port: number, bytes: string | Uint8Array): Promise<void> {
  const socket = await openSocket(port);
  const closed = once(socket, 'close');
  socket.end(bytes);
  socket.resume();
  await closed;
}

/** Sends datagrams a few at a time, so that the receiver's buffer takes them all. */
export async function sendDatagrams(port: number, datagrams: readonly (string | Uint8Array)[]): Promise<void> {
  const socket = createSocket('udp4');
  for (const datagram of datagrams) {
    await new Promise<void>((resolve, reject) =>
      socket.send(datagram, port, '127.0.0.1', (error) => (error === null ? resolve() : reject(error))),
    );
  }
  socket.close();
}
