import { SqsError } from './sqs-error.ts';
import { md5, type Queue } from './queue.ts';

interface SqsCall {
  readonly queue: Queue;
  readonly input: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

type Operation = (call: SqsCall) => object | Promise<object>;

/** What a client asks of a queue, by the name in `X-Amz-Target`. */
export const operations: Readonly<Record<string, Operation>> = {
  SendMessage: ({ queue, input }) => sent(queue, input),
  SendMessageBatch: ({ queue, input }) => batch(input, (entry) => sent(queue, entry)),
  ReceiveMessage: receive,
  DeleteMessage: ({ queue, input }) => deleted(queue, input),
  DeleteMessageBatch: ({ queue, input }) => batch(input, (entry) => deleted(queue, entry)),
  ChangeMessageVisibility: ({ queue, input }) => changed(queue, input),
  ChangeMessageVisibilityBatch: ({ queue, input }) => batch(input, (entry) => changed(queue, entry)),
  GetQueueAttributes: ({ queue }) => ({ Attributes: counts(queue) }),
};

type Input = Readonly<Record<string, unknown>>;

const largestBody = 1024 * 1024;

function sent(queue: Queue, input: Input): object {
  const body = textOf(input, 'MessageBody');
  if (body === '') throw new SqsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(body) > largestBody)
    throw new SqsError(
      'InvalidParameterValue',
      `One or more parameters are invalid: a message is at most ${largestBody} bytes.`,
    );
  return { MessageId: queue.send(body, wholeOf(input, 'DelaySeconds', 0, 900) ?? 0), MD5OfMessageBody: md5(body) };
}

async function receive({ queue, input, signal }: SqsCall): Promise<object> {
  const max = wholeOf(input, 'MaxNumberOfMessages', 1, 10) ?? 1;
  const visibility = wholeOf(input, 'VisibilityTimeout', 0, 43_200);
  const until = performance.now() + (wholeOf(input, 'WaitTimeSeconds', 0, 20) ?? 0) * 1000;
  for (;;) {
    const messages = signal.aborted ? [] : queue.receive(max, visibility);
    const left = until - performance.now();
    if (messages.length > 0) return { Messages: messages };
    if (left <= 0 || signal.aborted) return {};
    await queue.untilVisible(left, signal);
  }
}

function deleted(queue: Queue, input: Input): object {
  if (!queue.delete(textOf(input, 'ReceiptHandle')))
    throw new SqsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
  return {};
}

function changed(queue: Queue, input: Input): object {
  const seconds = wholeOf(input, 'VisibilityTimeout', 0, 43_200);
  if (seconds === undefined)
    throw new SqsError('MissingParameter', 'The request must contain the parameter VisibilityTimeout.');
  if (!queue.changeVisibility(textOf(input, 'ReceiptHandle'), seconds))
    throw new SqsError('MessageNotInflight', 'The message is not available for a visibility timeout change.');
  return {};
}

/** Each entry by itself: some may succeed and others fail, in one answer of status 200. */
function batch(input: Input, one: (entry: Input) => object): object {
  const entries = Array.isArray(input['Entries']) ? (input['Entries'] as readonly Input[]) : [];
  const ids = entries.map((entry) => textOf(entry, 'Id'));
  if (entries.length === 0)
    throw new SqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > 10)
    throw new SqsError('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  if (new Set(ids).size < ids.length) throw new SqsError('BatchEntryIdsNotDistinct', 'Ids of a batch have to differ.');
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const [index, entry] of entries.entries()) {
    const Id = ids[index];
    try {
      Successful.push({ Id, ...one(entry) });
    } catch (error) {
      if (!(error instanceof SqsError)) throw error;
      Failed.push({ Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}

function counts({ messages }: Queue): Readonly<Record<string, string>> {
  const hidden = messages.filter(({ hiddenUntil }) => hiddenUntil > Date.now()).length;
  return {
    ApproximateNumberOfMessages: String(messages.length - hidden),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
  };
}

function textOf(input: Input, key: string): string {
  const value = input[key];
  return typeof value === 'string' ? value : '';
}

function wholeOf(input: Input, key: string, least: number, most: number): number | undefined {
  const value = input[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw new SqsError(
      'InvalidParameterValue',
      `Value ${JSON.stringify(value)} for parameter ${key} is invalid: ${least} to ${most}.`,
    );
  return value;
}
