import { Command, Option } from 'commander';
import type { End } from '../program.ts';
import type { CreateOptions } from '../source/create-command.ts';
import type { DeleteOptions } from '../source/delete-command.ts';
import type { RegionOptions } from '../source/look-commands.ts';
import type { PlanOptions } from '../source/plan-command.ts';
import type { Io } from '../terminal/io.ts';

export function sourceCommand(io: Io, end: End): Command {
  return new Command('source')
    .description('Custom sources of Amazon Security Lake: plan, create, look at, delete.')
    .addCommand(plan(io, end))
    .addCommand(create(io, end))
    .addCommand(list(io, end))
    .addCommand(describe(io, end))
    .addCommand(remove(io, end));
}

function plan(io: Io, end: End): Command {
  return withOutput(new Command('plan'))
    .description('Say which sources a configuration needs, what exists, and what is left of the 50.')
    .argument('<config>', 'the YAML file')
    .option('--offline', 'plan as if nothing existed, without asking AWS')
    .action(async (file: string, options: PlanOptions) => {
      const { planCommand } = await import('../source/plan-command.ts');
      end(await planCommand(file, options, io));
    });
}

function create(io: Io, end: End): Command {
  return withOutput(new Command('create'))
    .description('Create the sources of a configuration that do not exist, and adopt those that match.')
    .argument('<config>', 'the YAML file')
    .option('--principal <account>', "account that will write; default the lake's own")
    .option('--external-id <id>', 'what the writer says when it assumes the role; default generated')
    .option('--crawler-role <arn>', 'role of the Glue crawlers; default SluiceCrawler-<region>, made if missing')
    .addHelpText(
      'after',
      '\nLocation, role, external id and table are kept in sluice.sources.json beside the configuration.\nMay be broken off and run again. A source that differs is refused: Security Lake cannot change one.',
    )
    .action(async (file: string, options: CreateOptions) => {
      const { createCommand } = await import('../source/create-command.ts');
      end(await createCommand(file, options, io));
    });
}

function list(io: Io, end: End): Command {
  return withRegion(withOutput(new Command('list')), 'default all regions of the lake')
    .description('List custom sources.')
    .action(async (options: RegionOptions) => {
      const { listCommand } = await import('../source/look-commands.ts');
      end(await listCommand(options, io));
    });
}

function describe(io: Io, end: End): Command {
  return withRegion(withOutput(new Command('describe')))
    .description('Say what Security Lake knows of a source: location, role, table, crawler.')
    .argument('<name>', 'of the source')
    .action(async (name: string, options: RegionOptions) => {
      const { describeCommand } = await import('../source/look-commands.ts');
      end(await describeCommand(name, options, io));
    });
}

function remove(io: Io, end: End): Command {
  return withRegion(withOutput(new Command('delete')))
    .description('Delete a source, its crawler first. Its objects stay.')
    .argument('<name>', 'of the source')
    .option('--source-version <version>', 'where it was created with one')
    .option('--config <file>', 'also forget it in sluice.sources.json beside this configuration')
    .option('--yes', 'do not ask')
    .action(async (name: string, options: DeleteOptions) => {
      const { deleteCommand } = await import('../source/delete-command.ts');
      end(await deleteCommand(name, options, io));
    });
}

function withOutput(command: Command): Command {
  return command.addOption(new Option('--output <format>', 'how to say it').choices(['text', 'json']).default('text'));
}

function withRegion(command: Command, otherwise = 'default AWS_REGION'): Command {
  return command.option('--region <region>', otherwise);
}
