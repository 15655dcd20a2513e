import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
import { startRecordingProxy } from './harness/recording-proxy.ts';

const { moto: hasMoto } = await optionalPrograms();
const region = 'eu-west-1';
const lines = 2000;
const command = join(import.meta.dirname, '../../packages/cli/bin/sluice.js');
const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not-a-secret' };

test.skipIf(!hasMoto)(
  'registers a source, writes it with its role and external id, is told of every object, and reads all rows back',
  { timeout: 240_000 },
  async () => {
    await using stack = new AsyncDisposableStack();
    const lake = await startSecurityLakeEmulator({ account: '123456789012', regions: [region] });
    stack.defer(() => lake.close());
    const moto = await startMoto();
    stack.defer(() => moto.stop());
    const sts = await startRecordingProxy(moto.endpoint);
    stack.defer(() => sts.close());
    const place = await makeWorkplace('end-to-end');
    stack.defer(() => place.remove());
    const env = {
      AWS_ENDPOINT_URL_SECURITYLAKE: lake.endpoint,
      AWS_ENDPOINT_URL_GLUE: lake.endpoint,
      AWS_ENDPOINT_URL_IAM: lake.endpoint,
      AWS_ENDPOINT_URL_STS: sts.endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      NODE_OPTIONS: '',
    };
    const sluice = (...args: string[]): Promise<string> =>
      run(process.execPath, ['--conditions=source', command, ...args], { env, cwd: place.folder });

    const securityLake = new SecurityLakeClient({ region, endpoint: lake.endpoint, credentials });
    const { dataLakes = [] } = await securityLake.send(new ListDataLakesCommand({}));
    const bucket = dataLakes[0]?.s3BucketArn?.split(':').at(-1) ?? '';
    const s3 = new S3Client({ region, endpoint: moto.endpoint, credentials, forcePathStyle: true });
    await s3.send(
      new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } }),
    );
    const log = join(place.folder, 'service.log');
    await writeServiceLog(log, { lines, seed: 5, start: Date.now() - 40 * 3_600_000 });
    const pipelines = {
      service: { connector: 'app-logs', account: '111122223333', config: { paths: [log], follow: false } },
    };
    const config = await place.configure(pipelines, {
      lake: { bucket, region, endpoint: moto.endpoint, path_style: true },
    });

    // Register. The configuration names no location, role or external id: the pipeline finds them.
    await sluice('source', 'create', config);
    const kept = JSON.parse(await readFile(join(place.folder, 'sluice.sources.json'), 'utf8')) as {
      sources: Record<string, { location: string; role_arn: string; external_id: string }>;
    };
    const sources = Object.values(kept.sources);
    expect(sources.length).toBeGreaterThanOrEqual(2);

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

    // The doctor finds the chain whole, but for the one thing that this moto is told not to do: judge external ids.
    const report = await sluice('doctor', config, '--read-only', '--output', 'json').catch(
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    const { steps } = JSON.parse(report) as { steps: { check: string; status: string }[] };
    expect(steps.filter(({ status }) => status === 'failed').map(({ check }) => check)).toEqual(
      sources.map(() => 'external-id'),
    );
    expect(steps.filter(({ check }) => check === 'assume-role').map(({ status }) => status)).toEqual(
      sources.map(() => 'ok'),
    );
  },
);
