import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteSource } from './delete-source.ts';
import { emulatedPlane, patience, region, request, type EmulatedPlane } from './emulated-plane.fixture.ts';
import { ensureSource } from './ensure-source.ts';
import { listSources } from './list-sources.ts';

let aws: EmulatedPlane;
beforeEach(() => (aws = emulatedPlane()));
afterEach(() => aws.close());

function callsOf(operation: string): number {
  return aws.emulator.calls().filter((call) => call.operation === operation).length;
}

test('creates a source and gives location, role and table as AWS names them', async () => {
  const { outcome, source, externalId } = await ensureSource(aws.plane, request(), patience);
  expect(outcome).toBe('created');
  expect(externalId).toMatch(/^sluice-[0-9a-f]{32}$/);
  expect(source).toMatchObject({
    name: 'syslog-auth',
    account: '111122223333',
    region,
    prefix: 'ext/syslog-auth/',
    roleArn: 'arn:aws:iam::111122223333:role/AmazonSecurityLake-Provider-syslog-auth-eu-west-1',
    database: 'amazon_security_lake_glue_db_eu_west_1',
    table: 'amazon_security_lake_table_eu_west_1_ext_syslog_auth',
    crawler: 'syslog-auth',
  });
  expect(await listSources(aws.plane)).toEqual([source]);
});

test('adopts a source that matches, and learns its external id from the provider role', async () => {
  const first = await ensureSource(aws.plane, request(), patience);
  const second = await ensureSource(aws.another(), request(), patience);
  expect(second).toEqual({ ...first, outcome: 'adopted' });
  expect(callsOf('CreateCustomLogSource')).toBe(1);
});

test.each([
  ['eventClasses is AUTHENTICATION, wanted is NETWORK_ACTIVITY', { classUids: [4001] }],
  [
    'crawlerRole is SluiceCrawler-eu-west-1, wanted is other',
    { crawlerRoleArn: 'arn:aws:iam::111122223333:role/other' },
  ],
  ['principal is 444455556666, wanted is 777788889999', { principal: '777788889999' }],
  ['externalId is mine, wanted is yours', { externalId: 'yours' }],
])('refuses a source that differs: %s', async (how, change) => {
  await ensureSource(aws.plane, request({ externalId: 'mine' }), patience);
  await expect(ensureSource(aws.plane, request({ externalId: 'mine', ...change }), patience)).rejects.toMatchObject({
    code: 'source_differs',
    message: expect.stringContaining(how),
  });
});

test('says what it may not see of a source, and adopts the rest', async () => {
  await ensureSource(aws.plane, request(), patience);
  aws.emulator.fail('GetDataLakeSources', 'access-denied');
  const { outcome, unseen } = await ensureSource(aws.plane, request(), patience);
  expect(outcome).toBe('adopted');
  expect(unseen).toEqual([expect.stringContaining('Grant the caller securitylake:GetDataLakeSources')]);
});

test('registers a class that AWS has no name for without event classes', async () => {
  await ensureSource(aws.plane, request({ name: 'syslog-event', classUids: [0] }), patience);
  const again = await ensureSource(aws.plane, request({ name: 'syslog-event', classUids: [0] }), patience);
  expect(again.outcome).toBe('adopted');
});

test('waits out conflicts, throttling and failures on the side of AWS', async () => {
  aws.emulator.fail('CreateCustomLogSource', 'conflict', 2);
  aws.emulator.fail('CreateCustomLogSource', 'internal');
  aws.emulator.fail('CreateCustomLogSource', 'throttle');
  aws.emulator.fail('ListLogSources', 'internal');
  const waits: string[] = [];
  const watched = { ...patience, onRetry: ({ code }: { code: string }) => void waits.push(code) };
  expect((await ensureSource(aws.plane, request(), watched)).outcome).toBe('created');
  expect(waits.toSorted()).toEqual(['aws_conflict', 'aws_conflict', 'aws_failed', 'aws_failed', 'aws_throttled']);
}, 15_000);

test('gives up after so many tries and says so', async () => {
  aws.emulator.fail('CreateCustomLogSource', 'conflict', 100);
  await expect(ensureSource(aws.plane, request(), { ...patience, tries: 4 })).rejects.toMatchObject({
    code: 'aws_conflict',
    retryable: false,
    message: expect.stringContaining('Gave up after 4 tries'),
  });
  expect(callsOf('CreateCustomLogSource')).toBe(4);
});

test('does not try again what is not allowed', async () => {
  aws.emulator.fail('CreateCustomLogSource', 'access-denied', 100);
  await expect(ensureSource(aws.plane, request(), patience)).rejects.toMatchObject({
    code: 'aws_denied',
    message: expect.stringContaining('Grant the caller securitylake:CreateCustomLogSource'),
  });
  expect(callsOf('CreateCustomLogSource')).toBe(1);
});

test('a source whose creation was answered with an error is found, not created twice', async () => {
  aws.emulator.fail('CreateCustomLogSource', 'lost-answer');
  const { outcome, externalId } = await ensureSource(aws.plane, request(), patience);
  expect(outcome).toBe('adopted');
  expect(externalId).toMatch(/^sluice-/);
  expect(await listSources(aws.plane)).toHaveLength(1);
});

test('of two at once one creates and the other adopts', async () => {
  const results = await Promise.all([
    ensureSource(aws.plane, request(), patience),
    ensureSource(aws.another(), request(), patience),
    ensureSource(aws.another(), request(), patience),
  ]);
  expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['adopted', 'adopted', 'created']);
  expect(new Set(results.map(({ externalId }) => externalId)).size).toBe(1);
  expect(await listSources(aws.plane)).toHaveLength(1);
});

test('changes of one control plane are made one after the other', async () => {
  const names = ['a', 'b', 'c', 'd'];
  await Promise.all(names.map((name) => ensureSource(aws.plane, request({ name }), patience)));
  const operations = aws.emulator.calls().map(({ operation }) => operation);
  expect(operations).toEqual(names.flatMap(() => ['ListLogSources', 'CreateCustomLogSource']));
});

test('names the command for a crawler that is left from a deleted source', async () => {
  await ensureSource(aws.plane, request(), patience);
  const { DeleteCustomLogSourceCommand } = await import('@aws-sdk/client-securitylake');
  await aws.plane.securityLake.send(new DeleteCustomLogSourceCommand({ sourceName: 'syslog-auth' }));
  await expect(ensureSource(aws.plane, request(), patience)).rejects.toMatchObject({
    code: 'crawler_left',
    message: expect.stringContaining('aws glue delete-crawler --name syslog-auth --region eu-west-1'),
  });
});

test('refuses names that Glue cannot tell apart, before AWS is asked to create', async () => {
  await ensureSource(aws.plane, request(), patience);
  await expect(ensureSource(aws.plane, request({ name: 'Syslog_Auth' }), patience)).rejects.toMatchObject({
    code: 'source_invalid',
    message: expect.stringContaining('amazon_security_lake_table_eu_west_1_ext_syslog_auth'),
  });
  expect(callsOf('CreateCustomLogSource')).toBe(1);
});

test('refuses the 51st source of an account', async () => {
  for (let i = 0; i < 50; i++) await ensureSource(aws.plane, request({ name: `app-${i}` }), patience);
  await expect(ensureSource(aws.plane, request({ name: 'one-more' }), patience)).rejects.toMatchObject({
    code: 'source_limit',
  });
  expect((await ensureSource(aws.plane, request({ name: 'app-49' }), patience)).outcome).toBe('adopted');
});

test.each([
  ['a name of 21', { name: 'a'.repeat(21) }],
  ['a colon', { name: 'a:b' }],
  ['an empty version', { version: '' }],
  ['a role as principal', { principal: 'arn:aws:iam::444455556666:role/writer' }],
  ['a space in the external id', { externalId: 'a b' }],
  ['an external id of 1', { externalId: 'x' }],
  ['a user as crawler role', { crawlerRoleArn: 'arn:aws:iam::111122223333:user/u' }],
])('refuses %s without asking AWS', async (_, change) => {
  await expect(ensureSource(aws.plane, request(change), patience)).rejects.toMatchObject({ code: 'source_invalid' });
  expect(aws.requests()).toBe(0);
});

test('two versions of one name are two sources that share a crawler', async () => {
  await ensureSource(aws.plane, request({ version: '1.0' }), patience);
  const { source } = await ensureSource(aws.plane, request({ version: '2.0' }), patience);
  expect(source.prefix).toBe('ext/syslog-auth/2.0/');
  await deleteSource(aws.plane, 'syslog-auth', '1.0', patience);
  expect((await ensureSource(aws.plane, request({ version: '2.0' }), patience)).outcome).toBe('adopted');
  expect(await listSources(aws.plane)).toHaveLength(1);
});

test('makes the crawler role only when a source has to be created', async () => {
  let made = 0;
  const crawlerRoleArn = (): Promise<string> => {
    made++;
    return Promise.resolve('arn:aws:iam::111122223333:role/made');
  };
  expect((await ensureSource(aws.plane, request({ crawlerRoleArn }), patience)).outcome).toBe('created');
  expect((await ensureSource(aws.plane, request({ crawlerRoleArn }), patience)).outcome).toBe('adopted');
  expect(made).toBe(1);
});
