import { createSocket } from 'node:dgram';
import { setImmediate } from 'node:timers/promises';
import type { Sender } from './sender.ts';

/** More at once than this could overflow the receiver's socket buffer, and a datagram lost is lost for good. */
const burst = 32;

/** One datagram a record. */
export function udpSender(port: number): Sender {
  const socket = createSocket('udp4');
  const sendOne = (record: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) =>
      socket.send(record, port, '127.0.0.1', (error) => (error === null ? resolve() : reject(error))),
    );
  return {
    async send(records) {
      for (let first = 0; first < records.length; first += burst) {
        await Promise.all(records.slice(first, first + burst).map(sendOne));
        await setImmediate();
      }
    },
    close: () => new Promise((resolve) => socket.close(resolve)),
  };
}
