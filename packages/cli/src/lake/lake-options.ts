import { Option, type Command } from 'commander';

/** How a command is told which lake it looks at. */
export interface LakeOptions {
  readonly lake?: string;
  readonly config?: string;
  readonly region?: string;
  readonly endpoint?: string;
  readonly pathStyle?: boolean;
  readonly roleArn?: string;
  readonly externalId?: string;
}

export function withLakeOptions(command: Command, { lake = true }: { readonly lake?: boolean } = {}): Command {
  if (lake) command.option('--lake <place>', 'a folder, or s3://bucket/prefix');
  return command
    .option('--config <file>', 'take the lake and its settings from a configuration')
    .option('--region <region>', 'AWS region of the bucket; default AWS_REGION')
    .option('--endpoint <url>', 'another S3-compatible server')
    .option('--path-style', 'name the bucket in the path and not in the host')
    .option('--role-arn <arn>', 'role to assume for reading')
    .addOption(new Option('--external-id <id>', 'external id to assume the role with'));
}
