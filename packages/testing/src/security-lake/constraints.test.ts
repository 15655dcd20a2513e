import { expect, test } from 'vitest';
import { createSecurityLakeEmulator } from './emulator.ts';
import { signedRequest } from './signed-request.fixture.ts';

const roleArn = 'arn:aws:iam::111122223333:role/crawler';
const providerIdentity = { principal: '444455556666', externalId: 'x1' };
const source = { sourceName: 'app', configuration: { crawlerConfiguration: { roleArn }, providerIdentity } };
const subscriber = {
  subscriberName: 'hunters',
  subscriberIdentity: providerIdentity,
  sources: [{ awsLogSource: { sourceName: 'WAF' } }],
};
const configure = (principal: string, externalId: string, role = roleArn): object => ({
  ...source,
  configuration: { crawlerConfiguration: { roleArn: role }, providerIdentity: { principal, externalId } },
});
const dataLake = (configuration: object): object => ({
  configurations: [{ region: 'eu-west-1', ...configuration }],
  metaStoreManagerRoleArn: roleArn,
});
const id = '01234567-89ab-cdef-0123-456789abcdef';

async function send(method: string, target: string, body?: unknown): Promise<{ status: number; message: string }> {
  const { status, body: answer } = await createSecurityLakeEmulator().handle(signedRequest(method, target, body));
  return { status, message: String((JSON.parse(answer) as { message?: unknown }).message) };
}

const custom = '/v1/datalake/logsources/custom';
const list = '/v1/datalake/logsources/list';

test.each([
  ['the shortest name', custom, { ...source, sourceName: 'a' }],
  ['the longest name', custom, { ...source, sourceName: 'a'.repeat(20) }],
  ['dots, dashes and underscores in a name', custom, { ...source, sourceName: 'a.b-c_d' }],
  ['the longest version', custom, { ...source, sourceVersion: 'v'.repeat(32) }],
  ['no event classes', custom, { ...source, eventClasses: [] }],
  ['null for what is absent', custom, { ...source, eventClasses: null, sourceVersion: null }],
  ['a service as principal', custom, configure('logs.amazonaws.com', 'x1')],
  ['the longest external id', custom, configure('444455556666', 'x'.repeat(1224))],
  ['all characters of an external id', custom, configure('444455556666', 'aZ09_+=,.@:/-')],
  [
    'a role with a path in a partition',
    custom,
    configure('444455556666', 'x1', 'arn:aws-us-gov:iam::111122223333:role/a/b'),
  ],
  ['members that it does not know', custom, { ...source, other: 1 }],
  ['a page of 1', list, { maxResults: 1 }],
  ['a page of 100', list, { maxResults: 100 }],
  ['no filter at all', list, {}],
  [
    'ten sources',
    '/v1/subscribers',
    { ...subscriber, sources: Array.from({ length: 10 }, () => subscriber.sources[0]) },
  ],
  [
    'a source as the service itself describes it',
    '/v1/subscribers',
    {
      ...subscriber,
      sources: [{ customLogSource: { sourceName: 'app', provider: { roleArn, location: 's3://bucket/ext/app/' } } }],
    },
  ],
  ['a life of one day', '/v1/datalake', dataLake({ lifecycleConfiguration: { expiration: { days: 1 } } })],
])('takes %s', async (_, target, body) => {
  expect(await send('POST', target, body)).toMatchObject({ status: 200 });
});

test.each([
  ['an empty name', custom, { ...source, sourceName: '' }, 'sourceName'],
  ['a name that makes the role name too long', custom, { ...source, sourceName: 'a'.repeat(21) }, 'sourceName'],
  ['a name of more than 64', custom, { ...source, sourceName: 'a'.repeat(65) }, 'sourceName'],
  ['a colon in a name', custom, { ...source, sourceName: 'a:b' }, 'sourceName'],
  ['a space in a name', custom, { ...source, sourceName: 'a b' }, 'sourceName'],
  ['a name that is a number', custom, { ...source, sourceName: 1 }, 'sourceName'],
  ['no name', custom, { configuration: source.configuration }, 'sourceName'],
  ['no configuration', custom, { sourceName: 'app' }, 'configuration'],
  ['an empty version', custom, { ...source, sourceVersion: '' }, 'sourceVersion'],
  ['a version of 33', custom, { ...source, sourceVersion: 'v'.repeat(33) }, 'sourceVersion'],
  ['an underscore-less lower-case class', custom, { ...source, eventClasses: ['authentication'] }, 'eventClasses.0'],
  ['a role as principal', custom, configure(roleArn, 'x1'), 'configuration.providerIdentity.principal'],
  ['an account of 11 digits', custom, configure('4'.repeat(11), 'x1'), 'configuration.providerIdentity.principal'],
  ['an external id of 1', custom, configure('444455556666', 'x'), 'configuration.providerIdentity.externalId'],
  [
    'an external id of 1225',
    custom,
    configure('444455556666', 'x'.repeat(1225)),
    'configuration.providerIdentity.externalId',
  ],
  ['a space in an external id', custom, configure('444455556666', 'a b'), 'configuration.providerIdentity.externalId'],
  [
    'a role that is a user',
    custom,
    configure('444455556666', 'x1', 'arn:aws:iam::111122223333:user/u'),
    'configuration.crawlerConfiguration.roleArn',
  ],
  ['a page of 0', list, { maxResults: 0 }, 'maxResults'],
  ['a page of 101', list, { maxResults: 101 }, 'maxResults'],
  ['a page of one and a half', list, { maxResults: 1.5 }, 'maxResults'],
  ['a token of 2049', list, { nextToken: 'x'.repeat(2049) }, 'nextToken'],
  ['a region that is none', list, { regions: ['il-central-1'] }, 'regions.0'],
  ['an account that is none', list, { accounts: ['1'] }, 'accounts.0'],
  ['an AWS source that is none', list, { sources: [{ awsLogSource: { sourceName: 'NONE' } }] }, 'sources.0'],
  ['both members of a union', list, { sources: [{ awsLogSource: {}, customLogSource: {} }] }, 'sources.0'],
  ['a body that is not JSON', list, '{', 'not JSON'],
  ['a body that is a list', list, '[]', 'JSON object'],
  ['a subscriber name of 65', '/v1/subscribers', { ...subscriber, subscriberName: 's'.repeat(65) }, 'subscriberName'],
  [
    'eleven sources',
    '/v1/subscribers',
    { ...subscriber, sources: Array.from({ length: 11 }, () => subscriber.sources[0]) },
    'sources',
  ],
  ['an access type that is none', '/v1/subscribers', { ...subscriber, accessTypes: ['FTP'] }, 'accessTypes.0'],
  [
    'a quote in a description',
    '/v1/subscribers',
    { ...subscriber, subscriberDescription: '"' },
    'subscriberDescription',
  ],
  [
    '51 tags',
    '/v1/subscribers',
    { ...subscriber, tags: Array.from({ length: 51 }, (_, i) => ({ key: `k${i}`, value: '' })) },
    'tags',
  ],
  ['an empty tag key', '/v1/subscribers', { ...subscriber, tags: [{ key: '', value: '' }] }, 'tags.0.key'],
  [
    'a tag value of 257',
    '/v1/subscribers',
    { ...subscriber, tags: [{ key: 'k', value: 'v'.repeat(257) }] },
    'tags.0.value',
  ],
  ['no AWS source', '/v1/datalake/logsources/aws', { sources: [] }, 'sources'],
  [
    'a version of an AWS source that is none',
    '/v1/datalake/logsources/aws',
    { sources: [{ regions: [], sourceName: 'WAF', sourceVersion: '10.0' }] },
    'sources.0.sourceVersion',
  ],
  ['a life of no day', '/v1/datalake', dataLake({ lifecycleConfiguration: { expiration: { days: 0 } } }), 'days'],
  ['no data lake', '/v1/datalake', { configurations: [], metaStoreManagerRoleArn: roleArn }, 'configurations'],
  [
    'an endpoint that is no URL',
    `/v1/subscribers/${id}/notification`,
    {
      configuration: { httpsNotificationConfiguration: { endpoint: 'ftp://x', targetRoleArn: roleArn } },
    },
    'configuration',
  ],
  [
    'a subscriber id in capitals',
    `/v1/subscribers/${id.toUpperCase()}/notification`,
    { configuration: { sqsNotificationConfiguration: {} } },
    'subscriberId',
  ],
  [
    'a protocol with digits',
    '/v1/datalake/exceptions/subscription',
    { subscriptionProtocol: 'p1', notificationEndpoint: 'x' },
    'subscriptionProtocol',
  ],
  [
    'a space in an endpoint',
    '/v1/datalake/exceptions/subscription',
    { subscriptionProtocol: 'email', notificationEndpoint: 'a b' },
    'notificationEndpoint',
  ],
])('refuses %s and names the member', async (_, target, body, named) => {
  const { status, message } = await send('POST', target, body);
  expect(status).toBe(400);
  expect(message).toContain(named);
});

test.each([
  ['GET', '/v1/subscribers?maxResults=abc', 'maxResults'],
  ['GET', '/v1/datalakes?regions=nowhere', 'regions.0'],
  ['GET', '/v1/tags/arn%3Aaws%3As3%3A%3A%3Abucket', 'resourceArn'],
  ['DELETE', `${custom}/a%20b`, 'sourceName'],
])('checks what travels in the address: %s %s', async (method, target, named) => {
  const { status, message } = await send(method, target);
  expect(status).toBe(400);
  expect(message).toContain(named);
});

test('takes a location in linear time however it is built', async () => {
  const location = `s3://bucket${'/a'.repeat(490)}\n`;
  const started = performance.now();
  const { status } = await send('POST', list, { sources: [{ customLogSource: { provider: { location } } }] });
  expect(status).toBe(400);
  expect(performance.now() - started).toBeLessThan(1000);
});
