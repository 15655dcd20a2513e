import { GetQueueAttributesCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ControlPlane } from '../control-plane.ts';
import { lookAt, type DoctorStep, type Verdict } from './step.ts';

interface QueueFacts {
  readonly waiting: number;
  readonly atWork: number;
  /** Messages that were given up, where the queue has a place for them. */
  readonly given?: number;
}

/** Whether a subscriber keeps up with its queue. `endpoint` is the ARN of the queue. */
export async function checkQueue({ sqs }: ControlPlane, subscriber: string, endpoint: string): Promise<DoctorStep> {
  const { step } = await lookAt({
    check: 'queue',
    subject: subscriber,
    asked: { action: 'sqs:GetQueueUrl', on: endpoint },
    look: async (next) => {
      const url = await urlOf(sqs, endpoint);
      next({ action: 'sqs:GetQueueAttributes', on: endpoint });
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
      );
      const dead = deadLetterArn(Attributes['RedrivePolicy']);
      if (dead === undefined) return countsOf(Attributes);
      next({ action: 'sqs:GetQueueAttributes', on: dead });
      const QueueUrl = await urlOf(sqs, dead);
      const answer = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      return { ...countsOf(Attributes), given: countsOf(answer.Attributes ?? {}).waiting };
    },
    judge: judgeQueue,
  });
  return step;
}

async function urlOf(sqs: SQSClient, arn: string): Promise<string> {
  const [, , , , account = '', name = ''] = arn.split(':');
  const { QueueUrl = '' } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: name, QueueOwnerAWSAccountId: account }),
  );
  return QueueUrl;
}

function countsOf(attributes: Readonly<Record<string, string>>): QueueFacts {
  return {
    waiting: Number(attributes['ApproximateNumberOfMessages'] ?? 0),
    atWork: Number(attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0),
  };
}

function deadLetterArn(policy: string | undefined): string | undefined {
  return /"deadLetterTargetArn"\s*:\s*"(arn:[^"]+)"/.exec(policy ?? '')?.[1];
}

function judgeQueue({ waiting, atWork, given = 0 }: QueueFacts): string | Verdict {
  const detail = `${waiting} messages wait, ${atWork} are at work`;
  return given === 0
    ? detail
    : {
        status: 'failed',
        detail: `${detail}, ${given} were given up: the subscriber could not handle them`,
        remedy: 'Look at the messages in the dead-letter queue, mend the subscriber, and redrive them.',
      };
}
