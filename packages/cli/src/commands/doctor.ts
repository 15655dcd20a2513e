import { Command, Option } from 'commander';
import type { DoctorOptions } from '../doctor/doctor-command.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';

export function doctorCommand(io: Io, end: End): Command {
  return new Command('doctor')
    .description('Walk the chain that a pipeline writes through, and say what is broken and what mends it.')
    .argument('<config>', 'the YAML file; its lake has to be a bucket')
    .option('--read-only', 'leave out what writes: a canary below each prefix, and one beside it that must be refused')
    .option('--athena-workgroup <name>', 'also ask Athena for a row; a query costs, and writes its answer somewhere')
    .option('--athena-output <place>', 's3://bucket/prefix/ for the answer, where the work group has none')
    .addOption(new Option('--output <format>', 'how to say it').choices(['text', 'json']).default('text'))
    .addHelpText('after', helpAfter)
    .action(async (file: string, options: DoctorOptions) => {
      const { doctorCommand: run } = await import('../doctor/doctor-command.ts');
      end(await run(file, options, io));
    });
}

const helpAfter = `
Looks at credentials, lake, registration, role and external id, writing, crawler, table, partitions and subscribers of every source.
Exits with 0 when all is well, 77 when a permission is missing, 1 when something else is broken.
The canary is one small object "_sluice-doctor" below each prefix, always the same: a writer may not delete it.

Example:
  sluice doctor sluice.yaml --read-only --output json`;
