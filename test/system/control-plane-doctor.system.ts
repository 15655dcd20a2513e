import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateTableCommand,
  DeleteCrawlerCommand,
  DeleteTableCommand,
} from '@aws-sdk/client-glue';
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  crawlerTrust,
  diagnose,
  ensureSource,
  openControlPlane,
  writerPolicy,
  writerTrust,
  type ControlPlane,
  type DoctorStep,
  type DoctorTarget,
  type RegisteredSource,
} from '@sluice/core/security-lake';
import { startSecurityLakeEmulator, type SecurityLakeServer } from '@sluice/testing/security-lake';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startMoto, type Moto } from './harness/moto.ts';
import { optionalPrograms } from './harness/programs.ts';

const { moto: hasMoto } = await optionalPrograms();
const region = 'eu-west-1';
const account = '123456789012';
const crawlerRole = `arn:aws:iam::${account}:role/crawler`;
const externalId = 'right-id';
const callerMay = [
  'athena:GetQueryExecution',
  'athena:GetQueryResults',
  'athena:StartQueryExecution',
  'glue:GetCrawler',
  'glue:GetPartitions',
  'glue:GetTable',
  'iam:GetRole',
  'securitylake:GetDataLakeSources',
  'securitylake:ListDataLakes',
  'securitylake:ListLogSources',
  'securitylake:ListSubscribers',
  'sts:AssumeRole',
];

type Keys = { readonly accessKeyId: string; readonly secretAccessKey: string };

let moto: Moto;
let adminKeys: Keys;
let callerKeys: Keys;
let lake: SecurityLakeServer;
let admin: ControlPlane;
let source: RegisteredSource;
let target: DoctorTarget;

/** The calls of `beforeAll`; after them every call is judged by IAM. */
const preparations = 6;

beforeAll(async () => {
  if (!hasMoto) return;
  moto = await startMoto({ callsBeforeIam: preparations });
  const plane = planeOf({ accessKeyId: 'any', secretAccessKey: 'any' });
  const keysOf = async (UserName: string, policy: object): Promise<Keys> => {
    await plane.iam.send(new CreateUserCommand({ UserName }));
    await plane.iam.send(
      new PutUserPolicyCommand({ UserName, PolicyName: 'may', PolicyDocument: JSON.stringify(policy) }),
    );
    const { AccessKey: key } = await plane.iam.send(new CreateAccessKeyCommand({ UserName }));
    return { accessKeyId: key?.AccessKeyId ?? '', secretAccessKey: key?.SecretAccessKey ?? '' };
  };
  adminKeys = await keysOf('admin', policyOf(['*']));
  callerKeys = await keysOf('caller', policyOf(callerMay));
});
afterAll(() => moto?.stop());

function planeOf(credentials: Keys): ControlPlane {
  const { endpoint } = moto;
  const securityLake = lake?.endpoint ?? endpoint;
  return openControlPlane({
    region,
    credentials,
    maxAttempts: 1,
    endpoints: { glue: endpoint, iam: endpoint, sts: endpoint, athena: endpoint, securityLake },
  });
}

function policyOf(actions: readonly string[]): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}

/** AWS takes the account for all that are in it; moto wants the user by name. */
function trustOf(id: string): string {
  return JSON.stringify(writerTrust('aws', account, id)).replace(':root', ':user/caller');
}

const roleName = 'AmazonSecurityLake-Provider-syslog-auth-eu-west-1';

/** A chain in which nothing is wrong: lake, source, role, bucket, crawler and table. */
beforeEach(async () => {
  if (!hasMoto) return;
  lake = await startSecurityLakeEmulator({ account, regions: [region] });
  admin = planeOf(adminKeys);
  const request = {
    name: 'syslog-auth',
    region,
    classUids: [3002],
    principal: account,
    externalId,
    crawlerRoleArn: crawlerRole,
  };
  ({ source } = await ensureSource(admin, request));
  target = {
    name: source.name,
    bucket: source.bucket,
    prefix: source.prefix,
    roleArn: source.roleArn,
    externalId,
    s3: { endpoint: moto.endpoint, forcePathStyle: true },
  };
  const s3 = new S3Client({ region, endpoint: moto.endpoint, credentials: adminKeys, forcePathStyle: true });
  await s3
    .send(new CreateBucketCommand({ Bucket: source.bucket, CreateBucketConfiguration: { LocationConstraint: region } }))
    .catch(() => undefined);
  await callerMayDo(callerMay);
  await makeRole('crawler', JSON.stringify(crawlerTrust()));
  await makeRole(roleName, trustOf(externalId));
  await writerMay(writerPolicy(source, { partition: 'aws' }));
  const { database: DatabaseName = '', table: Name = '' } = source;
  await admin.glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: DatabaseName } })).catch(() => undefined);
  await admin.glue.send(new CreateTableCommand({ DatabaseName, TableInput: { Name } })).catch(() => undefined);
  await makeCrawler();
});
afterEach(async () => {
  admin?.close();
  await lake?.close();
});

async function makeRole(name: string, trust: string): Promise<void> {
  const role = { RoleName: name, AssumeRolePolicyDocument: trust };
  await admin.iam.send(new CreateRoleCommand(role)).catch(() => undefined);
  await admin.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: name, PolicyDocument: trust }));
}

async function makeCrawler(): Promise<void> {
  const targets = { S3Targets: [{ Path: source.location }] };
  await admin.glue
    .send(
      new CreateCrawlerCommand({
        Name: 'syslog-auth',
        Role: 'crawler',
        Targets: targets,
        DatabaseName: source.database,
      }),
    )
    .catch(() => undefined);
}

async function writerMay(policy: object): Promise<void> {
  await admin.iam.send(
    new PutRolePolicyCommand({ RoleName: roleName, PolicyName: 'write', PolicyDocument: JSON.stringify(policy) }),
  );
}

async function callerMayDo(actions: readonly string[]): Promise<void> {
  const PolicyDocument = JSON.stringify(policyOf(actions));
  await admin.iam.send(new PutUserPolicyCommand({ UserName: 'caller', PolicyName: 'may', PolicyDocument }));
}

const without = (action: string): Promise<void> => callerMayDo(callerMay.filter((allowed) => allowed !== action));

async function steps(change: Partial<DoctorTarget> = {}, keys = callerKeys): Promise<readonly DoctorStep[]> {
  const plane = planeOf(keys);
  const found: DoctorStep[] = [];
  const options = {
    targets: [{ ...target, ...change }],
    athena: { workGroup: 'primary', output: `s3://${source.bucket}/answers/` },
  };
  for await (const step of diagnose(plane, options)) found.push(step);
  plane.close();
  return found;
}

const examined = test.skipIf(!hasMoto);

examined('finds nothing wrong where nothing is', async () => {
  const found = await steps();
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
  await writerMay(policyOf(['*']));
  const plane = planeOf(callerKeys);
  const found: DoctorStep[] = [];
  for await (const step of diagnose(plane, { targets: [target], readOnly: true })) found.push(step);
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
    breaking: () => lake.emulator.fail('ListDataLakes', 'access-denied', 9),
    check: 'lake',
    action: 'securitylake:ListDataLakes',
    says: /securitylake:ListDataLakes/,
  },
  {
    what: 'ListLogSources is not allowed',
    breaking: () => lake.emulator.fail('ListLogSources', 'access-denied', 9),
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
    breaking: () => without('sts:AssumeRole'),
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
      await without('sts:AssumeRole');
      await admin.iam.send(new DeleteRolePolicyCommand({ RoleName: roleName, PolicyName: 'write' }));
      await admin.iam.send(new DeleteRoleCommand({ RoleName: roleName }));
    },
    check: 'assume-role',
    says: /does not exist/,
  },
  {
    what: 'the role asks for no external id',
    breaking: () => makeRole(roleName, trustOf(externalId).replace(/,"Condition":\{[^}]*\}\}/, '')),
    check: 'external-id',
    says: /any external id/,
  },
  {
    what: 'the role may not write at all',
    breaking: () => writerMay(policyOf(['s3:GetObject'])),
    check: 'put',
    action: 's3:PutObject',
    says: /Allow arn:aws:iam.*s3:PutObject.*ext\/syslog-auth\/\*/,
  },
  {
    what: 'the role may write another source only',
    breaking: () => writerMay(writerPolicy({ ...source, prefix: 'ext/other/' }, { partition: 'aws' })),
    check: 'put',
    action: 's3:PutObject',
    says: /s3:PutObject/,
  },
  {
    what: 'the role may write everywhere',
    breaking: () => writerMay(policyOf(['s3:PutObject'])),
    check: 'outside',
    says: /Narrow s3:PutObject.*ext\/syslog-auth\/\*/,
  },
  {
    what: 'GetCrawler is not allowed',
    breaking: () => without('glue:GetCrawler'),
    check: 'crawler',
    action: 'glue:GetCrawler',
    says: /glue:GetCrawler/,
  },
  {
    what: 'the crawler is gone',
    breaking: () => admin.glue.send(new DeleteCrawlerCommand({ Name: 'syslog-auth' })),
    check: 'crawler',
    says: /no crawler "syslog-auth"/,
  },
  {
    what: 'GetRole is not allowed',
    breaking: () => without('iam:GetRole'),
    check: 'crawler-role',
    action: 'iam:GetRole',
    says: /iam:GetRole/,
  },
  {
    what: 'Glue may not assume the crawler role',
    breaking: () => makeRole('crawler', trustOf('x1')),
    check: 'crawler-role',
    says: /glue\.amazonaws\.com/,
  },
  {
    what: 'GetTable is not allowed',
    breaking: () => without('glue:GetTable'),
    check: 'table',
    action: 'glue:GetTable',
    says: /glue:GetTable/,
  },
  {
    what: 'the table is gone',
    breaking: () =>
      admin.glue.send(new DeleteTableCommand({ DatabaseName: source.database ?? '', Name: source.table ?? '' })),
    check: 'table',
    says: /no table/,
  },
  {
    what: 'GetPartitions is not allowed',
    breaking: () => without('glue:GetPartitions'),
    check: 'partitions',
    action: 'glue:GetPartitions',
    says: /glue:GetPartitions/,
  },
];

broken.push(
  ...(['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults'] as const).map((name) => ({
    what: `${name} is not allowed`,
    breaking: () => without(`athena:${name}`),
    check: 'athena',
    action: `athena:${name}`,
    says: new RegExp(`athena:${name}`),
  })),
  {
    what: 'ListSubscribers is not allowed',
    breaking: () => lake.emulator.fail('ListSubscribers', 'access-denied'),
    check: 'subscribers',
    action: 'securitylake:ListSubscribers',
    says: /securitylake:ListSubscribers/,
  },
);

examined.each(broken)('says what is wrong when $what', async ({ breaking, change, check, action, says }) => {
  await breaking();
  const failed = (await steps(change)).filter(({ status }) => status === 'failed');
  const step = failed.find((candidate) => candidate.check === check);
  expect(step, JSON.stringify(failed, undefined, 2)).toBeDefined();
  expect(`${step?.detail} ${step?.remedy ?? ''}`).toMatch(says);
  expect(step?.missing?.action).toBe(action);
  if (action !== undefined) expect(failed).toHaveLength(1);
});

examined('says when AWS does not know the credentials', async () => {
  const found = await steps({}, { accessKeyId: 'AKIAUNKNOWN000000000', secretAccessKey: 'none' });
  expect(found).toMatchObject([
    { check: 'credentials', status: 'failed', remedy: expect.stringContaining('credentials') },
  ]);
});

examined('says when Security Lake is not enabled', async () => {
  await lake.close();
  lake = await startSecurityLakeEmulator({ account, regions: ['us-east-1'] });
  const [, step] = await steps();
  expect(step).toMatchObject({ check: 'lake', status: 'failed', detail: expect.stringContaining('is not enabled') });
});

examined('names the key too when the lake has one of its own', async () => {
  await lake.close();
  lake = await startSecurityLakeEmulator({ account, regions: [region], kmsKeyId: '0a0a' });
  await writerMay(policyOf(['s3:GetObject']));
  const put = (await steps()).find(({ check }) => check === 'put');
  expect(put?.remedy).toMatch(/kms:GenerateDataKey.*arn:aws:kms:eu-west-1:123456789012:key\/0a0a/);
});

examined('asks Athena for a row', async () => {
  const cell = (text: string): object => ({ Data: [{ VarCharValue: text }] });
  const results = [{ rows: [cell('_col0'), cell('1')], column_info: [] }];
  await fetch(`${moto.endpoint}/moto-api/static/athena/query-results`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account_id: account, region, results }),
  });
  const athena = (found: readonly DoctorStep[]): string | undefined =>
    found.find(({ check }) => check === 'athena')?.detail;
  expect(athena(await steps())).toBe('a row came back');
  expect(athena(await steps())).toMatch(/has no row yet/);
});
