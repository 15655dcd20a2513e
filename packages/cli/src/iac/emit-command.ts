import { cloudFormation, policiesFor, terraform, type Infrastructure } from '@sluice/core/iac';
import { planSources } from '@sluice/core/security-lake';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { readRegistrations, type Registrations } from '../source/registrations.ts';
import { configuredSources, type ConfiguredSources } from '../source/wanted-sources.ts';
import type { Io } from '../terminal/io.ts';

export type IacFormat = 'terraform' | 'cloudformation' | 'policy';

export interface IacOptions {
  readonly principal?: string;
  readonly account?: string;
  readonly kmsKeyArn?: string;
  readonly subscriber?: string;
  readonly subscriberAccount?: string;
  readonly subscriberExternalId?: string;
}

/** `sluice iac …`: infrastructure for exactly the sources of a configuration. Asks AWS nothing. */
export async function emitCommand(format: IacFormat, file: string, options: IacOptions, io: Io): Promise<ExitCode> {
  const configured = await configuredSources(file, io);
  const infrastructure = infrastructureOf(configured, file, options);
  switch (format) {
    case 'terraform':
      io.stdout.write(terraform(infrastructure));
      break;
    case 'cloudformation':
      io.stdout.write(cloudFormation(infrastructure));
      break;
    case 'policy': {
      const known = await readRegistrations(configured.registrationsFile);
      const { account } = options;
      const roleArns = roleArnsOf(known, infrastructure);
      const policies = policiesFor(infrastructure, { roleArns, ...(account === undefined ? {} : { account }) });
      io.stdout.write(`${JSON.stringify(policies, undefined, 2)}\n`);
    }
  }
  return exitCode.ok;
}

function infrastructureOf({ plan, sources }: ConfiguredSources, file: string, options: IacOptions): Infrastructure {
  const { principal, kmsKeyArn } = options;
  if (plan.lake.kind === 'folder') {
    const why = 'its lake is a folder, and Security Lake is a bucket';
    throw new CommandError(exitCode.badConfig, `${file}: ${why}. Say "lake: { bucket: …, region: … }".`);
  }
  const subscriber = subscriberOf(options);
  return {
    region: plan.region,
    bucket: plan.lake.options.bucket,
    sources: planSources(sources, []).sources,
    ...(principal === undefined ? {} : { principal }),
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
    ...(subscriber === undefined ? {} : { subscriber }),
  };
}

function subscriberOf(options: IacOptions): Infrastructure['subscriber'] {
  const { subscriber: name, subscriberAccount: principal, subscriberExternalId: externalId } = options;
  if (name === undefined) return undefined;
  if (principal === undefined || externalId === undefined)
    throw new CommandError(exitCode.usage, '--subscriber needs --subscriber-account and --subscriber-external-id.');
  return { name, principal, externalId };
}

/** Roles as Security Lake gave them, by source. */
function roleArnsOf(known: Registrations, { region, sources }: Infrastructure): ReadonlyMap<string, string> {
  return new Map(
    sources.flatMap(({ name }) => {
      const found = known.get(`${region}/${name}`);
      return found === undefined ? [] : [[name, found.role_arn] as const];
    }),
  );
}
