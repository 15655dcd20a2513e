import {
  ConflictException,
  CreateCustomLogSourceCommand,
  DeleteCustomLogSourceCommand,
  ListLogSourcesCommand,
  paginateListLogSources,
  SecurityLakeClient,
  ThrottlingException,
} from '@aws-sdk/client-securitylake';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSecurityLakeEmulator, type SecurityLakeEmulator } from './emulator.ts';
import { securityLakeHandlers } from './msw-handlers.ts';
import { authorization, signedRequest } from './signed-request.fixture.ts';

const network = setupServer();
let emulator: SecurityLakeEmulator;
let time = Date.parse('2026-03-01T00:00:00Z');

beforeAll(() => network.listen({ onUnhandledFrame: 'error' }));
beforeEach(() => {
  emulator = createSecurityLakeEmulator({ regions: ['us-east-1', 'eu-west-1'], now: () => time });
  network.use(...securityLakeHandlers(emulator));
});
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

function clientOf(region = 'us-east-1', maxAttempts = 1): SecurityLakeClient {
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' };
  return new SecurityLakeClient({ region, credentials, maxAttempts });
}

const client = clientOf();

function create(sourceName: string, externalId = 'x1', from = client): Promise<unknown> {
  const crawlerConfiguration = { roleArn: 'arn:aws:iam::111122223333:role/crawler' };
  const configuration = { crawlerConfiguration, providerIdentity: { principal: '444455556666', externalId } };
  return from.send(new CreateCustomLogSourceCommand({ sourceName, configuration }));
}

async function names(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const page of paginateListLogSources({ client, pageSize: 2 }, {}))
    for (const { sources = [] } of page.sources ?? [])
      for (const { customLogSource } of sources) found.push(customLogSource?.sourceName ?? '');
  return found;
}

test('the same creation twice is one source with one answer', async () => {
  const first = (await create('app')) as { source?: unknown };
  const second = (await create('app')) as { source?: unknown };
  expect(second.source).toEqual(first.source);
  expect(await names()).toEqual(['app']);
});

test('another configuration under the same name is a conflict that names the source', async () => {
  await create('app');
  const error = await create('app', 'x2').catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ConflictException);
  expect(error).toMatchObject({ resourceName: 'app', resourceType: 'CustomLogSource' });
});

test('two names that Glue cannot tell apart are a conflict', async () => {
  await create('my-app');
  await expect(create('My_App')).rejects.toThrow(ConflictException);
  await expect(create('My_App', 'x1', clientOf('eu-west-1'))).resolves.toBeDefined();
});

test('a deleted source leaves its crawler, which blocks the name until it is deleted', async () => {
  await create('app');
  await client.send(new DeleteCustomLogSourceCommand({ sourceName: 'app' }));
  await expect(create('app')).rejects.toThrow(/crawler app is left/);
  const request = signedRequest('POST', '/', { Name: 'app' });
  request.headers.set('authorization', authorization('us-east-1', 'glue'));
  request.headers.set('x-amz-target', 'AWSGlue.DeleteCrawler');
  expect(await emulator.handle(request)).toMatchObject({ status: 200 });
  await expect(create('app')).resolves.toBeDefined();
});

test('pages are complete and in order, also within the sources of one region', async () => {
  const wanted = Array.from({ length: 7 }, (_, i) => `app-${i}`);
  for (const name of wanted) await create(name);
  expect(await names()).toEqual(wanted);
});

test('a token is good for its own question and for 24 hours', async () => {
  for (const name of ['a', 'b', 'c']) await create(name);
  const { nextToken } = await client.send(new ListLogSourcesCommand({ maxResults: 1 }));
  const next = { nextToken, maxResults: 1 };
  await expect(client.send(new ListLogSourcesCommand({ ...next, regions: ['us-east-1'] }))).rejects.toThrow(
    /InvalidToken/,
  );
  await expect(client.send(new ListLogSourcesCommand({ nextToken: 'x' }))).rejects.toThrow(/InvalidToken/);
  expect((await client.send(new ListLogSourcesCommand(next))).sources).toHaveLength(1);
  time += 24 * 60 * 60_000 + 1;
  await expect(client.send(new ListLogSourcesCommand(next))).rejects.toThrow(/InvalidToken/);
});

test('an account has at most 50 custom sources', async () => {
  for (let i = 0; i < 50; i++) await create(`app-${i}`);
  await expect(create('one-more')).rejects.toThrow(/50 custom sources/);
});

test('fails as often as it is told to, and then no more', async () => {
  emulator.fail('CreateCustomLogSource', 'throttle', 2);
  await expect(create('app')).rejects.toThrow(ThrottlingException);
  await expect(create('app')).rejects.toMatchObject({ retryAfterSeconds: 1, $metadata: { httpStatusCode: 429 } });
  await create('app');
});

test.each([
  ['conflict', 'ConflictException', 409],
  ['access-denied', 'AccessDeniedException', 403],
  ['internal', 'InternalServerException', 500],
] as const)('plays %s as %s', async (fault, name, httpStatusCode) => {
  emulator.fail('*', fault);
  await expect(create('app')).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  expect(await names()).toEqual([]);
});

test('a lost answer is a call that was carried out', async () => {
  emulator.fail('CreateCustomLogSource', 'lost-answer');
  await expect(create('app')).rejects.toThrow(/Internal/);
  expect(await names()).toEqual(['app']);
});

test('the retries of the AWS SDK get over throttling', async () => {
  emulator.fail('ListLogSources', 'throttle');
  const patient = clientOf('us-east-1', 2);
  expect((await patient.send(new ListLogSourcesCommand({}))).sources).toEqual([]);
});

test.each([
  undefined,
  'Bearer x',
  'AWS4-HMAC-SHA256 Credential=a/b',
  authorization('us-east-1').replace('Signature=', 'S='),
])('refuses the Authorization header %o', async (header) => {
  const request = signedRequest('POST', '/v1/datalake/logsources/list', {});
  request.headers.delete('authorization');
  if (header !== undefined) request.headers.set('authorization', header);
  expect(await emulator.handle(request)).toMatchObject({
    status: 403,
    headers: { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
  });
});

test('knows no other paths, and no source in a region without a data lake', async () => {
  expect(await emulator.handle(signedRequest('GET', '/v1/nothing'))).toMatchObject({ status: 404 });
  expect(await emulator.handle(signedRequest('GET', '/v1/subscribers/%ZZ'))).toMatchObject({ status: 404 });
  await expect(create('app', 'x1', clientOf('us-west-2'))).rejects.toThrow(/DataLake us-west-2 was not found/);
});

test('tells the subscribers of a source, and no other, of an object', async () => {
  const subscribe = async (sourceName: string, notified: boolean): Promise<string> => {
    const { body } = await emulator.handle(
      signedRequest('POST', '/v1/subscribers', {
        subscriberName: sourceName,
        subscriberIdentity: { principal: '444455556666', externalId: 'x1' },
        sources: [{ customLogSource: { sourceName } }],
      }),
    );
    const id = (JSON.parse(body) as { subscriber: { subscriberId: string } }).subscriber.subscriberId;
    const configuration = { sqsNotificationConfiguration: {} };
    if (notified) await emulator.handle(signedRequest('POST', `/v1/subscribers/${id}/notification`, { configuration }));
    return id;
  };
  const reader = await subscribe('app', true);
  await subscribe('app', false);
  await subscribe('app2', true);
  const key = 'ext/app/region=us-east-1/accountId=111122223333/eventDay=20260301/a b.parquet';
  const told = emulator.objectWritten({ region: 'us-east-1', key, byteLength: 5, etag: 'e' });
  expect(told.map(({ subscriberId }) => subscriberId)).toEqual([reader]);
  expect(JSON.parse(told[0]?.body ?? '')).toMatchObject({
    source: 'aws.s3',
    account: '111122223333',
    region: 'us-east-1',
    detail: { object: { key, size: 5, etag: 'e' }, requester: 'securitylake.amazonaws.com' },
  });
});
