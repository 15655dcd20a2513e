import { startSecurityLakeEmulator, type SecurityLakeServer } from '@sluice/testing/security-lake';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../harness/command.ts';
import { optionalPrograms } from './harness/programs.ts';

const region = 'eu-west-1';
const { awsCli } = await optionalPrograms();
let server: SecurityLakeServer;

beforeAll(async () => void (server = await startSecurityLakeEmulator({ regions: [region] })));
afterAll(() => server.close());

/** Runs `aws securitylake …`; gives its answer. */
async function aws(command: string, input: object = {}): Promise<Record<string, unknown>> {
  const output = await run(
    'aws',
    ['securitylake', command, '--cli-input-json', JSON.stringify(input), '--output', 'json'],
    {
      env: {
        AWS_ENDPOINT_URL_SECURITYLAKE: server.endpoint,
        AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'not-a-secret',
        AWS_DEFAULT_REGION: region,
        AWS_PAGER: '',
      },
    },
  );
  return output.trim() === '' ? {} : (JSON.parse(output) as Record<string, unknown>);
}

const roleArn = 'arn:aws:iam::111122223333:role/crawler';
const identity = { principal: '444455556666', externalId: 'x1' };
const source = {
  sourceName: 'my-app',
  sourceVersion: '1.0',
  eventClasses: ['AUTHENTICATION'],
  configuration: { crawlerConfiguration: { roleArn }, providerIdentity: identity },
};

test.skipIf(!awsCli)('the AWS CLI drives every operation of the emulator', { timeout: 300_000 }, async () => {
  const configurations = [{ region: 'us-west-2' }];
  await aws('create-data-lake', { configurations, metaStoreManagerRoleArn: roleArn });
  await aws('update-data-lake', { configurations });
  expect((await aws('list-data-lakes', { regions: [region] }))['dataLakes']).toHaveLength(1);
  await aws('delete-data-lake', { regions: ['us-west-2'] });

  const created = (await aws('create-custom-log-source', source))['source'];
  expect(created).toMatchObject({ provider: { location: expect.stringMatching(/\/ext\/my-app\/1\.0\/$/) } });
  const listed = await aws('list-log-sources', { regions: [region], maxResults: 1 });
  expect(listed['sources']).toEqual([{ account: '111122223333', region, sources: [{ customLogSource: created }] }]);
  expect((await aws('get-data-lake-sources'))['dataLakeSources']).toMatchObject([{ eventClasses: ['AUTHENTICATION'] }]);
  await aws('delete-custom-log-source', { sourceName: 'my-app', sourceVersion: '1.0' });
  const sources = [{ regions: [region], sourceName: 'WAF' }];
  await aws('create-aws-log-source', { sources });
  await aws('delete-aws-log-source', { sources });

  const subscribing = {
    subscriberName: 'hunters',
    subscriberIdentity: identity,
    sources: [{ awsLogSource: { sourceName: 'WAF' } }],
  };
  const { subscriber } = (await aws('create-subscriber', subscribing)) as {
    subscriber: { subscriberId: string; subscriberArn: string };
  };
  const { subscriberId, subscriberArn: resourceArn } = subscriber;
  const sqs = { subscriberId, configuration: { sqsNotificationConfiguration: {} } };
  expect((await aws('create-subscriber-notification', sqs))['subscriberEndpoint']).toMatch(/Main-Queue$/);
  await aws('update-subscriber-notification', sqs);
  await aws('update-subscriber', { subscriberId, subscriberName: 'analysts' });
  expect((await aws('get-subscriber', { subscriberId }))['subscriber']).toMatchObject({ subscriberName: 'analysts' });
  expect((await aws('list-subscribers', { maxResults: 1 }))['subscribers']).toHaveLength(1);
  await aws('tag-resource', { resourceArn, tags: [{ key: 'team', value: 'blue' }] });
  expect((await aws('list-tags-for-resource', { resourceArn }))['tags']).toEqual([{ key: 'team', value: 'blue' }]);
  await aws('untag-resource', { resourceArn, tagKeys: ['team'] });
  await aws('delete-subscriber-notification', { subscriberId });
  await aws('delete-subscriber', { subscriberId });

  await aws('list-data-lake-exceptions');
  const subscription = { subscriptionProtocol: 'email', notificationEndpoint: 'ops@example.com' };
  await aws('create-data-lake-exception-subscription', subscription);
  await aws('update-data-lake-exception-subscription', subscription);
  expect(await aws('get-data-lake-exception-subscription')).toMatchObject(subscription);
  await aws('delete-data-lake-exception-subscription');
  const autoEnableNewAccount = [{ region, sources: [{ sourceName: 'WAF' }] }];
  await aws('create-data-lake-organization-configuration', { autoEnableNewAccount });
  expect(await aws('get-data-lake-organization-configuration')).toMatchObject({ autoEnableNewAccount });
  await aws('delete-data-lake-organization-configuration', { autoEnableNewAccount });
  await aws('register-data-lake-delegated-administrator', { accountId: '444455556666' });
  await aws('deregister-data-lake-delegated-administrator');

  const calls = server.emulator.calls();
  expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
  expect(new Set(calls.map(({ operation }) => operation)).size).toBe(31);
});

test.skipIf(!awsCli)('the AWS CLI shows the errors of the service as such', { timeout: 60_000 }, async () => {
  await expect(aws('delete-custom-log-source', { sourceName: 'nobody' })).rejects.toThrow(/ResourceNotFoundException/);
  await expect(aws('list-log-sources', { nextToken: 'x' })).rejects.toThrow(/BadRequestException.*InvalidToken/);
  server.emulator.fail('CreateCustomLogSource', 'conflict');
  await expect(aws('create-custom-log-source', source)).rejects.toThrow(/ConflictException/);
  server.emulator.fail('CreateCustomLogSource', 'access-denied');
  await expect(aws('create-custom-log-source', source)).rejects.toThrow(/AccessDeniedException/);
});
