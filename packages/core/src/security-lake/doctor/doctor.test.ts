import {
  CreateSubscriberCommand,
  CreateSubscriberNotificationCommand,
  UpdateDataLakeCommand,
} from '@aws-sdk/client-securitylake';
import { startSecurityLakeEmulator, type SecurityLakeServer } from '@sluice/testing/security-lake';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openControlPlane, type ControlPlane } from '../control-plane.ts';
import { checkRollup } from './rollup.ts';
import { checkSubscribers } from './subscribers.ts';
import type { DoctorStep } from './step.ts';

const region = 'eu-west-1';

let lake: SecurityLakeServer;
let plane: ControlPlane;

async function open(options: { readonly regions: readonly string[]; readonly kmsKeyId?: string }): Promise<void> {
  lake = await startSecurityLakeEmulator(options);
  const { endpoint } = lake;
  const endpoints = { securityLake: endpoint, sqs: endpoint };
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' };
  plane = openControlPlane({ region, endpoints, credentials, maxAttempts: 1 });
}

afterEach(async () => {
  plane.close();
  await lake.close();
});

describe('a rollup', () => {
  const replicate = (
    from: string,
    to: string,
    roleArn = 'arn:aws:iam::111122223333:role/SecurityLakeRollup',
  ): Promise<unknown> =>
    plane.securityLake.send(
      new UpdateDataLakeCommand({
        configurations: [{ region: from, replicationConfiguration: { regions: [to as 'eu-west-1'], roleArn } }],
      }),
    );

  test('is not spoken of where there is none', async () => {
    await open({ regions: [region, 'eu-central-1'] });
    expect(await checkRollup(plane)).toBeUndefined();
  });

  test('is named from both of its ends', async () => {
    await open({ regions: [region, 'eu-central-1'] });
    await replicate(region, 'eu-central-1');
    expect(await checkRollup(plane)).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('into eu-central-1') as string,
    });
    await replicate('eu-central-1', region);
    expect((await checkRollup(plane))?.status).toBe('failed');
  });

  test('gathers the regions that contribute to it', async () => {
    await open({ regions: [region, 'eu-central-1'] });
    await replicate('eu-central-1', region);
    expect(await checkRollup(plane)).toMatchObject({ status: 'ok', detail: 'gathers eu-central-1' });
  });

  test.each([
    ['a region without a lake', 'us-west-2', undefined, /not enabled/],
    ['a role of another name', 'eu-central-1', 'arn:aws:iam::111122223333:role/Replication', /begin with SecurityLake/],
  ])('into %s is a fault', async (_, to, roleArn, says) => {
    await open({ regions: [region, 'eu-central-1'] });
    await replicate(region, to, roleArn);
    expect(await checkRollup(plane)).toMatchObject({ status: 'failed', detail: expect.stringMatching(says) as string });
  });

  test("of a lake with a customer's key into one with S3's own is a fault", async () => {
    await open({ regions: [region, 'eu-central-1'], kmsKeyId: 'key-1' });
    await replicate(region, 'eu-central-1');
    expect((await checkRollup(plane))?.status).toBe('ok');
    await plane.securityLake.send(
      new UpdateDataLakeCommand({
        configurations: [{ region: 'eu-central-1', encryptionConfiguration: { kmsKeyId: 'S3_MANAGED_KEY' } }],
      }),
    );
    expect(await checkRollup(plane)).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('customer-managed') as string,
    });
  });
});

describe("a subscriber's queue", () => {
  beforeEach(() => open({ regions: [region] }));

  async function steps(): Promise<readonly DoctorStep[]> {
    const found: DoctorStep[] = [];
    for await (const step of checkSubscribers(plane, 'doors')) found.push(step);
    return found;
  }

  async function subscribe(): Promise<string> {
    const { subscriber } = await plane.securityLake.send(
      new CreateSubscriberCommand({
        subscriberName: 'hunters',
        subscriberIdentity: { principal: '111122223333', externalId: 'hunters-1' },
        sources: [{ customLogSource: { sourceName: 'doors' } }],
      }),
    );
    const { subscriberEndpoint = '' } = await plane.securityLake.send(
      new CreateSubscriberNotificationCommand({
        subscriberId: subscriber?.subscriberId,
        configuration: { sqsNotificationConfiguration: {} },
      }),
    );
    return subscriberEndpoint.split(':').at(-1) ?? '';
  }

  test('is not looked for where nobody subscribes', async () => {
    expect((await steps()).map(({ check, detail }) => [check, detail])).toEqual([
      ['subscribers', 'nobody subscribes to it'],
    ]);
  });

  test('says how many messages wait', async () => {
    const name = await subscribe();
    lake.queues.queue(name).send('{}');
    lake.queues.queue(name).send('{}');
    expect((await steps())[1]).toEqual({
      check: 'queue',
      subject: 'hunters',
      status: 'ok',
      detail: '2 messages wait, 0 are at work',
    });
  });

  test('that may not be looked at names the permission', async () => {
    await subscribe();
    lake.queues.fail('GetQueueAttributes', 'denied');
    expect((await steps())[1]).toMatchObject({
      status: 'failed',
      missing: { who: 'the caller', action: 'sqs:GetQueueAttributes' },
    });
  });
});
