import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import {
  CreateSubscriberCommand,
  CreateSubscriberNotificationCommand,
  ListDataLakesCommand,
  SecurityLakeClient,
} from '@aws-sdk/client-securitylake';
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startSecurityLakeEmulator } from '@sluice/testing/security-lake';
import { expect, test } from 'vitest';
import { run } from '../harness/command.ts';
import { objects, query } from '../harness/lake.ts';
import { makeWorkplace, runSluice } from '../harness/sluice.ts';
import { writeServiceLog } from '../input/service-log.ts';
import { startMoto } from './harness/moto.ts';
import { optionalPrograms } from './harness/programs.ts';
import { startRadosgw } from './harness/radosgw.ts';
import { startRecordingProxy } from './harness/recording-proxy.ts';

const { moto: hasMoto } = await optionalPrograms();
const region = 'eu-west-1';
const lines = 2000;
const command = join(import.meta.dirname, '../../packages/cli/bin/sluice.js');
const account = '123456789012';
const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: [`arn:aws:iam::${account}:user/system`] }, Action: ['sts:AssumeRole'] },
  ],
};
const accessDenied =
  '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>';

test.skipIf(!hasMoto)(
  'registers a source, writes it with its role and external id, is told of every object, and reads all rows back',
  { timeout: 240_000 },
  async () => {
    await using stack = new AsyncDisposableStack();
    const lake = await startSecurityLakeEmulator({ account, regions: [region] });
    stack.defer(() => lake.close());
    const moto = await startMoto();
    stack.defer(() => moto.stop());
    const place = await makeWorkplace('end-to-end');
    stack.defer(() => place.remove());
    const gateway = await startRadosgw(join(place.folder, 'radosgw'));
    stack.defer(() => gateway.stop());
    const credentials = await gateway.addAccount(account);
    // The trust policy of a provider role asks for the external id; the gateway, whose STS gives out the credentials, cannot.
    const externalIds = new Map<string, string>();
    // The gateway's STS cannot say who calls.
    const serverOf = (body: string): string => (body.includes('GetCallerIdentity') ? moto : gateway).endpoint;
    const sts = await startRecordingProxy(serverOf, (body) => {
      const form = new URLSearchParams(body);
      const isTrusted = form.get('ExternalId') === externalIds.get(form.get('RoleArn') ?? '');
      return form.get('Action') !== 'AssumeRole' || isTrusted ? undefined : accessDenied;
    });
    stack.defer(() => sts.close());
    const env = {
      AWS_ENDPOINT_URL_SECURITYLAKE: lake.endpoint,
      AWS_ENDPOINT_URL_GLUE: lake.endpoint,
      AWS_ENDPOINT_URL_IAM: lake.endpoint,
      AWS_ENDPOINT_URL_STS: sts.endpoint,
      AWS_ENDPOINT_URL_SQS: moto.endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      NODE_OPTIONS: '',
    };
    const sluice = (...args: string[]): Promise<string> =>
      run(process.execPath, ['--conditions=source', command, ...args], { env, cwd: place.folder });

    const securityLake = new SecurityLakeClient({ region, endpoint: lake.endpoint, credentials });
    const { dataLakes = [] } = await securityLake.send(new ListDataLakesCommand({}));
    const bucket = dataLakes[0]?.s3BucketArn?.split(':').at(-1) ?? '';
    // The gateway knows no regions: it takes a bucket of the first one.
    const s3 = new S3Client({ region: 'us-east-1', endpoint: gateway.endpoint, credentials, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    const log = join(place.folder, 'service.log');
    await writeServiceLog(log, { lines, seed: 5, start: Date.now() - 40 * 3_600_000 });
    const pipelines = {
      service: { connector: 'app-logs', account: '111122223333', config: { paths: [log], follow: false } },
    };
    const config = await place.configure(pipelines, {
      lake: { bucket, region, endpoint: gateway.endpoint, path_style: true, checksums: 'when_required' },
    });

    // Register. The configuration names no location, role or external id: the pipeline finds them.
    await sluice('source', 'create', config);
    const kept = JSON.parse(await readFile(join(place.folder, 'sluice.sources.json'), 'utf8')) as {
      sources: Record<string, { location: string; role_arn: string; external_id: string }>;
    };
    const sources = Object.values(kept.sources);
    expect(sources.length).toBeGreaterThanOrEqual(2);

    // What Security Lake does on AWS: the provider role of each source may put below its location.
    const iam = new IAMClient({ region, endpoint: gateway.endpoint, credentials });
    for (const { location, role_arn: roleArn, external_id: externalId } of sources) {
      const RoleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
      externalIds.set(roleArn, externalId);
      await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) }));
      const Resource = `${location.replace('s3://', 'arn:aws:s3:::')}*`;
      const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource }] };
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'put', PolicyDocument: JSON.stringify(policy) }));
    }

    // Somebody subscribes to all of it.
    const names = Object.keys(kept.sources).map((key) => key.split('/')[1] ?? '');
    const { subscriber } = await securityLake.send(
      new CreateSubscriberCommand({
        subscriberName: 'hunters',
        subscriberIdentity: { principal: '777788889999', externalId: 'x1' },
        sources: names.map((sourceName) => ({ customLogSource: { sourceName } })),
      }),
    );
    const subscriberId = subscriber?.subscriberId ?? '';
    const { subscriberEndpoint = '' } = await securityLake.send(
      new CreateSubscriberNotificationCommand({ subscriberId, configuration: { sqsNotificationConfiguration: {} } }),
    );
    const sqs = new SQSClient({ region, endpoint: moto.endpoint, credentials });
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({ QueueName: subscriberEndpoint.split(':').at(-1) ?? '' }),
    );

    // Write, with the role and the external id of each source that got rows.
    const { code, output } = await runSluice(config, { env });
    expect(code, output).toBe(0);
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    const written = (listed.Contents ?? []).filter(({ Key = '' }) => Key.endsWith('.parquet'));
    expect(written.length).toBeGreaterThanOrEqual(2);
    const assumed = sts.bodies
      .map((body) => new URLSearchParams(body))
      .filter((form) => form.get('Action') === 'AssumeRole');
    for (const { location, role_arn: roleArn, external_id: externalId } of sources) {
      const prefix = location.replace(`s3://${bucket}/`, '');
      if (!written.some(({ Key = '' }) => Key.startsWith(prefix))) continue;
      expect(assumed.filter((form) => form.get('RoleArn') === roleArn).map((form) => form.get('ExternalId'))).toContain(
        externalId,
      );
    }

    // Notify and read back.
    for (const { Key = '', Size = 0, ETag = '' } of written) {
      const told = lake.emulator.objectWritten({ region, key: Key, byteLength: Size, etag: ETag.replaceAll('"', '') });
      expect(told.map(({ endpoint }) => endpoint)).toEqual([subscriberEndpoint]);
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: told[0]?.body ?? '' }));
    }
    let received = 0;
    while (received < written.length) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      );
      if (Messages.length === 0) break;
      for (const { Body = '' } of Messages) {
        const { detail } = JSON.parse(Body) as { detail: { bucket: { name: string }; object: { key: string } } };
        const found = await s3.send(new GetObjectCommand({ Bucket: detail.bucket.name, Key: detail.object.key }));
        const file = join(place.folder, 'read', detail.object.key);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, (await found.Body?.transformToByteArray()) ?? new Uint8Array());
        received++;
      }
    }
    expect(received).toBe(written.length);
    expect(await query(`SELECT count(*)::INT AS rows FROM ${objects(join(place.folder, 'read'))}`)).toEqual([
      { rows: lines },
    ]);

    // The doctor finds the chain whole.
    const report = await sluice('doctor', config, '--read-only', '--output', 'json').catch(
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    const { steps } = JSON.parse(report) as { steps: { check: string; status: string }[] };
    expect(steps.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(steps.filter(({ check }) => check === 'assume-role').map(({ status }) => status)).toEqual(
      sources.map(() => 'ok'),
    );

    // With another external id nothing is written, and the message says why.
    const file = join(place.folder, 'sluice.sources.json');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replaceAll(/"external_id": "[^"]*"/g, '"external_id": "wrong"'),
    );
    await writeServiceLog(log, { lines, seed: 6, start: Date.now() - 3_600_000 });
    const refused = await runSluice(config, { env });
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(/external id/i);
  },
);
