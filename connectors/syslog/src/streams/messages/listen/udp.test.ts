import { createSocket, Socket } from 'node:dgram';
import { createChannel } from '@sluice/connector';
import { afterEach, expect, test, vi } from 'vitest';
import { parseConfig, startListening } from '../read.fixture.ts';
import { listenUdp } from './udp.ts';

const udp = { transport: 'udp', port: 0 };

afterEach(() => void vi.restoreAllMocks());

test('a socket that fails ends the reading, which is to be tried again', async () => {
  const bind = vi.spyOn(Socket.prototype, 'bind');
  const listening = await startListening({ listen: [udp] });
  const [socket] = bind.mock.contexts as readonly Socket[];
  socket?.emit('error', new Error('no buffers'));
  await expect(listening.stop()).rejects.toMatchObject({
    code: 'upstream_unreachable',
    message: expect.stringContaining('udp 127.0.0.1 port 0 failed: no buffers'),
  });
});

test('a socket whose address is taken is closed', async () => {
  const close = vi.spyOn(Socket.prototype, 'close');
  const other = createSocket('udp4');
  await new Promise<void>((resolve) => other.bind(0, '127.0.0.1', resolve));
  const { port } = other.address();
  await expect(startListening({ listen: [{ transport: 'udp', port }] })).rejects.toMatchObject({
    code: 'address_in_use',
  });
  expect(close.mock.contexts).toHaveLength(1);
  expect(close.mock.contexts[0]).not.toBe(other);
  other.close();
});

test('what comes while it drains is heard, then the socket is closed, once', async () => {
  const listening = await startListening({ listen: [udp] });
  const sender = createSocket('udp4');
  await new Promise<void>((resolve) => sender.connect(listening.ports[0] ?? 0, '127.0.0.1', resolve));
  const close = vi.spyOn(Socket.prototype, 'close');
  const drained = listening.stop();
  const texts = Array.from({ length: 30 }, (_, index) => `<13>${index}`);
  for (const text of texts) {
    sender.send(text);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  expect(await drained).toEqual(texts);
  expect(close).toHaveBeenCalledTimes(1);
  sender.close();
});

test('a listener that has drained is closed, and leaves no timer', async () => {
  const close = vi.spyOn(Socket.prototype, 'close');
  const started = vi.spyOn(globalThis, 'setInterval');
  const cleared = vi.spyOn(globalThis, 'clearInterval');
  const config = parseConfig({ listen: [udp] });
  const [listen] = config.listen;
  if (listen?.transport !== 'udp') throw new Error('This is no UDP.');
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const channel = createChannel({ now: Date.now });
  const listener = await listenUdp(listen, {
    channel,
    config,
    log,
    now: Date.now,
    reportDropped: () => {},
    allows: () => true,
  });
  await listener.drain();
  expect(close).toHaveBeenCalledTimes(1);
  listener.close();
  expect(close).toHaveBeenCalledTimes(1);
  expect(cleared).toHaveBeenCalledWith(started.mock.results[0]?.value);
});

test('a buffer of just the size that was asked for is no reason to warn', async () => {
  vi.spyOn(Socket.prototype, 'getRecvBufferSize').mockReturnValue(65_536);
  const listening = await startListening({ listen: [{ ...udp, receive_buffer: '64KiB' }] });
  expect(listening.logged).toEqual(['listening']);
  await listening.stop();
});
