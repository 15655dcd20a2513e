import { CreateRoleCommand, GetRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCrawlerRole, ensureCrawlerRole } from './crawler-role.ts';
import { describeLake } from './describe-lake.ts';
import { emulatedPlane, type EmulatedPlane } from './emulated-plane.fixture.ts';

let aws: EmulatedPlane;
beforeEach(() => (aws = emulatedPlane('0a0a')));
afterEach(() => aws.close());

test('creates a role for Glue that may touch ext/ and the key of the lake', async () => {
  const lake = await describeLake(aws.plane);
  const arn = await ensureCrawlerRole(aws.plane, lake, { settleMs: 0 });
  expect(arn).toBe('arn:aws:iam::111122223333:role/SluiceCrawler-eu-west-1');
  await checkCrawlerRole(aws.plane, arn);
  const policy = await aws.plane.iam.send(
    new GetRolePolicyCommand({ RoleName: 'SluiceCrawler-eu-west-1', PolicyName: 'SluiceCrawler' }),
  );
  const { Statement } = JSON.parse(decodeURIComponent(policy.PolicyDocument ?? '')) as {
    Statement: { Action: string[]; Resource: string }[];
  };
  expect(Statement.map(({ Action, Resource }) => [Action.join(), Resource])).toEqual([
    ['s3:GetObject,s3:PutObject', `arn:aws:s3:::${lake.bucket}/ext/*`],
    ['kms:Decrypt,kms:GenerateDataKey', 'arn:aws:kms:eu-west-1:111122223333:key/0a0a'],
  ]);
});

test('a second time changes nothing', async () => {
  const lake = await describeLake(aws.plane);
  const arn = await ensureCrawlerRole(aws.plane, lake, { settleMs: 0 });
  expect(await ensureCrawlerRole(aws.plane, lake, { settleMs: 60_000 })).toBe(arn);
});

test('leaves a role alone that is not for Glue', async () => {
  const Statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await aws.plane.iam.send(new CreateRoleCommand({ RoleName: 'mine', AssumeRolePolicyDocument }));
  const lake = await describeLake(aws.plane);
  await expect(ensureCrawlerRole(aws.plane, lake, { roleName: 'mine', settleMs: 0 })).rejects.toMatchObject({
    code: 'role_unfit',
    message: expect.stringContaining('glue.amazonaws.com'),
  });
  await expect(checkCrawlerRole(aws.plane, 'arn:aws:iam::111122223333:role/nobody')).rejects.toThrow(/does not exist/);
});

test('says where Security Lake is not enabled', async () => {
  const { openControlPlane } = await import('./control-plane.ts');
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' };
  const elsewhere = openControlPlane({ region: 'us-west-2', credentials });
  await expect(describeLake(elsewhere)).rejects.toMatchObject({ code: 'lake_not_enabled' });
});
