import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startListening } from '../read.fixture.ts';
import { connectTo, closed, sendDatagrams } from '../sender.fixture.ts';
import { Framer } from './framer.ts';
import { readDrops, watchKernelDrops } from './kernel-drops.ts';
import { Refusals } from './refusals.ts';
import { removeStaleSocket } from './stale-socket.ts';
import { trimmedEnd } from './trim.ts';

test('leaves a file alone that is no socket, and says that its path is taken', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'syslog-')), 'log.sock');
  writeFileSync(path, 'notes');
  await removeStaleSocket(path);
  expect(existsSync(path)).toBe(true);
  await expect(startListening({ listen: [{ transport: 'unix', path }] })).rejects.toMatchObject({
    code: 'address_in_use',
    message: expect.stringContaining(`unix ${path}`),
  });
});

test('does not mind a path where nothing is', async () => {
  await expect(removeStaleSocket(join(tmpdir(), 'no-such-socket'))).resolves.toBeUndefined();
});

test('leaves a socket alone where someone answers, and does not stay connected', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'syslog-')), 'log.sock');
  const { promise: isClosed, resolve } = Promise.withResolvers<void>();
  const server = createServer((socket) => socket.on('close', () => resolve()).resume());
  await new Promise<void>((listening) => server.listen(path, listening));
  await removeStaleSocket(path);
  await isClosed;
  expect(existsSync(path)).toBe(true);
  server.close();
});

test('leaves a socket alone that cannot be asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'syslog-'));
  const deep = join(folder, 'so-long-a-name-that-no-socket-can-be-reached-by-it'.repeat(3));
  mkdirSync(deep);
  symlinkSync(deep, join(folder, 'near'));
  const server = createServer();
  await new Promise<void>((listening) => server.listen(join(folder, 'near', 'log.sock'), listening));
  await removeStaleSocket(join(deep, 'log.sock'));
  expect(existsSync(join(deep, 'log.sock'))).toBe(true);
  server.close();
});

test('asks the system whether a silent sender is still there', async () => {
  const keepAlive = vi.spyOn(Socket.prototype, 'setKeepAlive');
  const listening = await startListening({ listen: [{ transport: 'tcp', port: 0 }] });
  const socket = await connectTo(listening.ports[0]);
  socket.end('<13>one\n');
  await listening.received(1);
  await listening.stop();
  expect(keepAlive.mock.calls).toEqual([[true, 60_000]]);
  keepAlive.mockRestore();
});

test('says of a folder that does not exist what a socket needs', async () => {
  await expect(startListening({ listen: [{ transport: 'unix', path: '/no/such/folder/log' }] })).rejects.toMatchObject({
    message: expect.stringMatching(/unix \/no\/such\/folder\/log.*folder/s),
  });
});

test('names address and port of a UDP socket that is taken, and lets go of the others', async () => {
  const listening = await startListening({ listen: [{ transport: 'udp', port: 0 }] });
  const [port] = listening.ports;
  await expect(
    startListening({
      listen: [
        { transport: 'tcp', port: 0 },
        { transport: 'udp', port },
      ],
    }),
  ).rejects.toMatchObject({ code: 'address_in_use', message: expect.stringContaining(`udp 127.0.0.1 port ${port}`) });
  await sendDatagrams(port, ['<13>still here']);
  expect(await listening.received(1)).toEqual(['<13>still here']);
  await listening.stop();
});

test('says of each socket where it listens', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'syslog-')), 'log.sock');
  const listening = await startListening({
    listen: [
      { transport: 'udp', port: 0 },
      { transport: 'tcp', port: 0 },
      { transport: 'unix', path },
    ],
  });
  const [udp, tcp] = listening.ports;
  expect(listening.fields('listening')).toEqual([
    { transport: 'udp', address: '127.0.0.1', port: udp, receiveBufferBytes: expect.any(Number) },
    { transport: 'tcp', address: '127.0.0.1', port: tcp },
    { transport: 'unix', path },
  ]);
  await listening.stop();
});

test('listens on IPv6, for datagrams too', async () => {
  const listening = await startListening({ listen: [{ transport: 'udp', address: '::', port: 0 }] });
  await sendDatagrams(listening.ports[0], ['<13>one']);
  expect(await listening.received(1)).toEqual(['<13>one']);
  expect(listening.batches[0]?.origins).toEqual([{ transport: 'udp', address: '127.0.0.1' }]);
  await listening.stop();
});

test('warns where the kernel gives a smaller buffer than asked for', async () => {
  const listening = await startListening({ listen: [{ transport: 'udp', port: 0, receive_buffer: '1GiB' }] });
  const [warning] = listening.fields('The kernel gave a smaller UDP receive buffer than asked for: bursts may be lost');
  expect(warning).toMatchObject({ asked: 1_073_741_824, remedy: 'raise net.core.rmem_max' });
  expect(Number(warning?.['given'])).toBeLessThan(1_073_741_824);
  await listening.stop();
});

test('says why it closed a connection and of whom', async () => {
  const listening = await startListening({ listen: [{ transport: 'tcp', port: 0 }], idle_timeout: '100ms' });
  const silent = await connectTo(listening.ports[0]);
  await closed(silent);
  expect(listening.fields('closed a stale connection')).toEqual([
    { transport: 'tcp', address: '127.0.0.1', port: expect.any(Number), reason: 'idle', unfinishedBytes: 0 },
  ]);
  await listening.stop();
});

test('says of refused connections how many there were and who came last', async () => {
  const listening = await startListening({ listen: [{ transport: 'tcp', port: 0 }], max_connections: 1 });
  const first = await connectTo(listening.ports[0]);
  await closed(await connectTo(listening.ports[0]));
  await closed(await connectTo(listening.ports[0]));
  await listening.stop();
  expect(listening.fields('refused connections: max_connections are open')).toMatchObject([
    { place: 'tcp 127.0.0.1 port 0', connections: 2, lastSender: '127.0.0.1' },
  ]);
  first.destroy();
});

test('gathers refusals by their reason, and tells of each once', () => {
  const told: unknown[] = [];
  const log = (message: string, fields: object = {}): void => void told.push([message, fields]);
  const refusals = new Refusals({ debug: log, info: log, warn: log, error: log }, 'tcp 192.0.2.1 port 6514');
  refusals.count('the TLS handshake failed', '192.0.2.7', new Error('no shared cipher'));
  refusals.count('the TLS handshake failed', '192.0.2.8', new Error('wrong version'));
  refusals.count('the sender is not in allow', undefined);
  refusals.report();
  refusals.report();
  const place = 'tcp 192.0.2.1 port 6514';
  expect(told).toEqual([
    [
      'refused connections: the TLS handshake failed',
      { place, connections: 2, lastSender: '192.0.2.8', lastError: 'wrong version' },
    ],
    [
      'refused connections: the sender is not in allow',
      { place, connections: 1, lastSender: undefined, lastError: undefined },
    ],
  ]);
});

/** A socket's line as Linux writes it: each word of an address with its last byte first, the port in four digits. */
test.each([
  ['192.0.2.1', 514, '010200C0:0202'],
  ['192.0.2.1', 80, '010200C0:0050'],
  ['::1', 65_535, '00000000000000000000000001000000:FFFF'],
  ['2001:db8:1:2:3:4:5:6', 514, 'B80D0120020001000400030006000500:0202'],
  ['fe80::1%eth0', 514, '000080FE000000000000000001000000:0202'],
  ['::', 514, '00000000000000000000000000000000:0202'],
])('finds %s port %i as %s', (address, port, local) => {
  const line = (where: string): string => ` 1: ${where} 00000000:0000 07 0:0 0:0 0 0 0 4711 2 0000000000000000 9`;
  expect(readDrops(`head\n${line('00000000:0000')}\n${line(local)}\n`, address, port)).toBe(9);
});

test('counts nothing for a socket that the system does not tell of', async () => {
  const drops = watchKernelDrops('192.0.2.1', 9);
  expect(await drops.sinceLast()).toBe(0);
  expect(await watchKernelDrops('2001:db8::1', 9).sinceLast()).toBe(0);
});

test('keeps a small buffer between messages and gives a large one back', () => {
  const heldAfter = (bytes: number): number => {
    const framer = new Framer(65_535);
    framer.push(Buffer.alloc(bytes, 0x78));
    expect(framer.next()).toBe(false);
    framer.push(Buffer.from('\n'));
    while (framer.next());
    return framer.heldBytes;
  };
  expect([1, 256, 257, 4096, 4097].map(heldAfter)).toEqual([256, 256, 257, 4096, 0]);
});

test('line ends behind a message are none of it', () => {
  const bytes = Buffer.from('\na\r\n\0');
  expect(trimmedEnd(bytes, 1, bytes.length)).toBe(2);
  expect(trimmedEnd(bytes, 2, bytes.length)).toBe(2);
  expect(trimmedEnd(Buffer.from('\n\r'), 1, 2)).toBe(1);
});
