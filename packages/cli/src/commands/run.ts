import { Command, Option } from 'commander';
import { logFormats, logLevels, type LogFormat, type LogLevel } from '../log/levels.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';
import { processSignals } from '../terminal/signals.ts';
import { durationValue, logLevelValue } from './option-values.ts';

export function runCommand(io: Io, end: End): Command {
  return new Command('run')
    .description('Run all pipelines of a configuration file until they end, or until SIGTERM or Ctrl-C.')
    .argument('<config>', 'the YAML file')
    .addOption(
      new Option('--log-format <format>', 'default: text on a terminal, json elsewhere')
        .choices(logFormats)
        .env('SLUICE_LOG_FORMAT'),
    )
    .addOption(
      new Option('--log-level <level>', `least level to log: ${logLevels.join(', ')}`)
        .argParser(logLevelValue)
        .default('info')
        .env('LOG_LEVEL'),
    )
    .addOption(
      new Option('--progress-every <duration>', 'pause between progress lines where there is no terminal')
        .argParser(durationValue)
        .default(30_000, '30s'),
    )
    .option('--wait', 'where another process runs a pipeline: wait until it ends, instead of stopping')
    .addHelpText('after', helpAfter)
    .action(async (file: string, { logFormat, logLevel, progressEvery, wait }: Given) => {
      const options = {
        logLevel,
        progressEveryMs: progressEvery,
        ...(logFormat === undefined ? {} : { logFormat }),
        ...(wait === undefined ? {} : { wait }),
      };
      const { run } = await import('../run/run-in-terminal.ts');
      const signals = processSignals();
      end(await run(file, options, io, signals));
      signals.exitWithin(forgottenMs);
    });
}

interface Given {
  readonly logFormat?: LogFormat;
  readonly logLevel: LogLevel;
  readonly progressEvery: number;
  readonly wait?: boolean;
}

/** What is received is stored by then; nothing that is still open is of use. */
const forgottenMs = 1000;

const helpAfter = `
Ctrl-C or SIGTERM stops the inputs, stores what was received and exits with 0; a second one leaves at once (75).
Exit codes: 0 done, 1 failed, 69 unreachable, 75 not everything stored, 77 no permission, 78 configuration.

Example:
  sluice run sluice.yaml`;
