import { PutObjectCommand, S3Client, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import {
  CreateCustomLogSourceCommand,
  CreateSubscriberCommand,
  CreateSubscriberNotificationCommand,
  SecurityLakeClient,
} from '@aws-sdk/client-securitylake';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSecurityLakeEmulator, type SecurityLakeServer } from './server.ts';

const region = 'eu-west-1';
const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' };

let lake: SecurityLakeServer;
let bucket: string;
let prefix: string;
let roleArn: string;
let queueUrl: string;

beforeAll(async () => {
  lake = await startSecurityLakeEmulator({ regions: [region] });
  const client = new SecurityLakeClient({ region, endpoint: lake.endpoint, credentials });
  const { source } = await client.send(
    new CreateCustomLogSourceCommand({
      sourceName: 'doors',
      configuration: {
        crawlerConfiguration: { roleArn: 'arn:aws:iam::111122223333:role/crawler' },
        providerIdentity: { principal: '111122223333', externalId: 'right' },
      },
    }),
  );
  const location = new URL(source?.provider?.location ?? '');
  [bucket, prefix, roleArn] = [location.hostname, location.pathname.slice(1), source?.provider?.roleArn ?? ''];
  const { subscriber } = await client.send(
    new CreateSubscriberCommand({
      subscriberName: 'hunters',
      subscriberIdentity: { principal: '111122223333', externalId: 'hunters-1' },
      sources: [{ customLogSource: { sourceName: 'doors' } }],
      accessTypes: ['S3'],
    }),
  );
  const { subscriberEndpoint = '' } = await client.send(
    new CreateSubscriberNotificationCommand({
      subscriberId: subscriber?.subscriberId,
      configuration: { sqsNotificationConfiguration: {} },
    }),
  );
  queueUrl = lake.queues.urlOf(lake.endpoint, subscriberEndpoint.split(':').at(-1) ?? '');
});
afterAll(() => lake.close());

function writer(externalId: string | undefined): S3Client {
  const assumed = fromTemporaryCredentials({
    masterCredentials: credentials,
    clientConfig: { region, endpoint: lake.endpoint, maxAttempts: 1 },
    params: {
      RoleArn: roleArn,
      RoleSessionName: 'test',
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
    },
  });
  return new S3Client({ region, endpoint: lake.endpoint, forcePathStyle: true, maxAttempts: 1, credentials: assumed });
}

const put = (Key: string): PutObjectCommand => new PutObjectCommand({ Bucket: bucket, Key, Body: 'PAR1' });

test('an object that the role of a source puts is told to its subscribers, on their queue', async () => {
  const sqs = new SQSClient({ region, endpoint: lake.endpoint, credentials });
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }))).Messages).toBeUndefined();
  const key = `${prefix}region=${region}/accountId=111122223333/eventDay=20260115/one.parquet`;
  await writer('right').send(put(key));
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }));
  expect(JSON.parse(Messages[0]?.Body ?? '')).toMatchObject({
    detail: { bucket: { name: bucket }, object: { key, size: 4 } },
  });
});

test.each([['wrong'], [undefined]])('with the external id %s there is no session', async (externalId) => {
  await expect(writer(externalId).send(put(`${prefix}two`))).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a session of the role may put below the location of its source, and nothing else', async () => {
  const s3 = writer('right');
  await expect(s3.send(put('ext/other/one'))).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(s3.send(new ListObjectsV2Command({ Bucket: bucket }))).rejects.toMatchObject({ name: 'AccessDenied' });
  const read = new GetObjectCommand({ Bucket: bucket, Key: `${prefix}one` });
  await expect(s3.send(read)).rejects.toMatchObject({ name: 'AccessDenied' });
});
