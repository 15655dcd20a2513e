import { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import type { End } from '../program.ts';
import { processSignals } from '../terminal/signals.ts';
import type { Io } from '../terminal/io.ts';
import { portValue } from './port-value.ts';

interface Given {
  readonly port: number;
  readonly region?: readonly string[];
  readonly account: string;
  readonly kmsKey?: string;
}

export function emulateCommand(io: Io, end: End): Command {
  return new Command('emulate')
    .description('Play Amazon Security Lake on this machine, for development without an AWS account.')
    .option('--port <port>', 'to listen on at 127.0.0.1; 0 for any that is free', portValue, 4599)
    .option('--region <region>', 'where Security Lake is enabled; may be said several times', collect)
    .option('--account <id>', 'of the lake', '111122223333')
    .option('--kms-key <id>', 'customer-managed key of the lake')
    .addHelpText('after', helpAfter)
    .action(async ({ port, region, account, kmsKey }: Given) => {
      const { startSecurityLakeEmulator } = await import('@sluice/testing/security-lake');
      const regions = region ?? [io.environment['AWS_REGION'] ?? 'us-east-1'];
      const server = await startSecurityLakeEmulator({
        port,
        account,
        regions,
        ...(kmsKey === undefined ? {} : { kmsKeyId: kmsKey }),
      });
      io.stdout.write(`export AWS_ENDPOINT_URL=${server.endpoint}\n`);
      io.stdout.write(`export AWS_REGION=${regions[0] ?? ''} AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any\n`);
      io.stderr.write(
        `Security Lake of account ${account} in ${regions.join(', ')}. Ctrl-C ends it; nothing is kept.\n`,
      );
      await stopped();
      await server.close();
      end(exitCode.ok);
    });
}

const helpAfter = `
Answers all operations of the Security Lake API from memory, with what stands around a lake: its buckets (S3), the queues of
its subscribers (SQS), roles and their sessions (IAM, STS), crawlers (Glue). Objects that are written are told to those who
subscribe to their source. Any credentials will do: signatures are not verified.

Example, in two terminals:
  sluice emulate --region eu-west-1
  export AWS_ENDPOINT_URL=http://127.0.0.1:4599 AWS_REGION=eu-west-1 AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any
  aws securitylake list-data-lakes
  sluice source create sluice.yaml && sluice run sluice.yaml`;

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    const listening = processSignals().onStop(() => {
      listening.forget();
      resolve();
    });
  });
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
