import { createFaults, reset, truncated, type Fault, type Faults } from '../faults.ts';
import type { Service } from '../serve.ts';
import { operations } from './operations.ts';
import { Queue, type QueueOptions } from './queue.ts';
import { SqsError } from './sqs-error.ts';

export interface QueueService {
  /** The queue of this name; it is there from the first time it is asked for. */
  queue(name: string, options?: QueueOptions): Queue;
  /** `/111122223333/NAME` behind the endpoint that serves it. */
  urlOf(endpoint: string, name: string): string;
  /** The next requests of an operation (`ReceiveMessage`, `*`) fail. */
  readonly fail: Faults['fail'];
  /** Operations that were asked for, in order. */
  readonly requests: readonly string[];
  readonly service: Service;
}

const account = '111122223333';

/**
 * Amazon SQS in memory, as its clients speak to it (JSON protocol): messages sent, received with long polling, hidden,
 * deleted, delivered again. It verifies no signatures.
 *
 * @example
 * const sqs = createQueueService();
 * const { endpoint, close } = await serve(sqs.service);
 * const client = new SQSClient({ endpoint, region: 'eu-west-1', credentials });
 * sqs.queue('notices').send('{}');
 * await client.send(new ReceiveMessageCommand({ QueueUrl: sqs.urlOf(endpoint, 'notices') }));
 */
export function createQueueService(): QueueService {
  const queues = new Map<string, Queue>();
  const faults = createFaults();
  const requests: string[] = [];
  const service: Service = async (request) => {
    const operation = (request.headers.get('x-amz-target') ?? '').replace(/^AmazonSQS\./, '');
    requests.push(operation);
    const fault = faults.take(operation);
    if (fault !== undefined && fault !== 'truncate') return faultAnswer(fault);
    const response = await answer(operation, request, queues);
    return fault === undefined ? response : truncated(response);
  };
  return {
    queue(name, options) {
      const queue = queues.get(name) ?? new Queue(options);
      queues.set(name, queue);
      return queue;
    },
    urlOf: (endpoint, name) => `${endpoint}/${account}/${name}`,
    fail: (...plan) => faults.fail(...plan),
    requests,
    service,
  };
}

async function answer(operation: string, request: Request, queues: ReadonlyMap<string, Queue>): Promise<Response> {
  const input = (await request.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  try {
    if (operation === 'GetQueueUrl') return json(200, urlAnswer(request, String(input['QueueName']), queues));
    const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (run === undefined) throw new SqsError('UnsupportedOperation', `This queue service knows no ${operation}.`);
    const queue = queues.get(nameOf(String(input['QueueUrl'])));
    if (queue === undefined) throw noQueue();
    return json(200, await run({ queue, input, signal: request.signal }));
  } catch (error) {
    if (error instanceof SqsError) return errorAnswer(400, error.code, error.message);
    throw error;
  }
}

function urlAnswer(request: Request, name: string, queues: ReadonlyMap<string, Queue>): object {
  if (!queues.has(name)) throw noQueue();
  return { QueueUrl: `${new URL(request.url).origin}/${account}/${name}` };
}

function noQueue(): SqsError {
  return new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
}

function nameOf(url: string): string {
  return url.split('/').at(-1) ?? '';
}

function faultAnswer(fault: Exclude<Fault, 'truncate'>): Response | Promise<never> {
  switch (fault) {
    case 'throttle':
      return errorAnswer(400, 'RequestThrottled', 'The request was denied due to request throttling.');
    case 'error':
      return errorAnswer(500, 'InternalFailure', 'The request processing has failed.');
    case 'denied':
      return errorAnswer(403, 'AccessDeniedException', 'User is not authorized to perform this operation.');
    case 'reset':
      return reset();
  }
}

/** Older clients and retry rules look at the query protocol's code. */
const queryCodes: Readonly<Record<string, string>> = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
};

function errorAnswer(status: number, code: string, message: string): Response {
  const query = `${queryCodes[code] ?? code};${status >= 500 ? 'Receiver' : 'Sender'}`;
  return json(status, { __type: `com.amazonaws.sqs#${code}`, message }, { 'x-amzn-query-error': query });
}

function json(status: number, value: object, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', ...headers },
  });
}
