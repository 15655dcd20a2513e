import { Command, Option } from 'commander';
import type { InspectOptions } from '../inspect/inspect-lake.ts';
import { withLakeOptions } from '../lake/lake-options.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';

export function inspectCommand(io: Io, end: End): Command {
  const command = new Command('inspect')
    .description('Check Parquet objects, whoever wrote them, against the rules of Security Lake and OCSF.')
    .argument('[places...]', 'files, folders or s3://bucket/prefix; default: the lake of --config');
  return withLakeOptions(command, { lake: false })
    .addOption(
      new Option('--format <format>', 'of the report; json is one object a line')
        .choices(['table', 'json'])
        .default('table'),
    )
    .addOption(
      new Option('--show <severity>', 'least severity to show')
        .choices(['info', 'warning', 'error'])
        .default('warning'),
    )
    .option('--failures', 'leave out objects without findings')
    .addHelpText('after', helpAfter)
    .action(async (places: readonly string[], options: InspectOptions) => {
      const { inspect } = await import('../inspect/inspect-lake.ts');
      end(await inspect(places, options, io));
    });
}

const helpAfter = `
Each rule is named with the documentation that it comes from. Exits with 65 when a rule of severity error fails.

Example:
  sluice inspect ./lake
  sluice inspect s3://aws-security-data-lake-us-east-1-abc/ext/office/ --region us-east-1 --show info`;
