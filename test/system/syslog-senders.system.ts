import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadLettersIn, objects, query } from '../harness/lake.ts';
import { freePort } from '../harness/ports.ts';
import { makeWorkplace, untilQuiet, type Workplace } from '../harness/sluice.ts';
import { loggen } from './harness/loggen.ts';
import { logger } from './harness/logger.ts';
import { startReceiver, type Receiver } from './harness/receiver.ts';
import { startRsyslog } from './harness/rsyslog.ts';

/** Fourteen hours ahead of UTC: most of the time its date is not the date of the event day. */
const timezone = 'Pacific/Kiritimati';
const dayMs = 86_400_000;

let place: Workplace;
let receiver: Receiver;

beforeEach(async () => {
  place = await makeWorkplace('senders');
  receiver = await startReceiver(place, { timezone });
});

afterEach(async () => {
  await receiver.sluice.kill();
  await place.remove();
});

/** Waits until nothing more arrives, then stops `sluice run` as an operator would. */
async function drain(): Promise<void> {
  await untilQuiet(receiver.sluice);
  const { code } = await receiver.sluice.stop();
  expect(code, receiver.sluice.output()).toBe(0);
  expect(await deadLettersIn(place.deadLetters)).toEqual([]);
}

interface StoredMessage {
  readonly message: string;
  readonly day: string;
  readonly copies: number;
}

/** How often each message is in the lake, by event day. */
async function storedMessages(): Promise<readonly StoredMessage[]> {
  const rows = await query(`
    SELECT message, eventDay AS day, count(*)::INT AS copies FROM ${objects(place.lake)} GROUP BY ALL ORDER BY message`);
  return rows.map((row) => ({
    message: JSON.stringify(row['message']),
    day: JSON.stringify(row['day']),
    copies: Number(row['copies']),
  }));
}

/** As `storedMessages` should find them. */
function storedOnce(message: string, time: number): StoredMessage {
  return { message: JSON.stringify(message), day: JSON.stringify(eventDay(time)), copies: 1 };
}

function byMessage(messages: readonly StoredMessage[]): readonly StoredMessage[] {
  return messages.toSorted((a, b) => (a.message < b.message ? -1 : 1));
}

function eventDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
}

/** Waits out the last seconds before UTC midnight: a message may take some to get its time. */
async function notAtMidnight(): Promise<void> {
  const left = dayMs - (Date.now() % dayMs);
  if (left < 30_000) await sleep(left);
}

const ways: readonly (readonly [string, 'rfc3164' | 'rfc5424', 'udp' | 'tcp', boolean])[] = [
  ['RFC 3164 datagrams', 'rfc3164', 'udp', false],
  ['RFC 5424 datagrams', 'rfc5424', 'udp', false],
  ['RFC 3164 lines over TCP', 'rfc3164', 'tcp', false],
  ['RFC 5424 octet-counted over TCP', 'rfc5424', 'tcp', true],
];

test.for(ways)(
  'logger, %s: every message is stored once, on its UTC day',
  async ([, protocol, transport, octetCount]) => {
    await notAtMidnight();
    const messages = Array.from({ length: 1000 }, (_, index) => `parcel ${index} left the warehouse`);
    const file = join(place.folder, 'messages.txt');
    await writeFile(file, `${messages.join('\n')}\n`);
    const to = { port: receiver.ports[transport], transport, octetCount };
    await logger({ to, protocol, file, tag: 'depot', timezone });
    await drain();
    const expected = messages.map((message) => storedOnce(message, Date.now()));
    expect(byMessage(await storedMessages())).toEqual(byMessage(expected));
  },
);

test.for(['tcp', 'tls'] as const)(
  'rsyslog, octet-counted over %s: every message is stored once, on its own day',
  async (transport) => {
    await notAtMidnight();
    const inputPort = await freePort();
    const rsyslog = await startRsyslog({
      folder: join(place.folder, 'rsyslog'),
      inputPort,
      forwardTo: {
        port: receiver.ports[transport],
        ...(transport === 'tls' ? { tls: { caFile: receiver.caFile } } : {}),
      },
    });
    try {
      const now = Date.now();
      const relayed = Array.from({ length: 3000 }, (_, index) => ({
        text: `relayed ${index}`,
        time: now - (index % 3) * dayMs,
      }));
      const lines = relayed.map(
        ({ text, time }) => `<86>1 ${new Date(time).toISOString()} depot scan 77 - - ${text}\n`,
      );
      await sendBytes(inputPort, lines.join(''));
      const local = Array.from({ length: 500 }, (_, index) => `local ${index}`);
      const file = join(place.folder, 'local.txt');
      await writeFile(file, `${local.join('\n')}\n`);
      await logger({ to: { socket: rsyslog.socket }, file, tag: 'depot', timezone: 'UTC' });
      await sleep(1500);
      await drain();
      // rsyslog keeps the space after the tag of a local message as the first character of MSG.
      const expected = [
        ...relayed.map(({ text, time }) => storedOnce(text, time)),
        ...local.map((text) => storedOnce(` ${text}`, now)),
      ];
      expect(byMessage(await storedMessages())).toEqual(byMessage(expected));
    } finally {
      await rsyslog.kill();
    }
  },
);

const floods = [
  // As many as the kernel holds in 4 MiB: nobody slows this sender down, however busy the receiver's cores are.
  { name: 'UDP', transport: 'udp', messages: 8000, messagesPerSecond: 2000, connections: 1, syslogProtocol: false },
  {
    name: 'lines on 4 TCP connections',
    transport: 'tcp',
    messages: 10_000,
    messagesPerSecond: 10_000,
    connections: 4,
    syslogProtocol: false,
  },
  {
    name: 'octet-counted RFC 5424 over TCP',
    transport: 'tcp',
    messages: 40_000,
    messagesPerSecond: 40_000,
    connections: 1,
    syslogProtocol: true,
  },
  {
    // loggen never reads what TLS 1.3 says back, so its close resets the connection: slow enough to be read by then.
    name: 'octet-counted RFC 5424 over TLS',
    transport: 'tls',
    messages: 20_000,
    messagesPerSecond: 4000,
    connections: 1,
    syslogProtocol: true,
  },
] as const;

test.for(floods)('loggen, $name: every message is stored once, on its UTC day', async (flood) => {
  await notAtMidnight();
  await loggen({ ...flood, port: receiver.ports[flood.transport], timezone });
  await drain();
  const [counts] = await query(`
    SELECT count(*)::INT AS stored, count(DISTINCT found)::INT AS different,
      count(*) FILTER (eventDay <> '${eventDay(Date.now())}')::INT AS elsewhere
    FROM (SELECT regexp_extract(message, 'seq: \\d+, thread: \\d+') AS found, eventDay FROM ${objects(place.lake)})`);
  const sent = flood.messages * flood.connections;
  expect(counts).toEqual({ stored: sent, different: sent, elsewhere: 0 });
});

async function sendBytes(port: number, text: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(text);
  await once(socket, 'close');
}
