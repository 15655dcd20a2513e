import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Daemon } from '../harness/daemon.ts';
import type { Random } from '../input/random.ts';
import { differences, findingsOf } from './findings.ts';
import { killText, randomKill } from './kills.ts';
import type { Place } from './place.ts';
import { endOf, startVictim, untilVictim, wasKilled } from './run-victim.ts';
import type { Kill, VictimSpec } from './victim-spec.ts';

const objects = 24;
const recordsEach = 60;
/** Of these, the object is announced twice. */
const announcedTwice = 6;
const withinMs = 120_000;

export interface QueueTrialOptions {
  /** A server of SQS and S3. */
  readonly endpoint: string;
  /** Processes that share the queue and the state. */
  readonly workers: number;
  /** Kills of the first worker, one after the other; each is followed by a new start. */
  readonly kills: readonly Kill[];
}

const credentials = { accessKeyId: 'example', secretAccessKey: 'example' };
const region = 'us-east-1';

/**
 * Objects announced by a queue, some of them twice, read by workers that are killed: each record is in the lake or in
 * the dead letters once. Throws where one is not.
 */
export async function queueTrial(place: Place, name: string, options: QueueTrialOptions): Promise<string> {
  const { endpoint, workers, kills } = options;
  const sqs = new SQSClient({ endpoint, region, credentials });
  const queueUrl = await fillQueue(sqs, endpoint, name);
  const spec: VictimSpec = {
    ...(await place.outputs(name)),
    input: {
      kind: 'queue',
      config: {
        queue_url: queueUrl,
        region,
        sqs_endpoint: endpoint,
        s3_endpoint: endpoint,
        visibility_timeout: '30s',
        wait: '1s',
        credentials: { access_key_id: credentials.accessKeyId, secret_access_key: credentials.secretAccessKey },
      },
    },
    flush: { maxAgeMs: 500 },
    leaseMs: 8000,
  };
  const others = await Promise.all(Array.from({ length: workers - 1 }, () => startVictim(spec)));
  const said: string[] = [];
  for (const kill of kills) {
    const victim = await startVictim({ ...spec, kill });
    if (await endsBefore(victim, () => isEmpty(sqs, queueUrl))) {
      if (await wasKilled(victim)) said.push(killText(kill));
    } else {
      await stopAll([victim]);
      break;
    }
  }
  const last = await startVictim(spec);
  if (await endsBefore(last, () => isEmpty(sqs, queueUrl))) await wasKilled(last);
  await stopAll([last, ...others]);
  sqs.destroy();
  const found = await findingsOf(place.lake(spec), spec.deadLetters);
  const wrong = [...differences(found.numbers, numbersSent()), ...differences(found.rejected.map(numberIn), badSent())];
  const what = `${workers} workers, killed at ${said.join(', ')}`;
  if (wrong.length > 0) throw new Error(`${what}: ${wrong.length} records are wrong: ${wrong.slice(0, 5).join('; ')}`);
  return what;
}

/** As many workers and kills as the dice say. */
export function randomQueueTrial(random: Random, endpoint: string): QueueTrialOptions {
  return {
    endpoint,
    workers: 1 + random.below(2),
    kills: Array.from({ length: 1 + random.below(3) }, () => randomKill(random)),
  };
}

function recordOf(n: number): object {
  const time = Date.UTC(2026, 2, 1, 23, 59) + n * 1000;
  return n % 97 === 13 ? { n, time, isBad: true } : { n, time };
}

function numbersSent(): readonly string[] {
  return Array.from({ length: objects * recordsEach }, (_, n) => n)
    .filter((n) => n % 97 !== 13)
    .map(String);
}

function badSent(): readonly string[] {
  return Array.from({ length: objects * recordsEach }, (_, n) => n)
    .filter((n) => n % 97 === 13)
    .map(String);
}

function numberIn(raw: string): string {
  return String((JSON.parse(raw) as { readonly n: number }).n);
}

async function fillQueue(sqs: SQSClient, endpoint: string, name: string): Promise<string> {
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const bucket = `upstream-${name}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  for (let index = 0; index < objects; index++) {
    const records = Array.from({ length: recordsEach }, (_, record) =>
      JSON.stringify(recordOf(index * recordsEach + record)),
    );
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `logs/${index}.json`, Body: `${records.join('\n')}\n` }));
  }
  s3.destroy();
  const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `announced-${name}` }));
  const announced = [...Array(objects).keys(), ...Array(announcedTwice).keys()];
  for (let from = 0; from < announced.length; from += 10) {
    const entries = announced.slice(from, from + 10).map((index, entry) => ({
      Id: String(entry),
      MessageBody: JSON.stringify({ bucket, files: [{ path: `logs/${index}.json` }] }),
    }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
  }
  return url;
}

async function isEmpty(sqs: SQSClient, url: string): Promise<boolean> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes: found = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] }),
  );
  return names.every((attribute) => found[attribute] === '0');
}

/** Whether the victim ends before the condition holds. */
async function endsBefore(victim: Daemon, condition: () => Promise<boolean>): Promise<boolean> {
  const end = endOf(victim);
  for (const giveUpAt = Date.now() + withinMs; !end.hasCome; await sleep(200)) {
    if (await condition()) return end.hasCome;
    if (Date.now() > giveUpAt)
      throw new Error(`The queue is not empty after ${withinMs} ms. ${victim.output().slice(-2000)}`);
  }
  return true;
}

async function stopAll(victims: readonly Daemon[]): Promise<void> {
  // Who has not begun yet does not know the signal.
  for (const victim of victims) await untilVictim(victim, () => victim.output().includes('received'));
  for (const victim of victims) victim.signal('SIGTERM');
  for (const victim of victims) await wasKilled(victim);
}
