import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { setupServer } from 'msw/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handlersOf } from '../handlers-of.ts';
import { serve, type ServedService } from '../serve.ts';
import { createQueueService, type QueueService } from './service.ts';

const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' };

let sqs: QueueService;
let served: ServedService;
let client: SQSClient;
let QueueUrl: string;
beforeEach(async () => {
  sqs = createQueueService();
  sqs.queue('notices');
  served = await serve(sqs.service);
  QueueUrl = sqs.urlOf(served.endpoint, 'notices');
  client = new SQSClient({ endpoint: served.endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });
});
afterEach(async () => {
  client.destroy();
  await served.close();
});

async function receive(options: object = {}): Promise<{ body: string | undefined; receipt: string; count: string }[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      ...options,
    }),
  );
  return Messages.map(({ Body, ReceiptHandle, Attributes }) => ({
    body: Body,
    receipt: ReceiptHandle ?? '',
    count: Attributes?.ApproximateReceiveCount ?? '',
  }));
}

test('a message is received once, hidden, and gone when it is deleted', async () => {
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'grüezi' }));
  const [message] = await receive();
  expect(message).toMatchObject({ body: 'grüezi', count: '1' });
  expect(await receive()).toEqual([]);
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.receipt }));
  expect(sqs.queue('notices').messages).toEqual([]);
});

test('a message whose visibility ran out comes again, and its old receipt deletes nothing', async () => {
  sqs.queue('notices').send('a');
  const [first] = await receive();
  sqs.queue('notices').redeliver();
  expect(await receive()).toMatchObject([{ body: 'a', count: '2' }]);
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.receipt }));
  expect(sqs.queue('notices').messages).toHaveLength(1);
});

test('visibility is changed for one and for several; zero gives a message back at once', async () => {
  for (const body of ['a', 'b']) sqs.queue('notices').send(body);
  const [a, b] = await receive({ VisibilityTimeout: 100 });
  const one = { QueueUrl, ReceiptHandle: a?.receipt, VisibilityTimeout: 0 };
  await client.send(new ChangeMessageVisibilityCommand(one));
  expect(await receive()).toMatchObject([{ body: 'a', count: '2' }]);
  const { Successful, Failed } = await client.send(
    new ChangeMessageVisibilityBatchCommand({
      QueueUrl,
      Entries: [
        { Id: 'b', ReceiptHandle: b?.receipt, VisibilityTimeout: 0 },
        { Id: 'old', ReceiptHandle: a?.receipt, VisibilityTimeout: 0 },
      ],
    }),
  );
  expect(Successful).toMatchObject([{ Id: 'b' }]);
  expect(Failed).toMatchObject([{ Id: 'old', Code: 'MessageNotInflight' }]);
});

test('a waiting receiver is woken by a message, and by the end of a visibility', async () => {
  const waiting = receive({ WaitTimeSeconds: 20 });
  sqs.queue('notices').send('late');
  expect(await waiting).toMatchObject([{ body: 'late' }]);
  sqs.queue('short', { visibilityTimeout: 0.05 }).send('again');
  const short = { QueueUrl: sqs.urlOf(served.endpoint, 'short'), WaitTimeSeconds: 20 };
  await receive(short);
  expect(await receive(short)).toMatchObject([{ body: 'again', count: '2' }]);
});

test('batches are sent and deleted, ten at most', async () => {
  const Entries = Array.from({ length: 10 }, (_, i) => ({ Id: `m${i}`, MessageBody: `body ${i}` }));
  const { Successful } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  expect(Successful).toHaveLength(10);
  const received = await receive();
  const gone = received.map(({ receipt }, i) => ({ Id: `d${i}`, ReceiptHandle: receipt }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: gone }));
  expect(sqs.queue('notices').messages).toEqual([]);
  const eleven = [...Entries, { Id: 'one more', MessageBody: 'x' }];
  await expect(client.send(new SendMessageBatchCommand({ QueueUrl, Entries: eleven }))).rejects.toMatchObject({
    name: 'TooManyEntriesInBatchRequest',
  });
});

test('a message that was received too often goes where dead messages go', async () => {
  sqs.queue('fragile', { maxReceives: 2 }).send('poison');
  const fragile = { QueueUrl: sqs.urlOf(served.endpoint, 'fragile'), VisibilityTimeout: 0 };
  expect(await receive(fragile)).toHaveLength(1);
  expect(await receive(fragile)).toHaveLength(1);
  expect(await receive(fragile)).toEqual([]);
  expect(sqs.queue('fragile').dead).toEqual(['poison']);
});

test('queues are found by name, counted, and refused where there is none', async () => {
  sqs.queue('notices').send('a');
  expect(await client.send(new GetQueueUrlCommand({ QueueName: 'notices' }))).toMatchObject({ QueueUrl });
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes).toEqual({ ApproximateNumberOfMessages: '1', ApproximateNumberOfMessagesNotVisible: '0' });
  await expect(receive({ QueueUrl: sqs.urlOf(served.endpoint, 'none') })).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
});

test('it fails as it is told to, so often', async () => {
  sqs.fail('ReceiveMessage', 'throttle');
  sqs.fail('ReceiveMessage', 'denied');
  sqs.fail('*', 'error');
  sqs.fail('*', 'reset');
  sqs.fail('*', 'truncate');
  await expect(receive()).rejects.toMatchObject({ name: 'RequestThrottled' });
  await expect(receive()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(receive()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  await expect(receive()).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
  sqs.queue('notices').send('a');
  await expect(receive()).rejects.toThrow();
  sqs.queue('notices').redeliver();
  expect(await receive()).toHaveLength(1);
});

test('clients inside the process reach it through Mock Service Worker', async () => {
  const server = setupServer(...handlersOf(/^https:\/\/sqs\.eu-west-1\.amazonaws\.com\//, sqs.service));
  server.listen({ onUnhandledFrame: 'error' });
  try {
    const aws = new SQSClient({ region: 'eu-west-1', credentials });
    const url = 'https://sqs.eu-west-1.amazonaws.com/111122223333/notices';
    await aws.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'hello' }));
    expect(sqs.queue('notices').messages).toMatchObject([{ body: 'hello' }]);
  } finally {
    server.close();
  }
});
