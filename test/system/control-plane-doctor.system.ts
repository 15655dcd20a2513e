import { DeleteCrawlerCommand, DeleteTableCommand } from '@aws-sdk/client-glue';
import { DeleteRoleCommand, DeleteRolePolicyCommand } from '@aws-sdk/client-iam';
import { writerPolicy, type DoctorStep, type DoctorTarget } from '@sluice/core/security-lake';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  account,
  crawlerRole,
  DoctorSite,
  externalId,
  policyOf,
  region,
  roleName,
  trustOf,
} from './harness/doctor-site.ts';
import { optionalPrograms } from './harness/programs.ts';

const { moto: hasMoto } = await optionalPrograms();

let site: DoctorSite;
beforeAll(async () => {
  if (hasMoto) site = await DoctorSite.open();
});
beforeEach(() => site?.prepare());
afterEach(() => site?.clear());
afterAll(() => site?.moto.stop());

const examined = test.skipIf(!hasMoto);

examined('finds nothing wrong where nothing is', async () => {
  const found = await site.steps();
  expect(found.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(found.map(({ check }) => check)).toEqual([
    'credentials',
    'lake',
    'source',
    'assume-role',
    'external-id',
    'put',
    'outside',
    'crawler',
    'crawler-role',
    'table',
    'partitions',
    'athena',
    'subscribers',
  ]);
});

examined('writes nothing when it may only read', async () => {
  await site.writerMay(policyOf(['*']));
  const found = await site.diagnose({ targets: [site.target], readOnly: true });
  expect(found.filter(({ status }) => status === 'skipped').map(({ check }) => check)).toEqual(['put', 'outside']);
  expect(found.filter(({ status }) => status === 'failed')).toEqual([]);
});

interface Broken {
  readonly what: string;
  readonly breaking: () => unknown;
  readonly change?: Partial<DoctorTarget>;
  /** The check that fails, and nothing else fails but for what follows from it. */
  readonly check: string;
  readonly action?: string;
  readonly says: RegExp;
}

const nothing = (): undefined => undefined;
const broken: Broken[] = [
  {
    what: 'ListDataLakes is not allowed',
    breaking: () => site.lake.emulator.fail('ListDataLakes', 'access-denied', 9),
    check: 'lake',
    action: 'securitylake:ListDataLakes',
    says: /securitylake:ListDataLakes/,
  },
  {
    what: 'ListLogSources is not allowed',
    breaking: () => site.lake.emulator.fail('ListLogSources', 'access-denied', 9),
    check: 'source',
    action: 'securitylake:ListLogSources',
    says: /securitylake:ListLogSources/,
  },
  {
    what: 'the configuration names another bucket',
    breaking: nothing,
    change: { bucket: 'aws-security-data-lake-other' },
    check: 'lake',
    says: /Say "bucket: aws-security-data-lake-eu-west-1-/,
  },
  {
    what: 'the source is not registered',
    breaking: nothing,
    change: { name: 'app-logs-http' },
    check: 'source',
    says: /sluice source create/,
  },
  {
    what: 'the configuration names another location',
    breaking: nothing,
    change: { prefix: 'ext/other/' },
    check: 'source',
    says: /Say "location: s3:/,
  },
  {
    what: 'the configuration names another role',
    breaking: nothing,
    change: { roleArn: crawlerRole },
    check: 'source',
    says: /Say "role_arn: arn:aws:iam/,
  },
  {
    what: 'the caller may not assume the role',
    breaking: () => site.without('sts:AssumeRole'),
    check: 'assume-role',
    action: 'sts:AssumeRole',
    says: /Allow the caller.*sts:AssumeRole.*AmazonSecurityLake-Provider/,
  },
  {
    what: 'the configuration has another external id',
    breaking: nothing,
    change: { externalId: 'wrong-id' },
    check: 'assume-role',
    says: /another external id/,
  },
  {
    what: 'the provider role is gone',
    breaking: async () => {
      // AWS refuses to assume what is not there; moto does not.
      await site.without('sts:AssumeRole');
      await site.admin.iam.send(new DeleteRolePolicyCommand({ RoleName: roleName, PolicyName: 'write' }));
      await site.admin.iam.send(new DeleteRoleCommand({ RoleName: roleName }));
    },
    check: 'assume-role',
    says: /does not exist/,
  },
  {
    what: 'the role asks for no external id',
    breaking: () => site.makeRole(roleName, trustOf(externalId).replace(/,"Condition":\{[^}]*\}\}/, '')),
    check: 'external-id',
    says: /any external id/,
  },
  {
    what: 'the role may not write at all',
    breaking: () => site.writerMay(policyOf(['s3:GetObject'])),
    check: 'put',
    action: 's3:PutObject',
    says: /Allow arn:aws:iam.*s3:PutObject.*ext\/syslog-auth\/\*/,
  },
  {
    what: 'the role may write another source only',
    breaking: () => site.writerMay(writerPolicy({ ...site.source, prefix: 'ext/other/' }, { partition: 'aws' })),
    check: 'put',
    action: 's3:PutObject',
    says: /s3:PutObject/,
  },
  {
    what: 'the role may write everywhere',
    breaking: () => site.writerMay(policyOf(['s3:PutObject'])),
    check: 'outside',
    says: /Narrow s3:PutObject.*ext\/syslog-auth\/\*/,
  },
  {
    what: 'GetCrawler is not allowed',
    breaking: () => site.without('glue:GetCrawler'),
    check: 'crawler',
    action: 'glue:GetCrawler',
    says: /glue:GetCrawler/,
  },
  {
    what: 'the crawler is gone',
    breaking: () => site.admin.glue.send(new DeleteCrawlerCommand({ Name: 'syslog-auth' })),
    check: 'crawler',
    says: /no crawler "syslog-auth"/,
  },
  {
    what: 'GetRole is not allowed',
    breaking: () => site.without('iam:GetRole'),
    check: 'crawler-role',
    action: 'iam:GetRole',
    says: /iam:GetRole/,
  },
  {
    what: 'Glue may not assume the crawler role',
    breaking: () => site.makeRole('crawler', trustOf('x1')),
    check: 'crawler-role',
    says: /glue\.amazonaws\.com/,
  },
  {
    what: 'GetTable is not allowed',
    breaking: () => site.without('glue:GetTable'),
    check: 'table',
    action: 'glue:GetTable',
    says: /glue:GetTable/,
  },
  {
    what: 'the table is gone',
    breaking: () =>
      site.admin.glue.send(
        new DeleteTableCommand({ DatabaseName: site.source.database ?? '', Name: site.source.table ?? '' }),
      ),
    check: 'table',
    says: /no table/,
  },
  {
    what: 'GetPartitions is not allowed',
    breaking: () => site.without('glue:GetPartitions'),
    check: 'partitions',
    action: 'glue:GetPartitions',
    says: /glue:GetPartitions/,
  },
];

broken.push(
  ...(['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults'] as const).map((name) => ({
    what: `${name} is not allowed`,
    breaking: () => site.without(`athena:${name}`),
    check: 'athena',
    action: `athena:${name}`,
    says: new RegExp(`athena:${name}`),
  })),
  {
    what: 'ListSubscribers is not allowed',
    breaking: () => site.lake.emulator.fail('ListSubscribers', 'access-denied'),
    check: 'subscribers',
    action: 'securitylake:ListSubscribers',
    says: /securitylake:ListSubscribers/,
  },
);

examined.each(broken)('says what is wrong when $what', async ({ breaking, change, check, action, says }) => {
  await breaking();
  const failed = (await site.steps(change)).filter(({ status }) => status === 'failed');
  const step = failed.find((candidate) => candidate.check === check);
  expect(step, JSON.stringify(failed, undefined, 2)).toBeDefined();
  expect(`${step?.detail} ${step?.remedy ?? ''}`).toMatch(says);
  expect(step?.missing?.action).toBe(action);
  if (action !== undefined) expect(failed).toHaveLength(1);
});

examined('says when AWS does not know the credentials', async () => {
  const found = await site.steps({}, { accessKeyId: 'AKIAUNKNOWN000000000', secretAccessKey: 'none' });
  expect(found).toMatchObject([
    { check: 'credentials', status: 'failed', remedy: expect.stringContaining('credentials') },
  ]);
});

examined('says when Security Lake is not enabled', async () => {
  await site.replaceLake({ regions: ['us-east-1'] });
  const [, step] = await site.steps();
  expect(step).toMatchObject({ check: 'lake', status: 'failed', detail: expect.stringContaining('is not enabled') });
});

examined('names the key too when the lake has one of its own', async () => {
  await site.replaceLake({ kmsKeyId: '0a0a' });
  await site.writerMay(policyOf(['s3:GetObject']));
  const put = (await site.steps()).find(({ check }) => check === 'put');
  expect(put?.remedy).toMatch(/kms:GenerateDataKey.*arn:aws:kms:eu-west-1:123456789012:key\/0a0a/);
});

examined('asks Athena for a row', async () => {
  const cell = (text: string): object => ({ Data: [{ VarCharValue: text }] });
  const results = [{ rows: [cell('_col0'), cell('1')], column_info: [] }];
  await fetch(`${site.moto.endpoint}/moto-api/static/athena/query-results`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account_id: account, region, results }),
  });
  const athena = (found: readonly DoctorStep[]): string | undefined =>
    found.find(({ check }) => check === 'athena')?.detail;
  expect(athena(await site.steps())).toBe('a row came back');
  expect(athena(await site.steps())).toMatch(/has no row yet/);
});
