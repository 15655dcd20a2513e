import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { startListening } from './read.fixture.ts';

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

async function connectTo(port: number | undefined): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: port ?? 0 });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

async function sendDatagrams(port: number | undefined, texts: readonly string[]): Promise<void> {
  const socket = createSocket('udp4');
  for (const text of texts) {
    await new Promise((resolve) => socket.send(text, port ?? 0, '127.0.0.1', resolve));
  }
  socket.close();
}
