import { Command, InvalidArgumentError } from 'commander';
import type { CoverageOptions } from '../mapping/coverage.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';
import { subjectOptions } from './mapping-options.ts';

export function coverageCommand(io: Io, end: End): Command {
  const command = new Command('coverage')
    .description(
      'Measure how well a mapping covers a sample: classes, filled attributes, unused fields. Exits with 65 when it is below what is asked.',
    )
    .argument('<mapping>', 'a mapping document (.yaml), or a connector: its name, package or module')
    .argument('[stream]', 'stream of the connector, where it has several');
  return subjectOptions(command)
    .option('--json', 'the whole report, as it is committed')
    .option('--write <file>', 'write the report there, as a floor for later')
    .option('--floor <file>', 'fail where anything is below this report')
    .option('--min-specific <percent>', 'fail where fewer records have a class other than base_event', percentage)
    .addHelpText(
      'after',
      '\nExample:\n  sluice coverage mapping.yaml --in samples/ --min-specific 97 --floor coverage.lock.json',
    )
    .action(async (mapping: string, stream: string | undefined, options: Partial<CoverageOptions>) => {
      if (options.in === undefined) return command.error("error: required option '--in <file>' not specified");
      const { coverage } = await import('../mapping/coverage.ts');
      return end(await coverage(mapping, stream, { ...options, in: options.in }, io));
    });
}

function percentage(text: string): number {
  const number = /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= 100)) throw new InvalidArgumentError('Expected a number from 0 to 100.');
  return number;
}
