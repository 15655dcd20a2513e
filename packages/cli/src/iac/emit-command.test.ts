import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../testing/child.ts';
import type { Io } from '../terminal/io.ts';
import { emitCommand, type IacFormat, type IacOptions } from './emit-command.ts';

const pipelines = {
  office: { connector: 'syslog', account: 'external_office', config: { listen: [{ transport: 'udp', port: 5514 }] } },
};
const bucket = { bucket: 'aws-security-data-lake-eu-west-1-example', region: 'eu-west-1' };

function configured(lake: object): string {
  return folderWith(JSON.stringify({ version: 1, lake, state: './state', dead_letters: './dead-letters', pipelines }));
}

async function emitted(format: IacFormat, folder: string, options: IacOptions = {}): Promise<string> {
  let text = '';
  const output = (write: (chunk: string) => void): Io['stdout'] => ({
    write,
    drained: () => Promise.resolve(),
    isTty: false,
    columns: 80,
    rows: 24,
  });
  const io: Io = {
    stdout: output((chunk) => (text += chunk)),
    stderr: output(() => undefined),
    environment: {},
    now: Date.now,
  };
  await emitCommand(format, join(folder, 'sluice.yaml'), options, io);
  return text;
}

test('emits the sources of the configuration, in all forms', async () => {
  const folder = configured(bucket);
  for (const format of ['terraform', 'cloudformation', 'policy'] as const)
    expect(await emitted(format, folder)).toContain('syslog-auth');
});

test('names the roles that were registered', async () => {
  const folder = configured(bucket);
  const registration = {
    location: `s3://${bucket.bucket}/ext/syslog-auth/`,
    role_arn: 'arn:aws:iam::111122223333:role/given',
  };
  const sources = { 'eu-west-1/syslog-auth': registration };
  await writeFile(join(folder, 'sluice.sources.json'), JSON.stringify({ version: 1, sources }));
  const { pipeline } = JSON.parse(await emitted('policy', folder)) as {
    pipeline: { Statement: { Resource: string[] }[] };
  };
  expect(pipeline.Statement[0]?.Resource).toContain('arn:aws:iam::111122223333:role/given');
  expect(pipeline.Statement[0]?.Resource).not.toContain(
    'arn:aws:iam::*:role/AmazonSecurityLake-Provider-syslog-auth-eu-west-1',
  );
  await writeFile(join(folder, 'sluice.sources.json'), '{"version":2}');
  await expect(emitted('policy', folder)).rejects.toThrow(/is not what `sluice source create` writes/);
});

test('a subscriber needs its account and external id', async () => {
  const folder = configured(bucket);
  await expect(emitted('terraform', folder, { subscriber: 'hunters' })).rejects.toThrow(/--subscriber-account/);
  const whole = { subscriber: 'hunters', subscriberAccount: '777788889999', subscriberExternalId: 'x1' };
  expect(await emitted('terraform', folder, whole)).toContain('aws_securitylake_subscriber_notification');
});

test('refuses a lake that is a folder', async () => {
  const folder = configured({ folder: './lake', region: 'eu-west-1' });
  await expect(emitted('terraform', folder)).rejects.toThrow(/its lake is a folder/);
});
