import { expect, test } from 'vitest';
import { startListening } from '../read.fixture.ts';
import { closed, connectTo, sendDatagrams } from '../sender.fixture.ts';

const udp = { transport: 'udp', port: 0 };
const tcp = { transport: 'tcp', port: 0 };

test('closes a connection that never ends its message, and keeps what it sent', async () => {
  const listening = await startListening({ listen: [tcp], unfinished_timeout: '200ms' });
  const socket = await connectTo(listening.ports[0]);
  const timer = setInterval(() => socket.write('x'), 10);
  const start = performance.now();
  socket.write('<13>first\n<13>slow');
  await closed(socket);
  clearInterval(timer);
  expect(performance.now() - start).toBeLessThan(1500);
  const [first, second] = await listening.received(2);
  expect(first).toBe('<13>first');
  expect(second).toMatch(/^<13>slowx+$/);
  await listening.stop();
});

test('closes a connection that sends nothing', async () => {
  const listening = await startListening({ listen: [tcp], idle_timeout: '150ms' });
  const socket = await connectTo(listening.ports[0]);
  await closed(socket);
  await listening.stop();
});

test('leaves a connection open that sends whole messages now and then', async () => {
  const listening = await startListening({ listen: [tcp], idle_timeout: '400ms', unfinished_timeout: '100ms' });
  const socket = await connectTo(listening.ports[0]);
  for (let sent = 0; sent < 8; sent += 1) {
    socket.write('<13>x\n');
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  expect(socket.destroyed).toBe(false);
  expect(listening.messages).toHaveLength(8);
  socket.destroy();
  await listening.stop();
});

test('hears a thousand connections and refuses one more', { timeout: 20_000 }, async () => {
  const listening = await startListening({ listen: [tcp] });
  const sockets = await Promise.all(Array.from({ length: 1000 }, () => connectTo(listening.ports[0])));
  for (const [index, socket] of sockets.entries()) socket.write(`<13>from ${index}\n`);
  expect(new Set(await listening.received(1000)).size).toBe(1000);
  const refused = await connectTo(listening.ports[0]);
  await closed(refused);
  for (const socket of sockets) socket.destroy();
  await listening.stop();
  expect(listening.logged).toContain('refused connections: max_connections are open');
});

test('refuses a sender that has too many connections, until it closes one', async () => {
  const listening = await startListening({ listen: [tcp], max_connections_per_sender: 2 });
  const first = await connectTo(listening.ports[0]);
  const second = await connectTo(listening.ports[0]);
  await closed(await connectTo(listening.ports[0]));
  first.destroy();
  second.write('<13>second\n');
  await listening.received(1);
  const third = await connectTo(listening.ports[0]);
  third.end('<13>third\n');
  expect(await listening.received(2)).toEqual(['<13>second', '<13>third']);
  await listening.stop();
  expect(listening.logged).toContain('refused connections: max_connections_per_sender are open');
});

test('keeps all of a line of ten megabytes, and what comes behind it', async () => {
  const listening = await startListening({ listen: [tcp] });
  const socket = await connectTo(listening.ports[0]);
  const line = `<13>${'0123456789'.repeat(1_048_576)}`;
  socket.end(`${line}\n<13>next\n`);
  const messages = await listening.received(162);
  const pieces = messages.slice(0, -1).map((piece) => piece.replace(/^<46>.*?\] /, ''));
  expect(pieces.join('')).toBe(line);
  expect(messages.at(-1)).toBe('<13>next');
  expect(listening.fields('a message is longer than max_message and is kept in pieces')).toEqual([
    { transport: 'tcp', address: '127.0.0.1', port: expect.any(Number), maxMessageBytes: 65_535 },
  ]);
  await listening.stop();
});

test('warns once of a connection that sends long messages, and of no other', async () => {
  const listening = await startListening({ listen: [tcp], max_message: '480B' });
  const short = await connectTo(listening.ports[0]);
  short.end('<13>short\n');
  const long = await connectTo(listening.ports[0]);
  const line = `<13>${'x'.repeat(900)}\n`;
  long.write(line);
  await listening.received(3);
  long.end(line);
  await listening.received(5);
  expect(listening.fields('a message is longer than max_message and is kept in pieces')).toHaveLength(1);
  await listening.stop();
});

test('closes a connection that is silent after it had to wait for the lake', async () => {
  const { promise: lakeIsBack, resolve: bringBack } = Promise.withResolvers<void>();
  const config = { listen: [tcp], idle_timeout: '1s' };
  const listening = await startListening(config, { beforePull: () => lakeIsBack });
  const socket = await connectTo(listening.ports[0]);
  for (let sent = 0; sent < 400; sent += 1) socket.write(`<13>${'x'.repeat(60_000)}\n`);
  await listening.received(1);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(socket.destroyed).toBe(false);
  bringBack();
  await closed(socket);
  expect(await listening.stop()).toHaveLength(400);
}, 20_000);

test('lives through binary garbage and huge octet counts', async () => {
  const listening = await startListening({ listen: [tcp] });
  const garbage = await connectTo(listening.ports[0]);
  const bytes = Buffer.from(Uint32Array.from({ length: 50_000 }, (_, index) => Math.imul(index, 2_654_435_761)).buffer);
  garbage.end(bytes);
  const liar = await connectTo(listening.ports[0]);
  liar.end('99999999 <13>short');
  const honest = await connectTo(listening.ports[0]);
  honest.end('<13>honest\n');
  await Promise.all([garbage, liar, honest].map((socket) => closed(socket.resume())));
  const messages = await listening.stop();
  expect(messages).toContain('<13>honest');
  expect(messages).toContain('<13>short');
});

test('hears only the senders that are allowed, and counts the datagrams of others', async () => {
  const listening = await startListening({ listen: [udp, tcp], allow: ['192.0.2.0/24', '2001:db8::/32'] });
  await sendDatagrams(listening.ports[0], ['<13>one', '<13>two']);
  const socket = await connectTo(listening.ports[1]);
  await closed(socket.resume());
  await expect
    .poll(() => listening.logged, { timeout: 5000 })
    .toContain('refused connections: the sender is not in allow');
  expect(await listening.stop()).toEqual([]);
  expect(listening.logged).not.toContain('connection lost');
  expect(listening.dropped).toEqual(new Map([['sender_not_allowed', 2]]));
});

test('hears an allowed sender through an IPv6 socket under its IPv4 address', async () => {
  const listening = await startListening({ listen: [{ ...tcp, address: '::' }], allow: ['127.0.0.0/8'] });
  const socket = await connectTo(listening.ports[0]);
  socket.end('<13>one\n');
  expect(await listening.received(1)).toEqual(['<13>one']);
  expect(listening.batches[0]?.origins[0]).toMatchObject({ address: '127.0.0.1' });
  await listening.stop();
});
