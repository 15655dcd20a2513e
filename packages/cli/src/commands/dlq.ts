import { Command } from 'commander';
import type { LetterOptions } from '../dlq/letter-options.ts';
import type { ReplayCommandOptions } from '../dlq/replay-command.ts';
import type { ShowOptions } from '../dlq/show-command.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';
import { processSignals } from '../terminal/signals.ts';
import { collect, countValue, sinceValue } from './option-values.ts';

export function dlqCommand(io: Io, end: End): Command {
  return new Command('dlq')
    .description('Dead letters: records that could not become events. List them, look at them, replay them.')
    .addCommand(list(io, end))
    .addCommand(show(io, end))
    .addCommand(replay(io, end));
}

function list(io: Io, end: End): Command {
  return withFilter(new Command('list'), io)
    .description('Count the letters that wait, by pipeline, stage, reason, class and attribute.')
    .action(async (file: string, options: LetterOptions) => {
      const { listCommand } = await import('../dlq/list-command.ts');
      end(await listCommand(file, options, io));
    });
}

function show(io: Io, end: End): Command {
  return withFilter(new Command('show'), io)
    .description('Print records with what is wrong with them: as text, in hexadecimal where they are not UTF-8.')
    .option('--limit <count>', 'how many at most', countValue, 10)
    .action(async (file: string, options: ShowOptions) => {
      const { showCommand } = await import('../dlq/show-command.ts');
      end(await showCommand(file, options, io));
    });
}

function replay(io: Io, end: End): Command {
  return withFilter(new Command('replay'), io)
    .description('Send letters through the mapping as it is now, and into the lake, each once.')
    .option('--dry-run', 'map and count, and store nothing')
    .addHelpText(
      'after',
      '\nA letter that is rejected again stays, with the new reason. A replay may be killed and run again; it may run beside `sluice run`.\nExit codes: 0 none was rejected again, 65 some were, 75 stopped before the end.',
    )
    .action(async (file: string, options: ReplayCommandOptions) => {
      const { replayCommand } = await import('../dlq/replay-command.ts');
      const signals = processSignals();
      end(await replayCommand(file, options, io, signals));
      signals.exitWithin(1000);
    });
}

function withFilter(command: Command, io: Io): Command {
  return command
    .argument('<config>', 'the YAML file')
    .option('--pipeline <name>', 'letters of this pipeline; default all')
    .option('--reason <code>', 'letters with this reason; may be said several times', collect)
    .option(
      '--since <when>',
      'received since then: a time (2026-11-20T08:00Z), or so long ago (24h)',
      sinceValue(io.now),
    )
    .option('--json', 'for programs: one JSON object a line');
}
