import { Command, Option } from 'commander';
import type { ValidateOptions } from '../config/validate-file.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';

export function validateCommand(io: Io, end: End): Command {
  return new Command('validate')
    .description('Say everything that is wrong with a configuration file, without running it.')
    .argument('<config>', 'the YAML file')
    .addOption(new Option('--format <format>', 'how to say it').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nExits with 0, or with 78 when something is wrong.\n\nExample:\n  sluice validate sluice.yaml',
    )
    .action(async (file: string, options: ValidateOptions) => {
      const { validate } = await import('../config/validate-file.ts');
      end(await validate(file, options, io));
    });
}
