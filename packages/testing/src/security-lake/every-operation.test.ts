import * as sdk from '@aws-sdk/client-securitylake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from './operations/index.ts';
import { startSecurityLakeEmulator, type SecurityLakeServer } from './server.ts';

const roleArn = 'arn:aws:iam::111122223333:role/service-role/crawler';
const identity = { principal: '444455556666', externalId: 'sluice-1' };
let server: SecurityLakeServer;
let client: sdk.SecurityLakeClient;

beforeAll(async () => {
  server = await startSecurityLakeEmulator({ regions: ['eu-west-1'] });
  client = new sdk.SecurityLakeClient({
    region: 'eu-west-1',
    endpoint: server.endpoint,
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

/** Operations as the SDK describes them: `[9, namespace, name, { http: [method, path, status] }, …]`. */
function sdkOperations(): readonly string[] {
  const schemas = Object.values(sdk).filter((value): value is never => Array.isArray(value) && value[0] === 9);
  return schemas.map((schema: readonly unknown[]) => {
    const { http } = schema[3] as { readonly http: readonly [string, string, number] };
    return `${String(schema[2])}: ${http[0]} ${http[1]}`;
  });
}

test('has the operations, methods and paths of the AWS SDK, all of them and no other', () => {
  const ours = operations.map(({ name, method, path }) => `${name}: ${method} ${path}`);
  expect(ours).toHaveLength(31);
  expect(ours.toSorted()).toEqual(sdkOperations().toSorted());
});

test('the AWS SDK drives every operation', async () => {
  await dataLakes();
  await customSources();
  await awsSources();
  await subscribers();
  await exceptions();
  await organization();
  await tags();
  await client.send(new sdk.DeleteDataLakeCommand({ regions: ['us-west-2'] }));

  const answered = server.emulator.calls().filter(({ status }) => status === 200);
  const names = new Set(answered.map(({ operation }) => operation));
  expect([...names].toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
});

async function dataLakes(): Promise<void> {
  const configurations = [{ region: 'us-west-2', encryptionConfiguration: { kmsKeyId: 'alias/lake' } }];
  const created = await client.send(
    new sdk.CreateDataLakeCommand({
      configurations,
      metaStoreManagerRoleArn: roleArn,
      tags: [{ key: 'a', value: '' }],
    }),
  );
  expect(created.dataLakes?.[0]).toMatchObject({ region: 'us-west-2', createStatus: 'INITIALIZED' });
  await client.send(new sdk.UpdateDataLakeCommand({ configurations }));
  const { dataLakes: listed } = await client.send(new sdk.ListDataLakesCommand({ regions: ['us-west-2'] }));
  expect(listed).toHaveLength(1);
  expect(listed?.[0]).toMatchObject({
    dataLakeArn: 'arn:aws:securitylake:us-west-2:111122223333:data-lake/default',
    createStatus: 'COMPLETED',
    updateStatus: { status: 'COMPLETED' },
    encryptionConfiguration: { kmsKeyId: 'alias/lake' },
  });
  expect(listed?.[0]?.s3BucketArn).toMatch(/^arn:aws:s3:::aws-security-data-lake-us-west-2-[a-z0-9]{30}$/);
  expect((await client.send(new sdk.ListDataLakesCommand({}))).dataLakes).toHaveLength(2);
}

async function customSources(): Promise<void> {
  const configuration = { crawlerConfiguration: { roleArn }, providerIdentity: identity };
  const request = { sourceName: 'My-App', sourceVersion: '1.0', eventClasses: ['AUTHENTICATION'], configuration };
  const { source } = await client.send(new sdk.CreateCustomLogSourceCommand(request));
  expect(source).toEqual({
    sourceName: 'My-App',
    sourceVersion: '1.0',
    attributes: {
      crawlerArn: 'arn:aws:glue:eu-west-1:111122223333:crawler/My-App',
      databaseArn: 'arn:aws:glue:eu-west-1:111122223333:database/amazon_security_lake_glue_db_eu_west_1',
      tableArn:
        'arn:aws:glue:eu-west-1:111122223333:table/amazon_security_lake_glue_db_eu_west_1/' +
        'amazon_security_lake_table_eu_west_1_ext_my_app_1_0',
    },
    provider: {
      roleArn: 'arn:aws:iam::111122223333:role/AmazonSecurityLake-Provider-My-App-eu-west-1',
      location: expect.stringMatching(/^s3:\/\/aws-security-data-lake-eu-west-1-[a-z0-9]{30}\/ext\/My-App\/1\.0\/$/),
    },
  });
  const { sources } = await client.send(new sdk.ListLogSourcesCommand({ regions: ['eu-west-1'] }));
  expect(sources).toEqual([{ account: '111122223333', region: 'eu-west-1', sources: [{ customLogSource: source }] }]);
  const { dataLakeSources } = await client.send(new sdk.GetDataLakeSourcesCommand({}));
  expect(dataLakeSources).toMatchObject([{ sourceName: 'My-App', eventClasses: ['AUTHENTICATION'] }]);
  await client.send(new sdk.DeleteCustomLogSourceCommand({ sourceName: 'My-App', sourceVersion: '1.0' }));
  expect((await client.send(new sdk.ListLogSourcesCommand({}))).sources).toEqual([]);
}

async function awsSources(): Promise<void> {
  const sources = [{ regions: ['eu-west-1'], sourceName: sdk.AwsLogSourceName.ROUTE53 }];
  expect((await client.send(new sdk.CreateAwsLogSourceCommand({ sources }))).failed).toEqual([]);
  const filter = [{ awsLogSource: { sourceName: sdk.AwsLogSourceName.ROUTE53 } }];
  const listed = await client.send(new sdk.ListLogSourcesCommand({ sources: filter }));
  expect(listed.sources?.[0]?.sources).toEqual([{ awsLogSource: { sourceName: 'ROUTE53', sourceVersion: '2.0' } }]);
  expect((await client.send(new sdk.DeleteAwsLogSourceCommand({ sources }))).failed).toEqual([]);
}

async function subscribers(): Promise<void> {
  const sources = [{ customLogSource: { sourceName: 'My-App' } }];
  const { subscriber } = await client.send(
    new sdk.CreateSubscriberCommand({ subscriberName: 'hunters', subscriberIdentity: identity, sources }),
  );
  const subscriberId = subscriber?.subscriberId ?? '';
  expect(subscriber).toMatchObject({ subscriberStatus: 'ACTIVE', accessTypes: ['S3'], createdAt: expect.any(Date) });
  const queue = { sqsNotificationConfiguration: {} };
  const created = await client.send(
    new sdk.CreateSubscriberNotificationCommand({ subscriberId, configuration: queue }),
  );
  expect(created.subscriberEndpoint).toMatch(/^arn:aws:sqs:eu-west-1:111122223333:AmazonSecurityLake-.*-Main-Queue$/);
  await expect(
    client.send(new sdk.CreateSubscriberNotificationCommand({ subscriberId, configuration: queue })),
  ).rejects.toThrow(sdk.ConflictException);
  const endpoint = 'https://siem.example.com/events';
  const https = { httpsNotificationConfiguration: { endpoint, targetRoleArn: roleArn } };
  await client.send(new sdk.UpdateSubscriberNotificationCommand({ subscriberId, configuration: https }));
  await client.send(new sdk.UpdateSubscriberCommand({ subscriberId, subscriberName: 'analysts' }));
  const found = await client.send(new sdk.GetSubscriberCommand({ subscriberId }));
  expect(found.subscriber).toMatchObject({ subscriberName: 'analysts', subscriberEndpoint: endpoint });
  expect((await client.send(new sdk.ListSubscribersCommand({}))).subscribers).toHaveLength(1);
  await client.send(new sdk.DeleteSubscriberNotificationCommand({ subscriberId }));
  await client.send(new sdk.DeleteSubscriberCommand({ subscriberId }));
  await expect(client.send(new sdk.GetSubscriberCommand({ subscriberId }))).rejects.toThrow(sdk.AccessDeniedException);
}

async function exceptions(): Promise<void> {
  const timestamp = '2026-03-01T00:00:00.000Z';
  server.emulator.addException({ region: 'eu-west-1', exception: 'Denied', remediation: 'Allow', timestamp });
  const listed = await client.send(new sdk.ListDataLakeExceptionsCommand({ regions: ['eu-west-1'] }));
  expect(listed.exceptions).toEqual([
    { region: 'eu-west-1', exception: 'Denied', remediation: 'Allow', timestamp: new Date(timestamp) },
  ]);
  const subscription = { subscriptionProtocol: 'email', notificationEndpoint: 'ops@example.com' };
  await client.send(new sdk.CreateDataLakeExceptionSubscriptionCommand(subscription));
  await client.send(new sdk.UpdateDataLakeExceptionSubscriptionCommand({ ...subscription, exceptionTimeToLive: 30 }));
  const found = await client.send(new sdk.GetDataLakeExceptionSubscriptionCommand({}));
  expect(found).toMatchObject({ ...subscription, exceptionTimeToLive: 30 });
  await client.send(new sdk.DeleteDataLakeExceptionSubscriptionCommand({}));
}

async function organization(): Promise<void> {
  const autoEnableNewAccount = [{ region: 'eu-west-1', sources: [{ sourceName: sdk.AwsLogSourceName.WAF }] }];
  await client.send(new sdk.CreateDataLakeOrganizationConfigurationCommand({ autoEnableNewAccount }));
  const found = await client.send(new sdk.GetDataLakeOrganizationConfigurationCommand({}));
  expect(found.autoEnableNewAccount).toEqual(autoEnableNewAccount);
  await client.send(new sdk.DeleteDataLakeOrganizationConfigurationCommand({ autoEnableNewAccount }));
  await client.send(new sdk.RegisterDataLakeDelegatedAdministratorCommand({ accountId: '444455556666' }));
  await client.send(new sdk.DeregisterDataLakeDelegatedAdministratorCommand({}));
}

async function tags(): Promise<void> {
  const resourceArn = 'arn:aws:securitylake:eu-west-1:111122223333:data-lake/default';
  await client.send(new sdk.TagResourceCommand({ resourceArn, tags: [{ key: '__proto__', value: 'x' }] }));
  const listed = await client.send(new sdk.ListTagsForResourceCommand({ resourceArn }));
  expect(listed.tags).toEqual([{ key: '__proto__', value: 'x' }]);
  await client.send(new sdk.UntagResourceCommand({ resourceArn, tagKeys: ['__proto__'] }));
  expect((await client.send(new sdk.ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([]);
}
