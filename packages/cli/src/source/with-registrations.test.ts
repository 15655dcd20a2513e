import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig, type LoadedConfig } from '../config/load-config.ts';
import { folderWith } from '../testing/child.ts';

const bucket = 'aws-security-data-lake-eu-west-1-example';
const registered = {
  location: `s3://${bucket}/ext/syslog-auth/1.0/`,
  role_arn: 'arn:aws:iam::111122223333:role/given',
  external_id: 'sluice-1',
};

async function load(
  sources: object,
  lake: object = { bucket, region: 'eu-west-1' },
  said: object = {},
): Promise<LoadedConfig> {
  const office = {
    connector: 'syslog',
    account: 'external_office',
    config: { listen: [{ transport: 'udp', port: 5514 }] },
    sources: said,
  };
  const config = { version: 1, lake, state: './state', dead_letters: './dead-letters', pipelines: { office } };
  const folder = folderWith(JSON.stringify(config));
  await writeFile(join(folder, 'sluice.sources.json'), JSON.stringify({ version: 1, sources }));
  return loadConfig(join(folder, 'sluice.yaml'), {});
}

function authOf({ plan }: LoadedConfig): unknown {
  const source = plan?.pipelines[0]?.sources.find((found) => found.source.class === 'authentication');
  return { prefix: source?.source.prefix, role: source?.role };
}

const byKey = { 'eu-west-1/syslog-auth': registered };

test('a pipeline finds location, role and external id of a registered source', async () => {
  expect(authOf(await load(byKey))).toEqual({
    prefix: 'ext/syslog-auth/1.0/',
    role: { roleArn: registered.role_arn, externalId: 'sluice-1' },
  });
});

test('what the configuration says of a source goes before what was registered', async () => {
  const said = { authentication: { name: 'syslog-auth', location: `s3://${bucket}/ext/mine/`, external_id: 'mine' } };
  expect(authOf(await load(byKey, undefined, said))).toEqual({
    prefix: 'ext/mine/',
    role: { roleArn: registered.role_arn, externalId: 'mine' },
  });
});

test('a role for the whole lake goes before the registered one', async () => {
  const lake = { bucket, region: 'eu-west-1', role_arn: 'arn:aws:iam::111122223333:role/lake' };
  expect(authOf(await load(byKey, lake))).toEqual({ prefix: 'ext/syslog-auth/1.0/', role: undefined });
});

test('a source of another region is another source', async () => {
  expect(authOf(await load({ 'us-east-1/syslog-auth': registered }))).toEqual({ prefix: undefined, role: undefined });
});

test('a source that is registered in another bucket is a problem', async () => {
  const { plan, problems } = await load(byKey, { bucket: 'another-bucket', region: 'eu-west-1' });
  expect(plan).toBeUndefined();
  expect(problems[0]?.message).toMatch(/registered at s3:\/\/aws-security.*the lake is bucket "another-bucket"/);
});
