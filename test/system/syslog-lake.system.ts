import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Daemon } from '../harness/daemon.ts';
import { deadLettersIn, objects, query } from '../harness/lake.ts';
import { freePort } from '../harness/ports.ts';
import { receivedEvents, untilQuiet } from '../harness/sluice.ts';
import { makeBucket, type Bucket } from './harness/bucket.ts';
import { logger } from './harness/logger.ts';
import { useS3Site } from './harness/s3-site.ts';
import { startReceiver, type Receiver } from './harness/receiver.ts';
import { startRsyslog } from './harness/rsyslog.ts';

const s3 = useS3Site('syslog-lake');

/** Failed logons of sshd, each by another name. */
function logons(sender: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `Failed password for ${sender}${n} from 192.0.2.7 port 50022 ssh2`);
}

function usersOf(sender: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${sender}${n}`);
}

/** Sends failed logons as util-linux does, over UDP, TCP and a Unix socket. */
async function sendByLogger(receiver: Receiver, prefix: string): Promise<readonly string[]> {
  const ways = [
    { sender: `${prefix}-udp-`, to: { port: receiver.ports.udp, transport: 'udp' } },
    { sender: `${prefix}-tcp-`, to: { port: receiver.ports.tcp, transport: 'tcp', octetCount: true } },
    { sender: `${prefix}-unix-`, to: { socket: receiver.socket } },
  ] as const;
  for (const { sender, to } of ways) {
    const file = join(s3.place.folder, `${sender}.txt`);
    await writeFile(file, `${logons(sender, 300).join('\n')}\n`);
    await logger({ to, file, tag: 'sshd', timezone: 'UTC', protocol: 'rfc5424' });
  }
  return ways.flatMap(({ sender }) => usersOf(sender, 300));
}

async function sendByRsyslog(inputPort: number, sender: string, count: number): Promise<readonly string[]> {
  const time = new Date().toISOString();
  const lines = logons(sender, count).map((text) => `<86>1 ${time} web1 sshd 77 - - ${text}\n`);
  const socket = connect(inputPort, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(lines.join(''));
  await once(socket, 'close');
  return usersOf(sender, count);
}

async function keysIn(bucket: Bucket): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of bucket.store.list('')) keys.push(key);
  return keys;
}

/** Waits until a process has received so many messages, and then for more that should not come. */
async function received(sluice: Daemon, count: number): Promise<void> {
  await expect.poll(() => receivedEvents(sluice), { timeout: 60_000 }).toBeGreaterThanOrEqual(count);
  await untilQuiet(sluice);
}

test('what real senders handed over is in the lake of a real S3 server once, though the receiver was killed', async () => {
  const bucket = await makeBucket(s3.server, 'senders');
  const receiver = await startReceiver(s3.place, {
    timezone: 'UTC',
    pipeline: { spool: {} },
    other: bucket.configuration,
    env: bucket.environment,
  });
  const inputPort = await freePort();
  const rsyslog = await startRsyslog({
    folder: join(s3.place.folder, 'rsyslog'),
    inputPort,
    forwardTo: { port: receiver.ports.tls, tls: { caFile: receiver.caFile } },
  });
  let sluice = receiver.sluice;
  try {
    const sent = [...(await sendByLogger(receiver, 'before')), ...(await sendByRsyslog(inputPort, 'before-tls-', 500))];
    await received(sluice, sent.length);
    await sluice.kill();
    // Nothing was flushed yet: all of it is in the spool alone.
    expect(await keysIn(bucket)).toEqual([]);
    // rsyslog writes one message into the connection that is gone before it notices: no receiver can have that one.
    await sendByRsyslog(inputPort, 'knock-', 1);
    await sleep(500);
    sent.push(...(await sendByRsyslog(inputPort, 'meanwhile-tls-', 500)));
    sluice = await receiver.startAgain();
    sent.push(...(await sendByLogger(receiver, 'after')));
    await received(sluice, 500 + 900);
    const { code } = await sluice.stop();
    expect(code, sluice.output()).toBe(0);
    expect(await deadLettersIn(s3.place.folder)).toEqual([]);
    await bucket.download(join(s3.place.folder, 'copy'));
    const rows = await query(`
      SELECT "user".name AS name, count(*)::INT AS copies, min(class_uid)::INT AS class, min(status) AS status,
        min(src_endpoint.ip) AS source
      FROM ${objects(join(s3.place.folder, 'copy'))} WHERE "user".name NOT LIKE 'knock-%' GROUP BY ALL ORDER BY name`);
    expect(rows).toEqual(
      sent.toSorted().map((name) => ({ name, copies: 1, class: 3002, status: 'Failure', source: '192.0.2.7' })),
    );
  } finally {
    await rsyslog.kill();
    await sluice.kill();
    await bucket.store.close();
  }
}, 240_000);
