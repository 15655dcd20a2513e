import { Command, CommanderError } from 'commander';
import { dlqCommand } from './commands/dlq.ts';
import { coverageCommand } from './commands/coverage.ts';
import { connectorCommand } from './commands/connector.ts';
import { doctorCommand } from './commands/doctor.ts';
import { emulateCommand } from './commands/emulate.ts';
import { inspectCommand } from './commands/inspect.ts';
import { iacCommand } from './commands/iac.ts';
import { mapCommand } from './commands/map.ts';
import { ocsfCommand } from './commands/ocsf.ts';
import { planCommand } from './commands/plan.ts';
import { queryCommand } from './commands/query.ts';
import { runCommand } from './commands/run.ts';
import { sourceCommand } from './commands/source.ts';
import { traceCommand } from './commands/trace.ts';
import { validateCommand } from './commands/validate.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import type { Io } from './terminal/io.ts';
import { version } from './version.ts';

/** Tells the program what its command ended with. */
export type End = (code: ExitCode) => void;

/** Runs one command line and gives its exit code. Rejects with what the command could not do. */
export async function program(args: readonly string[], io: Io): Promise<ExitCode> {
  let ended: ExitCode = exitCode.ok;
  const end: End = (code) => (ended = code);
  const root = new Command('sluice')
    .description('Sends logs to Amazon Security Lake, or to a lake of your own, as OCSF Parquet.')
    .version(version(), '-V, --version')
    .showSuggestionAfterError(true);
  for (const make of [
    validateCommand,
    runCommand,
    planCommand,
    inspectCommand,
    queryCommand,
    traceCommand,
    sourceCommand,
    dlqCommand,
    doctorCommand,
    iacCommand,
    emulateCommand,
    ocsfCommand,
    mapCommand,
    coverageCommand,
    connectorCommand,
  ])
    root.addCommand(make(io, end));
  for (const command of withSubcommands(root)) {
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  }
  try {
    await root.parseAsync([...args], { from: 'user' });
    return ended;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    throw error;
  }
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
