import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeLake, openControlPlane } from '@sluice/core/security-lake';
import { startSecurityLakeEmulator, type SecurityLakeServer } from '@sluice/testing/security-lake';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sluice } from '../testing/child.ts';

const region = 'eu-west-1';
let folder: string;
let server: SecurityLakeServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-source-'));
  server = await startSecurityLakeEmulator({ regions: [region] });
  await configure(await bucketOfLake());
});

async function bucketOfLake(): Promise<string> {
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' };
  const plane = openControlPlane({ region, credentials, endpoints: { securityLake: server.endpoint } });
  const { bucket } = await describeLake(plane);
  plane.close();
  return bucket;
}

async function configure(bucket: string): Promise<void> {
  const config = {
    version: 1,
    lake: { bucket, region },
    state: './state',
    dead_letters: './dead-letters',
    pipelines: {
      office: {
        connector: 'syslog',
        account: 'external_office',
        config: { listen: [{ transport: 'udp', port: 5514 }] },
      },
    },
  };
  await writeFile(join(folder, 'sluice.yaml'), JSON.stringify(config));
}

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(...args: readonly string[]): Promise<Ended> {
  const child = sluice(args, folder, {
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_REGION: region,
  });
  child.process.stdin?.end();
  return { code: await child.ended, stdout: child.stdout(), stderr: child.stderr() };
}

test('plans, creates, lists, describes and deletes the sources of a configuration', { timeout: 120_000 }, async () => {
  const planned = await run('source', 'plan', 'sluice.yaml', '--output', 'json');
  expect(planned.stderr).toBe('');
  const { sources, left } = JSON.parse(planned.stdout) as { sources: { name: string; action: string }[]; left: number };
  expect(sources.map(({ action }) => action)).toEqual(sources.map(() => 'create'));
  expect(sources.map(({ name }) => name)).toContain('syslog-auth');
  expect(left).toBe(50 - sources.length);

  const crawlerRole = ['--crawler-role', 'arn:aws:iam::111122223333:role/nobody'];
  const refused = await run('source', 'create', 'sluice.yaml', ...crawlerRole);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('does not exist') });

  const created = await run('source', 'create', 'sluice.yaml');
  expect(created, created.stderr).toMatchObject({ code: 0 });
  expect(created.stdout).toContain('created syslog-auth');
  const again = await run('source', 'create', 'sluice.yaml', '--output', 'json');
  const ensured = JSON.parse(again.stdout) as { sources: { outcome: string }[] };
  expect(ensured.sources.map(({ outcome }) => outcome)).toEqual(sources.map(() => 'adopted'));
  const kept = JSON.parse(await readFile(join(folder, 'sluice.sources.json'), 'utf8')) as {
    sources: Record<string, { external_id: string }>;
  };
  expect(kept.sources['eu-west-1/syslog-auth']).toMatchObject({
    location: expect.stringMatching(/^s3:\/\/aws-security-data-lake-eu-west-1-[a-z0-9]{30}\/ext\/syslog-auth\/$/),
    role_arn: 'arn:aws:iam::111122223333:role/AmazonSecurityLake-Provider-syslog-auth-eu-west-1',
    external_id: expect.stringMatching(/^sluice-[0-9a-f]{32}$/),
  });

  expect((await run('source', 'list')).stdout).toContain('syslog-auth');
  const described = await run('source', 'describe', 'syslog-auth');
  expect(described.stdout).toMatch(
    /table +amazon_security_lake_glue_db_eu_west_1\.amazon_security_lake_table_eu_west_1_ext_syslog_auth/,
  );
  expect(await run('source', 'describe', 'nobody')).toMatchObject({ code: 1 });

  const unasked = await run('source', 'delete', 'syslog-auth');
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
  const deleted = await run('source', 'delete', 'syslog-auth', '--yes', '--config', 'sluice.yaml');
  expect(deleted.stdout).toContain('deleted syslog-auth');
  expect(deleted.stdout).toContain('stays: the objects under s3://');
  expect((await run('source', 'list')).stdout).not.toContain('syslog-auth ');
  expect(await readFile(join(folder, 'sluice.sources.json'), 'utf8')).not.toContain('syslog-auth/');
});

test('says what is wrong, and with the exit code of its kind', { timeout: 60_000 }, async () => {
  await configure('another-bucket');
  expect(await run('source', 'create', 'sluice.yaml')).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('Say "bucket: aws-security-data-lake-eu-west-1-'),
  });
  expect(await run('source', 'plan', 'nowhere.yaml')).toMatchObject({ code: 78 });
  expect(await run('source', 'nothing')).toMatchObject({ code: 2 });
  server.emulator.fail('ListLogSources', 'access-denied', 10);
  expect(await run('source', 'list')).toMatchObject({
    code: 77,
    stderr: expect.stringContaining('Grant the caller securitylake:ListLogSources'),
  });
});
