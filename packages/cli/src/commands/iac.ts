import { Command } from 'commander';
import type { IacFormat, IacOptions } from '../iac/emit-command.ts';
import type { End } from '../program.ts';
import type { Io } from '../terminal/io.ts';

export function iacCommand(io: Io, end: End): Command {
  const make = (format: IacFormat, description: string): Command =>
    new Command(format)
      .description(description)
      .argument('<config>', 'the YAML file; its lake has to be a bucket')
      .option('--principal <account>', "account that will write; default the lake's own")
      .option('--account <id>', 'of the lake; default any')
      .option('--kms-key-arn <arn>', 'customer-managed key of the lake')
      .option('--subscriber <name>', 'somebody who is told of every object by a queue')
      .option('--subscriber-account <id>', 'account of the subscriber')
      .option('--subscriber-external-id <id>', 'what the subscriber says when it assumes its role')
      .action(async (file: string, options: IacOptions) => {
        const { emitCommand } = await import('../iac/emit-command.ts');
        end(await emitCommand(format, file, options, io));
      });
  return new Command('iac')
    .description('Emit roles, policies and sources of a configuration as infrastructure as code.')
    .addCommand(make('terraform', 'As Terraform: roles, policies, custom sources, subscriber.'))
    .addCommand(make('cloudformation', 'As CloudFormation: roles, policies, subscriber. It knows no custom sources.'))
    .addCommand(make('policy', 'As JSON: the policies of everyone who takes part.'));
}
