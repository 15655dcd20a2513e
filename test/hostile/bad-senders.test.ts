import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canConnect } from '../harness/connect.ts';
import type { Daemon } from '../harness/daemon.ts';
import { deadLettersIn, objects, query } from '../harness/lake.ts';
import { peakResidentMiB } from '../harness/memory.ts';
import { freePort } from '../harness/ports.ts';
import { makeWorkplace, startSluice, untilQuiet, type Workplace } from '../harness/sluice.ts';
import { openSocket, sendBytes, sendDatagrams } from '../harness/sockets.ts';

const goodMessages = 2000;

let place: Workplace;
let ports: { readonly udp: number; readonly tcp: number };
let sluice: Daemon;

beforeEach(async () => {
  place = await makeWorkplace('bad-senders');
  ports = { udp: await freePort(), tcp: await freePort() };
  const config = await place.configure({
    office: {
      connector: 'syslog',
      account: '111122223333',
      config: {
        listen: [
          { transport: 'udp', port: ports.udp },
          { transport: 'tcp', port: ports.tcp },
        ],
      },
    },
  });
  sluice = await startSluice(config, () => canConnect(ports.tcp));
});

afterEach(async () => {
  await sluice.kill();
  await place.remove();
});

/** A sender as it should be, beside the bad ones. */
function goodSender(): Promise<void> {
  const now = new Date().toISOString();
  const lines = Array.from({ length: goodMessages }, (_, index) => `<30>1 ${now} depot scan 1 - - good ${index}\n`);
  return sendBytes(ports.tcp, lines.join(''));
}

/** Stops as an operator would, and checks that the good sender's messages are all there and memory was bounded. */
async function expectUnharmed(): Promise<void> {
  await untilQuiet(sluice);
  const peak = await peakResidentMiB(sluice.pid);
  const { code } = await sluice.stop();
  expect(code, sluice.output()).toBe(0);
  expect(peak ?? 0).toBeLessThan(400);
  const good = await query(`
    SELECT count(*)::INT AS messages, count(DISTINCT message)::INT AS different
    FROM ${objects(place.lake)} WHERE message LIKE 'good %'`);
  expect(good).toEqual([{ messages: goodMessages, different: goodMessages }]);
  expect(await deadLettersIn(place.deadLetters)).toEqual([]);
}

test('binary, 10 MB without a line end and invalid UTF-8 are kept in bounded pieces; other senders are unharmed', async () => {
  const binary = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31 + (index >> 8)) % 256);
  await Promise.all([
    goodSender(),
    sendBytes(ports.tcp, binary),
    sendBytes(ports.tcp, 'x'.repeat(10_000_000)),
    sendBytes(ports.tcp, `99999999 <34>1 - - - - - - ${'y'.repeat(100_000)}`),
    sendBytes(ports.tcp, Buffer.from('<34>1 2026-11-20T10:00:00Z depot app 1 - - caf\xe9 \xff\xfe\n', 'latin1')),
    sendDatagrams(ports.udp, [binary.subarray(0, 60_000), '', '<', '<999>x', Buffer.from([0, 1, 2, 255])]),
  ]);
  await expectUnharmed();
  const [latin] = await query(`SELECT message FROM ${objects(place.lake)} WHERE message LIKE 'caf%'`);
  expect(latin).toEqual({ message: 'café ÿþ' });
  // What had no line end came in pieces, and nothing of it is lost.
  const [pieces] = await query(`
    SELECT sum(length(regexp_replace(coalesce(raw_data, message), '[^x]', '', 'g')))::INT AS characters
    FROM ${objects(place.lake)} WHERE message LIKE '%xxxxxxxx%' OR raw_data LIKE '%xxxxxxxx%'`);
  expect(Number(pieces?.['characters'])).toBeGreaterThanOrEqual(10_000_000);
});

test('impossible dates and times of another year are kept on a day that can be believed', async () => {
  const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
  const aYearAgo = new Date(Date.now() - 365 * 86_400_000).toISOString();
  await Promise.all([
    goodSender(),
    sendBytes(
      ports.tcp,
      [
        '<34>1 2026-02-30T25:61:61Z depot app 1 - - impossible 5424',
        '<34>Feb 31 25:61:61 depot app: impossible 3164',
        `<34>1 ${inAYear} depot app 1 - - in a year`,
        `<34>1 ${aYearAgo} depot app 1 - - a year ago`,
        '<34>1 9999999-99-99T depot app 1 - - nonsense',
        '',
      ].join('\n'),
    ),
  ]);
  await expectUnharmed();
  const rows = await query(`
    SELECT CASE WHEN message LIKE '%a year ago' THEN 'a year ago' ELSE 'received' END AS kind, eventDay, count(*)::INT AS messages
    FROM ${objects(place.lake)} WHERE message NOT LIKE 'good %' GROUP BY ALL ORDER BY ALL`);
  const day = (time: string): string => time.slice(0, 10).replaceAll('-', '');
  expect(rows).toEqual([
    { kind: 'a year ago', eventDay: day(aYearAgo), messages: 1 },
    { kind: 'received', eventDay: day(new Date().toISOString()), messages: 4 },
  ]);
});

test('1,000 connections, most of them silent or a byte at a time, do not keep another sender from being heard', async () => {
  const sockets: Socket[] = [];
  try {
    for (let index = 0; index < 1000; index++) {
      const socket = await openSocket(ports.tcp);
      sockets.push(socket);
      if (index % 2 === 0) socket.write('<34>1 2026-11-20T10:00:00Z depot app 1 - - unfin');
    }
    const slow = sockets.slice(0, 20);
    const drip = (async (): Promise<void> => {
      for (const byte of 'ished, byte by byte') {
        for (const socket of slow) socket.write(byte);
        await sleep(50);
      }
    })();
    await drip;
    for (const socket of sockets.splice(500)) socket.destroy();
    await sleep(300);
    await goodSender();
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  await expectUnharmed();
  const [slow] = await query(`
    SELECT count(*)::INT AS messages FROM ${objects(place.lake)} WHERE message = 'unfinished, byte by byte'`);
  expect(slow).toEqual({ messages: 10 });
});
