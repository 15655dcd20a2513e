import { loadConfig } from '../config/load-config.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import type { LogFormat, LogLevel } from '../log/levels.ts';
import { createLogger, type Logger } from '../log/logger.ts';
import { usesColor, type Io } from '../terminal/io.ts';
import { createLiveBlock, type LiveBlock } from '../terminal/live-block.ts';
import type { Signals } from '../terminal/signals.ts';
import { showProblems } from '../config/validate-file.ts';
import { announce } from './announce.ts';
import { liveDisplay, loggedDisplay, type Display } from './display.ts';
import { exitCodeOfRun } from './run-config.ts';
import { runPlan, type RunningPipeline } from './run-plan.ts';
import { statisticsFields, summaryLines } from './summary.ts';

export interface RunCommandOptions {
  readonly logFormat?: LogFormat;
  readonly logLevel: LogLevel;
  /** How often progress is logged where there is no terminal to show it live. */
  readonly progressEveryMs: number;
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
  try {
    const pipelines = await runPlan(loaded.plan, {
      log,
      signal: stop.signal,
      now: io.now,
      onStart: (running) => (display = screen.display(running)),
    });
    display?.stop();
    log.close();
    screen.summarize(pipelines);
    return exitCodeOfRun(pipelines);
  } finally {
    listening.forget();
    display?.stop();
    log.close();
  }
}

/** The first signal drains, the second leaves at once: what was staged is stored by the next run. */
function stopOnSignal(stop: AbortController, signals: Signals, log: Logger): { forget(): void } {
  return signals.onStop((signal) => {
    if (stop.signal.aborted) {
      log.error('stopped before everything was stored', { signal });
      signals.exit(exitCode.undelivered);
      return;
    }
    log.info('stopping: storing what was received; once more to leave at once', { signal });
    stop.abort();
  });
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
