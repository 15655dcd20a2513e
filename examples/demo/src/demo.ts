import { relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger, runConfig, type RunningPipeline } from '@sluice/cli';
import { storedRows } from './ask.ts';
import type { Display } from './display.ts';
import type { DemoOptions } from './options.ts';
import { play } from './player.ts';
import { progressOf, type Progress } from './progress.ts';
import type { StoredObject } from './stored-objects.ts';
import { prepareWorkplace, type Workplace } from './workplace.ts';

export interface Played {
  readonly place: Workplace;
  readonly pipelines: readonly RunningPipeline[];
  readonly objects: readonly StoredObject[];
  readonly sent: number;
  readonly progress: Progress;
  /** Rows of the lake, as DuckDB counts them. */
  readonly rows: number;
}

/** How long nothing may arrive before what is missing counts as lost. */
const patienceMs = 3000;
const hourMs = 3_600_000;

/** Runs the pipelines of the configuration and plays the day into them. */
export async function runDemo(options: DemoOptions, display: Display, signal: AbortSignal): Promise<Played> {
  const place = await prepareWorkplace(options.folder);
  introduce(place, display);
  const drain = new AbortController();
  const objects: StoredObject[] = [];
  const started = Promise.withResolvers<readonly RunningPipeline[]>();
  const log = createLogger({
    level: 'warn',
    format: 'text',
    color: false,
    now: Date.now,
    write: (line) => display.line(line),
  });
  const running = runConfig(place.config, {
    log,
    environment: process.env,
    signal: AbortSignal.any([signal, drain.signal]),
    onStart: started.resolve,
    onStored: (object) => objects.push(object),
  });
  running.catch(started.reject);
  try {
    const pipelines = await started.promise;
    const sent = await playInto(place, pipelines, { options, display, signal });
    await untilReceived(sent, pipelines, display);
    drain.abort();
    await running;
    log.close();
    display.end();
    return { place, pipelines, objects, sent, progress: progressOf(pipelines), rows: await storedRows(place.lake) };
  } finally {
    drain.abort();
    await running.catch(() => undefined);
  }
}

function introduce({ config, ports, shopLog, webLog }: Workplace, display: Display): void {
  display.line('A day of a small company, played into a real pipeline.');
  display.line();
  display.line(`  sluice run ${here(config)}`);
  display.line(`  syslog     UDP 127.0.0.1:${ports.udp}, TCP 127.0.0.1:${ports.tcp}, TLS 127.0.0.1:${ports.tls}`);
  display.line(`  log files  ${here(shopLog)} (JSON lines), ${here(webLog)} (combined log)`);
  display.line();
}

interface Watching {
  readonly options: DemoOptions;
  readonly display: Display;
  readonly signal: AbortSignal;
}

async function playInto(
  place: Workplace,
  pipelines: readonly RunningPipeline[],
  { options, display, signal }: Watching,
): Promise<number> {
  const sent = await play(place, {
    ...options,
    signal,
    start: yesterdayEvening(Date.now()),
    onMinute: (clock, count) => display.update(clock, count, progressOf(pipelines)),
  });
  return Object.values(sent).reduce((sum, messages) => sum + messages, 0);
}

/** 18:00 UTC two days ago: a day from then on is over, and lies on two event days. */
function yesterdayEvening(now: number): number {
  return Math.floor(now / (24 * hourMs)) * 24 * hourMs - 30 * hourMs;
}

/** Resolves when everything has arrived, or nothing has for a while. */
async function untilReceived(sent: number, pipelines: readonly RunningPipeline[], display: Display): Promise<void> {
  let last = { received: -1, at: 0 };
  for (;;) {
    const progress = progressOf(pipelines);
    if (progress.received !== last.received) last = { received: progress.received, at: Date.now() };
    if (progress.received + progress.dropped >= sent || Date.now() - last.at > patienceMs) return;
    display.update(Date.now(), sent, progress);
    await sleep(50);
  }
}

function here(path: string): string {
  return relative(process.cwd(), path) || path;
}
