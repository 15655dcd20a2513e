import { spawnSync } from 'node:child_process';
import { mkdtempSync, existsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startListening } from './read.fixture.ts';
import { connectTo, sendDatagrams } from './sender.fixture.ts';

const udp = { transport: 'udp', port: 0 };
const tcp = { transport: 'tcp', port: 0 };

test('gives each datagram as one message with its sender', async () => {
  const listening = await startListening({ listen: [udp] });
  await sendDatagrams(listening.ports[0], ['<13>one\n', '<13>two\nlines', '\n', '<13>three\0']);
  expect(await listening.received(3)).toEqual(['<13>one', '<13>two\nlines', '<13>three']);
  expect(listening.batches[0]?.origins).toEqual([{ transport: 'udp', address: '127.0.0.1' }]);
  await listening.stop();
});

test('reads line-ended and octet-counted messages of one connection in their order', async () => {
  const listening = await startListening({ listen: [tcp] });
  const socket = await connectTo(listening.ports[0]);
  socket.write('<13>one\n8 <13>two\n<13>three\r\n14 <13>four\nlines<13>five\0<13>six');
  socket.end();
  const expected = ['<13>one', '<13>two', '<13>three', '<13>four\nlines', '<13>five', '<13>six'];
  expect(await listening.received(6)).toEqual(expected);
  expect(listening.batches[0]?.origins[0]).toMatchObject({ transport: 'tcp', address: '127.0.0.1' });
  await listening.stop();
});

test('keeps what was received before the abort, the unfinished message of an open connection too', async () => {
  const listening = await startListening({ listen: [udp, tcp] });
  const socket = await connectTo(listening.ports[1]);
  socket.write('<13>whole\n<13>unfinis');
  await sendDatagrams(listening.ports[0], ['<13>datagram']);
  await listening.received(2);
  const messages = await listening.stop();
  expect([...messages].toSorted()).toEqual(['<13>datagram', '<13>unfinis', '<13>whole']);
  socket.destroy();
});

test('names address, port and remedy where the port is taken', async () => {
  const listening = await startListening({ listen: [tcp] });
  const taken = { transport: 'tcp', port: listening.ports[0] };
  await expect(startListening({ listen: [taken] })).rejects.toMatchObject({
    code: 'address_in_use',
    message: expect.stringMatching(/tcp 127\.0\.0\.1 port \d+.*choose another port/s),
  });
  await listening.stop();
});

test('reads a Unix socket, and removes it at the end', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'syslog-')), 'log.sock');
  const listening = await startListening({ listen: [{ transport: 'unix', path }] });
  connect(path).end('<13>one\n<13>two');
  expect(await listening.received(2)).toEqual(['<13>one', '<13>two']);
  expect(listening.batches[0]?.origins).toEqual([{ transport: 'unix', path }]);
  await listening.stop();
  expect(existsSync(path)).toBe(false);
});

test('listens again on a Unix socket that a crashed process left behind, but not on one in use', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'syslog-')), 'log.sock');
  const crash = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', crash]);
  expect(existsSync(path)).toBe(true);
  const listening = await startListening({ listen: [{ transport: 'unix', path }] });
  await expect(startListening({ listen: [{ transport: 'unix', path }] })).rejects.toMatchObject({
    code: 'address_in_use',
  });
  connect(path).end('<13>one\n');
  expect(await listening.received(1)).toEqual(['<13>one']);
  await listening.stop();
});

test('takes the datagrams that the kernel holds when it is aborted', async () => {
  const listening = await startListening({ listen: [udp] });
  await sendDatagrams(
    listening.ports[0],
    Array.from({ length: 500 }, (_, index) => `<13>${index}`),
  );
  expect(await listening.stop()).toHaveLength(500);
});

test('ends within a second of the abort though a sender goes on', async () => {
  const listening = await startListening({ listen: [tcp] });
  const socket = await connectTo(listening.ports[0]);
  const timer = setInterval(() => socket.write('<13>more\n'), 1);
  await listening.received(10);
  const start = performance.now();
  await listening.stop();
  clearInterval(timer);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('slows senders of a stream down to the pace of the lake, and loses none of their messages', async () => {
  const listening = await startListening({ listen: [tcp] }, { beforePull: () => wait(10) });
  const socket = await connectTo(listening.ports[0]);
  const text = 'x'.repeat(1000);
  for (let sent = 0; sent < 30_000; sent += 1) socket.write(`<13>${text}\n`);
  await listening.received(100);
  expect(socket.writableLength).toBeGreaterThan(1_000_000);
  socket.end();
  await listening.received(30_000);
  expect(listening.messages).toHaveLength(30_000);
  expect(listening.dropped.size).toBe(0);
  await listening.stop();
});

test('counts the datagrams that do not fit', async () => {
  const { promise: lakeIsBack, resolve: bringBack } = Promise.withResolvers<void>();
  const listening = await startListening({ listen: [udp] }, { beforePull: () => lakeIsBack });
  const datagrams = Array.from({ length: 1200 }, () => `<13>${'x'.repeat(9000)}`);
  await sendDatagrams(listening.ports[0], datagrams, 20);
  bringBack();
  const messages = await listening.stop();
  const dropped = listening.dropped.get('channel_full') ?? 0;
  expect(dropped).toBeGreaterThan(0);
  expect(messages.length + dropped).toBe(1200);
});
