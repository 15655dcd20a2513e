import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkConnector, type Upstream } from '@sluice/testing';
import { test } from 'vitest';
import { connector } from './index.ts';

const sender: Upstream = {
  record: (marker) => `<13>1 2026-01-15T12:00:00Z mail.example.com app - - - ${marker}`,
  async start() {
    const port = await freePort();
    return {
      config: { listen: [{ transport: 'tcp', port }] },
      feed: (records) => send(port, records.map((record) => `${record}\n`).join('')),
      stop: () => Promise.resolve(),
    };
  },
};

/** Sends over one connection, as soon as somebody listens. */
async function send(port: number, text: string): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      socket.end(text);
      await once(socket, 'close');
      return;
    } catch {
      await sleep(20);
    } finally {
      socket.destroy();
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

checkConnector({
  test,
  connector,
  folder: join(import.meta.dirname, '..'),
  streams: {
    messages: {
      config: { listen: [{ transport: 'udp', port: 5514 }] },
      origin: { transport: 'udp', address: '192.0.2.1' },
      upstream: sender,
    },
  },
});
