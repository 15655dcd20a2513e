import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { Sender } from './sender.ts';

/** A TCP connection whose records end with a line feed. */
export async function tcpSender(port: number): Promise<Sender> {
  const socket = connect({ port, host: '127.0.0.1' });
  await once(socket, 'connect');
  return streamSender(socket, (record) => Buffer.concat([bytesOf(record), Buffer.from('\n')]));
}

/** A TLS connection whose records have their length in front (RFC 5425). `ca` is what the receiver has to prove. */
export async function tlsSender(port: number, ca: string): Promise<Sender> {
  const socket = connectSecurely({ port, host: '127.0.0.1', servername: 'localhost', ca });
  await once(socket, 'secureConnect');
  return streamSender(socket, (record) => {
    const bytes = bytesOf(record);
    return Buffer.concat([Buffer.from(`${bytes.length} `), bytes]);
  });
}

function streamSender(socket: Socket, frame: (record: string | Uint8Array) => Buffer): Sender {
  return {
    async send(records) {
      if (!socket.write(Buffer.concat(records.map(frame)))) await once(socket, 'drain');
    },
    async close() {
      socket.end();
      await once(socket, 'close');
    },
  };
}

function bytesOf(record: string | Uint8Array): Uint8Array {
  return typeof record === 'string' ? Buffer.from(record) : record;
}
