import { loadConfig } from '../config/load-config.ts';
import type { RunPlan } from '../config/plan.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import type { LogFormat, LogLevel } from '../log/levels.ts';
import { createLogger, type Logger } from '../log/logger.ts';
import { usesColor, type Io } from '../terminal/io.ts';
import { createLiveBlock, type LiveBlock } from '../terminal/live-block.ts';
import type { Signals } from '../terminal/signals.ts';
import { showProblems } from '../config/validate-file.ts';
import { announce } from './announce.ts';
import type { MetricsServer, MetricsSubject } from './metrics-server.ts';
import { liveDisplay, loggedDisplay, type Display } from './display.ts';
import { exitCodeOfRun } from './run-config.ts';
import { runPlan, type RunningPipeline } from './run-plan.ts';
import { statisticsFields, summaryLines } from './summary.ts';

export interface RunCommandOptions {
  readonly logFormat?: LogFormat;
  readonly logLevel: LogLevel;
  /** How often progress is logged where there is no terminal to show it live. */
  readonly progressEveryMs: number;
  /** Wait for another process that runs one of the pipelines, instead of ending. */
  readonly wait?: boolean;
}

/** `sluice run`: all pipelines of a configuration, until they end or are told to stop. */
export async function run(file: string, options: RunCommandOptions, io: Io, signals: Signals): Promise<ExitCode> {
  const loaded = await loadConfig(file, io.environment);
  showProblems(file, loaded, io);
  if (loaded.plan === undefined) return exitCode.badConfig;
  const screen = openScreen(options, io);
  const { log } = screen;
  const stop = new AbortController();
  const listening = stopOnSignal(stop, signals, log);
  announce(loaded.plan, log);
  let display: Display | undefined;
  let started: readonly RunningPipeline[] = [];
  const crash = signals.onCrash((error) => reportCrash(error, log, signals));
  const metrics = await metricsOf(loaded.plan, {
    pipelines: () => started,
    isDraining: () => stop.signal.aborted,
    now: io.now,
  });
  try {
    const pipelines = await runPlan(loaded.plan, {
      log,
      signal: stop.signal,
      now: io.now,
      ...(options.wait === undefined ? {} : { wait: options.wait }),
      onStart(running) {
        started = running;
        display = screen.display(running);
      },
    });
    display?.stop();
    log.close();
    screen.summarize(pipelines);
    return exitCodeOfRun(pipelines);
  } finally {
    listening.forget();
    crash.forget();
    metrics?.close();
    display?.stop();
    log.close();
  }
}

/** One Ctrl-C or stop can arrive twice: by the process group and by whoever started this, as npx and `timeout` do. */
const oneSignalMs = 500;

/** The first signal drains, the second leaves at once: what was staged is stored by the next run. */
function stopOnSignal(stop: AbortController, signals: Signals, log: Logger): { forget(): void } {
  let stoppedAt = 0;
  return signals.onStop((signal) => {
    if (stop.signal.aborted) {
      if (performance.now() - stoppedAt < oneSignalMs) return;
      log.error('stopped before everything was stored', { signal });
      signals.exit(exitCode.undelivered);
      return;
    }
    log.info('stopping: storing what was received; once more to leave at once', { signal });
    stoppedAt = performance.now();
    stop.abort();
  });
}

async function metricsOf({ metrics }: RunPlan, subject: MetricsSubject): Promise<MetricsServer | undefined> {
  if (metrics === undefined) return undefined;
  const { serveMetrics } = await import('./metrics-server.ts');
  return serveMetrics(metrics, subject);
}

/**
 * An error that nobody caught is a fault of Sluice or of a connector. What state the process is in is not known then, so
 * it ends; what was staged or spooled is stored by the next run.
 */
function reportCrash(error: unknown, log: Logger, signals: Signals): void {
  log.error('stopped by an error that nobody caught; this is a fault in Sluice or in a connector', {
    error,
    ...(error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}),
  });
  log.close();
  signals.exit(exitCode.failed);
}

interface Screen {
  readonly log: Logger;
  display(pipelines: readonly RunningPipeline[]): Display;
  summarize(pipelines: readonly RunningPipeline[]): void;
}

/** A live table under the log for a person, JSON lines for a machine. */
function openScreen({ logFormat, logLevel: level, progressEveryMs: everyMs }: RunCommandOptions, io: Io): Screen {
  const { stderr, now } = io;
  const format = logFormat ?? (stderr.isTty ? 'text' : 'json');
  const color = format === 'text' && usesColor(stderr, io.environment);
  const block: LiveBlock | undefined = stderr.isTty && format === 'text' ? createLiveBlock(stderr) : undefined;
  const write = (line: string): void => (block === undefined ? stderr.write(`${line}\n`) : block.writeAbove(line));
  const log = createLogger({ level, format, color, now, write });
  return {
    log,
    display: (pipelines) =>
      block === undefined ? loggedDisplay(pipelines, { log, everyMs, now }) : liveDisplay(pipelines, block, now),
    summarize(pipelines) {
      if (format === 'text') for (const line of ['', ...summaryLines(pipelines)]) write(line);
      else
        for (const { plan, statistics } of pipelines)
          log.report('summary', { pipeline: plan.name, ...statisticsFields(statistics) });
    },
  };
}
