import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { writerPolicy, writerTrust } from '@sluice/core/security-lake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRadosgw, type Radosgw } from './harness/radosgw.ts';

/** What moto does not judge: callers of another account, and the reading half of a copy. Ceph's gateway judges both. */
const region = 'us-east-1';
const bucket = 'aws-security-data-lake-us-east-1-example';
const prefix = 'ext/syslog-auth/';
const [account, otherAccount] = ['123456789012', '444455556666'];
const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
const roleArn = `arn:aws:iam::${account}:role/writer`;

type Keys = Awaited<ReturnType<Radosgw['addAccount']>>;

let folder: string;
let server: Radosgw;
let owner: Keys;
let outsider: Keys;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-accounts-'));
  server = await startRadosgw(folder);
  owner = await server.addAccount(account);
  outsider = await server.addAccount(otherAccount);
  const s3 = clientOf(owner);
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'aws/secret', Body: 'secret' }));
  const iam = new IAMClient({ region, endpoint: server.endpoint, credentials: owner });
  const trust = writerTrust('aws', account, 'x');
  // The gateway never finds the condition on the external id met, and knows users, not `root`.
  const Statement = trust.Statement.map(({ Condition: _, ...statement }) => statement);
  const AssumeRolePolicyDocument = JSON.stringify({ ...trust, Statement }).replace(':root', ':user/system');
  const PolicyDocument = JSON.stringify(writerPolicy({ bucket, prefix }, { partition: 'aws' }));
  await iam.send(new CreateRoleCommand({ RoleName: 'writer', AssumeRolePolicyDocument }));
  await iam.send(new PutRolePolicyCommand({ RoleName: 'writer', PolicyName: 'write', PolicyDocument }));
});

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

function clientOf(credentials: Keys | ReturnType<typeof fromTemporaryCredentials>): S3Client {
  return new S3Client({
    region,
    endpoint: server.endpoint,
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials,
  });
}

function writerOf(by: Keys): S3Client {
  const credentials = fromTemporaryCredentials({
    masterCredentials: by,
    clientConfig: { region, endpoint: server.endpoint, maxAttempts: 1 },
    params: { RoleArn: roleArn, RoleSessionName: 'test' },
  });
  return clientOf(credentials);
}

const put = (Key: string): PutObjectCommand => new PutObjectCommand({ Bucket: bucket, Key, Body: 'PAR1' });

test('the account that the role trusts writes below the prefix, and nowhere else', async () => {
  const writer = writerOf(owner);
  await expect(writer.send(put(`${prefix}one.parquet`))).resolves.toBeDefined();
  await expect(writer.send(put('ext/syslog-auth2/one.parquet'))).rejects.toMatchObject(denied);
  await expect(writer.send(new ListObjectsV2Command({ Bucket: bucket }))).rejects.toMatchObject(denied);
});

test('the role may not copy what it may not read', async () => {
  const copy = new CopyObjectCommand({ Bucket: bucket, Key: `${prefix}copy`, CopySource: `${bucket}/aws/secret` });
  await expect(writerOf(owner).send(copy)).rejects.toMatchObject(denied);
});

test('another account may neither assume the role nor touch the bucket with its own keys', async () => {
  // The gateway's STS gives a bare 403.
  const status = { $metadata: { httpStatusCode: 403 } };
  await expect(writerOf(outsider).send(put(`${prefix}two.parquet`))).rejects.toMatchObject(status);
  const s3 = clientOf(outsider);
  const [Bucket, Key] = [`${account}:${bucket}`, `${prefix}one.parquet`];
  await expect(s3.send(new PutObjectCommand({ Bucket, Key, Body: 'PAR1' }))).rejects.toMatchObject(denied);
  await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject(denied);
});
