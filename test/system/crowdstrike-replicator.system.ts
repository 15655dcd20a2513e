import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { s3Store } from '@sluice/core';
import { expect, test, vi } from 'vitest';
import { deadLettersIn, query } from '../harness/lake.ts';
import { makeWorkplace, startSluice } from '../harness/sluice.ts';
import { startMoto } from './harness/moto.ts';
import { optionalPrograms } from './harness/programs.ts';
import { startRadosgw } from './harness/radosgw.ts';

const { moto: hasMoto } = await optionalPrograms();
const region = 'eu-central-1';
const upstreamKeys = { accessKeyId: 'AKIAUPSTREAM', secretAccessKey: 'upstream-secret' };
const files = 6;
const recordsPerFile = 500;

/** A connection of a process, as the replicator writes it. */
function record(file: number, n: number): string {
  return JSON.stringify({
    event_simpleName: n % 2 === 0 ? 'NetworkConnectIP4' : 'DnsRequest',
    aid: 'a1',
    id: `${file}-${n}`,
    event_platform: 'Win',
    timestamp: '1768471200500',
    ContextProcessId: String(n),
    LocalAddressIP4: '192.0.2.10',
    RemoteAddressIP4: '198.51.100.9',
    RemotePort: '443',
    ConnectionDirection: '0',
    DomainName: 'www.example.com',
  });
}

test.skipIf(!hasMoto)(
  'the replicator: SQS and S3 that nobody here wrote, a process of its own, a lake in a real S3 server, each record once',
  { timeout: 240_000 },
  async () => {
    await using stack = new AsyncDisposableStack();
    const place = await makeWorkplace('crowdstrike');
    stack.defer(() => place.remove());
    const moto = await startMoto();
    stack.defer(() => moto.stop());
    const gateway = await startRadosgw(join(place.folder, 'radosgw'));
    stack.defer(() => gateway.stop());

    // The upstream: a bucket and a queue of CrowdStrike's, with credentials of their own.
    const upstream = { endpoint: moto.endpoint, region, credentials: upstreamKeys };
    const bucket = new S3Client({ ...upstream, forcePathStyle: true });
    const queue = new SQSClient(upstream);
    await bucket.send(
      new CreateBucketCommand({ Bucket: 'cs-prod', CreateBucketConfiguration: { LocationConstraint: region } }),
    );
    const { QueueUrl: queueUrl = '' } = await queue.send(new CreateQueueCommand({ QueueName: 'cs-prod' }));
    const announce = async (key: string, body: Uint8Array): Promise<void> => {
      await bucket.send(new PutObjectCommand({ Bucket: 'cs-prod', Key: key, Body: body }));
      const message = JSON.stringify({ cid: 'c', bucket: 'cs-prod', files: [{ path: key, size: body.length }] });
      await queue.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: message }));
    };
    const host = JSON.stringify({ aid: 'a1', Time: '1768471000', ComputerName: 'WS-ADA-01', Version: 'Windows 11' });
    await announce('fdrv2/aidmaster/part-0.gz', gzipSync(host));
    const lines = (file: number): string[] => Array.from({ length: recordsPerFile }, (_, n) => record(file, n));
    for (let file = 0; file < files; file++) await announce(`data/${file}.gz`, gzipSync(lines(file).join('\n')));
    await queue.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'nothing known' }));
    // Announced twice: it is in the lake once.
    await announce('data/0.gz', gzipSync(lines(0).join('\n')));

    // The lake: another server, other credentials.
    const { endpoint, accessKeyId, secretAccessKey } = gateway;
    const lakeKeys = { accessKeyId, secretAccessKey };
    const lakeClient = new S3Client({ endpoint, region: 'us-east-1', credentials: lakeKeys, forcePathStyle: true });
    await lakeClient.send(new CreateBucketCommand({ Bucket: 'lake' }));
    const config = await place.configure(
      {
        falcon: {
          connector: 'crowdstrike',
          stream: 'fdr',
          account: 'external_headquarters',
          config: {
            queue_url: queueUrl,
            region,
            s3_endpoint: moto.endpoint,
            sqs_endpoint: moto.endpoint,
            credentials: { access_key_id: upstreamKeys.accessKeyId, secret_access_key: upstreamKeys.secretAccessKey },
            wait: '1s',
            concurrency: 1,
          },
        },
      },
      {
        lake: { bucket: 'lake', region, endpoint, path_style: true, checksums: 'when_required' },
        flush: { max_age: '1s' },
      },
    );
    const sluice = await startSluice(config, () => Promise.resolve(true), {
      env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    });
    stack.defer(async () => void (await sluice.stop(20_000)));
    const left = async (): Promise<number> => {
      const { Attributes: counts = {} } = await queue.send(
        new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
      );
      return Number(counts['ApproximateNumberOfMessages']) + Number(counts['ApproximateNumberOfMessagesNotVisible']);
    };
    await vi.waitFor(async () => expect(await left(), sluice.output()).toBe(0), { timeout: 120_000, interval: 500 });
    await sluice.stop(60_000);

    const store = s3Store({
      bucket: 'lake',
      region,
      endpoint,
      credentials: lakeKeys,
      forcePathStyle: true,
      checksums: 'when_required',
    });
    const copy = join(place.folder, 'copy');
    for await (const { key } of store.list('')) {
      await mkdir(dirname(join(copy, key)), { recursive: true });
      await writeFile(join(copy, key), await store.read(key));
    }
    const from = `read_parquet('${copy}/ext/*/**/*.parquet', hive_partitioning = true, union_by_name = true)`;
    const half = (files * recordsPerFile) / 2;
    expect(
      await query(`
        SELECT class_uid, count(*)::INT AS rows, count(DISTINCT metadata.uid)::INT AS records,
          count(*) FILTER (device.hostname = 'WS-ADA-01')::INT AS named
        FROM ${from} WHERE class_uid IN (4001, 4003) GROUP BY ALL ORDER BY class_uid`),
    ).toEqual([
      { class_uid: 4001, rows: half, records: half, named: half },
      { class_uid: 4003, rows: half, records: half, named: half },
    ]);
    expect((await deadLettersIn(place.deadLetters)).map(({ reason }) => reason)).toEqual(['message_unreadable']);
    expect(sluice.output()).not.toContain(upstreamKeys.secretAccessKey);
  },
);
