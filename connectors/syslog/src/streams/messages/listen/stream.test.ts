import { Server } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { startListening } from '../read.fixture.ts';
import { closed, connectTo } from '../sender.fixture.ts';

const tcp = { transport: 'tcp', port: 0 };

afterEach(() => void vi.restoreAllMocks());

test('a socket that fails ends the reading, which is to be tried again', async () => {
  const listen = vi.spyOn(Server.prototype, 'listen');
  const listening = await startListening({ listen: [tcp] });
  const [server] = listen.mock.contexts as readonly Server[];
  server?.emit('error', new Error('too many open files'));
  await expect(listening.stop()).rejects.toMatchObject({
    code: 'upstream_unreachable',
    message: expect.stringContaining('tcp 127.0.0.1 port 0 failed: too many open files'),
  });
});

test('what comes while it drains is heard, from whoever is connected by then and from nobody else', async () => {
  const listening = await startListening({ listen: [tcp] });
  const socket = await connectTo(listening.ports[0]);
  socket.write('<13>0\n');
  await listening.received(1);
  const drained = listening.stop();
  const late = await connectTo(listening.ports[0]).then(
    () => 'connected',
    () => 'refused',
  );
  for (let message = 1; message < 15; message += 1) {
    socket.write(`<13>${message}\n`);
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  const end = closed(socket);
  expect(await drained).toEqual(Array.from({ length: 15 }, (_, index) => `<13>${index}`));
  await end;
  expect(late).toBe('refused');
});

test('what comes while the process is busy is heard before the socket is closed', async () => {
  const listening = await startListening({ listen: [tcp] });
  const socket = await connectTo(listening.ports[0]);
  socket.write('<13>early\n');
  await listening.received(1);
  const drained = listening.stop();
  await new Promise((resolve) => setTimeout(resolve, 30));
  // Timers that are due by the end of this run before anything is read.
  await new Promise((resolve) => setImmediate(resolve));
  socket.write('<13>late\n');
  for (const until = performance.now() + 60; performance.now() < until;);
  expect(await drained).toEqual(['<13>early', '<13>late']);
});

test('says who sent a message, and from which port', async () => {
  const listening = await startListening({ listen: [tcp] });
  const socket = await connectTo(listening.ports[0]);
  const port = socket.localPort;
  socket.end('<13>one\n');
  await listening.received(1);
  expect(listening.batches[0]?.origins).toEqual([{ transport: 'tcp', address: '127.0.0.1', port }]);
  expect(await listening.stop()).toEqual(['<13>one']);
});

test.each([
  [{}, 1000],
  [{ idle_timeout: '700ms' }, 700],
  [{ unfinished_timeout: '300ms' }, 300],
])('with %o it looks after its connections, and tells of refused ones, every %i ms', async (times, every) => {
  const interval = vi.spyOn(globalThis, 'setInterval');
  const listening = await startListening({ listen: [tcp], ...times });
  expect(interval.mock.calls.map(([, ms]) => ms)).toEqual([every]);
  await listening.stop();
});
