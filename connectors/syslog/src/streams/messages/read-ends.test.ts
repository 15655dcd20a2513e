import { getEventListeners, once } from 'node:events';
import type { Socket } from 'node:net';
import type { ReadContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import type { MessagesConfig } from './config.ts';
import { parseConfig } from './read.fixture.ts';
import { readMessages } from './read.ts';
import { closed, connectTo } from './sender.fixture.ts';

/** A reading of one TCP socket whose batches are pulled one by one. */
function reading(more: Partial<ReadContext<MessagesConfig>> = {}) {
  const abort = new AbortController();
  const { promise: port, resolve } = Promise.withResolvers<number>();
  const dropped: unknown[] = [];
  const backlogs: number[] = [];
  const log = (_message: string, fields: Readonly<Record<string, unknown>> = {}): void =>
    resolve(Number(fields['port']));
  const context: ReadContext<MessagesConfig> = {
    config: parseConfig({ listen: [{ transport: 'tcp', port: 0 }], allow: ['127.0.0.1'] }),
    signal: abort.signal,
    log: { debug: () => {}, info: log, warn: () => {}, error: () => {} },
    now: Date.now,
    reportBacklog: (bytes) => void backlogs.push(bytes),
    reportDropped: (...drops) => void dropped.push(drops),
    ...more,
  };
  const batches = readMessages(context)[Symbol.asyncIterator]();
  return { abort, batches, port, dropped, backlogs };
}

test('a reading that is left closes its sockets, and counts what a sender waited with', async () => {
  const { abort, batches, port, dropped, backlogs } = reading();
  const first = batches.next();
  const socket = await connectTo(await port);
  void flood(socket);
  await first;
  await untilStuck(socket);
  await batches.return?.();
  await closed(socket);
  await expect.poll(() => dropped, { timeout: 10_000 }).toContainEqual(['stream_closed', 1]);
  expect(getEventListeners(abort.signal, 'abort')).toEqual([]);
  expect(backlogs).toHaveLength(1);
  await expect(connectTo(await port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a drain gives out what was read, however long it is until that is pulled', async () => {
  const { abort, batches, port, dropped } = reading();
  const first = batches.next();
  const socket = await connectTo(await port);
  void flood(socket);
  await first;
  await untilStuck(socket);
  abort.abort();
  await closed(socket);
  for (let next = await batches.next(); next.done !== true;) next = await batches.next();
  expect(dropped).toEqual([]);
});

/** More than the channel takes, eight megabytes, and the system for both ends. */
async function flood(socket: Socket): Promise<void> {
  for (let message = 0; message < 10_000 && !socket.destroyed; message += 1)
    if (!socket.write(`<13>${'x'.repeat(10_000)}\n`)) await once(socket, 'drain').catch(() => undefined);
}

/** Until the receiver takes nothing more. */
async function untilStuck(socket: Socket): Promise<void> {
  for (let looks = 0, before = -1; looks < 30; looks += 1) {
    if (socket.bytesWritten !== before) looks = 0;
    before = socket.bytesWritten;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const failure = new Error('the log cannot be written');

/** A log that takes what is told of a listener, and fails at anything that is to be warned of. */
function failingLog() {
  const { promise: port, resolve } = Promise.withResolvers<number>();
  const info = (_message: string, fields: Readonly<Record<string, unknown>> = {}): void =>
    resolve(Number(fields['port']));
  const warn = (): void => {
    throw failure;
  };
  return { port, log: { debug: () => {}, info, warn, error: warn } };
}

test('a drain that fails fails the reading', async () => {
  const { port, log } = failingLog();
  const config = parseConfig({ listen: [{ transport: 'tcp', port: 0 }], allow: ['192.0.2.1'] });
  const { abort, batches } = reading({ config, log });
  const first = batches.next();
  const refused = await connectTo(await port);
  await closed(refused);
  abort.abort();
  await expect(first).rejects.toBe(failure);
});

test('a connection that fails fails the reading', async () => {
  const { port, log } = failingLog();
  const config = parseConfig({ listen: [{ transport: 'tcp', port: 0 }], max_message: '480B' });
  const { batches } = reading({ config, log });
  const first = batches.next();
  const socket = await connectTo(await port);
  socket.end(`<13>${'x'.repeat(2000)}\n`);
  await first;
  await expect(batches.next()).rejects.toBe(failure);
});
