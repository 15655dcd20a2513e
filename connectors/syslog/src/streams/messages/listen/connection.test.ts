import { Socket } from 'node:net';
import type { Channel } from '@sluice/connector';
import { expect, test } from 'vitest';
import { parseConfig } from '../read.fixture.ts';
import { Connection } from './connection.ts';

const origin = { transport: 'tcp', address: '192.0.2.7' };

/** A connection without a network: what its sender writes, the time and the channel are the test's. */
function connected() {
  const state = { now: 1000, isFull: false, isClosed: false };
  const messages: string[] = [];
  const logged: (readonly [message: string, fields?: object])[] = [];
  const dropped: (readonly [reason: string, records: number])[] = [];
  let makeReady = (): void => {};
  const channel: Channel = {
    offer(bytes, start, end) {
      if (state.isFull || state.isClosed) return false;
      messages.push(Buffer.from(bytes.subarray(start, end)).toString());
      return true;
    },
    ready: () => new Promise((resolve) => (makeReady = resolve)),
    pendingBytes: 0,
    get isClosed() {
      return state.isClosed;
    },
    close: () => {},
    async *batches() {},
  };
  const log = (message: string, fields?: object): void =>
    void logged.push(fields === undefined ? [message] : [message, fields]);
  const socket = new Socket();
  const connection = new Connection(socket, origin, {
    channel,
    config: parseConfig({
      listen: [{ transport: 'tcp', port: 0 }],
      idle_timeout: '200ms',
      unfinished_timeout: '100ms',
      max_message: '480B',
    }),
    log: { debug: log, info: log, warn: log, error: log },
    now: () => state.now,
    reportDropped: (reason, records) => void dropped.push([reason, records]),
    allows: () => true,
  });
  const received = connection.receive();
  const write = async (text: string): Promise<void> => {
    const before = connection.chunks;
    socket.push(Buffer.from(text));
    await until(() => connection.chunks !== before);
    expect(connection.chunks).toBe(before + 1);
  };
  const isClosedAt = (now: number): boolean => {
    connection.closeIfStale(now);
    return socket.destroyed;
  };
  return {
    connection,
    socket,
    state,
    messages,
    logged,
    dropped,
    received,
    write,
    isClosedAt,
    ready: () => makeReady(),
  };
}

/** Waits for what the connection does by itself, some seconds at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 1) {
    if (waited > 3000) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

test('a connection is idle from its last bytes on', async () => {
  const { write, isClosedAt, state, logged, received, messages } = connected();
  expect(isClosedAt(1199)).toBe(false);
  state.now = 1050;
  await write('a\n');
  expect([isClosedAt(1249), isClosedAt(1250)]).toEqual([false, true]);
  expect(logged).toEqual([['closed a stale connection', { ...origin, reason: 'idle', unfinishedBytes: 0 }]]);
  await received;
  expect(messages).toEqual(['a']);
});

test('a message is unfinished from its first byte on', async () => {
  const { write, isClosedAt, state, logged, received, messages } = connected();
  await write('x');
  state.now = 1040;
  await write('y');
  expect([isClosedAt(1099), isClosedAt(1100)]).toEqual([false, true]);
  expect(logged).toEqual([
    ['closed a stale connection', { ...origin, reason: 'unfinished message', unfinishedBytes: 2 }],
  ]);
  await received;
  expect(messages).toEqual(['xy']);
});

test('a single byte is an unfinished message', async () => {
  const { write, isClosedAt } = connected();
  await write('x');
  expect([isClosedAt(1099), isClosedAt(1100)]).toEqual([false, true]);
});

test('a message that ends is unfinished no more, and the next one begins anew', async () => {
  const { write, isClosedAt, state } = connected();
  await write('x');
  state.now = 1040;
  await write('\n');
  expect(isClosedAt(1120)).toBe(false);
  await write('x');
  state.now = 1080;
  await write('\ny');
  expect([isClosedAt(1179), isClosedAt(1180)]).toEqual([false, true]);
});

test('a sender that waits for the channel is not stale, and is heard again from then on', async () => {
  const { connection, write, isClosedAt, state, messages, ready } = connected();
  state.isFull = true;
  await write('a\nb\n');
  await until(() => connection.isWaiting);
  expect([isClosedAt(9000), messages.length]).toEqual([false, 0]);
  Object.assign(state, { isFull: false, now: 5000 });
  expect(messages).toEqual([]);
  ready();
  await until(() => messages.length === 2);
  expect(messages).toEqual(['a', 'b']);
  expect([connection.isWaiting, isClosedAt(5199), isClosedAt(5200)]).toEqual([false, false, true]);
});

test('what comes after the channel was closed is counted as dropped', async () => {
  const { connection, write, state, dropped, ready, socket, received } = connected();
  state.isFull = true;
  await write('a\n');
  await until(() => connection.isWaiting);
  state.isClosed = true;
  ready();
  await until(() => !connection.isWaiting);
  expect(dropped).toEqual([['stream_closed', 1]]);
  socket.push(null);
  await received;
});

test('a connection that is lost is told, and what it sent stays', async () => {
  const { write, socket, received, logged, messages } = connected();
  await write('a\nb');
  socket.destroy(new Error('reset'));
  await received;
  expect(logged).toEqual([['connection lost', { ...origin, error: 'Error: reset' }]]);
  expect(messages).toEqual(['a', 'b']);
});

test('what was read of a connection stays though it was reset before it could be handed on', async () => {
  const { socket, state, received, messages, dropped, write, ready } = connected();
  state.isFull = true;
  await write('<13>one\n');
  socket.push(Buffer.from('<13>two\n<13>th'));
  socket.push(Buffer.from('ree\n'));
  socket.destroy(new Error('read ECONNRESET'));
  state.isFull = false;
  ready();
  await received;
  expect({ messages, dropped }).toEqual({ messages: ['<13>one', '<13>two', '<13>three'], dropped: [] });
});

test('a connection is warned of once for its long messages', async () => {
  const { write, logged } = connected();
  await write('short\n');
  expect(logged).toEqual([]);
  await write(`${'x'.repeat(900)}\n`);
  await write(`${'x'.repeat(900)}\n`);
  await write('short\n');
  const text = 'a message is longer than max_message and is kept in pieces';
  expect(logged).toEqual([[text, { ...origin, maxMessageBytes: 480 }]]);
});
