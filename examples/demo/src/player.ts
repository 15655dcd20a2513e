import { setTimeout as sleep } from 'node:timers/promises';
import { playDay, type DayOptions } from './generator/day.ts';
import { outlets, type Message, type Outlet } from './generator/message.ts';
import { logFile } from './senders/file.ts';
import type { Sender } from './senders/sender.ts';
import { tcpSender, tlsSender } from './senders/stream.ts';
import { udpSender } from './senders/udp.ts';
import type { Workplace } from './workplace.ts';

export interface PlayOptions extends DayOptions {
  readonly seconds: number;
  readonly signal: AbortSignal;
  /** Told the time on the company's clocks, and how many messages were sent by then. */
  readonly onMinute: (at: number, sent: number) => void;
}

const dayMs = 86_400_000;

/** Sends a day of messages through the sockets and into the files. Resolves with how many when all have left. */
export async function play(place: Workplace, options: PlayOptions): Promise<Readonly<Record<Outlet, number>>> {
  const shopLog = await logFile(place.shopLog);
  // The listeners open when the pipeline reads. A datagram that came before would be lost, so UDP comes last.
  const tcp = await withPatience(() => tcpSender(place.ports.tcp));
  const tls = await withPatience(() => tlsSender(place.ports.tls, place.certificate));
  const webLog = await logFile(place.webLog);
  const senders: Readonly<Record<Outlet, Sender>> = {
    udp: udpSender(place.ports.udp),
    tcp,
    tls,
    'shop log': shopLog,
    'web log': webLog,
  };
  const sent: Record<Outlet, number> = { udp: 0, tcp: 0, tls: 0, 'shop log': 0, 'web log': 0 };
  const startedAt = performance.now();
  let total = 0;
  try {
    for (const { at, messages } of playDay(options)) {
      if (options.signal.aborted) break;
      if (at % dayMs === 0) await shopLog.rotate();
      for (const [outlet, some] of byOutlet(messages)) {
        await senders[outlet].send(some.map((message) => message.record));
        sent[outlet] += some.length;
      }
      total += messages.length;
      options.onMinute(at, total);
      const due = startedAt + ((at - options.start) / dayMs) * options.seconds * 1000;
      if (due > performance.now()) await sleep(due - performance.now());
    }
  } finally {
    await Promise.all(Object.values(senders).map((sender) => sender.close()));
  }
  return sent;
}

function byOutlet(messages: readonly Message[]): readonly (readonly [Outlet, readonly Message[]])[] {
  const groups = outlets.map((outlet) => [outlet, messages.filter((message) => message.outlet === outlet)] as const);
  return groups.filter(([, some]) => some.length > 0);
}

async function withPatience(open: () => Promise<Sender>): Promise<Sender> {
  for (let tries = 1; ; tries++) {
    try {
      return await open();
    } catch (error) {
      if (tries === 100) throw new Error('The syslog listeners did not open within 5 seconds.', { cause: error });
      await sleep(50);
    }
  }
}
