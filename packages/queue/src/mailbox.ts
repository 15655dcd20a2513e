import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type BatchResultErrorEntry,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { QueueConfig } from './config.ts';
import { queueError } from './service-error.ts';

interface Hiding {
  readonly handle: string;
  readonly forMs: number;
}

/** The queue, as this package speaks with it. Errors are `StreamError`s that name the permission that is missing. */
export interface Mailbox {
  /** Ends soon after an abort, perhaps with messages: they have to be released. */
  receive(maxMessages: number, signal: AbortSignal): Promise<readonly Message[]>;
  /** Up to ten. A message that is not there any more counts as deleted. */
  delete(handles: readonly string[]): Promise<void>;
  /** Up to ten. 0 ms makes a message visible at once. */
  hide(hidings: readonly Hiding[]): Promise<void>;
}

/**
 * How long an answer is waited for that nobody wants any more: messages in it would be hidden from everybody until their
 * time is over.
 */
const abortGraceMs = 300;

const longestHiddenSeconds = 43_200;

export function openMailbox(sqs: SQSClient, config: QueueConfig): Mailbox {
  const { queue_url: queueUrl } = config;
  const failed = (error: unknown, action: string): Error => queueError(error, action, queueUrl);
  return {
    async receive(maxMessages, signal) {
      const command = new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(Math.max(maxMessages, 1), 10),
        WaitTimeSeconds: Math.round(config.wait / 1000),
        VisibilityTimeout: Math.round(config.visibility_timeout / 1000),
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      });
      const patient = new AbortController();
      const giveUp = (): void => void setTimeout(() => patient.abort(), abortGraceMs).unref();
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        return (await sqs.send(command, { abortSignal: patient.signal })).Messages ?? [];
      } catch (error) {
        if (signal.aborted) return [];
        throw failed(error, 'sqs:ReceiveMessage');
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
    async delete(handles) {
      const Entries = handles.map((ReceiptHandle, at) => ({ Id: String(at), ReceiptHandle }));
      const answer = await sqs
        .send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }))
        .catch((error: unknown) => Promise.reject(failed(error, 'sqs:DeleteMessage')));
      throwFirst(answer.Failed, 'sqs:DeleteMessage', failed);
    },
    async hide(hidings) {
      const Entries = hidings.map(({ handle, forMs }, at) => ({
        Id: String(at),
        ReceiptHandle: handle,
        VisibilityTimeout: Math.min(Math.ceil(forMs / 1000), longestHiddenSeconds),
      }));
      const answer = await sqs
        .send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }))
        .catch((error: unknown) => Promise.reject(failed(error, 'sqs:ChangeMessageVisibility')));
      throwFirst(answer.Failed, 'sqs:ChangeMessageVisibility', failed);
    },
  };
}

function throwFirst(
  entries: readonly BatchResultErrorEntry[] | undefined,
  action: string,
  failed: (error: unknown, action: string) => Error,
): void {
  const entry = entries?.find(
    ({ Code: code }) => code === undefined || !/ReceiptHandleIsInvalid|MessageNotInflight/.test(code),
  );
  if (entry !== undefined)
    throw failed(Object.assign(new Error(entry.Message), { name: entry.Code ?? 'Error' }), action);
}
