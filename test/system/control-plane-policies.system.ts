import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { pipelinePolicy, writerPolicy, writerTrust } from '@sluice/core/security-lake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMoto, type Moto } from './harness/moto.ts';
import { optionalPrograms } from './harness/programs.ts';

const { moto: hasMoto } = await optionalPrograms();
const region = 'eu-west-1';
const bucket = 'aws-security-data-lake-eu-west-1-example';
/** moto's account. */
const account = '123456789012';
const prefix = 'ext/syslog-auth/';
/** Without the partition: moto decodes `=` before it verifies the signature, and then finds it wrong. */
const key = `${prefix}one.parquet`;
const roleArn = `arn:aws:iam::${account}:role/writer`;
/** Calls of `beforeAll`: after them every call is judged by IAM. */
const preparations = 11;

let moto: Moto;
let keys: { readonly accessKeyId: string; readonly secretAccessKey: string };
let strangerKeys: typeof keys;
let writer: S3Client;

beforeAll(async () => {
  if (!hasMoto) return;
  moto = await startMoto({ callsBeforeIam: preparations });
  const config = { region, endpoint: moto.endpoint, credentials: { accessKeyId: 'any', secretAccessKey: 'any' } };
  const iam = new IAMClient(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const create = { CreateBucketConfiguration: { LocationConstraint: region } } as const;
  await s3.send(new CreateBucketCommand({ Bucket: bucket, ...create }));
  await s3.send(new CreateBucketCommand({ Bucket: 'another-bucket', ...create }));
  // AWS takes the account for all that are in it; moto wants the user by name.
  const trust = JSON.stringify(writerTrust('aws', account, 'right-id')).replace(':root', ':user/pipeline');
  const policy = JSON.stringify(writerPolicy({ bucket, prefix }, { partition: 'aws' }));
  await iam.send(new CreateRoleCommand({ RoleName: 'writer', AssumeRolePolicyDocument: trust }));
  await iam.send(new PutRolePolicyCommand({ RoleName: 'writer', PolicyName: 'write', PolicyDocument: policy }));
  await iam.send(new CreateRoleCommand({ RoleName: 'other', AssumeRolePolicyDocument: trust }));
  await iam.send(new CreateUserCommand({ UserName: 'pipeline' }));
  const assuming = JSON.stringify(pipelinePolicy([roleArn]));
  await iam.send(new PutUserPolicyCommand({ UserName: 'pipeline', PolicyName: 'assume', PolicyDocument: assuming }));
  keys = await keysOf(iam, 'pipeline');
  await iam.send(new CreateUserCommand({ UserName: 'stranger' }));
  await iam.send(new PutUserPolicyCommand({ UserName: 'stranger', PolicyName: 'assume', PolicyDocument: assuming }));
  strangerKeys = await keysOf(iam, 'stranger');
  const credentials = await assume({ externalId: 'right-id' });
  writer = new S3Client({ region, endpoint: moto.endpoint, forcePathStyle: true, maxAttempts: 1, credentials });
});
afterAll(() => moto?.stop());

async function keysOf(iam: IAMClient, UserName: string): Promise<typeof keys> {
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

interface Assuming {
  readonly by?: typeof keys;
  readonly externalId?: string | undefined;
  readonly role?: string;
}

/** Credentials of the role, as the pipeline's user gets them from STS. */
function assume({
  externalId,
  role = roleArn,
  by = keys,
}: Assuming): ReturnType<ReturnType<typeof fromTemporaryCredentials>> {
  return fromTemporaryCredentials({
    masterCredentials: by,
    clientConfig: { region, endpoint: moto.endpoint, maxAttempts: 1 },
    params: {
      RoleArn: role,
      RoleSessionName: 'test',
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
    },
  })();
}

const judged = test.skipIf(!hasMoto);

judged('the role with the emitted policy writes below its prefix', async () => {
  const { $metadata } = await writer.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: 'PAR1' }));
  expect($metadata.httpStatusCode).toBe(200);
});

const put = (Key: string, Bucket = bucket): PutObjectCommand => new PutObjectCommand({ Bucket, Key, Body: 'PAR1' });

judged.each([
  ['another source', (s3: S3Client) => s3.send(put('ext/app-logs-http/one.parquet'))],
  ['a source whose name begins with its own', (s3: S3Client) => s3.send(put('ext/syslog-auth2/one.parquet'))],
  ['the sources of AWS', (s3: S3Client) => s3.send(put('aws/WAF/2.0/one.parquet'))],
  ['the top of the bucket', (s3: S3Client) => s3.send(put('one.parquet'))],
  ['another bucket', (s3: S3Client) => s3.send(put(key, 'another-bucket'))],
])('it may not write %s', async (_, attempt) => {
  await expect(attempt(writer)).rejects.toMatchObject({ name: 'AccessDenied' });
});

judged.each([
  ['list', (s3: S3Client) => s3.send(new ListObjectsV2Command({ Bucket: bucket }))],
  ['read', (s3: S3Client) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))],
  ['delete', (s3: S3Client) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))],
  ['set an ACL', (s3: S3Client) => s3.send(new PutObjectAclCommand({ Bucket: bucket, Key: key, ACL: 'public-read' }))],
  [
    'set tags',
    (s3: S3Client) =>
      s3.send(
        new PutObjectTaggingCommand({ Bucket: bucket, Key: key, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } }),
      ),
  ],
  [
    'change the policy of the bucket',
    (s3: S3Client) => s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: '{}' })),
  ],
])('it may not %s', async (_, attempt) => {
  await expect(attempt(writer)).rejects.toMatchObject({ name: 'AccessDenied' });
});

// Without any external id AWS refuses too; moto does not judge a condition whose key the request lacks.
judged('nobody assumes it with a wrong external id', async () => {
  await expect(assume({ externalId: 'wrong-id' })).rejects.toMatchObject({ name: 'AccessDenied' });
});

judged('the policy of a pipeline lets it assume its own roles and no other', async () => {
  const other = `arn:aws:iam::${account}:role/other`;
  await expect(assume({ externalId: 'right-id', role: other })).rejects.toMatchObject({ name: 'AccessDenied' });
});

judged('whom the role does not trust may not assume it, though a policy of theirs says so', async () => {
  await expect(assume({ externalId: 'right-id', by: strangerKeys })).rejects.toMatchObject({ name: 'AccessDenied' });
});
