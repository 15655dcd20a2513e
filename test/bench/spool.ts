/**
 * Syslog over TCP from loggen at its full rate, without a spool and with one: `npm run bench -- spool [--seconds 60]`.
 * Needs loggen, which `npm run test:system` fetches, and 15 GB of disk for a minute. The spool is larger than what loggen
 * can send in the time, so that it never pushes back; what is in it when loggen ends is drained, which takes minutes.
 * Exit status 1 when a message is lost or doubled, or when the run with the spool takes or stores less than half of what
 * the one without does.
 */
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Daemon } from '../harness/daemon.ts';
import { canConnect } from '../harness/connect.ts';
import { objects, query } from '../harness/lake.ts';
import { peakResidentMiB } from '../harness/memory.ts';
import { freePort } from '../harness/ports.ts';
import { makeWorkplace, receivedEvents, startSluice } from '../harness/sluice.ts';
import { loggenAtFullRate, loggenPath } from '../system/harness/loggen.ts';

const leastShare = 0.5;
/** More than loggen sends: some 75 MB a second. */
const spoolMebibytesPerSecond = 150;
/** Less than is stored: tens of thousands. */
const leastStoredPerSecond = 4000;

interface Figures {
  readonly messages: number;
  /** Taken from the sender, a second. */
  readonly takenPerSecond: number;
  /** From the first message to the last object in the lake. */
  readonly storedPerSecond: number;
  /** Most resident memory. */
  readonly peakMiB: number;
  readonly complete: boolean;
}

async function measure(spool: boolean, seconds: number): Promise<Figures> {
  const place = await makeWorkplace('bench-spool');
  try {
    const port = await freePort();
    const config = await place.configure(
      {
        servers: {
          connector: 'syslog',
          account: '111122223333',
          config: { listen: [{ transport: 'tcp', port }] },
          ...(spool ? { spool: { max_size: `${1024 + seconds * spoolMebibytesPerSecond}MiB` } } : {}),
        },
      },
      { flush: {}, drain_limit: '1h' },
    );
    const sluice = await startSluice(config, () => canConnect(port));
    const began = performance.now();
    let peakMiB = 0;
    const watching = setInterval(
      () => void peakResidentMiB(sluice.pid).then((peak) => (peakMiB = Math.max(peakMiB, peak ?? 0))),
      500,
    );
    const sent = await loggenAtFullRate(port, seconds);
    await untilTaken(sluice, sent.messages);
    const { code } = await sluice.stop(60_000 + (sent.messages / leastStoredPerSecond) * 1000);
    clearInterval(watching);
    const storedSeconds = (performance.now() - began) / 1000;
    const [rows] = await query(`
      SELECT count(*)::DOUBLE AS rows, count(DISTINCT regexp_extract(message, 'seq: (\\d+)', 1))::DOUBLE AS different
      FROM ${objects(place.lake)}`);
    const complete = code === 0 && rows?.['rows'] === sent.messages && rows['different'] === sent.messages;
    if (!complete) {
      process.stdout.write(
        `sent ${sent.messages}, received ${receivedEvents(sluice)}, in the lake ${JSON.stringify(rows)}, exit code ${code}\n`,
      );
    }
    return {
      messages: sent.messages,
      takenPerSecond: sent.messages / sent.seconds,
      storedPerSecond: sent.messages / storedSeconds,
      peakMiB,
      complete,
    };
  } finally {
    await place.remove();
  }
}

/** What was sent may still lie in the buffers of the kernel, and nobody reads those after a stop. */
async function untilTaken(sluice: Daemon, messages: number): Promise<void> {
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt; await sleep(100)) {
    const said = [...sluice.output().matchAll(/"(?:received|spooled)_events":(\d+)/g)].slice(-2);
    if (said.some(([, count]) => Number(count) >= messages)) return;
  }
}

function report(name: string, { messages, takenPerSecond, storedPerSecond, peakMiB, complete }: Figures): void {
  const figure = (value: number): string => Math.round(value).toLocaleString('en-US').padStart(10);
  process.stdout.write(
    `${name.padEnd(16)}${figure(messages)} messages ${figure(takenPerSecond)}/s taken ${figure(storedPerSecond)}/s to the lake ` +
      `${figure(peakMiB)} MiB resident  ${complete ? 'all there, once' : 'NOT all there once'}\n`,
  );
}

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
if (!existsSync(loggenPath)) {
  process.stdout.write('loggen is not here; `npm run test:system` fetches it. Nothing was measured.\n');
} else {
  const without = await measure(false, Number(values.seconds));
  report('without a spool', without);
  const spooled = await measure(true, Number(values.seconds));
  report('with a spool', spooled);
  const taken = spooled.takenPerSecond / without.takenPerSecond;
  const stored = spooled.storedPerSecond / without.storedPerSecond;
  process.stdout.write(
    `with ÷ without: ${taken.toFixed(2)} taken, ${stored.toFixed(2)} to the lake; at least ${leastShare} is wanted of both\n`,
  );
  if (!without.complete || !spooled.complete || Math.min(taken, stored) < leastShare) process.exitCode = 1;
}
